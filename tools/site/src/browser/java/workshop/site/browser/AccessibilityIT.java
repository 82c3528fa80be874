package workshop.site.browser;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import org.apache.commons.io.IOUtils;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import workshop.site.RenderedCourse;
import workshop.testkit.browser.BrowserTest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@DisplayName("Each page, light and dark, at 1280 and 320 pixels")
class AccessibilityIT extends BrowserTest {
    private static final List<String> ALL_RULES = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");
    private static final List<String> RULES_ABOUT_COLOURS = List.of("color-contrast", "link-in-text-block");
    private static final String RUN = """
            async only => {
              document.querySelectorAll('details').forEach(details => { details.open = true; });
              const result = await axe.run(document, {
                preload: false,
                runOnly: only
              });
              return result.violations.flatMap(violation => violation.nodes.map(node =>
                violation.id + ': ' + node.target.join(' ') + ': ' + node.failureSummary));
            }""";

    @ParameterizedTest
    @MethodSource("workshop.site.RenderedCourse#pages")
    @DisplayName("has no violation that axe finds, needs no network, and fits the width")
    void accessible(Path file) throws IOException {
        assertAccessible(file.toUri().toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "start.html?present", "start.html?present#the-problem-in-one-picture", "step-01.html?present#what-changed",
        "step-02.html?present#half-a-goodbye", "step-02.html?present#who-calls-what", "step-02.html?present#hints",
        "solutions.html?present#step-03", "who-notices.html?present#how-soon", "checks.html?present#check-step-02"
    })
    @DisplayName("neither has one when it is presented")
    void presented(String page) throws IOException {
        assertAccessible(RenderedCourse.instructor("") + page);
    }

    @ParameterizedTest
    @ValueSource(strings = {"keys", "chapters"})
    @DisplayName("has none either where something is open over it, what was searched for is found, and code is wrapped")
    void open(String popover) throws IOException {
        var options = new Browser.NewContextOptions().setViewportSize(320, 900).setReducedMotion(ReducedMotion.REDUCE);
        try (var context = chromium.browser().newContext(options)) {
            Page page = context.newPage();
            page.navigate(RenderedCourse.learner().resolve("step-01.html").toUri().toString());
            page.locator("#search").fill("fin");
            page.locator("#search-results a").first().waitFor();
            page.evaluate("name => { document.documentElement.classList.add('wrap'); document.getElementById(name).showPopover(); }", popover);
            assertThat(violations(page)).isEmpty();
            assertThat(page.evaluate("document.documentElement.scrollWidth")).isEqualTo(320);
        }
    }

    @Test
    @DisplayName("has none either where there is no such page, once the course is published")
    void missing(@TempDir Path folder) throws IOException {
        assertAccessible(RenderedCourse.missingPage(folder).toUri().toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"light", "dark"})
    @DisplayName("would be found with a violation, in whichever colours it is, at both widths")
    void violation(String colours) {
        String page = """
                <!doctype html><html lang=en><meta name=viewport content=width=device-width><title>A</title><main><h1>A</h1><p>Pale</p></main>
                <style>@media (prefers-color-scheme: %s) { p { color: %%23aaa; background: %%23fff; } }</style></html>""".formatted(colours);
        assertThatThrownBy(() -> assertAccessible("data:text/html," + page))
                .hasMessageContaining(colours.toUpperCase(Locale.ROOT) + ", 1280 pixels: color-contrast")
                .hasMessageContaining(colours.toUpperCase(Locale.ROOT) + ", 320 pixels: color-contrast");
    }

    /**
     * At each width, all rules are asked in the colours in which the page is opened; in the others, which the same page takes on then,
     * those about colours, as nothing else is another there.
     */
    private static void assertAccessible(String address) throws IOException {
        var problems = new ArrayList<String>();
        problems.addAll(problems(address, 1280, ColorScheme.LIGHT, ColorScheme.DARK));
        problems.addAll(problems(address, 320, ColorScheme.DARK, ColorScheme.LIGHT));
        assertThat(problems).as("What is wrong with %s", address).isEmpty();
    }

    private static List<String> problems(String address, int width, ColorScheme colours, ColorScheme others) throws IOException {
        var options = new Browser.NewContextOptions().setViewportSize(width, 900).setColorScheme(colours)
                .setReducedMotion(ReducedMotion.REDUCE);
        var problems = new ArrayList<String>();
        try (var context = chromium.browser().newContext(options)) {
            Page page = context.newPage();
            page.onConsoleMessage(message -> problems.add(message.type() + ": " + message.text()));
            page.onPageError(problems::add);
            page.onRequest(request -> {
                if (!request.url().matches("(file|data):.*")) {
                    problems.add("asks for " + request.url());
                }
            });
            page.navigate(address);
            problems.addAll(problems(page, width, colours, violations(page)));
            page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(others));
            problems.addAll(problems(page, width, others, (List<?>) page.evaluate(RUN, RULES_ABOUT_COLOURS)));
        }
        return problems;
    }

    private static List<String> problems(Page page, int width, ColorScheme colours, List<?> violations) {
        var problems = new ArrayList<String>();
        Object wide = page.evaluate("document.documentElement.scrollWidth");
        if (!wide.equals(width)) {
            problems.add("%s, %d pixels: is %s pixels wide".formatted(colours, width, wide));
        }
        violations.forEach(violation -> problems.add("%s, %d pixels: %s".formatted(colours, width, violation)));
        return problems;
    }

    static List<?> violations(Page page) throws IOException {
        page.evaluate(IOUtils.resourceToString("/axe.min.js", StandardCharsets.UTF_8));
        return (List<?>) page.evaluate(RUN, ALL_RULES);
    }
}
