package workshop.testkit.client;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

import org.apache.commons.io.function.Uncheck;

import workshop.testkit.wait.Uninterrupted;

import static org.junit.jupiter.api.Assumptions.abort;

/**
 * The {@code curl} of this machine, as a client that leaves. Where there is none, the test is skipped and says so.
 */
record Curl(Process process) {
    private static final Duration CAP = Duration.ofSeconds(10);

    static Curl start(String... arguments) {
        var command = new ArrayList<>(List.of("curl", "--silent", "--show-error", "--include"));
        command.addAll(List.of(arguments));
        try {
            return new Curl(new ProcessBuilder(command).redirectErrorStream(true).start());
        } catch (IOException e) {
            return abort("curl is not on the PATH: install it to run this case");
        }
    }

    Answer answer() {
        awaitEnd();
        String output = new String(Uncheck.get(process.getInputStream()::readAllBytes), StandardCharsets.UTF_8);
        return process.exitValue() == 0 ? Answer.ofCurl(output) : Answer.NONE;
    }

    void close() {
        process.destroyForcibly();
    }

    void kill() {
        process.destroyForcibly();
        awaitEnd();
    }

    void interrupt() {
        CtrlC.assumeHeard();
        CtrlC.press(process.pid());
        awaitEnd();
    }

    void awaitEnd() {
        if (!Uninterrupted.await(() -> process.waitFor(CAP.toMillis(), TimeUnit.MILLISECONDS))) {
            throw new AssertionError("curl still waits for its answer after " + CAP);
        }
    }
}
