package workshop.site;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
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
        try (var builder = new SiteBuilder(FIXTURES.resolve("mistaken"), out.resolve("mistaken"))) {
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
        "'Too deep' is a heading of level 4",
        "the quiz 'Which one?' has 0 right choices of 2",
        "the quiz 'Which one?' says nothing on the choice 'This one.'",
        "start.adoc says ':minutes: 7', and course.yaml 5",
        "the schedule 'Half an hour' has 30 minutes, and its items take 5"})
    @DisplayName("names each mistake")
    void mistaken(String mistake) {
        assertThat(mistakes).anySatisfy(found -> assertThat(found).contains(mistake));
    }

    @Test
    @DisplayName("shows a session as it is typed on each system, and its output")
    void session() {
        assertThat(step.select(".tab[data-tab=unix] .command").eachText())
                .containsExactly("./workshop run 1", "curl -i http://localhost:8080/a");
        assertThat(step.select(".tab[data-tab=powershell] .command").eachText())
                .containsExactly(".\\workshop.cmd run 1", "curl.exe -i http://localhost:8080/a");
        assertThat(step.select(".tab[data-tab=unix] .output").eachText())
                .containsExactly("Listening", "HTTP/1.1 200 OK", "…", "[ERROR] is output, and no terminal");
    }

    @Test
    @DisplayName("includes code with its colours and its callouts")
    void code() {
        assertThat(step.select(".listingblock pre").text()).isEqualTo("return \"<File> & more\"; 1");
        assertThat(step.select(".listingblock .k").text()).isEqualTo("return");
        assertThat(step.select(".conum").text()).isEqualTo("1");
        assertThat(step.select(".callouts li").text()).isEqualTo("The answer, or a NullPointerException.");
    }

    @Test
    @DisplayName("shows what changes from the starter to the solution, in words")
    void changes() {
        var change = step.selectFirst(".solution .change");
        assertThat(change.select(".change-file").text()).isEqualTo("Handler.java 1 line removed, 1 line added");
        assertThat(change.select(".word").eachText()).containsExactly("Removed", "Added");
        assertThat(change.select("ins").text()).isEqualTo("return \"<File> & more\"; // <1>");
    }

    @Test
    @DisplayName("shows what a wrong answer believes, and what it does differently from the solution")
    void wrongAnswer() {
        var answer = step.selectFirst(".wrong-answer");
        assertThat(answer.select("q").eachText()).containsExactly("An empty answer is an answer.", "The answer");
        assertThat(answer.select(".change-file").text()).isEqualTo("Handler.java 1 line removed, 1 line added");
        assertThat(answer.select("del").text()).isEqualTo("return \"<File> & more\"; // <1>");
        assertThat(answer.select("ins").text()).isEqualTo("return \"\";");
    }

    @Test
    @DisplayName("hides hints and wrong answers until they are opened")
    void details() {
        assertThat(step.select(".hints summary").eachText()).containsExactly(
                "Hint 1 what to think about", "Hint 2 what to use", "Hint 3 almost the code");
        assertThat(step.select(".hints pre").text()).isEqualTo("return \"File\";");
        assertThat(step.select(".wrong-answer summary").text()).isEqualTo("Forgets it");
        assertThat(step.select("details[open]")).isEmpty();
    }

    @Test
    @DisplayName("has the hash of a step's token, and not the token")
    void checkpoint() {
        Token token = Token.of("step-01-basic");
        assertThat(step.selectFirst("form.checkpoint").attr("data-hash")).isEqualTo(token.hash());
        assertThat(step.outerHtml()).doesNotContain(token.text());
    }

    @Test
    @DisplayName("makes a form of a quiz, with a feedback for each choice")
    void quiz() {
        assertThat(step.select(".quiz legend").text()).isEqualTo("Question Which one?");
        assertThat(step.select(".choice[data-right=true] label").text()).isEqualTo("That one.");
        assertThat(step.select(".feedback").eachText()).containsExactly("Not quite. No: the other one.", "Right. Yes.");
    }

    @Test
    @DisplayName("tells all stories of the timeline without a script")
    void timeline() {
        assertThat(start.select(".timeline").attr("data-first")).isEqualTo("aborted");
        assertThat(start.select(".story-title").eachText())
                .containsExactly("Completed", "Aborted, no cleanup", "Aborted, cleaned up", "Cancelled");
        assertThat(start.select(".story svg[role=img]")).hasSize(4);
    }

    @Test
    @DisplayName("shows a section of the benchmark's report as text and a table")
    void bench() {
        assertThat(start.select("p").eachText()).contains("Java 25 on Linux.", "Milliseconds.").doesNotContain("Load average at the end: 1.0.");
        assertThat(start.select(".table th").eachText()).contains("contender", "p50");
        assertThat(start.select(".table td strong").eachText()).containsExactly("missed");
    }

    @Test
    @DisplayName("names a link to another chapter for what is there")
    void crossReferences() {
        assertThat(start.select("main a[href^=step-01]").eachText()).contains("The idea", "Step 01: answer");
    }

    @Test
    @DisplayName("shows the time of a chapter, and from there to the end")
    void times() {
        assertThat(start.select(".chapter-head .time").text()).isEqualTo("5 min for this chapter, 25 min from here to the end");
    }

    @Test
    @DisplayName("puts each section into the search, with the names of exceptions")
    void search() throws IOException {
        assertThat(Files.readString(out.resolve("sound/site/assets/search-index.js")))
                .contains("\"page\":\"step-01.html#the-idea\"", "NullPointerException", "\"page\":\"step-01.html#a-part-of-it\"");
    }

    @Test
    @DisplayName("puts each word that is explained into the search, and not into the contents of its page")
    void words() throws IOException {
        assertThat(Files.readString(out.resolve("sound/site/assets/search-index.js")))
                .contains("{\"page\":\"start.html#term-rst-stream\",\"chapter\":\"Start here\",\"title\":\"RST_STREAM\",\"text\":\"The frame that ends one stream.\"}");
        assertThat(start.select(".contents li").eachText()).containsExactly("One picture");
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
                .isEqualTo("Which one? Answer: That one.");
    }
}
