package workshop.site.handout;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.asciidoctor.Asciidoctor;
import org.asciidoctor.Attributes;
import org.asciidoctor.Options;
import org.asciidoctor.SafeMode;
import org.asciidoctor.log.LogRecord;
import org.asciidoctor.log.Severity;

import workshop.site.Problems;
import workshop.site.block.CourseBlocks;
import workshop.site.diagram.PlantUml;
import workshop.site.plan.CoursePlan;
import workshop.site.plan.Project;
import workshop.site.plan.Tree;
import workshop.site.render.SourceAttributes;
import workshop.site.timeline.Story;
import workshop.site.timeline.TimelineSvg;

/**
 * The course as a book for learners, to print or to take along: PDF and EPUB.
 */
public final class Handouts {
    private static final String NAME = "when-the-client-hangs-up";
    private static final String IMAGES = "images";

    private final Tree tree;
    private final Project project;
    private final Path folder;
    private final Problems problems;

    /**
     * @param tree     where the sources are
     * @param project  what the course is about
     * @param folder   where the books go
     * @param problems is told what is wrong
     */
    public Handouts(Tree tree, Project project, Path folder, Problems problems) {
        this.tree = tree;
        this.project = project;
        this.folder = folder;
        this.problems = problems;
    }

    /**
     * Writes both books.
     *
     * @param plan the order of the course
     * @throws UncheckedIOException if the folder can't be written to
     */
    public void write(CoursePlan plan) {
        try (var asciidoctor = Asciidoctor.Factory.create()) {
            asciidoctor.registerLogHandler(this::check);
            CourseBlocks.onPaper(asciidoctor, tree, problems);
            drawImages(Files.createDirectories(folder.resolve(IMAGES)));
            Path book = Files.writeString(folder.resolve(NAME + ".adoc"), Book.text(tree, project, plan));
            convert(asciidoctor, book, "pdf", Map.of("pdf-theme", "default-sans",
                                                             "source-highlighter", "rouge", "toclevels", "1"));
            convert(asciidoctor, book, "epub3", Map.of("toclevels", "1"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void convert(Asciidoctor asciidoctor, Path book, String backend, Map<String, Object> more) {
        var all = new TreeMap<>(SourceAttributes.of(tree, project));
        all.putAll(more);
        all.put("imagesdir", IMAGES);
        var attributes = Attributes.builder();
        all.forEach(attributes::attribute);
        Path file = folder.resolve(NAME + (backend.equals("pdf") ? ".pdf" : ".epub"));
        asciidoctor.convertFile(book.toFile(), Options.builder().safe(SafeMode.UNSAFE).backend(backend).baseDir(folder.toFile())
                .toFile(file.toFile()).attributes(attributes.build()).build());
    }

    private void drawImages(Path images) throws IOException {
        for (Path source : List.of(tree.images(), tree.results())) {
            try (var files = Files.newDirectoryStream(source, "*.{svg,png}")) {
                for (Path file : files) {
                    Files.copy(file, images.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
                }
            }
        }
        try (var files = Files.newDirectoryStream(tree.diagrams(), "*.puml")) {
            for (Path file : files) {
                String name = file.getFileName().toString().replace(".puml", ".svg");
                Files.writeString(images.resolve("diagram-" + name), PlantUml.read(file).svgForPaper());
            }
        }
        for (Story story : Story.all()) {
            Files.writeString(images.resolve("timeline-" + story.id() + ".svg"), TimelineSvg.forPaper(story));
        }
    }

    private void check(LogRecord record) {
        if (record.getSeverity().compareTo(Severity.WARN) >= 0 && record.getSeverity() != Severity.UNKNOWN) {
            problems.add("handouts: " + record.getMessage());
        }
    }
}
