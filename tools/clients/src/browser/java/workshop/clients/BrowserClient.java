package workshop.clients;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

import com.google.gson.JsonElement;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.sun.net.httpserver.HttpServer;

import workshop.testkit.browser.Chromium;

/**
 * Chromium, with a page to come from and to go to.
 */
final class BrowserClient implements AutoCloseable {
    /** Has it take a reload that follows another one within about three seconds for a mistake: newer versions do so by themselves. */
    private static final String IGNORE_DUPLICATES = "--enable-features=IgnoreDuplicateNavs";
    private static final Duration PATIENCE = Duration.ofSeconds(4);
    private static final Duration CAP = Duration.ofSeconds(10);
    private static final byte[] PAGE = "<!doctype html><title>A page</title>".getBytes(StandardCharsets.UTF_8);

    private static final String GO = "url => { location = url }";
    private static final String FETCH = "url => { fetch(url, {mode: 'no-cors'}) }";
    private static final String FETCH_WITH_SIGNAL = """
            url => {
              globalThis.user = new AbortController();
              fetch(url, {mode: 'no-cors', signal: user.signal}).catch(() => {});
            }""";
    private static final String FETCH_KEPT_ALIVE = "url => { fetch(url, {mode: 'no-cors', keepalive: true}) }";
    private static final String RACE = """
            url => {
              const late = new Promise((_, reject) => setTimeout(() => reject(new Error('late')), 1000));
              globalThis.answer = Promise.race([fetch(url, {mode: 'no-cors'}), late]).catch(() => {});
            }""";
    private static final String XML_HTTP_REQUEST = """
            url => {
              globalThis.request = new XMLHttpRequest();
              request.open('GET', url);
              request.send();
            }""";

    private final Chromium chromium = Chromium.start(IGNORE_DUPLICATES);
    private final HttpServer pages = pages();

    private static HttpServer pages() {
        try {
            var server = HttpServer.create(new InetSocketAddress("localhost", 0), 0);
            server.createContext("/", exchange -> {
                exchange.sendResponseHeaders(200, PAGE.length);
                exchange.getResponseBody().write(PAGE);
                exchange.close();
            });
            server.start();
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What its users do, and what the scripts of a page do. A second reload at once is none: chance decides whether it is ignored. */
    List<WayToGiveUp> ways() {
        return List.of(
                new WayToGiveUp("reload of a page that has not come yet", uri -> new NewTab(browser(), uri, Duration.ZERO)::reload, 0, 1),
                new WayToGiveUp("a second reload, after four seconds", uri -> new NewTab(browser(), uri, PATIENCE)::reload, 1, 1),
                visit("another page", this::leave),
                visit("the stop button", page -> page.context().newCDPSession(page).send("Page.stopLoading")),
                visit("close of the tab", Page::close),
                new WayToGiveUp("the browser is killed", BrowserClient::killed),
                new WayToGiveUp("the same address in a second tab", this::secondTab, 0, 1),
                script("`fetch`, and then another page", FETCH, this::leave),
                script("`fetch` with `keepalive`, and then another page", FETCH_KEPT_ALIVE, this::leave),
                script("`fetch`, and `abort` of its `AbortController`", FETCH_WITH_SIGNAL, page -> page.evaluate("user.abort()")),
                script("`fetch`, and `window.stop()`", FETCH, page -> page.evaluate("stop()")),
                script("`fetch` in a `Promise.race` with a timer", RACE, page -> page.evaluate("answer")),
                script("`abort` of an `XMLHttpRequest`", XML_HTTP_REQUEST, page -> page.evaluate("request.abort()")));
    }

    private Browser browser() {
        return chromium.browser();
    }

    private WayToGiveUp visit(String words, Consumer<Page> act) {
        return script(words, GO, act);
    }

    private WayToGiveUp script(String words, String script, Consumer<Page> act) {
        return new WayToGiveUp(words, uri -> {
            Page page = page(script, uri);
            return () -> act.accept(page);
        });
    }

    /** A tab whose page runs a script. */
    private Page page(String script, URI uri) {
        Page page = page();
        page.evaluate(script, uri.toString());
        return page;
    }

    private void leave(Page page) {
        page.navigate("http://localhost:%d/".formatted(pages.getAddress().getPort()));
    }

    private WayToGiveUp.GivingUp secondTab(URI uri) {
        Page first = page(GO, uri);
        return () -> {
            Page second = first.context().newPage();
            leave(second);
            second.evaluate(GO, uri.toString());
        };
    }

    private static WayToGiveUp.GivingUp killed(URI uri) {
        var client = new BrowserClient();
        client.page(GO, uri);
        return () -> {
            client.kill();
            client.close();
        };
    }

    /** A script of a page asks, and this returns when it has an answer, or has none and is told so. */
    void ask(Page page, URI uri) {
        page.evaluate("url => fetch(url, {mode: 'no-cors'}).then(() => {}, () => {})", uri.toString());
    }

    /** A tab with a page that has scripts. */
    Page page() {
        Page page = browser().newContext().newPage();
        leave(page);
        return page;
    }

    private void kill() throws Exception {
        var processes = browser().newBrowserCDPSession().send("SystemInfo.getProcessInfo").getAsJsonArray("processInfo");
        for (JsonElement process : processes) {
            if (process.getAsJsonObject().get("type").getAsString().equals("browser")) {
                var handle = ProcessHandle.of(process.getAsJsonObject().get("id").getAsLong()).orElseThrow();
                handle.destroyForcibly();
                handle.onExit().get(CAP.toSeconds(), TimeUnit.SECONDS);
            }
        }
    }

    @Override
    public void close() {
        chromium.close();
        pages.stop(0);
    }
}
