package workshop.companion.work;

import java.nio.file.Files;
import java.nio.file.Path;

import org.apache.commons.io.file.FilesUncheck;
import org.apache.commons.io.file.PathUtils;
import org.apache.commons.io.function.Uncheck;

import workshop.model.Step;
import workshop.model.hint.Hint;

/**
 * How much of each hint of a step the learner has seen: a hint is shown one depth at a time. It is remembered in a file for each.
 */
public final class ShownHints {
    private final Path folder;

    public ShownHints(Step step) {
        this.folder = WorkFolder.in(step.root()).resolve("hints").resolve(step.id());
    }

    /** The depth to show next: one more than the last time, as long as there is one. */
    int next(Hint hint) {
        String shown = Files.exists(file(hint)) ? Uncheck.get(() -> Files.readString(file(hint))) : "";
        return shown.matches("\\d") ? Math.min(Integer.parseInt(shown) + 1, hint.texts().size()) : 1;
    }

    /** Remembers which depth has been shown. */
    void shown(Hint hint, int depth) {
        FilesUncheck.createDirectories(folder);
        Uncheck.run(() -> Files.writeString(file(hint), Integer.toString(depth)));
    }

    /** Forgets all of them, as the step begins anew. */
    public void forget() {
        if (Files.exists(folder)) {
            Uncheck.run(() -> PathUtils.deleteDirectory(folder));
        }
    }

    private Path file(Hint hint) {
        return folder.resolve("todo-" + hint.todo());
    }
}
