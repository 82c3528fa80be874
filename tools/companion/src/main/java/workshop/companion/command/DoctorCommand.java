package workshop.companion.command;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import java.util.stream.Stream;

import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

import workshop.companion.CommandName;
import workshop.companion.terminal.Screen;
import workshop.testkit.container.Engine;
import workshop.testkit.container.Image;
import workshop.testkit.container.ImageNotBuiltException;

/**
 * {@code workshop doctor}: what the workshop needs, and whether it is there.
 */
@Command(name = "doctor", description = "Checks what the workshop needs: what is there, what is missing, how to get it.")
public final class DoctorCommand implements Callable<Integer> {
    private final Supplier<List<Finding>> machine;
    private final Screen screen;

    @ArgGroup
    private Images images;

    /**
     * What to do with the images of the tests in containers, in place of the checks. Each run of the tests builds what is not
     * there, and removes it again; so many people in one room build them ahead.
     */
    private static final class Images {
        @Option(names = "--pull", description = "Builds the images of the tests in containers, and keeps them.")
        private boolean pull;
        @Option(names = "--prune", description = "Removes those images.")
        private boolean prune;
    }

    public DoctorCommand(Supplier<List<Finding>> machine, Screen screen) {
        this.machine = machine;
        this.screen = screen;
    }

    @Override
    public Integer call() {
        return images == null ? check() : change();
    }

    private int check() {
        List<Finding> findings = machine.get();
        findings.forEach(this::show);
        boolean ready = findings.stream().allMatch(finding -> finding.fine() || !finding.mandatory());
        screen.line("");
        screen.line(ready ? "You can start: " + CommandName.with("status") : "Something is missing that the workshop can't do without.");
        return ready ? 0 : 1;
    }

    private int change() {
        screen.progress(images.pull ? "Building images: this downloads about 100 MB, the first time …" : "Removing images …");
        List<Finding> findings = Engine.absence()
                .map(why -> List.of(new Finding("Docker", true, false, why, "Start it, and run this again.")))
                .orElseGet(() -> images.pull ? Stream.of(Image.values()).map(DoctorCommand::keep).toList() : removed());
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

    private static List<Finding> removed() {
        return Image.removeKept().stream().map(image -> new Finding("image", true, true, image + " is removed", "")).toList();
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
