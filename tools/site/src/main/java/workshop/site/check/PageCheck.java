package workshop.site.check;

import java.util.ArrayList;
import java.util.List;

import org.jsoup.nodes.Document;

/**
 * Something that must be true of each page by itself.
 */
abstract class PageCheck implements SiteCheck {
    @Override
    public final List<String> check(WrittenSite site) {
        var problems = new ArrayList<String>();
        site.pages().forEach((name, page) -> check(page).forEach(problem -> problems.add(name + ": " + problem)));
        return problems;
    }

    /** What is wrong with a page. */
    abstract List<String> check(Document page);
}
