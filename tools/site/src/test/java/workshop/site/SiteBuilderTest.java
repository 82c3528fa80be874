package workshop.site;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.apache.commons.io.FileUtils;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import workshop.model.Token;

import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("The site builder")
class SiteBuilderTest {
    private static final Path FIXTURES = Path.of("src/test/resources");

    @TempDir
    private static Path out;
    private static List<String> problems;
    private static List<String> mistakes;
    private static Document start;
    private static Document step;

    @BeforeAll
    static void build() throws IOException {
        try (var builder = new SiteBuilder(FIXTURES.resolve("sound"), out.resolve("sound"))) {
            problems = builder.build();
        }
        start = Jsoup.parse(out.resolve("sound/site/start.html"));
        step = Jsoup.parse(out.resolve("sound/site/step-01.html"));
        Path sources = out.resolve("sources");
        FileUtils.copyDirectory(FIXTURES.resolve("sound").toFile(), sources.toFile());
        FileUtils.copyDirectory(FIXTURES.resolve("mistaken").toFile(), sources.toFile());
        try (var builder = new SiteBuilder(sources, out.resolve("mistaken"))) {
            mistakes = builder.build();
        }
    }

    @Test
    @DisplayName("finds nothing wrong in a sound course")
    void sound() {
        assertThat(problems).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "unknown style for example block: strange",
        "the line 'typed in a listing' of a block was typed",
        "the line 'typed in a literal' of a block was typed",
        "the line 'typed as an indented line' of a block was typed",
        "the line 'typed as a paragraph' of a block was typed",
        "include file not found",
        "tag 'absent' not found",
        "possible invalid reference: absent-here",
        "start.html: 'step-09.html' leads nowhere",
        "start.html: 'instructor.html' leads nowhere",
        "absent.svg' leads nowhere",
        "nothing runs the command 'git push --force'",
        "hello.session has no part 'absent': use one of server, curl, stop",
        "absent.session can't be read",
        "session::hello[]: has no 'tag'",
        "has no hints for TODO 9",
        "There is no step 'step-07'",
        "forgets-it.patch: line 6 of solutions/step-01-basic/src/main/java/x/Handler.java is not what it was",
        "The diagram",
        "diagram::talk[]: has no 'alt'",
        "bench.md has no section 'Absent': use one of machine, How soon",
        "bench.md has no column 'p42' there: use some of contender",
        "There is no story 'absent': use one of completed, aborted, cleaned-up, cancelled",
        "start.adoc: https://www.rfc-editor.org/rfc/rfc91.html is no address of that work",
        "skipping reference to missing attribute: absent-work",
        "'Too deep' is a heading of level 4",
        "the quiz 'Which one?' has 0 right choices of 2",
        "the quiz 'Which one?' says nothing on the choice 'This one.'",
        "the schedule 'Half an hour' has 30 minutes, and its items take 5"})
    @DisplayName("names each mistake")
    void mistaken(String mistake) {
        assertThat(mistakes).anySatisfy(found -> assertThat(found).contains(mistake));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            what is typed on Linux     | step-01 | .tab[data-tab=unix] .command       | ./workshop run 1; curl -i http://localhost:8080/a
            and on Windows             | step-01 | .tab[data-tab=powershell] .command | .\\workshop.cmd run 1; curl.exe -i http://localhost:8080/a
            and its output             | step-01 | .tab[data-tab=unix] .output        | Listening; HTTP/1.1 200 OK; …; [ERROR] is output, and no terminal
            code                       | step-01 | .listingblock pre                  | return "<File> & more"; 1
            with its colours           | step-01 | .listingblock .k                   | return
            and its callouts           | step-01 | .conum                             | 1
            explained                  | step-01 | .callouts li                       | The answer, or a NullPointerException.
            what changes, in numbers   | step-01 | .solution .change-file             | Handler.java 1 line removed, 1 line added
            in words                   | step-01 | .solution .word                    | Removed; Added
            and line by line           | step-01 | .solution ins                      | return "<File> & more"; // <1>
            what is believed           | step-01 | .wrong-answer q                    | An empty answer is an answer.; The answer
            how much is different      | step-01 | .wrong-answer .change-file         | Handler.java 1 line removed, 1 line added
            what lacks                 | step-01 | .wrong-answer del                  | return "<File> & more"; // <1>
            what is there instead      | step-01 | .wrong-answer ins                  | return "";
            hints                      | step-01 | .hints summary                     | Hint 1 what to think about; Hint 2 what to use; Hint 3 almost the code
            with code                  | step-01 | .hints pre                         | return "File";
            the name of a wrong answer | step-01 | .wrong-answer summary              | Forgets it
            none of it unasked         | step-01 | details[open]                      | ~~
            the question of a quiz     | step-01 | .quiz legend                       | Question Which one?
            its right choice           | step-01 | .choice[data-right=true] label     | That one.
            a feedback for each choice | step-01 | .feedback                          | Not quite. No: the other one.; Right. Yes.
            all stories                | start   | .story:has(svg[role=img]) .story-title | Completed; Aborted, no cleanup; Aborted, cleaned up; Cancelled
            columns of a benchmark     | start   | .table:contains(p50) th            | contender; p50
            figures to the right       | start   | td.halign-right                | 0.5; missed
            a missed target            | start   | .table td strong                   | missed
            the time that is left      | start   | .chapter-head .time                | 5 min for this chapter, 25 min from here to the end
            where its source is        | start   | .bottom a[href=https://example.org/edit/start.adoc] | Edit this page
            the contents of a page     | start   | .contents li                       | One picture
            """)
    @DisplayName("shows")
    void shows(String what, String page, String selector, String texts) throws IOException {
        assertThat(String.join("; ", Jsoup.parse(out.resolve("sound/site").resolve(page + ".html")).select(selector).eachText())).isEqualTo(texts);
    }

    @Test
    @DisplayName("has the hash of a step's token, and not the token")
    void checkpoint() {
        Token token = Token.of("step-01-basic");
        assertThat(step.selectFirst("form.checkpoint").attr("data-hash")).isEqualTo(token.hash());
        assertThat(step.outerHtml()).doesNotContain(token.text());
    }

    @Test
    @DisplayName("tells others what a page is about, and where it is published")
    void about() throws IOException {
        assertThat(start.select("meta[name=description], meta[property=og:description]").eachAttr("content"))
                .containsExactly("Begin.", "Begin.");
        assertThat(start.select("link[rel=canonical]").attr("href")).isEqualTo("https://example.org/course/start.html");
        assertThat(Files.readString(out.resolve("sound/site/sitemap.xml"))).contains(
                "<loc>https://example.org/course/</loc>", "<loc>https://example.org/course/step-01.html</loc>").doesNotContain("instructor");
        assertThat(Jsoup.parse(out.resolve("sound/site/404.html")).select("a").attr("href")).isEqualTo("https://example.org/course/");
        assertThat(Jsoup.parse(out.resolve("sound/instructor/step-01.html")).select("link[rel=canonical]")).isEmpty();
    }

    @Test
    @DisplayName("begins the timeline with the story that is asked for")
    void timeline() {
        assertThat(start.select(".timeline").attr("data-first")).isEqualTo("aborted");
    }

    @Test
    @DisplayName("shows a section of the benchmark's report as text")
    void bench() {
        assertThat(start.select("p").eachText()).contains("Java 25 on Linux.", "Milliseconds.").doesNotContain("Load average at the end: 1.0.");
    }

    @Test
    @DisplayName("names a link to another chapter for what is there")
    void crossReferences() {
        assertThat(start.select("main a[href^=step-01]").eachText()).contains("The idea", "Step 01: answer");
    }

    @Test
    @DisplayName("puts each section into the search, with the names of exceptions, and each word that is explained")
    void search() throws IOException {
        assertThat(Files.readString(out.resolve("sound/site/assets/search-index.js")))
                .contains("\"page\":\"step-01.html#the-idea\"", "NullPointerException", "\"page\":\"step-01.html#a-part-of-it\"")
                .contains("{\"page\":\"start.html#term-rst-stream\",\"chapter\":\"Start here\",\"title\":\"RST_STREAM\",\"text\":\"The frame that ends one stream.\"}");
    }

    @Test
    @DisplayName("shows notes, schedules and checks to instructors only")
    void instructor() throws IOException {
        assertThat(out.resolve("sound/site/instructor.html")).doesNotExist();
        assertThat(step.text()).doesNotContain("Ask the room");
        assertThat(Jsoup.parse(out.resolve("sound/instructor/step-01.html")).select(".instructor").text())
                .isEqualTo("For the instructor Ask the room before you show them the answer of this.");
        assertThat(Jsoup.parse(out.resolve("sound/instructor/index.html")).select("tbody tr").eachText())
                .containsExactly("0:00 Start here 5 min", "0:05 Step 01: answer 20 min", "0:25 Break 5 min");
        assertThat(Jsoup.parse(out.resolve("sound/instructor/checks.html")).select("main li").text())
                .isEqualTo("Which one? Answer That one.");
        Document speak = Jsoup.parse(out.resolve("sound/instructor/speak.html"));
        assertThat(speak.select("[data-notes]").eachText()).containsExactly("Step 01: answer Ask the room before you show them the answer of this.");
        assertThat(speak.select(".plan li").eachText()).containsExactly("0:00 Start here 5 min", "0:05 Step 01: answer 20 min", "0:25 Break 5 min");
    }
}
