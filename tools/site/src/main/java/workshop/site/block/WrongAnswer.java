package workshop.site.block;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;

import workshop.site.CourseException;

/**
 * An answer to a step that looks right and is not.
 *
 * @param name     the name of its folder
 * @param belief   what somebody who answers like this believes
 * @param why      why it fails
 * @param caughtBy the test that tells, as class and method
 * @param message  the part of the test's message that names the mistake
 * @param changes  what differs from the solution
 */
record WrongAnswer(String name, String belief, String why, String caughtBy, String message, List<Changes> changes) {
    /** The wrong answers to a step, in the order of their names. */
    static List<WrongAnswer> all(Path wrongAnswers, Path solution) {
        try (var folders = Files.list(wrongAnswers)) {
            return folders.filter(Files::isDirectory).sorted().map(folder -> read(folder, solution)).toList();
        } catch (IOException e) {
            throw new CourseException("%s can't be read (%s): the wrong answers of the step are there.".formatted(wrongAnswers, e), e);
        }
    }

    private static WrongAnswer read(Path folder, Path solution) {
        var properties = new Properties();
        try (var reader = Files.newBufferedReader(folder.resolve("belief.properties")); var files = Files.walk(folder)) {
            properties.load(reader);
            List<Changes> changes = files.filter(file -> file.toString().endsWith(".java")).sorted()
                    .map(file -> Changes.ofCode(original(solution, file), file))
                    .toList();
            return new WrongAnswer(folder.getFileName().toString(), value(properties, "belief", folder),
                                   value(properties, "why", folder), value(properties, "caught-by", folder),
                                   value(properties, "message", folder), changes);
        } catch (IOException e) {
            throw new CourseException("%s can't be read (%s): a wrong answer has a belief.properties.".formatted(folder, e), e);
        }
    }

    private static String value(Properties properties, String key, Path folder) {
        String value = properties.getProperty(key);
        if (value == null) {
            throw new CourseException("%s: belief.properties has no '%s': add it.".formatted(folder, key));
        }
        return value;
    }

    private static Path original(Path solution, Path wrong) {
        try (var files = Files.walk(solution.resolve("src/main/java"))) {
            return files.filter(file -> file.getFileName().equals(wrong.getFileName())).findFirst()
                    .orElseThrow(() -> new CourseException("%s replaces nothing in %s: rename it.".formatted(wrong, solution)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The name as a sentence. */
    String title() {
        String words = name.replace('-', ' ');
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }
}
