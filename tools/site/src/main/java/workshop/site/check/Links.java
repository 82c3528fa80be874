package workshop.site.check;

import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;

import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * Each link within the site leads to something that is there, and so does each image, style sheet and script. Asciidoctor
 * says little or nothing about those.
 */
final class Links implements SiteCheck {
    @Override
    public List<String> check(WrittenSite site) {
        var problems = new ArrayList<String>();
        site.pages().forEach((name, page) -> {
            for (Element element : page.select("[href], [src]")) {
                String target = element.hasAttr("href") ? element.attr("href") : element.attr("src");
                if (!target.matches("(?i)([a-z]+:|//).*") && !leadsSomewhere(site, name, target)) {
                    problems.add("%s: '%s' leads nowhere; mend the link or what it names".formatted(name, target));
                }
            }
        });
        return problems;
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
}
