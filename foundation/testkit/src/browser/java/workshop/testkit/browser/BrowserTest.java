package workshop.testkit.browser;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInfo;

/**
 * A test that opens pages in a Chromium. Where none is installed, it is skipped and says so.
 */
public abstract class BrowserTest {
    /** The one of the class that runs. */
    protected static Chromium chromium;

    @BeforeAll
    static void startChromium(TestInfo tests) {
        Chromium.assumeInstalled(tests);
        chromium = Chromium.start();
    }

    @AfterAll
    static void closeChromium() {
        if (chromium != null) {
            chromium.close();
        }
    }
}
