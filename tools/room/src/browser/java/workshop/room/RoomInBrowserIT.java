package workshop.room;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ColorScheme;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import workshop.testkit.browser.BrowserTest;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("The room's page, in a browser")
class RoomInBrowserIT extends BrowserTest {
    private static final Path PICTURES = Path.of("target", "screenshots");
    private static final int CAP_IN_MILLIS = 15_000;

    private final List<String> problems = new ArrayList<>();
    private final HttpClient http = HttpClient.newHttpClient();
    private Room room;
    private Page page;

    @BeforeEach
    void openRoom() throws IOException {
        PlaywrightAssertions.setDefaultAssertionTimeout(CAP_IN_MILLIS);
        room = Room.open(new Room.Settings("localhost", 0, Optional.empty()));
    }

    @AfterEach
    void nothingWentWrong() throws IOException {
        page.context().close();
        room.close();
        http.close();
        assertThat(problems).as("Errors in the console").isEmpty();
    }

    @ParameterizedTest(name = "{0} px, {1}")
    @CsvSource({"1280, LIGHT", "1280, DARK", "320, LIGHT", "320, DARK"})
    @DisplayName("shows thirty learners, what holds them, and who asks for help; axe has nothing against it")
    void thirty(int width, ColorScheme colours) throws Exception {
        for (int number = 0; number < 30; number++) {
            report(UUID.randomUUID(), new Report("Learner " + number, 1 + number % 4, number % 9, 46,
                                                 number % 3 == 0 ? "" : "Test " + number % 3, 60 * number, number == 7));
        }
        open(width, colours);

        assertThat(page.locator("#learners tr")).hasCount(30);
        assertThat(page.locator("#said")).hasText("30 of 30 are here, 1 asks for help.");
        assertThat(page.locator("#learners tr").first()).containsText("asks for help");
        assertThat(page.locator("#holds li").first()).containsText("learners for up to");
        assertThat(page.locator("#steps li")).hasCount(4);
        assertAccessible();
        page.screenshot(new Page.ScreenshotOptions().setFullPage(true)
                                .setPath(PICTURES.resolve("room-%d-%s.png".formatted(width, colours))));
        page.keyboard().press("n");
        assertThat(page.locator("#names")).hasAttribute("aria-pressed", "true");
        assertAccessible();
    }

    @ParameterizedTest(name = "{0} px, {1}")
    @CsvSource({"1280, LIGHT", "1280, DARK", "320, LIGHT", "320, DARK"})
    @DisplayName("says that nobody has joined, and that the room is closed; axe has nothing against it")
    void empty(int width, ColorScheme colours) throws IOException {
        open(width, colours);
        assertThat(page.locator("#said")).hasText("Nobody has joined yet.");
        assertAccessible();

        room.close();
        assertThat(page.locator("#problem")).containsText("The connection to the room is lost.");
        assertAccessible();
        page.screenshot(new Page.ScreenshotOptions().setPath(PICTURES.resolve("room-closed-%d-%s.png".formatted(width, colours))));
        problems.clear(); // the browser has told the same
    }

    @Test
    @DisplayName("follows a learner who works, asks, leaves; and hides names at one key")
    void follows() throws Exception {
        open(1280, ColorScheme.LIGHT);
        assertThat(page.locator("#said")).hasText("Nobody has joined yet.");
        UUID ada = UUID.randomUUID();

        report(ada, new Report("Ada", 2, 3, 46, "It is noticed", 180, false));
        assertThat(page.locator("#learners")).containsText("Ada");
        assertThat(page.locator("#learners .number")).hasText("3");
        page.keyboard().press("n");
        assertThat(page.locator("#learners")).not().containsText("Ada");
        assertThat(page.locator("#names")).hasAttribute("aria-pressed", "true");
        report(ada, new Report("Ada", 2, 4, 46, "", 0, true));
        assertThat(page.locator("#said")).hasText("1 of 1 are here, 1 asks for help.");

        http.send(request(ada).DELETE().build(), BodyHandlers.discarding());
        assertThat(page.locator("#said")).hasText("Nobody has joined yet.");
    }

    private void assertAccessible() {
        assertThat((Boolean) page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"))
                .as("The page stays within its width").isTrue();
        assertThat(new AxeBuilder(page).analyze().getViolations()).as("What axe found").isEmpty();
    }

    private void open(int width, ColorScheme colours) {
        page = chromium.browser().newContext(new Browser.NewContextOptions().setViewportSize(width, 800).setColorScheme(colours)).newPage();
        page.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                problems.add(message.text());
            }
        });
        page.onPageError(problems::add);
        page.navigate(room.page().toString());
    }

    private void report(UUID id, Report report) throws IOException, InterruptedException {
        http.send(request(id).PUT(BodyPublishers.ofString(report.json().toString())).build(), BodyHandlers.discarding());
    }

    private HttpRequest.Builder request(UUID id) {
        return HttpRequest.newBuilder(room.address().resolve("/learners/" + id)).header("Room-Code", room.code());
    }
}
