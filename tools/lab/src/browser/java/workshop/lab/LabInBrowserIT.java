package workshop.lab;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ForcedColors;
import com.microsoft.playwright.options.ReducedMotion;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("The lab's page, in a browser")
class LabInBrowserIT extends LabBrowserTest {
    private static final String HAVE_NO_ROOM = "all => all.filter(each => each.scrollWidth > each.clientWidth).map(each => each.textContent)";

    @ParameterizedTest(name = "step 0{0}: {1}")
    @CsvSource({"1, 200", "2, 200", "3, 201", "4, 201", "5, 201"})
    @DisplayName("Send: the client has its answer, and the file stays")
    void send(int step, int status) {
        open(step, 0);
        press("Send");
        assertThat(lanes("left")).hasCount(1);
        assertThat(lanes("left").first()).containsText("client got %d".formatted(status));
        assertThat(sum("left", "answered")).hasText("1");
        assertThat(sum("left", "garbage")).hasText("0");
        assertThat(files("left")).containsText("by #1");
        assertThat(side("left").locator(".files .garbage")).hasCount(0);
        assertThat(verdict("left")).containsText("The client stayed. The answer: %d.".formatted(status));
    }

    @ParameterizedTest(name = "step 0{0}, {1}: file {2}")
    @CsvSource({"1, fin, stays", "2, fin, stays", "2, rst, stays", "3, fin, goes", "3, rst, goes", "4, fin, goes",
        "4, rst, goes", "5, fin, goes", "5, rst, goes", "5, rst_stream, goes"})
    @DisplayName("Hang up: from step 02 on it is noticed, from step 03 on the file goes")
    void hangUp(int step, String way, String file) {
        open(step, 0);
        ways().selectOption(way);
        press("Hang up");
        assertThat(lanes("left").first()).containsText(
                Pattern.compile("hung up after [\\d.]+ s \\(%s\\)".formatted(way.toUpperCase(Locale.ROOT))));
        if (step > 1) {
            assertThat(log("left")).containsText("#1 The client closed the connection prematurely.");
        }
        assertThat(verdict("left")).containsText(file.equals("goes") ? "Nothing stays behind." : "What it wrote stays.");
        assertThat(sum("left", "garbage")).hasText(file.equals("goes") ? "0" : "1");
        assertThat(side("left").locator(".files .garbage")).hasCount(file.equals("goes") ? 0 : 1);
        assertThat(log("left").getByText("prematurely")).hasCount(step > 1 ? 1 : 0);
    }

    @Test
    @DisplayName("one stream can be left where there are some; to other servers at the same time, the connection is closed")
    void oneStream() {
        open(4, 0);
        assertThat(oneStreamWay()).hasAttribute("disabled", "");
        lab.choose("right", 5, false);
        awaitServer("right", 5);
        ways().selectOption("rst_stream");
        press("Send");
        assertThat(lanes("right")).hasCount(1);
        press("Send");
        assertThat(lanes("right")).hasCount(2);
        press("Hang up");
        assertThat(lanes("left").last()).containsText("(FIN)");
        assertThat(lanes("right").last()).containsText("(RST_STREAM)");
        assertThat(lanes("right").first()).containsText("client got 201");
        assertThat(verdict("right")).containsText("1 of 2 clients hung up.");
        picture("one-stream");
        page.setViewportSize(320, 900);
        picture("one-stream-320");
        checkAccessibility();

        page.locator("#target").selectOption("left");
        assertThat(oneStreamWay()).hasAttribute("disabled", "");
        assertThat(ways()).hasValue("fin");
    }

