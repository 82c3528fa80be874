package workshop.site.gate;

import java.util.ArrayList;
import java.util.List;

import org.jsoup.nodes.Document;

/**
 * Something that must be true of each page by itself.
 */
abstract class PageGate implements Gate {
    @Override
    public final List<String> check(Site site) {
        var problems = new ArrayList<String>();
        site.pages().forEach((name, page) -> check(page).forEach(problem -> problems.add(name + ": " + problem)));
        return problems;
    }

    /** What is wrong with a page. */
    abstract List<String> check(Document page);
}
