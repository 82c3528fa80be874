package workshop.companion.work;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

import org.apache.commons.io.function.Uncheck;

import workshop.model.Step;

/**
 * A line of a source of a step.
 *
 * @param step   the step
 * @param source its name there, such as {@code src/main/java/workshop/basic/FileHandler.java}
 * @param line   the line, from 1
 */
public record Place(Step step, String source, long line) {
    private static final String TESTS = "src/test/java/";

    /** Where something is in a source of this text. */
    static Place of(Step step, String source, String text, int offset) {
        return new Place(step, source, text.substring(0, offset).chars().filter(each -> each == '\n').count() + 1);
    }

    /** Where a test is, such as {@code workshop.basic.BasicHandlerTest#answer}; the first line if that is not found. */
    public static Place ofTest(Step step, String test) {
        String source = TESTS + test.replaceFirst("[$#].*", "").replace('.', '/') + ".java";
        Path file = step.starter().resolve(source);
        String text = Files.exists(file) ? Uncheck.get(() -> Files.readString(file)) : "";
        var method = Pattern.compile("\\b" + Pattern.quote(test.substring(test.indexOf('#') + 1)) + "\\(").matcher(text);
        return of(step, source, text, method.find() ? method.start() : 0);
    }

    public Path file() {
        return step.starter().resolve(source);
    }

    /** Its file, from the root of the workshop, and its line. */
    @Override
    public String toString() {
        return "%s/%s:%d".formatted(step.folder(), source, line);
    }
}
