package workshop.site.check;

import java.util.List;
import java.util.regex.Pattern;

import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * No block macro stands on a page as text, as one does that nobody knows.
 */
final class KnownMacros extends PageCheck {
    private static final Pattern MACRO = Pattern.compile("[a-z][a-z-]*::\\S*\\[.*]");

    @Override
    List<String> check(Document page) {
        return page.select("p").stream().map(Element::text)
                .filter(text -> MACRO.matcher(text).matches())
                .map("nobody knows the macro '%s'; see CONTRIBUTING.md for those of the course"::formatted)
                .toList();
    }
}
