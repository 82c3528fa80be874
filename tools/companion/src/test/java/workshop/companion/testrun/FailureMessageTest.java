package workshop.companion.testrun;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

@DisplayName("A failure in short")
class FailureMessageTest {
    @Test
    @DisplayName("has what was looked at, and what was expected and seen in one line")
    void verdict() {
        assertThat(FailureMessage.of("[The status] \nexpected: 200\n but was: 501\nHint: answer.").summary())
                .containsExactly("[The status]", "expected: 200 but was: 501");
        assertThat(FailureMessage.of("\nexpected: 200\n but was: 501").summary())
                .containsExactly("expected: 200 but was: 501");
    }

    @Test
    @DisplayName("has a sentence of the test as it is")
    void sentence() {
        String sentence = "The handler ended with status 501 and had not performed the work. ".repeat(3).strip();

        assertThat(FailureMessage.of(sentence + "\nHint: perform it.").summary()).containsExactly(sentence);
        assertThat(FailureMessage.of("").summary()).isEmpty();
    }

    @Test
    @DisplayName("has the whole of what was looked at where that has several lines")
    void severalLines() {
        assertThat(FailureMessage.of("[The answer a\nb] \nExpecting actual not to be empty").summary())
                .containsExactly("[The answer a", "b]", "Expecting actual not to be empty");
    }

    @Test
    @DisplayName("has of an exception what it says, and not where it was thrown")
    void exception() {
        String quoted = catchThrowableOfType(AssertionError.class, () -> assertThat(new IllegalStateException("late")).as("Thrown").isNull())
                .getMessage();

        assertThat(quoted).contains("\tat ", "remaining lines");
        assertThat(FailureMessage.of(quoted).summary()).hasSize(2)
                .last().asString().endsWith("late").doesNotContain(FailureMessageTest.class.getName(), "remaining lines");
        assertThat(FailureMessage.of("java.lang.Error: late\nat workshop.A.a(A.java:1)").lines()).hasSize(2);
    }

    @Test
    @DisplayName("has the beginning of what is long")
    void longVerdict() {
        assertThat(FailureMessage.of("[The body] \nexpected: \"" + "x".repeat(70_000) + "\"\n but was: \"\"").summary().getLast())
                .hasSizeLessThan(150).startsWith("expected: \"xxx").endsWith("… but was: \"\"");
        assertThat(FailureMessage.of("[The log] \nExpecting actual:\n" + "  line\n".repeat(50)).summary().getLast())
                .isEqualTo("Expecting actual: line line line line line line line …");
    }
}
