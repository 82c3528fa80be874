package workshop.model;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * One step of the workshop. The name of its folder says all of it: the starter is in the root, and the solution, the wrong and
 * the right answers have a folder of that name, each in its place.
 *
 * @param root   the root of the workshop
 * @param number its number, from 1
 * @param folder the name of its folder, such as {@code step-02-close-detection}
 */
public record Step(Path root, int number, String folder) {
    private static final Pattern FOLDER = Pattern.compile("step-(\\d\\d)-.+");
    private static final String SOLUTIONS = "solutions";

    /**
     * The step that a folder is the starter of.
     *
     * @param starter any folder in the root of a workshop
     * @return the step, or nothing if the folder is none
     */
    public static Optional<Step> at(Path starter) {
        var folder = FOLDER.matcher(starter.getFileName().toString());
        return folder.matches() && Files.isRegularFile(starter.resolve("pom.xml"))
                ? Optional.of(new Step(starter.getParent(), Integer.parseInt(folder.group(1)), folder.group()))
                : Optional.empty();
    }

    /**
     * @return the folder that the learner works in
     */
    public Path starter() {
        return root.resolve(folder);
    }

    /**
     * @return the folder of the solution; it may be absent
     */
    public Path solution() {
        return root.resolve(SOLUTIONS).resolve(folder);
    }

    /**
     * @return the folder of the wrong answers, a file each; it may be absent
     */
    public Path wrongAnswers() {
        return root.resolve(SOLUTIONS).resolve("wrong-answers").resolve(folder);
    }

    /**
     * @return the folder of the right answers in other styles, a file each; it may be absent
     */
    public Path rightAnswers() {
        return root.resolve(SOLUTIONS).resolve("right-answers").resolve(folder);
    }

    /**
     * @return its short name, such as {@code step-02}
     */
    public String id() {
        return "step-%02d".formatted(number);
    }

    /**
     * @return what it is about, such as {@code close detection}
     */
    public String name() {
        return folder.substring(id().length() + 1).replace('-', ' ');
    }

    /**
     * @return its name for a reader, such as {@code Step 02, close detection}
     */
    public String title() {
        return "Step %02d, %s".formatted(number, name());
    }

    /**
     * @return what its tests print when all of them are green
     */
    public Token token() {
        return Token.of(folder);
    }
}
