package workshop.companion.work;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.OptionalInt;
import java.util.Properties;
import java.util.function.Consumer;

/**
 * Numbers that are remembered from one command to the next, in a file.
 *
 * @param file the file; it may be absent
 */
public record Memory(Path file) {
    /**
     * @param key what for
     * @return the number; nothing if there is none
     */
    public OptionalInt get(String key) {
        String text = read().getProperty(key, "");
        return text.matches("\\d{1,9}") ? OptionalInt.of(Integer.parseInt(text)) : OptionalInt.empty();
    }

    /**
     * @param key   what for
     * @param value the number, not negative
     */
    public void put(String key, int value) {
        change(numbers -> numbers.setProperty(key, Integer.toString(value)));
    }

    /**
     * @param prefix how the keys begin whose numbers are forgotten
     */
    public void forget(String prefix) {
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
