package workshop.site.page;

import java.util.List;

import workshop.site.plan.CoursePlan;
import workshop.site.plan.PlannedChapter;

/**
 * For whom a site is.
 */
public enum Edition {
    /** Those who take the course. */
    LEARNER("site") {
        @Override
        List<PlannedChapter> chapters(CoursePlan plan) {
            return plan.forLearners();
        }
    },
    /** Who runs it for a group: also the schedules, the notes and the checks. */
    INSTRUCTOR("instructor") {
        @Override
        List<PlannedChapter> chapters(CoursePlan plan) {
            return plan.chapters();
        }
    };

    private final String folder;

    Edition(String folder) {
        this.folder = folder;
    }

    /**
     * @return the name of the folder of its pages
     */
    public String folder() {
        return folder;
    }

    abstract List<PlannedChapter> chapters(CoursePlan plan);
}
