package workshop.site.plan;

/**
 * A chapter's place in the course.
 *
 * @param id             the name of its source, without {@code .adoc}
 * @param minutes        how long a learner needs for it; 0 for one that is looked up, not worked through
 * @param instructorOnly whether learners don't see it
 */
public record PlannedChapter(String id, int minutes, boolean instructorOnly) {
    /** {@return the name of its page} */
    public String page() {
        return id + ".html";
    }

    /** {@return its minutes in words} */
    public String time() {
        return Minutes.words(minutes);
    }
}
