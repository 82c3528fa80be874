package workshop.testkit.client;

import java.io.IOException;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("Ctrl-C")
class CtrlCTest {
    private static final int OF_SIGINT = 128 + 2;

    @Test
    @DisplayName("is ignored by all that is started where it is ignored")
    void ignored() {
        assertThat(CtrlC.isIgnoredAfter("trap '' INT")).isTrue();
    }

    @Test
    @DisplayName("ends a process where it is heard")
    void heard() throws IOException, InterruptedException {
        CtrlC.assumeHeard();
        Process process = new ProcessBuilder("sleep", "60").start();
        CtrlC.press(process.pid());

        assertThat(process.waitFor(5, TimeUnit.SECONDS)).as("The process has ended").isTrue();
        assertThat(process.exitValue()).as("Its exit status").isEqualTo(OF_SIGINT);
    }
}
