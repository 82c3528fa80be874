package workshop.site.browser;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

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

@DisplayName("Each page, light and dark, at 1280 and 320 pixels")
class AccessibilityIT extends BrowserTest {
    private static final String RUN = """
            async () => {
              document.querySelectorAll('details').forEach(details => { details.open = true; });
              const result = await axe.run(document, {
                preload: false,
                runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
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

    @Test
    @DisplayName("would be found with a violation")
    void violation() throws IOException {
        try (var context = chromium.browser().newContext()) {
            Page page = context.newPage();
            page.setContent("<!doctype html><html lang=en><title>A</title><main><h1>A</h1><p style='color:#aaa'>Pale</p></main></html>");
            assertThat(violations(page).toString()).contains("color-contrast");
        }
    }

    private static void assertAccessible(String address) throws IOException {
        var problems = new ArrayList<String>();
        for (ColorScheme colours : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            for (int width : List.of(1280, 320)) {
                problems(address, colours, width).forEach(problem -> problems.add("%s, %d pixels: %s".formatted(colours, width, problem)));
            }
        }
        assertThat(problems).as("What is wrong with %s", address).isEmpty();
    }

    private static List<String> problems(String address, ColorScheme colours, int width) throws IOException {
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
            Object wide = page.evaluate("document.documentElement.scrollWidth");
            if (!wide.equals(width)) {
                problems.add("is " + wide + " pixels wide");
            }
            violations(page).forEach(violation -> problems.add(violation.toString()));
        }
        return problems;
    }

    static List<?> violations(Page page) throws IOException {
        page.evaluate(IOUtils.resourceToString("/axe.min.js", StandardCharsets.UTF_8));
        return (List<?>) page.evaluate(RUN);
    }
}
