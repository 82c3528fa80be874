package workshop.site.course;

import java.util.List;

import org.jsoup.nodes.Element;

/**
 * A chapter that is ready to be put on a page.
 *
 * @param plan     its place in the course
 * @param language the language that it is in
 * @param title    its title
 * @param able     what a learner will be able to do, without a full stop; empty if it teaches nothing
 * @param original which English source it is translated from, as its own source says, or {@link #OUTDATED}; empty if it says nothing
 * @param body     its content
 * @param sections its sections, in order
 */
public record Chapter(PlannedChapter plan, Language language, String title, String able, String original, Element body,
                      List<Section> sections) {
    /** What a translation says instead of its original where its page tells that it is older than that. */
    public static final String OUTDATED = "outdated";

    /**
     * A section, or a word that is explained.
     *
     * @param id    its id on the page
     * @param level 2 for a section of the chapter, 3 for a part of one and for a word
     * @param title its title
     * @param text  all of its text but that of its own sections
     */
    public record Section(String id, int level, String title, String text) {
    }

    /** {@return its source, among the chapters} */
    public String source() {
        return language.folder() + plan.id() + ".adoc";
    }
}
