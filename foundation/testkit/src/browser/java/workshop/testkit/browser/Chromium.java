package workshop.testkit.browser;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import org.junit.jupiter.api.TestInfo;

import workshop.testkit.server.TemporaryDirectory;

import static org.junit.jupiter.api.Assumptions.abort;

/**
 * The Chromium of this machine, driven by Playwright. The environment variable {@code CHROMIUM} names its program, where it is
 * at another place than usual.
 */
public final class Chromium implements AutoCloseable {
    private static final List<String> PLACES = List.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome",
                                                       "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome");
    private static final List<String> ARGUMENTS = List.of("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
                                                          "--disable-background-networking", "--disable-component-update", "--disable-sync");

    private final TemporaryDirectory directory = TemporaryDirectory.create(); // it leaves files there
    private final Playwright playwright = Playwright.create(new Playwright.CreateOptions()
                                                                    .setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    private final Browser browser;

    private Chromium(Path program, List<String> more) {
        var environment = new HashMap<>(System.getenv());
        environment.put("TMPDIR", directory.path().toString());
        browser = playwright.chromium().launch(new BrowserType.LaunchOptions().setExecutablePath(program).setEnv(environment).setArgs(
                Stream.concat(ARGUMENTS.stream(), more.stream()).toList()));
    }

    /**
     * Skips the tests of a class where there is none, with a line that names the class.
     *
     * @throws IllegalStateException if the variable {@code CI} is set: there, nothing is skipped
     */
    public static void assumeInstalled(TestInfo tests) {
        if (program().isPresent()) {
            return;
        }
        String reason = "no Chromium is installed: the variable CHROMIUM names one at another place";
        if (System.getenv("CI") != null) {
            throw new IllegalStateException(reason);
        }
        System.out.printf("Skipped: %s, %s%n", tests.getDisplayName(), reason);
        abort(reason);
    }

    /**
     * Starts it, without a window.
     *
     * @param more arguments than it always has
     * @return the running one
     */
    public static Chromium start(String... more) {
        return new Chromium(program().orElseThrow(), List.of(more));
    }

    /**
     * @return what opens pages in it
     */
    public Browser browser() {
        return browser;
    }

    private static Optional<Path> program() {
        return Stream.concat(Stream.ofNullable(System.getenv("CHROMIUM")), PLACES.stream())
                .map(Path::of).filter(Files::isExecutable).findFirst();
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
        directory.close();
    }
}
