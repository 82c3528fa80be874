package workshop.site.check;

import java.util.ArrayList;
import java.util.List;

import org.jsoup.nodes.Element;

/**
 * Each section of a chapter is in the index of the search.
 */
final class SearchedSections implements SiteCheck {
    @Override
    public List<String> check(WrittenSite site) {
        String index = site.text("assets/search-index.js");
        var problems = new ArrayList<String>();
        site.pages().forEach((name, page) -> {
            for (Element heading : page.select("main .sect1 > h2, main .sect2 > h3")) {
                if (!index.contains("\"page\":\"%s#%s\"".formatted(name, heading.id()))) {
                    problems.add("%s: the section '%s' can't be found by the search".formatted(name, heading.id()));
                }
            }
        });
        return problems;
    }
}
