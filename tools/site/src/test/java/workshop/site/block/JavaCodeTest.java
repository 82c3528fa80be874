package workshop.site.block;

import java.util.List;

import org.jsoup.Jsoup;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("The highlighter of Java")
class JavaCodeTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            record Point(int x) { }                                 | record int
            var record = record(1);                                 | var
            sealed interface A permits B, C { }                     | sealed interface permits
            non-sealed class D implements A { }                     | non-sealed class implements
            case Point p when p.x() > 0 -> yield 1;                 | case when yield
            when(mock).thenReturn(yield);                           |
            import module java.base; module.x(); var module = 1;    | import module var
            yield = 3;                                              |
            var x = 1; for (var y : list) { var(x); }               | var for var
            int permits = sealed + record;                          | int
            """)
    @DisplayName("knows keywords that are keywords only in their place")
    void keywords(String code, String keywords) {
        assertThat(of("k", code)).isEqualTo(keywords == null ? List.of() : List.of(keywords.split(" ")));
    }

    @Test
    @DisplayName("keeps a text block in one piece, and marks its escapes")
    void textBlock() {
        String code = "var text = \"\"\"\n    a \"quoted\" word // no comment\n    \\\"\"\" b\n    \"\"\"; // end";
        assertThat(of("s", code)).containsExactly("\"\"\"", "a \"quoted\" word // no comment", "\"\" b", "\"\"\"");
        assertThat(of("se", code)).containsExactly("\\\"");
        assertThat(of("c", code)).containsExactly("// end");
    }

    @Test
    @DisplayName("closes and opens the colours at each end of a line")
    void lines() {
        assertThat(JavaCode.lines("/* a\n b */ int x = '\\n'; List<String> y;")).containsExactly(
                "<span class=\"c\">/* a</span>",
                "<span class=\"c\"> b */</span> <span class=\"k\">int</span> x = <span class=\"s\">&apos;</span><span class=\"se\">\\n</span>"
                        + "<span class=\"s\">&apos;</span>; <span class=\"nc\">List</span>&lt;<span class=\"nc\">String</span>&gt; y;");
    }

    @Test
    @DisplayName("loses nothing, however broken the code is")
    void complete() {
        String code = "\"open\nchar c = '\n/* open \"\"\" @Test 0xFF_00L 1e3d \"\"\"";
        assertThat(Jsoup.parse(JavaCode.html(code)).wholeText()).isEqualTo(code);
    }

    private static List<String> of(String className, String code) {
        return Jsoup.parse(JavaCode.html(code)).select("." + className).eachText();
    }
}