    @ParameterizedTest(name = "step 0{0}, {1}: {2} for nobody")
    @CsvSource({"1, fin, 19", "2, fin, 19", "3, fin, 0", "4, fin, 0", "5, rst_stream, 0"})
    @DisplayName("Refresh twenty times: nineteen hang up, and the last has its answer")
    void refresh(int step, String way, String garbage) {
        open(step, 0);
        ways().selectOption(way);
        press("Refresh twenty times");
        assertThat(verdict("left")).containsText("19 of 20 clients hung up.");
        assertThat(counts("left")).hasCount(0);
        assertThat(sum("left", "sent")).hasText("20");
        assertThat(sum("left", "answered")).hasText("1");
        assertThat(sum("left", "left")).hasText("19");
        assertThat(sum("left", "garbage")).hasText(garbage);
        double wasted = Double.parseDouble(sum("left", "wasted").textContent().replace(" s", ""));
        if (step >= 4) {
            assertThat(wasted).as("Seconds of work for nobody, of 19 requests whose work takes 2 s").isLessThan(19);
            assertThat(side("left").locator(".metrics")).containsText("client-gone19");
        } else {
            assertThat(wasted).as("Seconds of work for nobody, of 19 requests whose work takes 2 s").isGreaterThan(19);
        }
    }

    @ParameterizedTest(name = "step 0{0}")
    @ValueSource(ints = {1, 2, 3, 4, 5})
    @DisplayName("Kill: nothing is cleaned up; the next start sweeps, from step 03 on")
    void kill(int step) {
        open(step, 0);
        press("Send");
        assertThat(files("left")).containsText("by #1");
        press("Kill the server");
        assertThat(side("left").locator(".state")).containsText("Killed");
        assertThat(lanes("left").first()).containsText("client lost its connection");
        assertThat(lanes("left").first()).containsText("Handler killed after");
        assertThat(files("left")).containsText(step < 3 ? "by #1: nobody asked for it" : "by #1, left by the killed server");
        assertThat(files("left")).not().containsText("held by the server");
        assertThat(side("left").locator(".metrics")).isHidden();

        press("Start the server");
        assertThat(side("left").locator(".state")).containsText("Listens on");
        if (step >= 3) {
            assertThat(lanes("left").first()).containsText("swept after");
            assertThat(files("left")).not().containsText("by #1");
            assertThat(verdict("left")).containsText("swept 1 staged file");
        } else {
            assertThat(files("left")).containsText("txt");
        }
        press("Send");
        assertThat(sum("left", "answered")).hasText("1");
    }

    @ParameterizedTest(name = "step 0{0}")
    @ValueSource(ints = {1, 2, 3, 4, 5})
    @DisplayName("Vanish: no server notices, and the answer reaches nobody")
    void vanish(int step) {
        open(step, 0);
        press("Vanish");
        assertThat(lanes("left").first()).containsText(
                Pattern.compile("client vanished after [\\d.]+ s; the answer 20[01] reached nobody"));
        assertThat(verdict("left")).containsText("The client vanished.");
        assertThat(sum("left", "garbage")).hasText("1");
        assertThat(log("left")).not().containsText("prematurely");
    }

    @ParameterizedTest(name = "step 0{0}: {1} {2}")
    @CsvSource({"1, 200, What it wrote stays.", "2, 200, What it wrote stays.", "3, 201, 1 file nobody asked for stays.",
        "4, 201, 1 file nobody asked for stays.", "5, 201, 1 file nobody asked for stays."})
    @DisplayName("Give up: the client stays connected, no server notices, and the answer arrives unread")
    void giveUp(int step, int status, String file) {
        open(step, 0);
        press("Give up");
        assertThat(verdict("left")).containsText("1 handler works for nobody.");
        assertThat(lanes("left").first()).containsText(
                Pattern.compile("client was given up after [\\d.]+ s, connected; the answer %d arrived unread".formatted(status)));
        assertThat(verdict("left")).containsText(Pattern.compile(
                "The client gave up but stayed connected. The server worked [\\d.]+ s for nobody. "
                        + "The answer arrived, and nobody read it: %d. %s".formatted(status, file)));
        assertThat(sum("left", "left")).hasText("0");
        assertThat(sum("left", "answered")).hasText("0");
        assertThat(sum("left", "garbage")).hasText("1");
        assertThat(log("left")).not().containsText("prematurely");
        picture("given-up-%d".formatted(step));
    }

