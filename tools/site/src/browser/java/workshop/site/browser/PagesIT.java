package workshop.site.browser;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

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
    }

    @Test
    @DisplayName("take the token of a step, refuse others, keep the progress, export, reset and import it")
    void checkpoint() {
        go(STEP);
        Locator form = page.locator("form.checkpoint");
        form.locator("input").fill("0000-0000");
        page.keyboard().press("Enter");
        assertThat(form.locator(".verdict")).containsText("This is not the token");
        form.locator("input").fill(" " + Token.of("step-01-basic-handler").text().toUpperCase().replace('-', ' ') + " ");
        page.keyboard().press("Enter");
        assertThat(form.locator(".verdict")).containsText("this step is done");

        go("index.html");
        assertThat(page.locator("#progress")).hasText("1 of 4 steps are done.");
        assertThat(page.locator(".cover-chapters .done")).hasCount(1);
        assertThat(page.locator("#resume")).containsText("Go on: Step 01");
        Download export = page.waitForDownload(() -> page.locator("#export").click());
        assertThat(export.suggestedFilename()).isEqualTo("client-hangs-up-progress.json");
        page.onDialog(dialog -> dialog.accept());
        page.locator("#reset").click();
        assertThat(page.locator(".cover-chapters .done")).hasCount(0);
        assertThat(page.locator("#resume")).isHidden();

        page.locator("#import-file").setInputFiles(Path.of("pom.xml"));
        assertThat(page.locator("#import-note")).containsText("pom.xml has no progress of this course");
        page.locator("#import-file").setInputFiles(export.path());
        assertThat(page.locator("#import-note")).hasText("Imported: 1 of the steps are done there.");
        assertThat(page.locator("#progress")).hasText("1 of 4 steps are done.");
    }

    @Test
    @DisplayName("keep the colours that were chosen")
    void theme() {
        go("index.html");
        page.locator("#theme").click();
        assertThat(page.locator("html")).hasAttribute("data-theme", "dark");
        assertThat(page.locator("#theme")).hasAttribute("aria-pressed", "true");
        go(STEP);
        assertThat(page.locator("html")).hasAttribute("data-theme", "dark");
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
