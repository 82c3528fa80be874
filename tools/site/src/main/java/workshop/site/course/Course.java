package workshop.site.course;

import java.util.List;

/**
 * The whole course in one language, ready to be put on pages. A chapter that is not translated is there in English.
 *
 * @param project   what it is about
 * @param plan      its order
 * @param chapters  its chapters, in order
 * @param language  its language
 * @param languages all languages in which there is one
 */
public record Course(Project project, CoursePlan plan, List<Chapter> chapters, Language language, List<Language> languages) {
    /** {@return the chapters of an edition, in order} */
    public List<Chapter> chapters(Edition edition) {
        return chapters.stream().filter(chapter -> edition == Edition.INSTRUCTOR || !chapter.plan().instructorOnly()).toList();
    }

    /** {@return the chapters for learners that are there in English only} */
    public List<Chapter> untranslated() {
        return chapters(Edition.LEARNER).stream().filter(chapter -> !chapter.language().equals(language)).toList();
    }

    /** {@return the languages that a reader can change to} */
    public List<Language> otherLanguages() {
        return languages.stream().filter(other -> !other.equals(language)).toList();
    }
}
