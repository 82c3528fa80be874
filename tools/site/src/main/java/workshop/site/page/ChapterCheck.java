package workshop.site.page;

import java.util.List;
import java.util.stream.Collectors;

import org.jsoup.nodes.Element;

import workshop.site.course.Course;
import workshop.site.course.Edition;
import workshop.site.render.Chapter;

/**
 * What an instructor asks a group at the end of a chapter.
 *
 * @param chapter   the chapter, which says what everybody should be able to do
 * @param questions its questions
 */
record ChapterCheck(Chapter chapter, List<Question> questions) {
    /** A question and its answer, both as HTML. */
    record Question(String text, String answer) {
    }

    static List<ChapterCheck> all(Course course) {
        return course.chapters(Edition.LEARNER).stream()
                .filter(chapter -> !chapter.able().isEmpty())
                .map(chapter -> new ChapterCheck(chapter, chapter.body().select("form.quiz").stream().map(ChapterCheck::question).toList()))
                .toList();
    }

    boolean hasQuestions() {
        return !questions.isEmpty();
    }

    private static Question question(Element quiz) {
        Element text = quiz.expectFirst("legend").clone();
        text.select(".box-title").remove();
        return new Question(text.html(), quiz.select(".choice[data-right=true] label span").stream().map(Element::html)
                .collect(Collectors.joining("; ")));
    }
}
