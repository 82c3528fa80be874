package workshop.site.check;

import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * What a page leads to and what it loads is there, beside it. A page needs no network, and no module, which browsers refuse
 * to load from a disk; links that a reader may follow are no need. Asciidoctor says little or nothing about all this.
 */
final class ReachCheck {
    private static final Pattern REMOTE = Pattern.compile("(?i)^\\s*(https?:)?//");
    private static final Pattern IN_STYLES = Pattern.compile("(?i)(@import|url\\()\\s*[\"']?\\s*(https?:)?//[^)\"']*");
    private static final Pattern IN_SCRIPTS = Pattern.compile("(?i)(https?:)?//[\\w-]+(\\.[\\w-]+)+|\\bimport\\s*\\(|\\bfetch\\s*\\(");

    private ReachCheck() {
    }

    static List<String> problems(WrittenSite site, String name, Document page) {
        var problems = new ArrayList<String>();
        for (Element element : page.select("[href], [src]")) {
            String target = element.hasAttr("href") ? element.attr("href") : element.attr("src");
            if (!target.matches("(?i)([a-z]+:|//).*") && !leadsSomewhere(site, name, target)) {
                problems.add("'%s' leads nowhere; mend the link or what it names".formatted(target));
            }
        }
        page.select("[src], link[href]:not([rel=canonical], [rel=alternate]), [srcset], object[data]").stream()
                .flatMap(element -> Stream.of("src", "href", "srcset", "data").map(element::attr))
                .filter(target -> REMOTE.matcher(target).find())
                .forEach(target -> problems.add("it loads %s; put it beside the page".formatted(target)));
        page.select("script[type=module]").forEach(script -> problems.add("it has a module as its script; browsers don't load one from a disk"));
        page.select("style, [style]").forEach(element -> problems.addAll(remote(IN_STYLES, element.data() + element.attr("style"))));
        problems.addAll(notSearched(site, name, page));
        return problems;
    }

    /** What a style sheet or a script loads from elsewhere. */
    static List<String> problems(String asset, String text) {
        return remote(asset.endsWith(".css") ? IN_STYLES : IN_SCRIPTS, text);
    }

    private static boolean leadsSomewhere(WrittenSite site, String from, String target) {
        String[] parts = target.split("#", 2);
        String file = parts[0].isEmpty() ? from : parts[0];
        Document page = site.pages().get(file);
        if (page == null) {
            return !file.startsWith("/") && Files.isRegularFile(site.folder().resolve(file));
        }
        return parts.length < 2 || page.getElementById(parts[1]) != null;
    }

    private static List<String> remote(Pattern pattern, String text) {
        return pattern.matcher(text).results()
                .map(found -> "it has '%s'; a page that is opened from a disk has no network".formatted(found.group()))
                .toList();
    }

    /** Each section of a chapter is in the index of the search, and each word that it explains. */
    private static List<String> notSearched(WrittenSite site, String name, Document page) {
        String index = site.text("assets/search-index.js");
        return page.select("main .sect1 > h2, main .sect2 > h3, main .dlist dt").stream()
                .filter(heading -> !index.contains("\"page\":\"%s#%s\"".formatted(name, heading.id())))
                .map(heading -> "'%s' can't be found by the search".formatted(heading.ownText()))
                .toList();
    }
}
