package workshop.companion.terminal;

import java.io.PrintWriter;
import java.io.Writer;
import java.net.URI;
import java.util.List;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import picocli.CommandLine.Help.Ansi;

import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("Text that is too long for the terminal")
class ScreenTest {
    private static final PrintWriter NOWHERE = new PrintWriter(Writer.nullWriter());

    @Test
    @DisplayName("is broken between words, with the indent before each line")
    void broken() {
        assertThat(lines("  ", "one two three four", 11)).containsExactly("  one two", "  three", "  four");
        assertThat(lines("", "   indented text here", 14)).containsExactly("   indented", "   text here");
    }

    @Test
    @DisplayName("goes on below where it began, behind what stands before it")
    void hanging() {
        assertThat(lines("  \u001b[32mgreen\u001b[0m  ", "one two three", 16))
                .containsExactly("  \u001b[32mgreen\u001b[0m  one two", "         three");
    }

    @Test
    @DisplayName("stays as it is where there is room, and where a word does not fit at all")
    void whole() {
        assertThat(lines("", "a  b", 4)).containsExactly("a  b");
        assertThat(lines("", "a/very/long/path it is", 8)).containsExactly("a/very/long/path", "it is");
    }

    @Test
    @DisplayName("has colours that take no room")
    void colours() {
        assertThat(lines("", "\u001b[31mred\u001b[0m one", 7)).hasSize(1);
    }

    @Test
    @DisplayName("has links whose target takes no room, where there are colours")
    void links() {
        var target = URI.create("file:///a/long/way/to/it");
        String link = screen(Ansi.ON, 9).link(target, "it.java:7");
        assertThat(link).isEqualTo("\u001b]8;;file:///a/long/way/to/it\u001b\\it.java:7\u001b]8;;\u001b\\");
        assertThat(lines("", "in " + link, 12)).hasSize(1);
        assertThat(screen(Ansi.OFF, 9).link(target, "it.java:7")).isEqualTo("it.java:7");
    }

    @Test
    @DisplayName("has code that stands out by a colour, or else by its backticks")
    void code() {
        assertThat(screen(Ansi.ON, 9).withCode("call `next()` now")).isEqualTo("call \u001b[36mnext()\u001b[39m\u001b[0m now");
        assertThat(screen(Ansi.OFF, 9).withCode("call `next()` now")).isEqualTo("call `next()` now");
    }

    private static List<String> lines(String indent, String text, int width) {
        return screen(Ansi.OFF, width).linesOf(screen -> screen.wrapped(indent, text));
    }

    private static Screen screen(Ansi ansi, int width) {
        return new Screen(NOWHERE, NOWHERE, ansi, () -> width);
    }
}
