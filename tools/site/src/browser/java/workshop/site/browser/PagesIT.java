package workshop.site.browser;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Media;
import com.microsoft.playwright.options.ReducedMotion;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import workshop.model.Token;
import workshop.site.RenderedCourse;
import workshop.testkit.browser.BrowserTest;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("The pages, opened from a disk")
class PagesIT extends BrowserTest {
    private static final String STEP = "step-01.html";

    private BrowserContext context;
    private Page page;

    @BeforeEach
    void open() {
        context = chromium.browser().newContext(new Browser.NewContextOptions().setReducedMotion(ReducedMotion.REDUCE));
        page = context.newPage();
    }

    @AfterEach
    void close() {
        context.close();
    }

    @Test
    @DisplayName("find an exception by the keyboard alone")
    void search() {
        go("index.html");
        page.keyboard().press("/");
        page.keyboard().type("CloseConnectionException");
        assertThat(page.locator("#search-status")).containsText("found");
        page.keyboard().press("ArrowDown");
        assertThat(page.locator("#search-results a").first()).isFocused();
        page.keyboard().press("Escape");
        assertThat(page.locator("#search-results")).isHidden();
        page.keyboard().type("zzzz");
        assertThat(page.locator("#search-results")).containsText("No section has “CloseConnectionExceptionzzzz”.");
    }

