package workshop.site.page;

import java.util.stream.Collectors;

import workshop.site.course.Chapter;
import workshop.site.course.Chapter.Section;
import workshop.site.course.Course;
import workshop.site.course.Edition;

/**
 * What the search of a site finds: each section, as a script, since a page that is opened from a disk can't load anything
 * else. The strings are written by hand: nothing else here needs a library for JSON.
 */
final class SearchIndex {
    private SearchIndex() {
    }

    static String script(Course course, Edition edition) {
        return course.chapters(edition).stream()
                .flatMap(chapter -> chapter.sections().stream().map(section -> entry(chapter, section)))
                .collect(Collectors.joining(",\n", "window.courseIndex = [\n", "\n];\n"));
    }

    private static String entry(Chapter chapter, Section section) {
        return "{\"page\":%s,\"chapter\":%s,\"title\":%s,\"text\":%s}".formatted(
                string(chapter.plan().page() + "#" + section.id()), string(chapter.title()), string(section.title()),
                string(section.text()));
    }

    private static String string(String text) {
        var json = new StringBuilder("\"");
        text.codePoints().forEach(c -> {
            switch (c) {
                case '"', '\\' -> json.append('\\').appendCodePoint(c);
                case '<', 0x2028, 0x2029 -> json.append("\\u%04x".formatted(c));
                default -> json.append(c < ' ' ? " " : Character.toString(c));
            }
        });
        return json.append('"').toString();
    }
}
