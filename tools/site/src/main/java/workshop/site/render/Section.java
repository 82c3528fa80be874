package workshop.site.render;

/**
 * A section of a chapter, or a word that it explains.
 *
 * @param id    its id on the page
 * @param level 2 for a section of the chapter, 3 for a part of one and for a word
 * @param title its title
 * @param text  all of its text but that of its own sections
 */
public record Section(String id, int level, String title, String text) {
}