    @Test
    @DisplayName("Vanish, with a deadline shorter than the work: step 04 stops, and removes the file")
    void vanishBeforeTheDeadline() {
        open(4, 0);
        set("Deadline, from step 04 on", "500");
        press("Vanish");
        assertThat(lanes("left").first()).containsText("the answer 503 reached nobody");
        assertThat(lanes("left").first()).containsText("removed after");
        assertThat(log("left")).containsText("The deadline has passed. Cleaning up.");
        assertThat(sum("left", "garbage")).hasText("0");
        lab.set(QUICK);
    }

    @Test
    @DisplayName("an answer that says that it failed is not shown like one that brings what was asked for")
    void refused() {
        open(4, 0);
        set("Deadline, from step 04 on", "500");
        press("Send");
        assertThat(lanes("left").first()).containsText("client got 503");
        assertThat(lanes("left").locator(".mark.refused")).hasCount(1);
        assertThat(lanes("left").locator(".mark.answered")).hasCount(0);
        assertThat(verdict("left")).hasClass("verdict meagre");
        lab.set(QUICK);
    }

    @Test
    @DisplayName("many requests scroll, by keyboard too, and what is below stays near")
    void many() {
        open(3, 0);
        sendAHundred();
        assertThat(counts("left").filter(new Locator.FilterOptions().setHasText("work on for nobody"))).hasCount(1);
        assertThat(verdict("left")).containsText("95 of 100 clients hung up.");
        assertThat(lanes("left")).hasCount(100);
        assertThat(counts("left")).hasText(new String[] {"5 answered", "95 gone, nothing stays"});
        assertThat((Boolean) side("left").locator(".lanes").evaluate("list => list.scrollTop + list.clientHeight > list.scrollHeight - 2"))
                .as("The latest request is in view").isTrue();
        picture("many");
        assertThat((Integer) page.evaluate("document.documentElement.scrollHeight")).as("The height of the page").isLessThan(1800);
        side("left").locator(".lanes").focus();
        page.keyboard().press("Home");
        assertThat(lanes("left").first()).isInViewport();
        page.keyboard().press("End");
        assertThat(lanes("left").first()).not().isInViewport();
        checkAccessibility();
    }

    @Test
    @DisplayName("the same storm on two steps: garbage and work for nobody on one side, none on the other")
    void sideBySide() {
        open(1, 4);
        press("Refresh twenty times");
        assertThat(verdict("left")).containsText("What 19 of them wrote stays.");
        assertThat(verdict("right")).containsText("Nothing stays behind.");
        assertThat(page.locator("#said-left")).containsText("Step 01, basic handler, the solution: 19 of 20 clients hung up.");
        assertThat(page.locator("#said-right")).containsText("Step 04, cancellation, the solution: 19 of 20 clients hung up.");
        picture("side-by-side");
    }

    @Test
    @DisplayName("a page that is loaded again, or a second one, shows the same")
    void reload() {
        open(3, 0);
        press("Hang up");
        assertThat(verdict("left")).containsText("Nothing stays behind.");
        String log = log("left").textContent();
        page.reload();
        assertThat(verdict("left")).containsText("Nothing stays behind.");
        assertThat(log("left")).hasText(log);
        assertThat(side("left").locator("h2")).containsText("Step 03");
        var other = page.context().newPage();
        other.navigate(lab.address().toString());
        assertThat(other.locator("[data-side=left] .verdict")).containsText("Nothing stays behind.");
    }

    @Test
    @DisplayName("works by keyboard alone")
    void keyboard() {
        open(3, 0);
        String hangUp = "document.activeElement.dataset.command === 'hang-up'";
        for (int i = 0; i < 30 && !Boolean.TRUE.equals(page.evaluate(hangUp)); i++) {
            page.keyboard().press("Tab");
        }
        page.keyboard().press("Enter");
        assertThat(lanes("left").first()).containsText("hung up");
    }

