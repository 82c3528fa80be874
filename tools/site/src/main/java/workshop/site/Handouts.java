package workshop.site;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;

import workshop.site.block.CourseBlocks;
import workshop.site.course.CoursePlan;
import workshop.site.course.PlannedChapter;
import workshop.site.course.Project;
import workshop.site.course.Tree;
import workshop.site.render.Renderer;

/**
 * The course as a book for learners, to print or to take along: PDF and EPUB.
 */
final class Handouts {
    private static final String NAME = "when-the-client-hangs-up";
    private static final String IMAGES = "images";

    private Handouts() {
    }

    /** Writes both books, and what they are made of, into a folder. */
    static void write(Tree tree, Renderer renderer, Path folder) {
        try {
            Project project = Project.read(tree);
            drawImages(tree, Files.createDirectories(folder.resolve(IMAGES)));
            Path book = Files.writeString(folder.resolve(NAME + ".adoc"), book(tree, project));
            renderer.write(book, project, "pdf", Map.of("imagesdir", IMAGES, "toclevels", "1", "pdf-theme", "handouts",
                                                        "pdf-themesdir", tree.docs("theme").toString(), "source-highlighter", "rouge"), folder.resolve(NAME + ".pdf"));
            renderer.write(book, project, "epub3", Map.of("imagesdir", IMAGES, "toclevels", "1"), folder.resolve(NAME + ".epub"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void drawImages(Tree tree, Path images) throws IOException {
        for (String source : List.of("images", "results")) {
            try (var files = Files.newDirectoryStream(tree.docs(source), "*.{svg,png}")) {
                for (Path file : files) {
                    Files.copy(file, images.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
                }
            }
        }
        CourseBlocks.drawForPaper(tree, images);
    }

    /** All chapters for learners as one AsciiDoc book. */
    private static String book(Tree tree, Project project) throws IOException {
        var book = new StringBuilder("""
                = %s — %s
                :title-separator: {sp}—
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
        for (PlannedChapter chapter : CoursePlan.read(tree.docs("course.yaml")).forLearners()) {
            String[] titleAndText = Files.readString(tree.chapter(chapter.id())).split("\n", 2);
            String text = titleAndText[1]
                    .replaceAll("xref:[\\w-]+\\.adoc#([\\w-]+)\\[", "xref:$1[")
                    .replaceAll("xref:([\\w-]+)\\.adoc\\[", "xref:chapter-$1[");
            book.append("[#chapter-%s]\n=%s\n\n:leveloffset: +1\n\n%s\n:leveloffset: -1\n\n".formatted(chapter.id(), titleAndText[0], text));
        }
        return book.toString();
    }
}
