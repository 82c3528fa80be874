package workshop.site.check;

import java.util.ArrayList;
import java.util.List;

import org.jsoup.nodes.Element;

/**
 * Each section of a chapter is in the index of the search, and each word that it explains.
 */
final class SearchedSections implements SiteCheck {
    @Override
    public List<String> check(WrittenSite site) {
        String index = site.text("assets/search-index.js");
        var problems = new ArrayList<String>();
        site.pages().forEach((name, page) -> {
            for (Element heading : page.select("main .sect1 > h2, main .sect2 > h3, main .dlist dt")) {
                if (!index.contains("\"page\":\"%s#%s\"".formatted(name, heading.id()))) {
                    problems.add("%s: '%s' can't be found by the search".formatted(name, heading.ownText()));
                }
            }
        });
        return problems;
    }
}
