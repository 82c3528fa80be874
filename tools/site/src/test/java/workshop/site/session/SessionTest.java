package workshop.site.session;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import workshop.site.CourseException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@DisplayName("A session")
class SessionTest {
    @TempDir
    private Path folder;

    @Test
    @DisplayName("has parts with commands, their output, and output that comes later")
    void parts() throws IOException {
        Session session = session("""
                solved: step-01
                # a comment
                == start
                [server] $ ./workshop run 1
                Listening

                == ask
                $ curl -i /a
                [ERROR] no terminal
                [server] new file
                [server] ^C
                """);
        assertThat(session.solved()).containsExactly("step-01");
        assertThat(session.part("start").interactions())
                .containsExactly(new Interaction("server", "./workshop run 1", List.of("Listening")));
        assertThat(session.part("ask").interactions()).containsExactly(
                new Interaction("main", "curl -i /a", List.of("[ERROR] no terminal")),
                new Interaction("server", "", List.of("new file")),
                new Interaction("server", "^C", List.of()));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            $ echo        | line 1, comes before the first part
            == a;output   | line 2, is output without a command
            """)
    @DisplayName("says where it is wrong")
    void wrong(String text, String message) {
        assertThatThrownBy(() -> session(text.replace(';', '\n'))).isInstanceOf(CourseException.class).hasMessageContaining(message);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ./workshop run 2 --mine        | .\\workshop.cmd run 2 --mine
            ../mvnw test                   | ..\\mvnw.cmd test
            ./mvnw verify                  | .\\mvnw.cmd verify
            curl -i localhost              | curl.exe -i localhost
            echo a | echo a
            echo curl                      | echo curl
            cd a/b                         | cd a/b
            ls /tmp/workshop/.staging      | ls $env:TEMP\\workshop\\.staging
            rm -f /tmp/workshop/txt        | Remove-Item -ErrorAction Ignore $env:TEMP\\workshop\\txt
            """)
    @DisplayName("has a form for PowerShell by rule")
    void powershell(String command, String form) {
        assertThat(Shell.POWERSHELL.form(command)).isEqualTo(form);
    }

    @Test
    @DisplayName("is like what runs, but for times, ports and places")
    void likeness() {
        var likeness = new Likeness(Path.of("/tmp/copy"), Path.of("/tmp/files"), 4711);
        assertThat(likeness.same(List.of("Date: Mon, 23 Nov 2026 03:16:12 GMT", "...", "took 12 ms at localhost:8080", "in /home/learner/workshop/a"),
                                 List.of("Building this …", "Date: Tue, 24 Nov 2026 04:00:00 GMT", "any", "lines", "took 7.5 s at localhost:49152",
                                         "in /tmp/copy/a"))).isTrue();
        assertThat(likeness.same(List.of("a", "..."), List.of("b"))).isFalse();
        assertThat(likeness.same(List.of("a"), List.of("a", "b"))).isFalse();
        assertThat(likeness.typed("curl http://localhost:8080/a; ls /tmp/workshop"))
                .isEqualTo("curl http://localhost:4711/a; ls /tmp/files");
        assertThat(likeness.shown("Listening on http://localhost:4711, files in /tmp/files"))
                .isEqualTo("Listening on http://localhost:8080, files in /tmp/workshop");
        assertThat(likeness.shown("All green. Checkpoint for the course: 0a1b-2c3d")).endsWith(": xxxx-xxxx");
    }

    @Test
    @DisplayName("runs for real: an output that has changed is seen, and one that goes on until Ctrl-C")
    void run() throws IOException, InterruptedException {
        Session stored = session("""
                == all
                [server] $ echo started; trap 'echo stopped; exit' INT; while :; do sleep 0.1; done
                started
                [client] $ mkdir -p a
                [client] $ cd a
                [client] $ basename "$PWD"
                b
                [server] ^C
                stopped
                """);
        try (var run = new SessionRun(stored, new Likeness(folder, folder, 4711), false)) {
            assertThat(SessionText.of(run.run())).isEqualTo(SessionText.of(stored).replace("\nb\n", "\na\n"));
        }
    }

    private Session session(String text) throws IOException {
        return Session.read(Files.writeString(folder.resolve("a.session"), text));
    }
}
