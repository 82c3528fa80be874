package workshop.site.course;

/**
 * A chapter's place in the course.
 *
 * @param id             the name of its source, without {@code .adoc}
 * @param minutes        how long a learner needs for it; 0 for one that is looked up, not worked through
 * @param instructorOnly whether learners don't see it
 */
public record PlannedChapter(String id, int minutes, boolean instructorOnly) {
    private static final int HOUR = 60;

    /** {@return the name of its page} */
    public String page() {
        return id + ".html";
    }

    /** {@return its minutes in words} */
    public String time() {
        return inWords(minutes);
    }

    static String inWords(int minutes) {
        int hours = minutes / HOUR;
        int rest = minutes % HOUR;
        if (hours == 0) {
            return rest + " min";
        }
        return rest == 0 ? hours + " h" : hours + " h " + rest + " min";
    }
}
