package workshop.site.handout;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import java.util.regex.Pattern;

import workshop.site.plan.CoursePlan;
import workshop.site.plan.PlannedChapter;
import workshop.site.plan.Project;
import workshop.site.plan.Tree;

/**
 * All chapters for learners as one AsciiDoc book.
 */
final class Book {
    private static final Pattern TO_CHAPTER = Pattern.compile("xref:([\\w-]+)\\.adoc\\[");
    private static final Pattern TO_SECTION = Pattern.compile("xref:([\\w-]+)\\.adoc#([\\w-]+)\\[");

    private Book() {
    }

    static String text(Tree tree, Project project, CoursePlan plan) {
        var book = new StringBuilder("""
                = %s: %s
                :doctype: book
                :toc:
                :icons: font
                :reproducible:
                :uuid: 5d2f0f7e-client-hangs-up
                :lang: en
                :listing-caption!:
                :example-caption!:
                :figure-caption!:
                :table-caption!:

                """.formatted(project.name(), project.description()));
        for (PlannedChapter chapter : plan.forLearners()) {
            book.append(chapter(tree, chapter));
        }
        return book.toString();
    }

    private static String chapter(Tree tree, PlannedChapter chapter) {
        try {
            List<String> lines = Files.readAllLines(tree.chapter(chapter.id()));
            String title = lines.getFirst().replaceFirst("^= ", "== ");
            String rest = String.join("\n", lines.subList(1, lines.size()));
            rest = TO_SECTION.matcher(rest).replaceAll("xref:$2[");
            rest = TO_CHAPTER.matcher(rest).replaceAll("xref:chapter-$1[");
            return "[#chapter-%s]\n%s\n\n:leveloffset: +1\n\n%s\n\n:leveloffset: -1\n\n".formatted(
                    chapter.id(), title, rest);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
