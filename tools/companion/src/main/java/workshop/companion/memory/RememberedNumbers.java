package workshop.companion.memory;

import java.io.StringReader;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Properties;
import java.util.function.Consumer;

import org.apache.commons.io.file.FilesUncheck;
import org.apache.commons.io.function.Uncheck;

/**
 * Numbers that are remembered from one command to the next, in a file.
 *
 * @param file the file; it may be absent
 */
record RememberedNumbers(Path file) {
    /** The number that is remembered, or 0. */
    int get(String key) {
        String text = read().getProperty(key, "");
        return text.matches("\\d{1,9}") ? Integer.parseInt(text) : 0;
    }

    /** Remembers a number, which is not negative. */
    void put(String key, int value) {
        change(numbers -> numbers.setProperty(key, Integer.toString(value)));
    }

    /** Forgets all whose keys begin like this. */
    void forget(String prefix) {
        change(numbers -> numbers.keySet().removeIf(key -> key.toString().startsWith(prefix)));
    }

    private Properties read() {
        var numbers = new Properties();
        if (Files.exists(file)) {
            try {
                Uncheck.run(() -> numbers.load(new StringReader(Files.readString(file))));
            } catch (IllegalArgumentException e) {
                numbers.clear(); // somebody else has written there: nothing is remembered
            }
        }
        return numbers;
    }

    private void change(Consumer<Properties> change) {
        Properties numbers = read();
        change.accept(numbers);
        var text = new StringWriter();
        Uncheck.run(() -> numbers.store(text, null));
        FilesUncheck.createDirectories(file.getParent());
        Path written = FilesUncheck.createTempFile(file.getParent(), file.getFileName().toString(), null);
        FilesUncheck.write(written, text.toString().getBytes(StandardCharsets.UTF_8));
        FilesUncheck.move(written, file, StandardCopyOption.REPLACE_EXISTING);
    }
}
