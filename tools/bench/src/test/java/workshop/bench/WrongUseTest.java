package workshop.bench;

import java.io.PrintWriter;
import java.io.StringWriter;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("The benchmark")
class WrongUseTest {
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            --contender=netscape | There is no contender 'netscape': use one of stock Helidon,
            --forks=0            | Every amount must be positive. See --help
            --forks=many         | Invalid value for option '--forks': 'many' is not an int. See --help
            --only=everything    | Invalid value for option '--only' (<only>): expected one of [rollback,
            --what               | Unknown option: '--what'. See --help
            """)
    @DisplayName("answers a wrong use with one line and status 2, and measures nothing")
    void wrongUse(String option, String message) {
        var err = new StringWriter();

        assertThat(Main.commandLine().setErr(new PrintWriter(err, true)).execute(option)).isEqualTo(2);

        assertThat(err.toString().lines()).singleElement().asString().startsWith(message);
    }
}
