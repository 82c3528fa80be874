package workshop.wronganswers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;

/**
 * What {@value #FILE} says about a wrong answer.
 *
 * @param belief   what somebody who answers like this believes
 * @param why      why it fails
 * @param caughtBy the test that is meant to catch it
 * @param message  the part of the failure's message that names the mistake
 */
record Belief(String belief, String why, MeantTest caughtBy, String message) {
    /** The file, in the folder of the wrong answer. */
    static final String FILE = "belief.properties";

    private static final Set<String> KEYS = Set.of("belief", "why", "caught-by", "message");

    /**
     * Reads it.
     *
     * @throws AssertionError if the folder has none, or not all of it
     */
    static Belief of(Path folder) {
        var properties = new Properties();
        try (var reader = Files.newBufferedReader(folder.resolve(FILE))) {
            properties.load(reader);
        } catch (IOException e) {
            throw new AssertionError("%s: %s can't be read (%s). Each wrong answer has one, with the keys %s"
                                             .formatted(folder, FILE, e, new TreeSet<>(KEYS)), e);
        }
        properties.values().removeIf(value -> value.toString().isBlank());
        if (!properties.keySet().equals(KEYS)) {
            throw new AssertionError("%s: %s has values for the keys %s. Give it one for each of %s, and no other"
                                             .formatted(folder, FILE, new TreeSet<>(properties.keySet()), new TreeSet<>(KEYS)));
        }
        return new Belief(properties.getProperty("belief"), properties.getProperty("why"),
                          MeantTest.of(properties.getProperty("caught-by")), properties.getProperty("message"));
    }
}
