package workshop.model;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * One step of the workshop. The name of its folder says all of it: the starter is in the root, and the solution, the wrong and
 * the right answers have a folder of that name, each in its place; these may be absent.
 *
 * @param root   the root of the workshop
 * @param number its number, from 1
 * @param folder the name of its folder, such as {@code step-02-close-detection}
 */
public record Step(Path root, int number, String folder) {
    private static final Pattern FOLDER = Pattern.compile("step-(\\d\\d)-.+");

    /** The step that a folder in the root of a workshop is the starter of, if it is one. */
    public static Optional<Step> at(Path starter) {
        var folder = FOLDER.matcher(starter.getFileName().toString());
        return folder.matches() && Files.isRegularFile(starter.resolve("pom.xml"))
                ? Optional.of(new Step(starter.getParent(), Integer.parseInt(folder.group(1)), folder.group()))
                : Optional.empty();
    }

    /** The folder that the learner works in. */
    public Path starter() {
        return root.resolve(folder);
    }

    public Path solution() {
        return root.resolve("solutions").resolve(folder);
    }

    /** The folder of the wrong answers, a file each. */
    public Path wrongAnswers() {
        return root.resolve("solutions/wrong-answers").resolve(folder);
    }

    /** The folder of the right answers in other styles, a file each. */
    public Path rightAnswers() {
        return root.resolve("solutions/right-answers").resolve(folder);
    }

    /** Its short name, such as {@code step-02}. */
    public String id() {
        return "step-%02d".formatted(number);
    }

    /** What it is about, such as {@code close detection}. */
    public String name() {
        return folder.substring(id().length() + 1).replace('-', ' ');
    }

    /** Its name for a reader, such as {@code Step 02, close detection}. */
    public String title() {
        return "Step %02d, %s".formatted(number, name());
    }

    /** What its tests print when all of them are green. */
    public Token token() {
        return Token.of(folder);
    }
}
