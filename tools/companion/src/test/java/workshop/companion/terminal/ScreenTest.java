package workshop.companion.terminal;

import java.io.PrintWriter;
import java.io.StringWriter;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import picocli.CommandLine.Help.Ansi;

import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("Code in a text")
class ScreenTest {
    @Test
    @DisplayName("stands out by a colour, or else by its backticks")
    void code() {
        assertThat(screen(Ansi.ON).withCode("call `next()` now")).isEqualTo("call \u001b[36mnext()\u001b[39m\u001b[0m now");
        assertThat(screen(Ansi.OFF).withCode("call `next()` now")).isEqualTo("call `next()` now");
    }

    private static Screen screen(Ansi ansi) {
        var nowhere = new PrintWriter(new StringWriter());
        return new Screen(nowhere, nowhere, ansi);
    }
}
