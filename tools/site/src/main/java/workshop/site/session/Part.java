package workshop.site.session;

import java.util.List;

/**
 * A part of a session, which a chapter can show.
 *
 * @param name    its name
 * @param entries what happens in it, in order
 */
public record Part(String name, List<Entry> entries) {
}
