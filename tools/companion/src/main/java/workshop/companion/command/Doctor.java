package workshop.companion.command;

import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

import workshop.companion.CommandName;
import workshop.companion.terminal.Screen;
import workshop.testkit.container.Engine;
import workshop.testkit.container.Image;
import workshop.testkit.container.ImageNotBuiltException;

/**
 * Shows what was found, and says whether all is there that the workshop needs. Each method returns the status to end with.
 */
record Doctor(Screen screen) {
    /** Shows what was found on a machine: only what is mandatory counts. */
    int judge(List<Finding> findings) {
        findings.forEach(this::show);
        boolean ready = findings.stream().allMatch(finding -> finding.fine() || !finding.mandatory());
        screen.line("");
        screen.line(ready ? "You can start: " + CommandName.with("status") : "Something is missing that the workshop can't do without.");
        return ready ? 0 : 1;
    }

    /**
     * Builds the images of the tests in containers, and keeps them. Each run of the tests builds what is not there, and removes
     * it again; so many people in one room build them ahead.
     */
    int keepImages() {
        return change("Building images: this downloads about 100 MB, the first time …",
                      () -> Stream.of(Image.values()).map(Doctor::keep).toList());
    }

    /** Removes those images. */
    int removeImages() {
        return change("Removing images …", () -> Image.removeKept().stream()
                .map(image -> new Finding("image", true, true, image + " is removed", "")).toList());
    }

    private int change(String progress, Supplier<List<Finding>> action) {
        screen.progress(progress);
        List<Finding> findings = Engine.absence()
                .map(why -> List.of(new Finding("Docker", true, false, why, "Start it, and run this again.")))
                .orElseGet(action);
        findings.forEach(this::show);
        return findings.stream().allMatch(Finding::fine) ? 0 : 1;
    }

    private static Finding keep(Image image) {
        try {
            return new Finding("image", true, true, image.keep(), "");
        } catch (ImageNotBuiltException e) {
            return new Finding("image", true, false, e.getMessage(), "Look whether the network is there, and run this again.");
        }
    }

    private void show(Finding finding) {
        screen.line("%s  %-12s  %s".formatted(mark(finding), finding.subject(), finding.found()));
        if (!finding.fine()) {
            screen.line(" ".repeat(24) + finding.remedy());
        }
    }

    private String mark(Finding finding) {
        if (finding.fine()) {
            return screen.good("ok      ");
        }
        return finding.mandatory() ? screen.bad("missing ") : screen.strong("optional");
    }
}
