package workshop.companion.memory;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Properties;
import java.util.function.Consumer;

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
            try (var reader = Files.newBufferedReader(file)) {
                numbers.load(reader);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (IllegalArgumentException e) {
                numbers.clear(); // somebody else has written there: nothing is remembered
            }
        }
        return numbers;
    }

    private void change(Consumer<Properties> change) {
        Properties numbers = read();
        change.accept(numbers);
        try {
            Files.createDirectories(file.getParent());
            Path written = Files.createTempFile(file.getParent(), file.getFileName().toString(), null);
            try (var writer = Files.newBufferedWriter(written)) {
                numbers.store(writer, null);
            }
            Files.move(written, file, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
