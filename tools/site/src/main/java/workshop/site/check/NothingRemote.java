package workshop.site.check;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A page needs no network, and no module, which browsers refuse to load from a disk. Links that a reader may follow are
 * no need.
 */
final class NothingRemote implements SiteCheck {
    private static final Pattern REMOTE = Pattern.compile("(?i)^\\s*(https?:)?//");
    private static final Pattern IN_STYLES = Pattern.compile("(?i)(@import|url\\()\\s*[\"']?\\s*(https?:)?//[^)\"']*");
    private static final Pattern IN_SCRIPTS = Pattern.compile("(?i)(https?:)?//[\\w-]+(\\.[\\w-]+)+|\\bimport\\s*\\(|\\bfetch\\s*\\(");

    @Override
    public List<String> check(WrittenSite site) {
        var problems = new ArrayList<String>();
        site.pages().forEach((name, page) -> {
            page.select("[src], link[href], [srcset], object[data]").stream()
                    .flatMap(element -> java.util.stream.Stream.of("src", "href", "srcset", "data").map(element::attr))
                    .filter(target -> REMOTE.matcher(target).find())
                    .forEach(target -> problems.add("%s loads %s; put it beside the page".formatted(name, target)));
            page.select("script[type=module]").forEach(script -> problems.add(
                    "%s has a module as its script; browsers don't load one from a disk".formatted(name)));
            page.select("style, [style]").stream().map(element -> element.data() + element.attr("style"))
                    .forEach(style -> find(IN_STYLES, style, name, problems));
        });
        assets(site).forEach(file -> find(file.toString().endsWith(".css") ? IN_STYLES : IN_SCRIPTS,
                                          site.text(file.toString()), file.toString(), problems));
        return problems;
    }

    private static void find(Pattern pattern, String text, String name, List<String> problems) {
        pattern.matcher(text).results().forEach(found -> problems.add(
                "%s has '%s'; a page that is opened from a disk has no network".formatted(name, found.group())));
    }

    private static List<Path> assets(WrittenSite site) {
        Path assets = site.folder().resolve("assets");
        if (!Files.isDirectory(assets)) {
            return List.of();
        }
        try (var files = Files.list(assets)) {
            return files.filter(file -> file.toString().matches(".*\\.(css|js)"))
                    .filter(file -> !file.endsWith("search-index.js")) // text of the chapters
                    .map(site.folder()::relativize).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
