package workshop.companion.step;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;

import workshop.testkit.checkpoint.Token;

/**
 * One step of the workshop.
 *
 * @param number   its number, from 1
 * @param name     what it is about, such as {@code close detection}
 * @param starter  the folder that the learner works in
 * @param solution the folder of the solution; it may be absent
 */
public record Step(int number, String name, Path starter, Path solution) {
    private static final Pattern FOLDER = Pattern.compile("step-(\\d+)-(.+)");

    /**
     * The step that a folder is the starter of.
     *
     * @param folder any folder in the root of the workshop
     * @return the step, or nothing if the folder is none
     */
    static Optional<Step> at(Path folder) {
        var matcher = FOLDER.matcher(folder.getFileName().toString());
        if (!matcher.matches() || !Files.isRegularFile(folder.resolve("pom.xml"))) {
            return Optional.empty();
        }
        return Optional.of(new Step(Integer.parseInt(matcher.group(1)), matcher.group(2).replace('-', ' '), folder,
                                    folder.resolveSibling("solutions").resolve(folder.getFileName())));
    }

    /**
     * @return the step's name for a reader, such as {@code Step 02, close detection}
     */
    public String title() {
        return "Step %02d, %s".formatted(number, name);
    }

    /**
     * @return what its tests print when all of them are green
     */
    public Token token() {
        return Token.of(starter.getFileName().toString());
    }
}
