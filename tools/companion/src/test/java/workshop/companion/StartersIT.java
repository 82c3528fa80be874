package workshop.companion;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import picocli.CommandLine.Help.Ansi;

import workshop.companion.progress.StepProgress;
import workshop.companion.progress.UntouchedStarter;
import workshop.companion.terminal.Screen;
import workshop.companion.testrun.TestRun;
import workshop.companion.view.ProgressReport;
import workshop.model.Step;
import workshop.model.Workshop;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Shows the progress in each starter. A red exercise is no failure here, unless {@code -Dstarters=untouched} says that
 * nobody has solved anything yet: then each exercise must be red, and as it is meant to be.
 */
@DisplayName("The starters")
class StartersIT {
    private static final boolean UNTOUCHED = "untouched".equals(System.getProperty("starters"));
    private static final Workshop WORKSHOP = Workshop.at(Path.of("../..").toAbsolutePath().normalize());

    private static final Screen SCREEN = new Screen(new PrintWriter(System.out, true), new PrintWriter(System.err, true), Ansi.OFF);
    private static final ProgressReport REPORT = new ProgressReport(WORKSHOP, SCREEN);

    static List<Step> steps() {
        return WORKSHOP.steps();
    }

    @ParameterizedTest
    @MethodSource("steps")
    @DisplayName("are as far as the learner has come")
    void progress(Step step) {
        var tests = new TestRun(WORKSHOP, step);
        try {
            StepProgress progress = UNTOUCHED ? tests.every() : tests.untilRed();
            REPORT.show(progress);
            if (UNTOUCHED) {
                assertThat(UntouchedStarter.offences(progress))
                        .as("Tests of %s that do not end as in an untouched starter", step.title())
                        .isEmpty();
            }
        } catch (CommandFailure e) {
            REPORT.showProblem(step, e.getMessage());
            assertThat(UNTOUCHED).as("%s Untouched, it must be testable", e.getMessage()).isFalse();
        }
    }
}
