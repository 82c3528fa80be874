package workshop.companion.command;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import workshop.companion.RecordedScreen;

import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("The doctor")
class DoctorTest {
    @TempDir
    private Path folder;

    @Test
    @DisplayName("wants a JDK, 25 or newer")
    void jdk() {
        assertThat(Machine.jdk(25, true, "/jdk").fine()).isTrue();
        assertThat(Machine.jdk(26, true, "/jdk").fine()).isTrue();
        assertThat(Machine.jdk(24, true, "/jdk")).matches(finding -> !finding.fine() && finding.remedy().contains("JDK 25"));
        assertThat(Machine.jdk(25, false, "/jdk"))
                .satisfies(finding -> assertThat(finding.found()).contains("without a compiler"))
                .matches(finding -> !finding.fine() && finding.mandatory());
    }

    @Test
    @DisplayName("wants to write in the workshop")
    void writeAccess() {
        assertThat(Machine.writeAccess(folder).fine()).isTrue();
        assertThat(Machine.writeAccess(folder.resolve("absent"))).matches(finding -> !finding.fine() && finding.mandatory());
    }

    @Test
    @DisplayName("says which curl there is, and how to get one")
    void curl() {
        var found = Optional.of(new ProgramRun(0, "curl 8.5.0 (x86_64) libcurl/8.5.0"));

        assertThat(Machine.curl(found).found()).isEqualTo("curl 8.5.0");
        assertThat(Machine.curl(Optional.empty())).matches(finding -> !finding.fine() && !finding.mandatory());
    }

    @Test
    @DisplayName("tells a Docker that is absent from one that does not run")
    void docker() {
        var stopped = Optional.of(new ProgramRun(1, "Cannot connect"));

        assertThat(Machine.docker(Optional.empty()).found()).isEqualTo("is not on the PATH");
        assertThat(Machine.docker(stopped)).matches(finding -> !finding.fine() && !finding.mandatory())
                .satisfies(finding -> assertThat(finding.found()).isEqualTo("does not run: Cannot connect"));
    }

    @Test
    @DisplayName("fails only for what is mandatory")
    void mandatory() {
        var screen = new RecordedScreen();
        var doctor = new Doctor(screen.screen());

        assertThat(doctor.judge(List.of(new Finding("Docker", false, false, "is absent", "Install it.")))).isZero();
        assertThat(doctor.judge(List.of(new Finding("JDK", true, false, "is old", "Install another.")))).isEqualTo(1);
        assertThat(screen.out()).contains("optional  Docker", "Install it.", "missing   JDK", "Install another.");
    }

    @Test
    @DisplayName("finds a port taken or free")
    void port() throws IOException {
        int port;
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = taken.getLocalPort();
            assertThat(Machine.port(port)).matches(finding -> !finding.fine() && !finding.mandatory());
        }
        assertThat(Machine.port(port).fine()).isTrue();
    }
}
