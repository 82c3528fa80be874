package workshop.answers;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import workshop.model.Step;
import workshop.model.answer.Answer;
import workshop.testkit.run.TestResult;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@DisplayName("The verdict on an answer")
class VerdictTest {
    private static final TestResult GREEN = result(null);
    private static final TestResult RED = result(new AssertionError("The door: opened twice" + System.lineSeparator() + "Hint: a lock"));

    @Test
    @DisplayName("is that a wrong one is caught, if each red run of the test names the mistake")
    void caught() {
        assertThatCode(() -> Verdict.caught(wrong("opened twice"), List.of(RED, GREEN, RED))).doesNotThrowAnyException();
    }

    @Test
    @DisplayName("refuses a wrong one that no test catches")
    void notCaught() {
        assertThatThrownBy(() -> Verdict.caught(wrong("opened twice"), List.of(GREEN)))
                .isInstanceOf(AssertionError.class).hasMessageContainingAll("wrong.patch", "DoorTest.opens did not catch it");
        assertThatThrownBy(() -> Verdict.caught(wrong("opened twice"), List.of())).hasMessageContaining("it did not run");
    }

    @Test
    @DisplayName("refuses a message that does not name the mistake: the hint is the same for all")
    void otherMessage() {
        assertThatThrownBy(() -> Verdict.caught(wrong("a lock"), List.of(RED)))
                .hasMessageContainingAll("wrong.patch", "does not name the mistake with \"a lock\"");
    }

    @Test
    @DisplayName("refuses a test that is red by something that is no assertion")
    void noAssertion() {
        assertThatThrownBy(() -> Verdict.caught(wrong("opened twice"), List.of(result(new IllegalStateException("opened twice")))))
                .hasMessageContainingAll("wrong.patch", "by something that is no assertion");
    }

    @Test
    @DisplayName("refuses a right one for which a test is red, or none is green")
    void right() {
        var answer = new Answer(Path.of("right.patch"), List.of(), List.of());
        assertThatCode(() -> Verdict.right(answer, List.of(GREEN))).doesNotThrowAnyException();
        assertThatThrownBy(() -> Verdict.right(answer, List.of(GREEN, RED)))
                .hasMessageContainingAll("right.patch", "DoorTest.opens", "is red", "opened twice");
        assertThatThrownBy(() -> Verdict.right(answer, List.of())).hasMessageContaining("no test is green");
    }

    @Test
    @DisplayName("refuses a test that is red for the solution, too, or does not run")
    void solution() {
        var step = new Step(Path.of(""), 1, "step-01-first");
        assertThatCode(() -> Verdict.green(step, "DoorTest.opens", List.of(GREEN))).doesNotThrowAnyException();
        assertThatThrownBy(() -> Verdict.green(step, "DoorTest.opens", List.of(GREEN, RED)))
                .hasMessageContainingAll("DoorTest.opens against the solution of Step 01, first is not green", "opened twice");
        assertThatThrownBy(() -> Verdict.green(step, "DoorTest.opens", List.of())).hasMessageContaining("is not green: []");
    }

    private static Answer wrong(String message) {
        return new Answer(Path.of("wrong.patch"), List.of("caught-by: DoorTest.opens", "message: " + message), List.of());
    }

    private static TestResult result(Throwable failure) {
        return new TestResult("x.DoorTest", "opens", "It opens", true, Optional.empty(), Optional.ofNullable(failure));
    }
}
