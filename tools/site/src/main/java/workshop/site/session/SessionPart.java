package workshop.site.session;

import java.util.List;

/**
 * A part of a session, which a chapter can show.
 *
 * @param name    its name
 * @param interactions what happens in it, in order
 */
public record SessionPart(String name, List<Interaction> interactions) {
}
