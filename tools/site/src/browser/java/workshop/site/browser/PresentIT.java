package workshop.site.browser;

import java.util.ArrayList;
import java.util.List;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ReducedMotion;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import workshop.site.RenderedCourse;
import workshop.testkit.browser.BrowserTest;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("The instructor's pages, opened from a disk")
class PresentIT extends BrowserTest {
    private BrowserContext context;
    private Page notes;
    private Page projector;

    @BeforeEach
    void open() {
        context = chromium.browser().newContext(new Browser.NewContextOptions().setReducedMotion(ReducedMotion.REDUCE));
        context.clock().install();
        notes = context.newPage();
    }

    @AfterEach
    void close() {
        context.close();
    }

    @Test
    @DisplayName("open the section that is read for the projector, and the notes beside it")
    void present() {
        notes.navigate(RenderedCourse.instructor("step-02.html") + "#who-calls-what");
        assertThat(notes.locator("h2#who-calls-what")).isInViewport();
        press("p");
        assertThat(projector.locator("h2:visible")).containsText("Who calls what");
        assertThat(projector.locator("h2:visible")).hasCount(1);
        assertThat(projector.locator(".instructor")).hasCount(0);
        assertThat(projector.locator(".top, .chapters, .contents, .bottom").locator("visible=true")).hasCount(0);
        assertThat(notes).hasTitle("Present and speak · When the client hangs up, instructor’s view");
        assertThat(notes.locator("#now")).hasText("Who calls what");
        assertThat(notes.locator("[data-notes]:visible h2")).hasText("Step 02: notice that the client has left");
        assertThat(notes.locator("#after")).hasText("First half: notice");
    }

    @Test
    @DisplayName("begin with the first chapter of the schedule, where none was named")
    void first() {
        notes.navigate(RenderedCourse.instructor("speak.html"));
        assertThat(notes.locator("#after")).hasText("Start here");
        press("p");
        assertThat(notes.locator("#now")).hasText("Start here");
        assertThat(notes.locator("#after")).hasText("The problem in one picture");
        assertThat(notes.locator("#projector-note")).isHidden();
    }

    @Test
    @DisplayName("stay in step, whichever of the two is asked to go on")
    void inStep() {
        presentStart();
        assertThat(notes.locator("#now")).hasText("Start here");
        projector.keyboard().press("ArrowRight");
        assertThat(projector.locator("h2:visible")).containsText("The problem in one picture");
        assertThat(notes.locator("#now")).hasText("The problem in one picture");
        notes.keyboard().press("ArrowRight");
        assertThat(projector.locator("h2:visible")).containsText("Check your set-up");
        assertThat(notes.locator("#place")).hasText("3 of 6");
        notes.keyboard().press("PageUp");
        assertThat(notes.locator("#now")).hasText("The problem in one picture");
        projector.reload();
        assertThat(projector.locator("h2:visible")).containsText("The problem in one picture");
        notes.reload();
        context.clock().runFor(1000);
        assertThat(notes.locator("#now")).hasText("The problem in one picture");
    }

    @Test
    @DisplayName("go from chapter to chapter as the schedule does, and say what stands between them")
    void schedule() {
        presentStart();
        notes.locator("#plan").selectOption("ninety-minutes");
        projector.navigate(RenderedCourse.instructor("step-02.html") + "?present#last");
        assertThat(notes.locator("#after")).hasText("Break, then Step 03: commit or roll back");
        projector.navigate(RenderedCourse.instructor("step-03.html") + "?present#last");
        assertThat(notes.locator("#after")).hasText("Who notices?");
        projector.keyboard().press("ArrowRight");
        assertThat(projector.locator("h1")).hasText("Who notices?");
        assertThat(projector.locator(".slides [role=status]")).hasText("1 of 8");
        assertThat(notes.locator("#now")).hasText("Who notices?"); // and has told the projector what the schedule has around it
        projector.keyboard().press("ArrowLeft");
        assertThat(projector.locator("h2:visible")).containsText("Going further");
        assertThat(notes.locator("[aria-current=step] strong:visible")).hasText("Step 03: commit or roll back");
    }

