package workshop.lab;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;

import workshop.lab.server.ServerSettings;
import workshop.testkit.browser.BrowserTest;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * A test of the lab's page in a browser. Its lab has no servers at first.
 */
abstract class LabBrowserTest extends BrowserTest {
    static final ServerSettings QUICK = new ServerSettings(Duration.ofSeconds(2), Duration.ofSeconds(30));

    /** The one of the class that runs. */
    static Lab lab;

    private static final Path PICTURES = Path.of("target", "screenshots");
    private static final int CAP_IN_MILLIS = 15_000;

    final List<String> problems = new ArrayList<>();
    Page page;

    @BeforeAll
    static void startLab() throws IOException {
        PlaywrightAssertions.setDefaultAssertionTimeout(CAP_IN_MILLIS);
        lab = Solutions.lab();
        choose(0, 0);
        lab.set(QUICK);
    }

    @AfterAll
    static void closeLab() {
        if (lab != null) {
            lab.close();
        }
    }

    @AfterEach
    void nothingWentWrong() {
        page.context().close();
        choose(0, 0);
        assertThat(problems).as("Errors in the console, and requests to others than the lab").isEmpty();
    }

    static void choose(int left, int right) {
        lab.choose("left", left, false);
        lab.choose("right", right, false);
    }

    /** Opens a lab's page, and nothing else. */
    void visit(Lab visited, String fragment, int width, ColorScheme scheme, ReducedMotion motion) {
        var context = chromium.browser().newContext(new Browser.NewContextOptions()
                .setViewportSize(width, 900).setColorScheme(scheme).setReducedMotion(motion));
        page = context.newPage();
        page.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                problems.add(message.text());
            }
        });
        page.onPageError(problems::add);
        page.onRequest(request -> {
            if (!request.url().startsWith(visited.address().toString()) && !request.url().startsWith("data:")) {
                problems.add("asks for " + request.url());
            }
        });
        page.navigate(visited.address() + fragment);
    }

    /** Opens the page, and waits until the servers of two steps run. */
    void open(int left, int right, int width, ColorScheme scheme, ReducedMotion motion) {
        visit(lab, "", width, scheme, motion);
        awaitServer("left", 0);
        awaitServer("right", 0);
        choose(left, right);
        awaitServer("left", left);
        awaitServer("right", right);
    }

    void awaitServer(String side, int step) {
        assertThat(side(side).locator(".state")).containsText(step == 0 ? "No server" : "Listens on");
        if (step > 0) {
            assertThat(side(side).locator("h2")).containsText("Step 0" + step);
            assertThat(sum(side, "sent")).hasText("0");
        }
    }

    void press(String button) {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(button)).click();
    }

    Locator side(String name) {
        return page.locator("[data-side=%s]".formatted(name));
    }

    Locator lanes(String side) {
        return side(side).locator(".lanes li");
    }

    Locator verdict(String side) {
        return side(side).locator(".verdict");
    }

    Locator files(String side) {
        return side(side).locator(".files");
    }

    Locator log(String side) {
        return side(side).locator(".log ol");
    }

    Locator sum(String side, String name) {
        return side(side).locator("[data-sum=%s]".formatted(name));
    }

    void picture(String name) {
        page.evaluate("scrollTo(0, 0)");
        page.screenshot(new Page.ScreenshotOptions().setPath(PICTURES.resolve(name + ".png")).setFullPage(true));
    }

    /** Axe finds nothing, and nothing hangs out of the window. */
    void checkAccessibility() {
        var violations = new AxeBuilder(page).analyze().getViolations();
        assertThat(violations.stream().map(rule -> rule.getId() + ": " + rule.getNodes().stream()
                .map(node -> node.getHtml() + " " + node.getFailureSummary()).toList()).toList())
                .as("Violations that axe finds").isEmpty();
        assertThat((Integer) page.evaluate("document.documentElement.scrollWidth"))
                .as("The width of the page").isLessThanOrEqualTo(page.viewportSize().width);
    }
}
