package workshop.companion.doctor;

import java.util.List;
import java.util.concurrent.Callable;

import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

import workshop.companion.CommandName;
import workshop.companion.terminal.Screen;

/**
 * {@code workshop doctor}: what the workshop needs, and whether it is there.
 */
@Command(name = "doctor", description = "Checks what the workshop needs: what is there, what is missing, how to get it.")
public final class DoctorCommand implements Callable<Integer> {
    private final List<Check> checks;
    private final Screen screen;

    @ArgGroup
    private Images images;

    /** What to do with the images of the tests in containers, in place of the checks. */
    private static final class Images {
        @Option(names = "--pull", description = "Builds the images of the tests in containers, and keeps them.")
        private boolean pull;
        @Option(names = "--prune", description = "Removes those images.")
        private boolean prune;
    }

    public DoctorCommand(List<Check> checks, Screen screen) {
        this.checks = checks;
        this.screen = screen;
    }

    @Override
    public Integer call() {
        if (images == null) {
            return check();
        }
        screen.progress(images.pull ? "Building images: this downloads about 100 MB, the first time …" : "Removing images …");
        List<Finding> findings = images.pull ? ContainerImages.keep() : ContainerImages.remove();
        findings.forEach(this::show);
        return findings.stream().allMatch(Finding::fine) ? 0 : 1;
    }

    private int check() {
        List<Finding> findings = checks.stream().map(Check::run).toList();
        findings.forEach(this::show);
        boolean ready = findings.stream().allMatch(finding -> finding.fine() || !finding.mandatory());
        screen.line("");
        screen.line(ready ? "You can start: " + CommandName.with("status") : "Something is missing that the workshop can't do without.");
        return ready ? 0 : 1;
    }

    private void show(Finding finding) {
        screen.line("%s  %-12s  %s".formatted(mark(finding), finding.subject(), finding.found()));
        finding.remedy().ifPresent(remedy -> screen.line(" ".repeat(24) + remedy));
    }

    private String mark(Finding finding) {
        if (finding.fine()) {
            return screen.good("ok      ");
        }
        return finding.mandatory() ? screen.bad("missing ") : screen.strong("optional");
    }
}
