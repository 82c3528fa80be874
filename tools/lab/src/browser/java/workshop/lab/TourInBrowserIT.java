package workshop.lab;

import java.io.IOException;
import java.util.regex.Pattern;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import workshop.lab.server.ServerBuild;
import workshop.lab.server.ServerChoice;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

@DisplayName("The lab's tour, in a browser")
class TourInBrowserIT extends LabBrowserTest {
    private static final LocatorAssertions.ContainsTextOptions PATIENT = new LocatorAssertions.ContainsTextOptions().setTimeout(60_000);
    private static final String RIGHT = "You predicted right.";
    private static final String WRONG = "You predicted something else.";

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', textBlock = """
            1 | It works to the end, and the file stays.                  | , 3\\.\\d s of it for nobody\\. File: wrote txt, which stays
            2 | It notices at once. The work goes on, and the file stays. | for nobody; noticed within \\d+ ms\\. File: wrote txt, which stays
            3 | The file goes. The work goes on to its end, for nobody.   | for nobody; noticed within \\d+ ms\\. .* removed after 1\\.\\d s
            4 | It stays until the next start, which removes it.          | client lost its connection .* swept after
            5 | Step 04 alone, when its deadline has passed.              | committed.*Step 04.*the answer 503 reached nobody.* removed after 2
            6 | Both. What the third has made is removed at once.         | got 201 .* got 201 .* \\(RST_STREAM\\)\\. .* removed after
            """)
    @DisplayName("each experiment asks first, and then says what was seen")
    void experiments(int number, String prediction, String seen) {
        visit(number, 1280, ColorScheme.LIGHT);
        assertThat(button()).isDisabled();
        assertThat(page.getByLabel("What the clients do").getByRole(AriaRole.BUTTON)).hasCount(0);
        predict(prediction);
        assertThat(result()).containsText(RIGHT, PATIENT);
        assertThat(result()).containsText("It was: “%s”".formatted(prediction));
        assertThat(result()).containsText(Pattern.compile(seen));
        picture("tour-" + number);
        checkAccessibility();
    }

    @ParameterizedTest(name = "{0} px wide, {1}")
    @CsvSource({"1280, LIGHT", "1280, DARK", "320, LIGHT", "320, DARK"})
    @DisplayName("a prediction that does not come true is told, and axe finds nothing at any moment")
    void accessible(int width, ColorScheme scheme) {
        visit(1, width, scheme);
        assertThat(button()).isDisabled();
        picture("tour-asks-%d-%s".formatted(width, scheme));
        checkAccessibility();
        predict("It stops, and nothing stays.");
        assertThat(lanes("left").first()).containsText("works on for nobody");
        picture("tour-watches-%d-%s".formatted(width, scheme));
        checkAccessibility();
        assertThat(result()).containsText(WRONG, PATIENT);
        picture("tour-tells-%d-%s".formatted(width, scheme));
        checkAccessibility();
    }

    @Test
    @DisplayName("works by keyboard alone, and a screen reader is told what comes")
    void keyboard() {
        visit(0, 1280, ColorScheme.LIGHT);
        assertThat(tour()).isHidden();
        page.locator(".tour-links a").first().focus();
        page.keyboard().press("Enter");
        assertThat(tour().getByRole(AriaRole.HEADING)).isFocused();
        page.keyboard().press("Tab");
        page.keyboard().press("ArrowDown");
        page.keyboard().press("Tab");
        page.keyboard().press("Enter");
        assertThat(result()).containsText("Watch");
        assertThat(button()).isFocused();
        assertThat(tour().getByRole(AriaRole.STATUS)).containsText(WRONG, PATIENT);
        page.keyboard().press("Enter");
        assertThat(tour().getByRole(AriaRole.RADIO).first()).isFocused();
        assertThat(button()).isDisabled();
    }

    @Test
    @DisplayName("what was predicted and seen is there when the page is loaded again, until one predicts again")
    void remembered() {
        visit(1, 1280, ColorScheme.LIGHT);
        predict("It stops, and nothing stays.");
        assertThat(result()).containsText(WRONG, PATIENT);
        String told = result().textContent();
        page.reload();
        assertThat(result()).hasText(told);
        button().click();
        assertThat(result()).isEmpty();
        page.reload();
        assertThat(result()).isEmpty();
        assertThat(button()).isDisabled();
    }

    @ParameterizedTest(name = "{0}, when the server is that of step 0{1}: {2}")
    @CsvSource(delimiter = '|', textBlock = """
            1 | 3 | It works to the end. The answer can’t be sent, and so the file goes.
            2 | 1 | Nothing: the server does not notice.
            3 | 4 | The work stops, and the file goes.
            4 | 1 | It stays for good.
            6 | 4 | None: the server ends the connection, as it does in HTTP/1.1.
            """)
    @DisplayName("what it was is concluded from what is seen, whatever was expected")
    void otherServers(int number, int step, String observed) throws IOException {
        var solutions = new Solutions();
        var other = new ServerChoice(Solutions.WORKSHOP.step(Integer.toString(step)), false);
        ServerBuild swapped = server -> solutions.jar(other);
        try (var swappedLab = Lab.start(Solutions.WORKSHOP, swapped, 0)) {
            visit(swappedLab, "#tour=" + number, 1280, ColorScheme.LIGHT, ReducedMotion.REDUCE);
            predict(observed);
            assertThat(result()).containsText(RIGHT, PATIENT);
            page.close();
        }
    }

    @Test
    @DisplayName("an experiment whose server is taken away is broken off, and can be tried again")
    void brokenOff() {
        visit(1, 1280, ColorScheme.LIGHT);
        predict("It works to the end, and the file stays.");
        assertThat(result()).containsText("Watch", PATIENT);
        lab.choose("left", 2, false);
        assertThat(result()).containsText("broken off");
        predict("It works to the end, and the file stays.");
        assertThat(result()).containsText(RIGHT, PATIENT);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"#tour=9", "#tour=x", "#sides"})
    @DisplayName("an address that names no experiment shows the buttons")
    void none(String fragment) {
        visit(lab, fragment, 1280, ColorScheme.LIGHT, ReducedMotion.REDUCE);
        assertThat(page.getByLabel("What the clients do").getByRole(AriaRole.BUTTON).first()).isVisible();
        assertThat(tour()).isHidden();
    }

    private void visit(int number, int width, ColorScheme scheme) {
        visit(lab, number == 0 ? "" : "#tour=" + number, width, scheme, ReducedMotion.NO_PREFERENCE);
    }

    private void predict(String prediction) {
        tour().getByLabel(prediction).check();
        button().click();
    }

    private Locator tour() {
        return page.locator("#tour");
    }

    private Locator button() {
        return tour().getByRole(AriaRole.BUTTON);
    }

    private Locator result() {
        return tour().locator(".result");
    }
}
