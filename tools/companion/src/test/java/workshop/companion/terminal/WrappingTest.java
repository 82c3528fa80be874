package workshop.companion.terminal;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("Text that is too long for the terminal")
class WrappingTest {
    @Test
    @DisplayName("is broken between words, with the indent before each line")
    void broken() {
        assertThat(Wrapping.lines("  ", "one two three four", 11)).containsExactly("  one two", "  three", "  four");
        assertThat(Wrapping.lines("", "   indented text here", 14)).containsExactly("   indented", "   text here");
    }

    @Test
    @DisplayName("goes on below where it began, behind what stands before it")
    void hanging() {
        assertThat(Wrapping.lines("  \u001b[32mgreen\u001b[0m  ", "one two three", 16))
                .containsExactly("  \u001b[32mgreen\u001b[0m  one two", "         three");
    }

    @Test
    @DisplayName("stays as it is where there is room, and where a word does not fit at all")
    void whole() {
        assertThat(Wrapping.lines("", "a  b", 4)).containsExactly("a  b");
        assertThat(Wrapping.lines("", "a/very/long/path it is", 8)).containsExactly("a/very/long/path", "it is");
    }

    @Test
    @DisplayName("has colours that take no room")
    void colours() {
        assertThat(Wrapping.lines("", "\u001b[31mred\u001b[0m one", 7)).hasSize(1);
    }
}
