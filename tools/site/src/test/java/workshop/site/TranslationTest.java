package workshop.site;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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

import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("A folder of another language")
class TranslationTest {
    private static final String CHAPTER = """
            = Los geht es
            :able: anfangen
            :original: %s

            Siehe xref:step-01.adoc[].

            [#%s]
            == Ein Bild

            timeline::[]

            [quiz]
            ====
            Was?

            * [x] Dies.
            +
            Ja.
            * [ ] Das.
            +
            Nein.
            ====
            """;

    @TempDir
    private static Path folder;
    private static Path german;
    private static List<String> mistakes;
    private static List<String> problems;
    private static List<String> untranslated;
    private static List<String> notesOfAnOldChapter;

    /** The mistakes tell how they are mended. */
    @BeforeAll
    static void build() throws IOException {
        Path sources = folder.resolve("sources");
        FileUtils.copyDirectory(Path.of("src/test/resources/sound").toFile(), sources.toFile());
        german = Files.createDirectories(sources.resolve("docs/chapters/de"));
        try (var builder = new SiteBuilder(sources, folder)) {
            write(CHAPTER.formatted("0123456789ab", "ein-bild"), "Never\\ said = Nie gesagt");
            mistakes = builder.build();
            String words = told("translate '(.*) = '$").map(key -> key + " = DE " + key).collect(Collectors.joining("\n"));
            write(CHAPTER.formatted("outdated", "one-picture"), words);
            builder.build();
            notesOfAnOldChapter = page("start").select("main > .note").eachText();
            write(CHAPTER.formatted(told("':original: ([0-9a-f]{12})'").findFirst().orElseThrow(), "one-picture"), words);
            problems = builder.build();
            untranslated = builder.untranslated();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "de/start.adoc is out of date, start.adoc has changed: bring it up to date and write ':original: ",
        "de/start.adoc has no section 'one-picture': translate it, with [#one-picture] above its heading",
        "de/words.properties lacks a line: translate 'Search\\ the\\ course = '",
        "de/words.properties lacks a line: translate 'Not\\ quite. = '",
        "de/words.properties lacks a line: translate '\\#\\ of\\ #\\ steps\\ are\\ done. = '",
        "de/words.properties lacks a line: translate 'Copied = '",
        "de/words.properties has 'Never\\ said', and no page says it: remove the line"})
    @DisplayName("has each mistake named")
    void mistaken(String mistake) {
        assertThat(mistakes).anySatisfy(found -> assertThat(found).startsWith(mistake));
    }

    @Test
    @DisplayName("has nothing wrong once it is mended, and what is missing is named")
    void mended() {
        assertThat(problems).isEmpty();
        assertThat(untranslated).containsExactly("Not translated yet, and shown in English: de/step-01.adoc.");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            its chapter             | start   | h1                              | Los geht es
            with words of its own   | start   | .feedback                       | DE Right. Ja.; DE Not quite. Nein.
            and of the stories      | start   | .story[data-story=aborted] .lane-title | DE client; DE server; DE file
            around it               | start   | .chapters-button                | DE Contents
            with its numbers        | start   | .chapter-head .time             | DE 5 min DE for this chapter, DE 25 min DE from here to the end
            the way to English      | start   | a.language[lang=en]             | English
            what is not translated  | step-01 | article[lang=en] h1             | Step 01: answer
            with a note             | step-01 | main > .note                    | DE This chapter is not translated yet. Here it is in English.
            and English words in it | step-01 | .feedback                       | Not quite. No: the other one.; Right. Yes.
            and German around it    | step-01 | .chapters-time                  | DE 25 min in all
            and what it is for      | index   | .cover-chapters p[lang=en]      | You will be able to answer.
            beside what is          | index   | .cover-chapters p:not([lang])   | DE You will be able to anfangen.
            marked in the contents  | start   | .chapters a[lang=en]            | Step 01: answer
            and in the text         | start   | article a[lang=en]              | Step 01: answer
            """)
    @DisplayName("shows")
    void shows(String what, String page, String selector, String texts) throws IOException {
        assertThat(String.join("; ", page(page).select(selector).eachText())).isEqualTo(texts);
    }

    @Test
    @DisplayName("has its language in its pages, and a way from each page to the same one in English and back")
    void languages() throws IOException {
        assertThat(page("step-01").selectFirst("html").attr("lang")).isEqualTo("de");
        assertThat(page("step-01").selectFirst(".verdict").attr("lang")).as("What a script writes").isEqualTo("de");
        assertThat(page("start").select("a.language").eachAttr("href")).containsExactly("../start.html");
        Document english = Jsoup.parse(folder.resolve("site/start.html"));
        assertThat(english.selectFirst("html").attr("lang")).isEqualTo("en");
        assertThat(english.select("link[rel=alternate][hreflang=de]").attr("href")).isEqualTo("https://example.org/course/de/start.html");
        assertThat(page("index").select("link[rel=alternate][hreflang=en]").attr("href")).isEqualTo("https://example.org/course/");
        assertThat(english.select("a.language").outerHtml()).isEqualTo("<a class=\"language\" href=\"de/start.html\" hreflang=\"de\" lang=\"de\">Deutsch</a>");
    }

    @Test
    @DisplayName("tells on the page of a chapter that is older than the English one that it is")
    void outdated() {
        assertThat(notesOfAnOldChapter).containsExactly("The English chapter is newer than this one. Read it in English");
    }

    @Test
    @DisplayName("has scripts that speak its language, and a search that finds its words")
    void scripts() throws IOException {
        Path assets = folder.resolve("site/de/assets");
        assertThat(assets.resolve("course.js")).content().contains("\"DE Copied\"").doesNotContain("\"Copied\"");
        assertThat(assets.resolve("search.js")).content().contains("=== \"Enter\"");
        assertThat(assets.resolve("progress.js")).content().contains("`DE ${count} of ${there.length} steps are done.`");
        assertThat(assets.resolve("search-index.js")).content().contains("\"title\":\"Ein Bild\"");
        assertThat(folder.resolve("site/assets/course.js")).content().contains("\"Copied\"");
    }

    private static void write(String chapter, String words) throws IOException {
        Files.writeString(german.resolve("start.adoc"), chapter);
        Files.writeString(german.resolve("words.properties"), words);
    }

    /** What the mistakes tell, as the group of an expression. */
    private static Stream<String> told(String expression) {
        return mistakes.stream().flatMap(mistake -> Pattern.compile(expression).matcher(mistake).results()).map((MatchResult result) -> result.group(1));
    }

    private static Document page(String name) throws IOException {
        return Jsoup.parse(folder.resolve("site/de").resolve(name + ".html"));
    }
}
