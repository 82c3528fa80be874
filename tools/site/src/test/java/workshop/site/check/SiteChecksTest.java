package workshop.site.check;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("A check of a site")
class SiteChecksTest {
    private static final String SOUND = """
            <h1>A page</h1><p><a href="#one">One</a> <a href="other.html#there">There</a> <a href="https://example.org">far away</a></p>
            <img src="images/a.svg" alt="What it really shows">
            <div class="sect1"><h2 id="one">One</h2></div>
            <form class="quiz"><fieldset><legend>Which?</legend>
            <div class="choice" data-right="true"><label>A</label><div class="feedback"><strong>Right.</strong><p>Yes.</p></div></div>
            <div class="choice" data-right="false"><label>B</label><div class="feedback"><strong>No.</strong><p>No.</p></div></div>
            </fieldset></form>""";

    @TempDir
    private Path folder;

    @BeforeEach
    void site() throws IOException {
        Files.createDirectories(folder.resolve("assets"));
        Files.createDirectories(folder.resolve("images"));
        Files.writeString(folder.resolve("images/a.svg"), "<svg/>");
        Files.writeString(folder.resolve("assets/search-index.js"), "window.courseIndex = [{\"page\":\"page.html#one\"}];");
        Files.writeString(folder.resolve("other.html"), page("<h1>Another</h1><p id=\"there\">There</p>"));
    }

    @Test
    @DisplayName("lets a sound page pass")
    void sound() throws IOException {
        assertThat(check(SOUND)).isEmpty();
    }

    @ParameterizedTest(name = "{1}")
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            <a href="#two">Two</a>                                       | '#two' leads nowhere
            <a href="absent.html">Absent</a>                             | 'absent.html' leads nowhere
            <a href="other.html#absent">Absent</a>                       | 'other.html#absent' leads nowhere
            <a href="/etc/hostname">Out of the site</a>                  | '/etc/hostname' leads nowhere
            <img src="images/b.svg" alt="What it really shows">          | 'images/b.svg' leads nowhere
            <p id="one">One</p>                                          | the id 'one' is there twice
            <img src="images/a.svg">                                     | the image images/a.svg says ''
            <img src="images/a.svg" alt="image">                         | the image images/a.svg says 'image'
            <svg role="img"></svg>                                       | the image  says ''
            <h1>Again</h1>                                               | there are 2 headings of the first level
            <h4>Deep</h4>                                                | 'Deep' is a heading of level 4 below one of level 2
            <script src="https://cdn.example.org/a.js"></script>         | loads https://cdn.example.org/a.js
            <link rel="stylesheet" href="//fonts.example.org/a.css">     | loads //fonts.example.org/a.css
            <img src="http://example.org/a.png" alt="What it shows">     | loads http://example.org/a.png
            <script type="module" src="assets/search-index.js"></script> | has a module as its script
            <p style="background: url(https://example.org/a.png)"></p>   | has 'url(https://example.org/a.png'
            <div class="sect2"><h3 id="new">New</h3></div>               | 'New' can't be found by the search
            <div class="dlist"><dl><dt id="w">Word</dt><dd>W</dd></dl></div> | 'Word' can't be found by the search
            <form class="quiz"><legend>Q</legend></form>                 | the quiz 'Q' has 0 right choices of 0
            <p>strange::step-01[todo=1]</p>                              | nobody knows the macro 'strange::step-01[todo=1]'
            """)
    @DisplayName("finds what is wrong with a page")
    void mistaken(String addition, String problem) throws IOException {
        assertThat(check(SOUND + addition)).singleElement().asString().contains("page.html", problem);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            a.css | body { background: url(https://example.org/a.png) }
            a.css | @import "https://example.org/a.css";
            a.js  | fetch('a.json')
            a.js  | import('a.js')
            a.js  | load("https://example.org/a.js")
            """)
    @DisplayName("finds what a style sheet or a script loads")
    void remoteAsset(String file, String content) throws IOException {
        Files.writeString(folder.resolve("assets").resolve(file), content);
        assertThat(check(SOUND)).singleElement().asString().contains("assets/" + file, "has no network");
    }

    @Test
    @DisplayName("finds a page that is too large, with what it loads")
    void heavy() throws IOException {
        var noise = new Random(1).ints(100_000, 'a', 'z').mapToObj(Character::toString).collect(Collectors.joining());
        Files.writeString(folder.resolve("assets/noise.js"), "// " + noise);
        assertThat(check(SOUND + "<script src=\"assets/noise.js\"></script>")).isEmpty();
        assertThat(check(SOUND + "<script src=\"assets/noise.js\"></script><p>" + noise.toUpperCase() + "</p>"))
                .singleElement().asString().contains("page.html: it weighs", "at most 102400 are fine");
    }

    @Test
    @DisplayName("finds a choice without a feedback")
    void silentChoice() throws IOException {
        assertThat(check(SOUND.replace("<p>No.</p>", ""))).containsExactly(
                "page.html: the quiz 'Which?' says nothing on the choice 'B'; add a feedback below a +");
    }

    @Test
    @DisplayName("finds the instructor's text on a learner's page and in its search")
    void instructor() throws IOException {
        String secret = "Ask the room what they believe before you go on";
        Path instructor = Files.createDirectories(folder.resolve("instructor/assets")).getParent();
        Files.writeString(instructor.resolve("page.html"), page("<div class=\"instructor\"><p>" + secret + "</p></div>"));
        Files.writeString(instructor.resolve("guide.html"), page("<main><div class=\"paragraph\"><p>Bring water for everybody in the room</p></div></main>"));
        Files.writeString(folder.resolve("page.html"), page("<div class=\"instructor\"><p>" + secret + "</p></div>"));
        Files.writeString(folder.resolve("other.html"), page("<p>Bring water for everybody in the room</p>"));
        Files.writeString(folder.resolve("assets/search-index.js"), "\"text\":\"" + secret + "\"");

        assertThat(NothingForInstructors.check(WrittenSite.read(folder), WrittenSite.read(instructor))).containsExactlyInAnyOrder(
                "page.html has a block for the instructor",
                "page.html has the instructor's text '" + secret + "'",
                "other.html has the instructor's text 'Bring water for everybody in the room'",
                "The search index has the instructor's text '" + secret + "'");
    }

    private List<String> check(String body) throws IOException {
        Files.writeString(folder.resolve("page.html"), page("<main>" + body + "</main>"));
        return SiteChecks.check(WrittenSite.read(folder));
    }

    private static String page(String body) {
        return "<!doctype html><html lang=\"en\"><head><title>A page</title></head><body>" + body + "</body></html>";
    }
}