    @Test
    @DisplayName("hold the clock against the schedule")
    void clock() {
        presentStart();
        notes.locator("#plan").selectOption("ninety-minutes");
        assertThat(notes.locator("#verdict")).hasText("The clock stands still.");
        notes.locator("#start-clock").click();
        assertThat(notes.locator("#verdict")).hasText("10 min left for this");
        context.clock().runFor("12:30");
        assertThat(notes.locator("#clock")).hasText("0:12");
        assertThat(notes.locator("#verdict")).hasText("3 min behind the schedule");
        projector.navigate(RenderedCourse.instructor("step-02.html") + "?present");
        assertThat(notes.locator("#verdict")).hasText("13 min ahead of the schedule");
        notes.reload();
        assertThat(notes.locator("#clock")).hasText("0:12");
        assertThat(notes.locator("#plan")).hasValue("ninety-minutes");
        projector.navigate(RenderedCourse.instructor("step-04.html") + "?present");
        context.clock().runFor(1000);
        assertThat(notes.locator("#verdict")).hasText("This is not in the schedule.");
        projector.close();
        context.clock().runFor(1000);
        assertThat(notes.locator("#projector-note")).isVisible();
    }

    @Test
    @DisplayName("show the answers of the check that is on the screen by a key, in either window")
    void checks() {
        notes.navigate(RenderedCourse.instructor("checks.html"));
        assertThat(notes.locator("details.answer[open]")).hasCount(0);
        press("p");
        projector.keyboard().press("ArrowRight");
        var questions = projector.locator(".check.shown details.answer");
        assertThat(projector.locator(".check:visible")).hasCount(1);
        projector.keyboard().press("a");
        assertThat(projector.locator("details.answer[open]")).hasCount(questions.count());
        assertThat(questions.first()).hasAttribute("open", "");
        notes.keyboard().press("a");
        assertThat(projector.locator("details.answer[open]")).hasCount(0);
    }

    @Test
    @DisplayName("leave the keys of a field, and of the tabs, to them")
    void typed() {
        presentStart();
        notes.locator("#plan").press("ArrowRight");
        projector.navigate(RenderedCourse.instructor("step-01.html") + "?present#see-it-go-wrong");
        projector.locator("[role=tab]:visible").first().press("ArrowRight");
        assertThat(projector.locator("h2:visible")).containsText("See it go wrong");
        assertThat(projector.locator("[role=tab]:visible").nth(1)).isFocused();
        notes.navigate(RenderedCourse.instructor("step-01.html"));
        notes.locator("#search").fill("");
        notes.keyboard().type("pa");
        assertThat(notes.locator("#search")).hasValue("pa");
        assertThat(context.pages()).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"start", "step-01", "step-02", "step-03", "step-04", "step-05", "take-home", "step-06", "other-end", "going-on",
            "who-notices", "solutions", "glossary", "instructor", "checks"})
    @DisplayName("show each section alone, and nothing beside the window")
    void eachSection(String chapter) {
        var problems = new ArrayList<String>();
        for (int width : List.of(320, 1280)) {
            notes.setViewportSize(width, 720);
            notes.navigate(RenderedCourse.instructor(chapter + ".html") + "?present");
            Locator place = notes.locator(".slides [role=status]");
            int count = Integer.parseInt(place.textContent().replaceAll(".* ", ""));
            for (int at = 1; at <= count; at++) {
                assertThat(place).hasText(at + " of " + count);
                problems.addAll(wrongWithSlide(width));
                notes.keyboard().press("ArrowRight");
            }
        }
        assertThat(problems).isEmpty();
    }

    @Test
    @DisplayName("lead on to the next chapter without the notes, too")
    void withoutNotes() {
        notes.navigate(RenderedCourse.instructor("start.html") + "?present#last");
        assertThat(notes.locator("h2:visible")).containsText("Check yourself");
        notes.keyboard().press("PageDown");
        assertThat(notes.locator("h1")).containsText("Step 01");
        assertThat(notes.locator(".slides [role=status]")).containsText("1 of");
        notes.keyboard().press("ArrowLeft");
        assertThat(notes.locator("h2:visible")).containsText("Check yourself");
    }

    private List<String> wrongWithSlide(int width) {
        var problems = new ArrayList<String>();
        Object wide = notes.evaluate("document.documentElement.scrollWidth");
        if (!wide.equals(width)) {
            problems.add("%s is %s pixels wide".formatted(notes.url(), wide));
        }
        int sections = notes.locator("article.shown, :is(.sect1, .sect2, .check):not(:has(.shown)):visible").count();
        if (sections != 1) {
            problems.add("%s shows %d sections".formatted(notes.url(), sections));
        }
        return problems;
    }

    private void presentStart() {
        notes.navigate(RenderedCourse.instructor("start.html"));
        press("p");
        assertThat(notes.locator("#now")).hasText("Start here");
    }

    /** Presses the key that opens the projector's window. */
    private void press(String key) {
        projector = notes.waitForPopup(() -> notes.keyboard().press(key));
        notes.waitForURL("**/speak.html");
        projector.waitForLoadState();
        context.clock().runFor(1000);
    }
}
