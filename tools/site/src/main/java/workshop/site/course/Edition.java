package workshop.site.course;

/**
 * For whom a site is.
 */
public enum Edition {
    /** Those who take the course. */
    LEARNER("site"),
    /** Who runs it for a group: also the schedules, the notes and the checks. */
    INSTRUCTOR("instructor");

    private final String folder;

    Edition(String folder) {
        this.folder = folder;
    }

    /** {@return the name of the folder of its pages} */
    public String folder() {
        return folder;
    }
}
