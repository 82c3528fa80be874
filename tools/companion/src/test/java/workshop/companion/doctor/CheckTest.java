package workshop.companion.doctor;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("The doctor")
class CheckTest {
    private static final Supplier<Optional<ProgramRun>> NONE = Optional::empty;

    @TempDir
    private Path folder;

    @Test
    @DisplayName("wants a JDK, 25 or newer")
    void jdk() {
        assertThat(new JdkCheck(25, true, folder).run().fine()).isTrue();
        assertThat(new JdkCheck(26, true, folder).run().fine()).isTrue();
        assertThat(new JdkCheck(24, true, folder).run().remedy())
                .hasValueSatisfying(remedy -> assertThat(remedy).contains("JDK 25"));
        assertThat(new JdkCheck(25, false, folder).run())
                .satisfies(finding -> assertThat(finding.found()).contains("without a compiler"))
                .matches(finding -> !finding.fine() && finding.mandatory());
    }

    @Test
    @DisplayName("wants to write in the workshop")
    void writeAccess() {
        assertThat(new WriteCheck(folder).run().fine()).isTrue();
        assertThat(new WriteCheck(folder.resolve("absent")).run()).matches(finding -> !finding.fine() && finding.mandatory());
    }

    @Test
    @DisplayName("says which curl there is, and how to get one")
    void curl() {
        Supplier<Optional<ProgramRun>> found = () -> Optional.of(new ProgramRun(0, "curl 8.5.0 (x86_64) libcurl/8.5.0"));

        assertThat(new CurlCheck(found).run().found()).isEqualTo("curl 8.5.0");
        assertThat(new CurlCheck(NONE).run()).matches(finding -> !finding.fine() && !finding.mandatory());
    }

    @Test
    @DisplayName("tells a Docker that is absent from one that does not run")
    void docker() {
        Supplier<Optional<ProgramRun>> stopped = () -> Optional.of(new ProgramRun(1, "Cannot connect"));

        assertThat(new DockerCheck(NONE).run().found()).isEqualTo("is not on the PATH");
        assertThat(new DockerCheck(stopped).run()).matches(finding -> !finding.fine() && !finding.mandatory())
                .satisfies(finding -> assertThat(finding.found()).isEqualTo("does not run: Cannot connect"));
    }

    @Test
    @DisplayName("finds a port taken or free")
    void port() throws IOException {
        int port;
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = taken.getLocalPort();
            assertThat(new PortCheck(port).run()).matches(finding -> !finding.fine() && !finding.mandatory());
        }
        assertThat(new PortCheck(port).run().fine()).isTrue();
    }
}
