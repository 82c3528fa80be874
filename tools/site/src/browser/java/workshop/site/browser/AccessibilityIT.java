package workshop.site.browser;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import workshop.site.RenderedCourse;
import workshop.testkit.browser.BrowserTest;

import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("Each page, light and dark, at 1280 and 320 pixels")
class AccessibilityIT extends BrowserTest {
    private static final String AXE = axe();
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

    static List<Path> pages() {
        return Stream.of(RenderedCourse.learner(), RenderedCourse.instructor()).flatMap(AccessibilityIT::pages).toList();
    }

    private static Stream<Path> pages(Path site) {
        try (var files = Files.list(site)) {
            return files.filter(file -> file.toString().endsWith(".html")).sorted().toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @MethodSource("pages")
    @DisplayName("has no violation that axe finds, needs no network, and fits the width")
    void accessible(Path file) {
        var problems = new ArrayList<String>();
        for (ColorScheme colours : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            for (int width : List.of(1280, 320)) {
                problems(file, colours, width).forEach(problem -> problems.add("%s, %d pixels: %s".formatted(colours, width, problem)));
            }
        }
        assertThat(problems).as("What is wrong with %s", file).isEmpty();
    }

    @Test
    @DisplayName("would be found with a violation")
    void violation() {
        try (var context = chromium.browser().newContext()) {
            Page page = context.newPage();
            page.setContent("<!doctype html><html lang=en><title>A</title><main><h1>A</h1><p style='color:#aaa'>Pale</p></main></html>");
            page.evaluate(AXE);
            assertThat(page.evaluate(RUN).toString()).contains("color-contrast");
        }
    }

    private static List<String> problems(Path file, ColorScheme colours, int width) {
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
            page.navigate(file.toUri().toString());
            Object wide = page.evaluate("document.documentElement.scrollWidth");
            if (!wide.equals(width)) {
                problems.add("is " + wide + " pixels wide");
            }
            page.evaluate(AXE);
            ((List<?>) page.evaluate(RUN)).forEach(violation -> problems.add(violation.toString()));
        }
        return problems;
    }

    private static String axe() {
        try (var script = AxeBuilder.class.getResourceAsStream("/axe.min.js")) {
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
