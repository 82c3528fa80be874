package workshop.site.block;

import java.util.List;
import java.util.Map;

import workshop.site.CourseException;

/**
 * A block of the course that a chapter asks for in one line, {@code name::target[attributes]}.
 */
interface Macro {
    /** The block on a page, where that is more than what it is on paper. */
    default String html(String target, Map<String, Object> attributes) {
        return "";
    }

    /** The block on paper, as lines of AsciiDoc; none if it has no use there. */
    default List<String> asciidoc(String target, Map<String, Object> attributes) {
        return List.of();
    }

    static String attribute(Map<String, Object> attributes, String name) {
        Object value = attributes.get(name);
        if (value == null || value.toString().isBlank()) {
            throw new CourseException("has no '%s': add %s=… between the brackets.".formatted(name, name));
        }
        return value.toString();
    }
}
