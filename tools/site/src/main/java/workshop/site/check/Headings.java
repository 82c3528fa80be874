package workshop.site.check;

import java.util.ArrayList;
import java.util.List;

import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * A page has one heading of the first level, and none skips a level.
 */
final class Headings extends PageCheck {
    @Override
    List<String> check(Document page) {
        var problems = new ArrayList<String>();
        int first = page.select("h1").size();
        if (first != 1) {
            problems.add("there are %d headings of the first level; a page has one".formatted(first));
        }
        int before = 0;
        for (Element heading : page.select("h1, h2, h3, h4, h5, h6")) {
            int level = heading.normalName().charAt(1) - '0';
            if (before > 0 && level > before + 1) {
                problems.add("'%s' is a heading of level %d below one of level %d; use one more or one less '='"
                                     .formatted(heading.ownText(), level, before));
            }
            before = level;
        }
        return problems;
    }
}
