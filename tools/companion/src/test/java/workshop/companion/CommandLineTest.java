package workshop.companion;

import java.io.IOException;
import java.nio.file.Path;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import workshop.model.Workshop;

import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("The command line")
class CommandLineTest {
    private final RecordedScreen screen = new RecordedScreen();

    private Workshop workshop;

    @BeforeEach
    void makeTree(@TempDir Path root) throws IOException {
        workshop = WorkshopTree.in(root, "step-01-one", "step-02-two");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            dance            | There is no command 'dance': use one of status, test, watch, hint, diff, solve, reset, verify, run, lab, room, bench, docs, doctor, help.
            help dance       | There is no command 'dance': use one of status, test, watch, hint, diff, solve, reset, verify, run, lab, room, bench, docs, doctor, help.
            run 7            | There is no step '7': use one of 1, 2.
            run two          | There is no step 'two': use one of 1, 2.
            run 1 2          | One step at a time: '1 2' are too many. See ./workshop run --help
            run -Dx=1        | Options of the server's JVM stand behind --: ./workshop run N -- -Dx=1
            lab --port=-1    | --port=-1 is out of range: use 1 to 65535, or 0 for any that is free. See ./workshop lab --help
            test             | Which step? 1 or 2: ./workshop test 1
            hint             | Which step? 1 or 2: ./workshop hint 1
            diff             | Which step? 1 or 2: ./workshop diff 1
            solve            | Which step? 1 or 2: ./workshop solve 1
            reset            | Which step? 1 or 2: ./workshop reset 1
            reset 3          | There is no step '3': use one of 1, 2.
            watch 3          | There is no step '3': use one of 1, 2.
            watch 1 2        | Unmatched argument at index 2: '2'. See ./workshop watch --help
            hint 1 --depth 4 | There is no depth 4: use 1 to 3. See ./workshop hint --help
            hint 1 --depth x | Invalid value for option '--depth': 'x' is not an int. See ./workshop hint --help
            verify 1         | Unmatched argument at index 1: '1'. See ./workshop verify --help
            verify --xml     | Unknown option: '--xml'. See ./workshop verify --help
            test 0           | There is no step '0': use one of 1, 2.
            docs --serve --port=99999 | --port=99999 is out of range: use 1 to 65535, or 0 for any that is free. See ./workshop docs --help
            docs --port=x    | Invalid value for option '--port': 'x' is not an int. See ./workshop docs --help
            status --verbose | Unknown option: '--verbose'. See ./workshop status --help
            """)
    @DisplayName("answers a wrong command with one line and status 2")
    void wrongUsage(String arguments, String message) {
        assertThat(screen.execute(workshop, arguments.split(" "))).isEqualTo(2);

        assertThat(screen.err().lines()).containsExactly(message.replace("./workshop", CommandName.NAME));
        assertThat(screen.out()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"--help,status", "help,status", "run --help,run [N] [--mine]", "help run,run [N] [--mine]", "help test,test N",
        "help watch,watch [N] [--poll]",         "help hint,hint N", "help verify,--json"})
    @DisplayName("explains itself")
    void help(String arguments, String part) {
        assertThat(screen.execute(workshop, arguments.split(" "))).isZero();
        assertThat(screen.out()).contains("Usage: " + CommandName.NAME, part);
    }

    @Test
    @DisplayName("is called without ./ on Windows")
    void name() {
        assertThat(CommandName.nameOn("Linux")).isEqualTo("./workshop");
        assertThat(CommandName.nameOn("Windows 11")).isEqualTo("workshop");
    }
}
