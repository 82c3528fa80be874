package workshop.clients;

import java.net.URI;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.CDPSession;

/**
 * A new tab in which an address is entered. Playwright has no page for it before its answer, and there is nothing else to press
 * F5 on.
 */
final class NewTab {
    private final CDPSession browser;
    private final JsonObject session = new JsonObject();
    private final Duration patience;
    private long next = System.nanoTime();

    /** Between two reloads its user is patient for a time. */
    NewTab(Browser chromium, URI uri, Duration patience) {
        this.patience = patience;
        this.browser = chromium.newBrowserCDPSession();
        var address = new JsonObject();
        address.addProperty("url", uri.toString());
        JsonObject target = browser.send("Target.createTarget", address);
        session.add("sessionId", browser.send("Target.attachToTarget", target).get("sessionId"));
    }

    /** The user's own, not that of a script. */
    void reload() throws InterruptedException {
        TimeUnit.NANOSECONDS.sleep(next - System.nanoTime());
        next = System.nanoTime() + patience.toNanos();
        session.addProperty("message", "{\"id\": 1, \"method\": \"Page.reload\"}");
        browser.send("Target.sendMessageToTarget", session);
    }
}
