package workshop.site.browser;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.SimpleFileServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import workshop.site.RenderedCourse;
import workshop.testkit.browser.BrowserTest;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * What a page does with what it hears. The server here says what a test wants; that of the companion has its own tests.
 */
@DisplayName("A page that is served")
class LivePageIT extends BrowserTest {
    private static final String STEP = "\"key\":\"step-01\",\"exercises\":2,";
    private static final String BEGUN = "{" + STEP + "\"solved\":1,\"done\":false,\"tests\":["
            + "{\"name\":\"The file is there\",\"state\":\"green\"},{\"name\":\"The answer comes last\",\"state\":\"red\"}]}";
    private static final String DONE = BEGUN.replace("\"solved\":1,\"done\":false", "\"solved\":2,\"done\":true").replace("red", "green");

    private final BlockingQueue<String> told = new LinkedBlockingQueue<>();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("localhost"), 0), 0);
        server.createContext("/", SimpleFileServer.createFileHandler(RenderedCourse.learner().toRealPath()));
        for (String site : List.of("/", "/de/")) {
            server.createContext(site + "assets/progress.js", exchange -> script(exchange, progress(site) + "import('./live.js');"));
            server.createContext(site + "events", this::tell);
        }
        server.setExecutor(threads);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
        threads.shutdownNow();
    }

    @Test
    @DisplayName("ticks the exercises of its step, and the step itself, without a token")
    void ticks() {
        try (var context = chromium.browser().newContext()) {
            Page page = open(context.newPage(), "step-01.html");
            Locator form = page.locator("form.checkpoint");
            told.add("{" + STEP + "\"solved\":0,\"done\":false,\"tests\":[]}");
            assertThat(form.locator(".exercises p")).containsText("Not tested yet");
            told.add(BEGUN);
            assertThat(form.locator(".exercises p")).hasText("1 of 2 exercises are solved.");
            assertThat(form.locator(".exercises li")).hasText(new String[] {"Green The file is there", "Red The answer comes last"});
            assertThat(page.locator(".chapters [data-chapter=step-01]")).containsText("· 1 / 2");
            told.add(DONE);
            assertThat(form.locator(".verdict")).containsText("Done on");
            assertThat(page.locator(".chapters [data-chapter=step-01]")).hasClass("done");

            open(page, "index.html");
            assertThat(page.locator("#progress")).hasText(RenderedCourse.oneStepDone());
        }
    }

    @Test
    @DisplayName("says what is wrong with its sources until it is mended, and loads again when it was rendered anew")
    void rendering() {
        try (var context = chromium.browser().newContext()) {
            Page page = open(context.newPage(), "step-01.html");
            told.add("{\"key\":\"version\",\"time\":1}");
            told.add("{\"key\":\"problems\",\"lines\":[\"step-01.adoc, line 7: no such file\"]}");
            assertThat(page.locator(".problems")).containsText("step-01.adoc, line 7: no such file");
            told.add("{\"key\":\"problems\",\"lines\":[]}");
            assertThat(page.locator(".problems")).hasText("");

            page.evaluate("window.before = true");
            told.add("{\"key\":\"version\",\"time\":2}");
            page.waitForFunction("window.before === undefined");
        }
    }

    @Test
    @DisplayName("says it in its language, and marks as English what it is told")
    void german() {
        try (var context = chromium.browser().newContext()) {
            Page page = open(context.newPage(), "de/step-01.html");
            told.add(BEGUN);
            told.add("{\"key\":\"problems\",\"lines\":[\"step-01.adoc, line 7: no such file\"]}");
            assertThat(page.locator(".problems strong")).hasText("Diese Seite ist vielleicht nicht, was ihre Quellen sagen:");
            assertThat(page.locator(".problems [lang=en]")).hasText("step-01.adoc, line 7: no such file");
            assertThat(page.locator(".exercises")).hasAttribute("lang", "de");
            assertThat(page.locator(".exercises p")).hasText("1 von 2 Aufgaben sind gelöst.");
            assertThat(page.locator(".exercises .state")).hasText(new String[] {"Grün", "Rot"});
            assertThat(page.locator(".exercises [lang=en]").first()).hasText("The file is there");
        }
    }

    @ParameterizedTest
    @CsvSource({"LIGHT, 1280", "DARK, 1280", "LIGHT, 320", "DARK, 320"})
    @DisplayName("has no violation that axe finds, and fits the width, with exercises and with something wrong")
    void accessible(ColorScheme colours, int width) throws IOException {
        try (var context = chromium.browser().newContext(new Browser.NewContextOptions().setViewportSize(width, 900).setColorScheme(colours))) {
            Page page = open(context.newPage(), "step-01.html");
            told.add(BEGUN);
            told.add("{\"key\":\"problems\",\"lines\":[\"step-01.adoc, line 7: no such file /a/long/path/that/breaks/somewhere/or/not.adoc\"]}");
            assertThat(page.locator(".problems")).containsText("no such file");
            assertThat(page.evaluate("document.documentElement.scrollWidth")).isEqualTo(width);
            assertThat(AccessibilityIT.violations(page)).isEmpty();
            Path pictures = Files.createDirectories(Path.of("target/screenshots"));
            page.screenshot(new Page.ScreenshotOptions().setPath(pictures.resolve("live-problem-%s-%d.png".formatted(colours, width))));
            page.locator("form.checkpoint").screenshot(new Locator.ScreenshotOptions().setPath(
                    pictures.resolve("live-exercises-%s-%d.png".formatted(colours, width))));
        }
    }

    private Page open(Page page, String name) {
        page.navigate("http://localhost:%d/%s".formatted(server.getAddress().getPort(), name));
        return page;
    }

    /** Tells a page all that the test says, from then on. */
    private void tell(HttpExchange exchange) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "text/event-stream");
        exchange.sendResponseHeaders(200, 0);
        try (OutputStream page = exchange.getResponseBody()) {
            while (true) {
                page.write("data: %s\n\n".formatted(told.take()).getBytes(StandardCharsets.UTF_8));
                page.flush();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void script(HttpExchange exchange, String script) throws IOException {
        byte[] content = script.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "text/javascript");
        exchange.sendResponseHeaders(200, content.length);
        try (OutputStream body = exchange.getResponseBody()) {
            body.write(content);
        }
    }

    private static String progress(String site) throws IOException {
        return Files.readString(RenderedCourse.learner().resolve(site.substring(1)).resolve("assets/progress.js"));
    }
}
