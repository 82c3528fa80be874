package workshop.answers;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.ExecutionException;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import workshop.answers.Judge.Check;
import workshop.answers.Judge.Demand;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@DisplayName("A judge in a JVM of its own")
class JudgePoolTest {
    @TempDir
    private Path root;

    @Test
    @DisplayName("tells what is wrong with an answer")
    void decides() throws Exception {
        Files.createFile(Files.createDirectories(root.resolve("step-01-first")).resolve("pom.xml"));
        Path file = root.resolve("absent.patch");

        try (var judges = new JudgePool(root, root, Duration.ofMinutes(1))) {
            assertThat(judges.decide(new Check(Demand.WRONG, 1, file.toString())).get().failure()).startsWith(file + " can't be read");
        }
    }

    @Test
    @DisplayName("may end before it has decided, and then nobody waits for it")
    void ends() {
        var next = new Check(Demand.WRONG, 1, "any.patch");

        try (var judges = new JudgePool(root.resolve("absent"), root, Duration.ofMinutes(1))) {
            assertThatExceptionOfType(ExecutionException.class).isThrownBy(() -> judges.decide(next).get())
                    .withMessageContaining("The JVM has ended that was to decide").withMessageContaining("any.patch")
                    .withMessageContaining("NoSuchFileException");
        }
    }

    @Test
    @DisplayName("is ended when a check takes too long")
    void takesTooLong() {
        var next = new Check(Demand.WRONG, 1, "any.patch");

        try (var judges = new JudgePool(root, root, Duration.ofMillis(1))) {
            assertThatExceptionOfType(ExecutionException.class).isThrownBy(() -> judges.decide(next).get())
                    .withMessageContaining("was ended after PT0.001S without a decision on").withMessageContaining("any.patch");
        }
    }
}
