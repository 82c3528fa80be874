package workshop.companion.view;

import java.nio.file.Path;

import workshop.companion.CommandName;
import workshop.companion.terminal.Screen;
import workshop.companion.work.KeptVersion;
import workshop.model.Step;

/**
 * Says what a step has been replaced by, where the version before is, and how to get it back.
 */
public record ReplacementReport(Path root, Screen screen) {
    public void show(Step step, String what, KeptVersion kept) {
        Path from = root.relativize(kept.folder());
        screen.wrapped("", "%s is now %s.".formatted(step.title(), what));
        screen.wrapped("", "What you had is kept in " + from);
        screen.wrapped("", "To get it back, copy it over, in %s:".formatted(root));
        screen.line("  " + copy(from.resolve("src"), root.relativize(step.starter())));
    }

    private static String copy(Path from, Path to) {
        return CommandName.isOnWindows() ? "robocopy /e %s %s".formatted(from, to.resolve("src")) : "cp -R %s %s/".formatted(from, to);
    }
}
