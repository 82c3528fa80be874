package workshop.site.page;

import java.util.Optional;

import org.jsoup.nodes.Element;

import workshop.site.course.Course;
import workshop.site.course.Edition;
import workshop.site.render.Chapter;
import workshop.site.render.Section;

/**
 * Links to other chapters that have no words of their own get the title of what they lead to.
 */
final class CrossReferences {
    private CrossReferences() {
    }

    static void name(Element body, Course course, Edition edition) {
        for (Element link : body.select("a[href]")) {
            String target = link.attr("href");
            boolean nameless = link.text().equals(target) || link.text().equals(target.replaceFirst("#.*", ""));
            if (nameless && !target.startsWith("http")) {
                title(target, course, edition).ifPresent(link::text);
            }
        }
    }

    private static Optional<String> title(String target, Course course, Edition edition) {
        String[] parts = target.split("#", 2);
        Optional<Chapter> chapter = course.chapters(edition).stream()
                .filter(each -> each.plan().page().equals(parts[0]))
                .findFirst();
        if (parts.length < 2) {
            return chapter.map(Chapter::title);
        }
        return chapter.flatMap(each -> each.sections().stream().filter(section -> section.id().equals(parts[1])).findFirst())
                .map(Section::title);
    }
}
