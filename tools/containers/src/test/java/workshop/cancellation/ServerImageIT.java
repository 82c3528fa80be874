package workshop.cancellation;

import java.io.IOException;
import java.util.List;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import workshop.testkit.container.NeedsEngine;

import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("A finished server in an image of its own")
@NeedsEngine
@EnabledOnOs(value = OS.LINUX, disabledReason = "the runtime of the image is linked from this JDK, which is not for Linux")
@Timeout(180)
class ServerImageIT {
    private static final String AT_ONCE = "PT0S";
    private static final String SHORT = "PT1S";
    private static final String ENDLESS = "PT1H";

    @ParameterizedTest
    @EnumSource(to = "STEP_05")
    @DisplayName("It is not root, and can write to nothing but its volume")
    void confined(ServerImage image) throws IOException, InterruptedException {
        try (var server = ServerContainer.start(image, AT_ONCE); var client = server.connect()) {
            assertThat(server.run("id", "-u")).as("The user").isEqualTo("0 10001\n");
            assertThat(server.run("touch", "/opt/server/file")).as("The end of touch on the root file system")
                    .contains("Read-only file system");

            assertThat(client.get("/a").answer().status()).as("The status of the answer").isEqualTo(201);
            assertThat(server.committed()).as("The committed files on the volume").hasSize(1);
        }
    }

    @ParameterizedTest
    @EnumSource(to = "STEP_05")
    @DisplayName("docker stop: work that ends within the grace period is committed and answered")
    void stopCommits(ServerImage image) {
        try (var server = ServerContainer.start(image, SHORT); var client = server.connect().get("/a")) {
            server.awaitLog("new file", 1);
            assertThat(server.stop()).as("The exit status").isIn(0L, 143L);

            assertThat(client.answer().status()).as("The status of the answer").isEqualTo(201);
            assertThat(server.committed()).as("The committed files on the volume").hasSize(1);
            assertThat(server.staged()).as("The staged files on the volume").isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(to = "STEP_05")
    @DisplayName("docker stop: work that does not end within the grace period is rolled back")
    void stopRollsBack(ServerImage image) {
        try (var server = ServerContainer.start(image, ENDLESS); var client = server.connect().get("/a")) {
            server.awaitLog("new file", 1);
            assertThat(server.staged()).as("The staged files on the volume, during the work").hasSize(1);
            assertThat(server.stop()).as("The exit status").isIn(0L, 143L);

            assertThat(client.untilClosed()).as("What the client receives").doesNotContain("201");
            assertThat(server.committed()).as("The committed files on the volume").isEmpty();
            assertThat(server.staged()).as("The staged files on the volume").isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(to = "STEP_05")
    @DisplayName("docker kill, then docker start: what was staged is swept, and what was committed stays")
    void killAndRestart(ServerImage image) {
        try (var first = ServerContainer.start(image, AT_ONCE)) {
            try (var client = first.connect()) {
                assertThat(client.get("/a").answer().status()).as("The status of the first answer").isEqualTo(201);
                assertThat(client.get("/a").answer().status()).as("The status of the second answer").isEqualTo(201);
            }
            first.stop();
            List<String> committed = first.committed();
            try (var server = first.startNext(image, ENDLESS); var client = server.connect().get("/a")) {
                server.awaitLog("new file", 1);
                server.kill();
                assertThat(client.untilClosed()).as("What the client receives").isEmpty();
                assertThat(server.staged()).as("What the killed server leaves on the volume").hasSize(1);

                server.startAgain();
                server.awaitLog("Listening on", 2);
                assertThat(server.staged()).as("The staged files when it has started again").isEmpty();
                assertThat(server.committed()).as("The committed files").hasSize(2).isEqualTo(committed);
            }
        }
    }
}
