package workshop.site.check;

import java.util.HashSet;
import java.util.List;

import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * No id is there twice.
 */
final class UniqueIds extends PageCheck {
    @Override
    List<String> check(Document page) {
        var seen = new HashSet<String>();
        return page.select("[id]").stream().map(Element::id)
                .filter(id -> !seen.add(id))
                .map("the id '%s' is there twice; give one of the two another title or id"::formatted)
                .toList();
    }
}