    @ParameterizedTest
    @ValueSource(ints = {320, 480, 640, 641, 800})
    @DisplayName("find in a narrow window, too, and what is found stays in it")
    void searchNarrow(int width) {
        page.setViewportSize(width, 800);
        go("index.html");
        page.locator("#search").fill("rst");
        assertThat(page.locator("#search-results a").first()).isVisible();
        var found = page.locator("#search-results").boundingBox();
        assertThat(found.x).as("The left end of what is found, in a window of %d px", width).isGreaterThanOrEqualTo(0);
        assertThat(found.x + found.width).as("Its right end").isLessThanOrEqualTo(width);
        assertThat((Integer) page.evaluate("document.documentElement.scrollWidth")).as("The width of the page").isLessThanOrEqualTo(width);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "RST, glossary.html#term-rst", "FIN, glossary.html#term-fin", "keep alive, glossary.html#term-keep-alive",
        "half-close, glossary.html#term-half-close", "half close, glossary.html#term-half-close",
        "interupt, glossary.html#term-interrupt", "interrupts, step-04.html#three-traps-with-interrupts",
        "virtual threads, glossary.html#term-virtual-thread", "HTTP/2, going-on.html#http2",
        "proxy, glossary.html#term-proxy", "nginx, going-on.html#a-proxy-in-between", "deadline, glossary.html#term-deadline",
        "roll back, glossary.html#term-roll-back", "compare and set, glossary.html#term-compare-and-set",
        "fsync, step-03.html#going-further", "wait notifyAll, step-02.html#one-lock-and-who-waits-for-it",
        "symbolic link, glossary.html#term-symbolic-link", "three traps, step-04.html#three-traps-with-interrupts",
        "clients that vanish, going-on.html#clients-that-vanish", "docker, start.html#check-your-set-up",
        "CloseConnectionException, step-03.html#what-changed"
    })
    @DisplayName("find what was meant first")
    void finds(String query, String first) {
        go("index.html");
        page.locator("#search").fill(query);
        assertThat(page.locator("#search-results a").first()).hasAttribute("href", first);
    }

    @Test
    @DisplayName("mark what was found where a word begins with it, and not within another one")
    void marks() {
        go("index.html");
        page.locator("#search").fill("rst");
        assertThat(page.locator("#search-results a").first()).isVisible();
        Object within = page.locator("#search-results mark").evaluateAll(
                "marks => marks.filter(mark => /\\p{L}$/u.test(mark.previousSibling.data)).map(mark => mark.parentElement.textContent)");
        assertThat((List<?>) within).as("What is found within a word").isEmpty();
    }

    @Test
    @DisplayName("load what the search takes only when somebody searches")
    void searchOnDemand() {
        var loaded = new ArrayList<String>();
        page.onRequest(request -> loaded.add(request.url().replaceAll(".*/", "")));
        go("step-02.html");
        assertThat(loaded).doesNotContain("search-index.js", "lunr.js");
        page.locator("#search").fill("fin");
        assertThat(page.locator("#search-results a").first()).isVisible();
        assertThat(loaded).contains("search-index.js", "lunr.js");
    }

    @Test
    @DisplayName("lead to the section that was searched for")
    void searchLeads() {
        go("index.html");
        page.keyboard().press("/");
        page.keyboard().type("what changed");
        page.keyboard().press("Enter");
        page.waitForURL("**/*.html#what-changed*");
    }

    @Test
    @DisplayName("remember the tab on all pages, and change it by the arrow keys")
    void tabs() {
        go(STEP);
        Locator windows = page.locator("[role=tab][data-tab=powershell]").first();
        page.locator("[role=tab][data-tab=unix]").first().focus();
        page.keyboard().press("ArrowRight");
        assertThat(windows).isFocused();
        assertThat(page.locator(".tab[data-tab=powershell]").first()).isVisible();
        assertThat(page.locator(".tab[data-tab=unix]").first()).isHidden();
        go("step-02.html");
        assertThat(page.locator(".tab[data-tab=powershell]").first()).isVisible();
    }

    @Test
    @DisplayName("copy a command without its prompt, and code without its numbers")
    void copy() {
        context.addInitScript("Object.defineProperty(navigator, 'clipboard', { value: { writeText: text => { window.copied = text; return Promise.resolve(); } } });");
        go(STEP);
        Locator button = page.locator(".tab[data-tab=unix] .copy").first();
        button.click();
        assertThat(button).hasText("Copied");
        String copied = page.evaluate("window.copied").toString();
        assertThat(copied).as("The command, without its prompt and what it prints").isNotBlank().doesNotContain("$", "\n");
        assertThat(page.locator(".tab[data-tab=unix]").first().textContent()).contains(copied);
        assertThat(page.evaluate("""
                () => { const pre = document.querySelector('.hints pre'); const details = pre.closest('details'); details.open = true;
                        pre.insertAdjacentHTML('beforeend', '<b class="conum">1</b>'); pre.parentNode.querySelector('.copy').click();
                        return window.copied; }""").toString()).doesNotEndWith("1").isNotBlank();
    }

    @Test
    @DisplayName("say for each choice why, by the keyboard alone")
    void quiz() {
        go(STEP);
        Locator quiz = page.locator("form.quiz").first();
        assertThat(quiz.locator(".feedback:visible")).hasCount(0);
        quiz.locator("input").first().focus();
        page.keyboard().press("Space");
        assertThat(quiz.locator(".feedback:visible")).hasCount(1);
        page.keyboard().press("ArrowDown");
        assertThat(quiz.locator(".choice").nth(1).locator(".feedback")).isVisible();
        assertThat(quiz.locator(".feedback:visible")).hasCount(1);
        page.reload();
        assertThat(quiz.locator(".choice").nth(1).locator(".feedback")).isVisible();
        assertThat(quiz.locator("input").nth(1)).isChecked();
    }

    @Test
    @DisplayName("count a chapter as done when its questions are answered and its end was seen, and go on with the next one")
    void read() {
        go("start.html");
        Locator dot = page.locator(".chapters li[data-chapter=start]");
        page.locator(".before-after").scrollIntoViewIfNeeded();
        page.locator("form.quiz").first().locator("input").first().check();
        assertThat(dot).not().hasClass("done");
        page.locator("form.quiz").last().locator("input").first().check();
        assertThat(dot).hasClass("done");
        go("index.html");
        assertThat(page.locator("#progress")).isEmpty();
        assertThat(page.locator("#resume")).containsText("Go on: Step 01");
        go("glossary.html");
        page.locator(".before-after").scrollIntoViewIfNeeded();
        assertThat(page.locator(".chapters li[data-chapter=glossary]")).hasClass("done");
        go("index.html");
        assertThat(page.locator("#resume")).containsText("Go on: Step 01");
    }

    @ParameterizedTest
    @MethodSource("workshop.site.RenderedCourse#pages")
    @DisplayName("cut no line of what a terminal shows, of a hint, or of code that is wrapped; in a wide window, of no code")
    void cut(Path file) {
        page.navigate(file.toUri().toString());
        page.evaluate("document.querySelectorAll('details').forEach(details => { details.open = true; })");
        page.setViewportSize(1600, 900);
        assertThat(cut("pre, .change-lines")).as("What is cut in a wide window").isEmpty();
        page.setViewportSize(320, 700);
        assertThat(cut(".terminal pre, .hints pre")).as("What is cut of terminals and hints in a narrow one").isEmpty();
        Locator wrap = page.locator(".wrap-switch:visible");
        if (wrap.count() > 0) {
            wrap.first().click();
            assertThat(cut("pre, .change-lines")).as("What is cut although it is wrapped").isEmpty();
            page.reload();
            assertThat(page.locator(".wrap-switch").first()).hasAttribute("aria-pressed", "true");
        }
    }

    private List<?> cut(String selector) {
        return (List<?>) page.evaluate("""
                selector => [...document.querySelectorAll(selector)].filter(lines => lines.scrollWidth > lines.clientWidth)
                  .map(lines => `${lines.scrollWidth} > ${lines.clientWidth}: ${lines.textContent.slice(0, 80)}`)""", selector);
    }

    @ParameterizedTest
    @ValueSource(ints = {320, 1280})
    @DisplayName("have nothing below a button, and copy a path whole, though it is broken at its slashes")
    void path(int width) {
        context.addInitScript("Object.defineProperty(navigator, 'clipboard', { value: { writeText: text => { window.copied = text; return Promise.resolve(); } } });");
        page.setViewportSize(width, 800);
        go(STEP);
        page.locator("code + .copy").first().click();
        assertThat(page.evaluate("window.copied")).isEqualTo("step-01-basic-handler/src/main/java/workshop/basic/FileHandler.java");
        assertThat((List<?>) page.evaluate("""
                () => {
                  const boxes = selector => [...document.querySelectorAll(selector)].filter(each => each.checkVisibility())
                    .map(each => each.getBoundingClientRect());
                  return boxes('.copy, .wrap-switch').flatMap(button => boxes('pre').filter(pre =>
                    pre.left < button.right && button.left < pre.right && pre.top < button.bottom && button.top < pre.bottom));
                }""")).as("Code below a button").isEmpty();
    }

    @Test
    @DisplayName("are led through by single keys, until somebody turns them off")
    void keys() {
        go("index.html");
        page.keyboard().press("ArrowRight");
        page.waitForURL("**/start.html");
        page.keyboard().press("ArrowRight");
        page.waitForURL("**/step-01.html");
        page.keyboard().press("ArrowLeft");
        page.waitForURL("**/start.html");
        page.locator(".timeline input[type=range]").focus();
        page.keyboard().press("ArrowLeft");
        page.locator("#main").focus();
        page.keyboard().press("?");
        assertThat(page.locator("#keys")).isVisible();
        page.locator("#use-keys").uncheck();
        page.keyboard().press("Escape");
        assertThat(page.locator("#keys")).isHidden();
        page.reload();
        page.keyboard().press("?");
        page.keyboard().press("/");
        assertThat(page.locator("#keys")).isHidden();
        assertThat(page.locator("#search")).not().isFocused();
        assertThat(page).hasURL(Pattern.compile(".*/start\\.html"));
    }

    @ParameterizedTest
    @ValueSource(ints = {320, 900, 1280})
    @DisplayName("have their contents beside them, or behind a button")
    void contents(int width) {
        page.setViewportSize(width, 800);
        go(STEP);
        Locator link = page.locator(".contents a[href='#green']");
        if (width < 960) {
            assertThat(link).isHidden();
            page.locator(".chapters-button").click();
        }
        link.click();
        page.waitForURL("**/step-01.html#green");
        assertThat(page.locator("#green")).isInViewport();
        if (width < 960) {
            assertThat(link).isHidden();
        }
    }

    @Test
    @DisplayName("take the token of a step, refuse others, keep the progress, export, reset and import it")
    void checkpoint() {
        go(STEP);
        Locator form = page.locator("form.checkpoint");
        form.locator("input").fill("0000-0000");
        page.keyboard().press("Enter");
        assertThat(form.locator(".verdict")).containsText("This is not the token");
        Token token = Token.of("step-01-basic-handler");
        for (String typed : List.of(" " + token.text().toUpperCase().replace('-', ' ') + " ", token.line())) {
            page.evaluate("localStorage.clear()");
            page.reload();
            form.locator("input").fill(typed);
            page.keyboard().press("Enter");
            assertThat(form.locator(".verdict")).containsText("this step is done");
        }

        go("index.html");
        assertThat(page.locator("#progress")).hasText(RenderedCourse.oneStepDone());
        assertThat(page.locator(".cover-chapters .done")).hasCount(1);
        assertThat(page.locator("#resume")).containsText("Go on: Step 02");
        Download export = page.waitForDownload(() -> page.locator("#export").click());
        assertThat(export.suggestedFilename()).isEqualTo("client-hangs-up-progress.json");
        page.onDialog(dialog -> dialog.accept());
        page.locator("#reset").click();
        assertThat(page.locator(".cover-chapters .done")).hasCount(0);
        assertThat(page.locator("#resume")).isHidden();

        page.locator("#import-file").setInputFiles(Path.of("pom.xml"));
        assertThat(page.locator("#import-note")).containsText("pom.xml has no progress of this course");
        page.locator("#import-file").setInputFiles(export.path());
        assertThat(page.locator("#import-note")).hasText("Imported: 1 of the chapters are done there.");
        assertThat(page.locator("#progress")).hasText(RenderedCourse.oneStepDone());
    }

    @Test
    @DisplayName("keep the colours that were chosen, and go back to those of the system")
    void theme() {
        go("index.html");
        page.locator("#theme").click();
        assertThat(page.locator("html")).hasAttribute("data-theme", "dark");
        go(STEP);
        assertThat(page.locator("html")).hasAttribute("data-theme", "dark");
        assertThat(page.locator("#theme")).hasText("Colours: always dark");
        page.locator("#theme").click();
        assertThat(page.locator("#theme")).hasText("Colours: always light");
        page.locator("#theme").click();
        assertThat(page.locator("#theme")).hasText("Colours: those of the system");
        page.reload();
        assertThat(page.locator("html")).not().hasAttribute("data-theme", Pattern.compile(".*"));
    }

    @Test
    @DisplayName("play a story step by step where nothing may move")
    void timeline() {
        go("start.html");
        Locator player = page.locator(".timeline").first();
        player.locator("button", new Locator.LocatorOptions().setHasText("Aborted, no cleanup")).click();
        Locator story = player.locator(".story[data-story=aborted]");
        assertThat(story).isVisible();
        assertThat(story.locator(".story-events .later")).hasCount(0);
        Locator step = player.locator("button", new Locator.LocatorOptions().setHasText("Step"));
        step.focus();
        page.keyboard().press("Enter");
        assertThat(story.locator(".story-events li.now")).containsText("The client asks");
        page.keyboard().press("Enter");
        assertThat(story.locator(".story-events li.now")).containsText("The server writes");
        player.locator("button", new Locator.LocatorOptions().setHasText("Play")).click();
        assertThat(story.locator(".story-events li.now")).containsText("hangs up");
        player.locator("input[type=range]").focus();
        page.keyboard().press("End");
        assertThat(story.locator(".story-events .later")).hasCount(0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"start.html", "step-05.html"})
    @DisplayName("print no word of a story over another one")
    void labels(String chapter) {
        go(chapter);
        assertThat((List<?>) page.evaluate("""
                () => [...document.querySelectorAll('.story')].flatMap(story => {
                  story.hidden = false;
                  const texts = [...story.querySelectorAll('svg text')].map(text => ({ words: text.textContent, box: text.getBBox() }));
                  return texts.flatMap(({ words, box }, at) => texts.slice(at + 1)
                    .filter(other => box.x < other.box.x + other.box.width && other.box.x < box.x + box.width
                      && box.y < other.box.y + other.box.height && other.box.y < box.y + box.height)
                    .map(other => `${story.dataset.story}: ${words} / ${other.words}`));
                })""")).as("Words that stand over each other").isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"start.html", "step-05.html"})
    @DisplayName("show in a narrow window what a story is about at each moment")
    void narrowTimeline(String chapter) {
        page.setViewportSize(320, 700);
        go(chapter);
        Locator player = page.locator(".timeline").first();
        Locator slider = player.locator("input[type=range]");
        for (String time : List.of("0", "1.3", "3", "4.4", "5.9")) {
            slider.fill(time);
            var now = player.locator(".story:visible svg .now").boundingBox();
            var window = player.locator(".story:visible .scroll").boundingBox();
            assertThat(now.x).as("Where the moment is that the slider is at, %s s", time)
                    .isBetween(window.x - 1, window.x + window.width);
        }
        for (Locator story : player.locator(".tablist button").all()) {
            story.click();
            var point = player.locator(".story:visible :is(.event.file, .event.stream_3) text").last().boundingBox();
            var window = player.locator(".story:visible .scroll").boundingBox();
            assertThat(point.x).as("Where the picture says what has become of the file, or the stream: %s", story.textContent())
                    .isBetween(window.x, window.x + window.width - point.width);
        }
    }

    @Test
    @DisplayName("show everything without a script")
    void withoutScript() {
        try (var plain = chromium.browser().newContext(new Browser.NewContextOptions().setJavaScriptEnabled(false))) {
            page = plain.newPage();
            go(STEP);
            assertThat(page.locator(".tab:visible")).hasCount(page.locator(".tab").count());
            assertThat(page.locator(".feedback").first()).isVisible();
            assertThat(page.locator(".script-only:visible")).hasCount(0);
            go("start.html");
            assertThat(page.locator(".story:visible")).hasCount(4);
            go("step-05.html");
            assertThat(page.locator(".story:visible .lane-title")).hasText(
                    new String[] {"stream 1", "stream 3", "stream 5", "stream 1", "stream 3", "stream 5"});
        }
    }

    @Test
    @DisplayName("print the text, and nothing to click")
    void print() {
        go(STEP);
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
        for (String part : List.of(".top", ".chapters", ".contents", ".copy", ".tablist", ".before-after")) {
            assertThat(page.locator(part + ":visible")).hasCount(0);
        }
        assertThat(page.locator("h1")).isVisible();
    }

    @Test
    @DisplayName("print what has to be opened, and close it again")
    void printOpen() {
        go(STEP);
        page.evaluate("addEventListener('beforeprint', () => { window.stillClosed = document.querySelectorAll('details:not([open])').length; })");
        page.pdf();
        assertThat(page.evaluate("window.stillClosed")).as("What is closed on paper").isEqualTo(0);
        assertThat(page.locator("details[open]")).hasCount(0);
    }

    @Test
    @DisplayName("open the chapters on a small screen without a script")
    void chapters() {
        try (var small = chromium.browser().newContext(new Browser.NewContextOptions().setViewportSize(320, 700)
                                                               .setJavaScriptEnabled(false))) {
            page = small.newPage();
            go("index.html");
            assertThat(page.locator("nav.chapters")).isHidden();
            page.locator(".chapters-button").click();
            page.locator("nav.chapters a").first().click();
            page.waitForURL("**/start.html");
        }
    }

    private void go(String name) {
        page.navigate(RenderedCourse.learner().resolve(name).toUri().toString());
    }
}
