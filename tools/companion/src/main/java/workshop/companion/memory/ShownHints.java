package workshop.companion.memory;

import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.function.Consumer;

import org.apache.commons.io.file.FilesUncheck;
import org.apache.commons.io.function.Uncheck;

import workshop.model.Step;
import workshop.model.hint.Hint;

/**
 * How much of each hint the learner has seen: a hint is shown one depth at a time. It is remembered in a file, which may be absent.
 */
public final class ShownHints {
    private final Path file;

    /** Those in the workshop with this root. */
    public ShownHints(Path root) {
        this.file = WorkFolder.in(root).resolve("hints.properties");
    }

    /** The depth to show next: one more than the last time, as long as there is one. */
    public int next(Step step, Hint hint) {
        String shown = read().getProperty(key(step, hint), "");
        return shown.matches("\\d") ? Math.min(Integer.parseInt(shown) + 1, hint.texts().size()) : 1;
    }

    /** Remembers which depth has been shown. */
    public void shown(Step step, Hint hint, int depth) {
        change(depths -> depths.setProperty(key(step, hint), Integer.toString(depth)));
    }

    /** Forgets those of a step that begins anew. */
    public void forget(Step step) {
        change(depths -> depths.keySet().removeIf(key -> key.toString().startsWith(step.id() + ".")));
    }

    private static String key(Step step, Hint hint) {
        return step.id() + ".todo-" + hint.todo();
    }

    private Properties read() {
        var depths = new Properties();
        if (Files.exists(file)) {
            try {
                Uncheck.run(() -> depths.load(new StringReader(Files.readString(file))));
            } catch (IllegalArgumentException e) {
                depths.clear(); // somebody else has written there: nothing is remembered
            }
        }
        return depths;
    }

    private void change(Consumer<Properties> change) {
        Properties depths = read();
        change.accept(depths);
        var text = new StringWriter();
        Uncheck.run(() -> depths.store(text, null));
        FilesUncheck.createDirectories(file.getParent());
        Uncheck.run(() -> Files.writeString(file, text.toString()));
    }
}