    @Test
    @DisplayName("a server that can't be built or started is told in words, with the last lines")
    void failures() {
        open(3, 0);
        side("left").locator(".whose").selectOption("mine");
        assertThat(side("left").locator(".message")).containsText("';' expected");
        press("Send");
        assertThat(page.getByRole(AriaRole.ALERT)).containsText("does not run: start it first");
        problems.removeIf(problem -> problem.contains("409"));
        side("left").locator(".step").selectOption("1");
        assertThat(side("left").locator(".message")).containsText("did not start (exit status 1)");
        assertThat(side("left").locator(".message")).containsText("absent.jar");
        checkAccessibility();
    }

    @ParameterizedTest(name = "{0} px wide, {1}")
    @CsvSource({"1280, LIGHT", "1280, DARK", "320, LIGHT", "320, DARK"})
    @DisplayName("has no violation that axe finds, and fits")
    void accessible(int width, ColorScheme scheme) {
        open(1, 3, width, scheme, ReducedMotion.NO_PREFERENCE);
        checkAccessibility();
        press("Refresh twenty times");
        assertThat(verdict("left")).containsText("for nobody");
        picture("storm-%d-%s".formatted(width, scheme));
        checkAccessibility();
        assertThat(verdict("right")).containsText("Nothing stays behind.");
        page.locator("summary").all().forEach(Locator::click);
        picture("after-%d-%s".formatted(width, scheme));
        checkAccessibility();
    }

    @ParameterizedTest(name = "{0} px wide, {1}")
    @CsvSource({"1280, LIGHT", "1280, DARK", "320, LIGHT", "320, DARK"})
    @DisplayName("has none with a hundred requests, either, and none when the servers are killed in the middle; no number is broken")
    void accessibleAtItsLimits(int width, ColorScheme scheme) {
        open(1, 4, width, scheme, ReducedMotion.NO_PREFERENCE);
        sendAHundred();
        assertThat(verdict("left")).containsText("95 of 100 clients hung up.");
        assertThat(counts("left").first()).hasText("5 answered");
        assertThat(counts("left").last()).containsText("gone, the file stays"); // one that left before it was handled leaves none
        assertThat(counts("right")).hasText(new String[] {"5 answered", "95 gone, nothing stays"});
        picture("hundred-%d-%s".formatted(width, scheme));
        checkAccessibility();
        assertThat(page.locator(".numbers dd").evaluateAll(HAVE_NO_ROOM)).as("Numbers that have no room").isEqualTo(List.of());
        press("Send");
        assertThat(verdict("left")).containsText("At work.");
        press("Kill the server");
        assertThat(verdict("left")).containsText("Killed in the middle of 1 request");
        assertThat(verdict("right")).containsText("Killed in the middle of 1 request");
        assertThat(lanes("right").first()).containsText("client lost its connection");
        picture("killed-%d-%s".formatted(width, scheme));
        checkAccessibility();
    }

    @Test
    @DisplayName("shows the same with reduced motion, and when colours are forced")
    void calm() {
        open(2, 0, 1280, ColorScheme.LIGHT, ReducedMotion.REDUCE);
        page.emulateMedia(new Page.EmulateMediaOptions().setForcedColors(ForcedColors.ACTIVE)
                                  .setReducedMotion(ReducedMotion.REDUCE));
        press("Hang up");
        assertThat(verdict("left")).containsText("The client hung up.");
        picture("forced-colours");
    }

    private Locator ways() {
        return page.getByLabel("Hang up by");
    }

    private Locator oneStreamWay() {
        return ways().locator("[value=rst_stream]");
    }

    private void open(int left, int right) {
        open(left, right, 1280, ColorScheme.LIGHT, ReducedMotion.NO_PREFERENCE);
    }

    /** To each server, on both sides; 95 of them hang up. */
    private void sendAHundred() {
        for (int i = 0; i < 5; i++) {
            press("Refresh twenty times");
        }
    }

    /** What the strip above the timeline says. */
    private Locator counts(String side) {
        return side(side).locator(".strip li:visible");
    }

    private void set(String label, String value) {
        String before = side("left").locator(".state").textContent();
        page.getByLabel(label).selectOption(value);
        assertThat(side("left").locator(".state")).not().hasText(before);
        assertThat(side("left").locator(".state")).containsText("Listens on");
    }
}
