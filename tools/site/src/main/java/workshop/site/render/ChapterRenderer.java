package workshop.site.render;

import java.nio.file.Path;
import java.util.List;
import java.util.logging.Logger;

import org.asciidoctor.Asciidoctor;
import org.asciidoctor.Attributes;
import org.asciidoctor.Options;
import org.asciidoctor.SafeMode;
import org.asciidoctor.ast.Document;
import org.asciidoctor.log.LogRecord;
import org.asciidoctor.log.Severity;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;

import workshop.site.Problems;
import workshop.site.block.CourseBlocks;
import workshop.site.code.CourseHighlighter;
import workshop.site.plan.PlannedChapter;
import workshop.site.plan.Project;
import workshop.site.plan.Tree;

/**
 * Makes pages' content of chapters.
 */
public final class ChapterRenderer implements AutoCloseable {
    private final Asciidoctor asciidoctor;
    private final Tree tree;
    private final Project project;
    private boolean withoutMacros;

    /**
     * @param tree     where the chapters are
     * @param project  what they may name
     * @param problems is told what is wrong with them
     */
    public ChapterRenderer(Tree tree, Project project, Problems problems) {
        this.asciidoctor = Asciidoctor.Factory.create();
        this.tree = tree;
        this.project = project;
        Logger.getLogger("asciidoctor").setUseParentHandlers(false); // the problems are all that is to be said
        asciidoctor.registerLogHandler(record -> check(record, problems));
        CourseBlocks.onPages(asciidoctor, tree, problems);
    }

    /**
     * Renders a chapter.
     *
     * @param plan its place in the course
     * @return its title, content and sections
     */
    public Chapter render(PlannedChapter plan) {
        Document document = asciidoctor.loadFile(tree.chapter(plan.id()).toFile(), options());
        Element body = ChapterBody.of(Jsoup.parseBodyFragment(document.convert()).body());
        return new Chapter(plan, document.getDoctitle(), text(document, "able").replaceFirst("\\.$", ""), text(document, "minutes"), body,
                           ChapterBody.sections(body));
    }

    /**
     * Finds code and output that was typed into a chapter.
     *
     * @param plan the chapter's place in the course
     * @return the lines that were typed
     */
    public List<String> typed(PlannedChapter plan) {
        withoutMacros = true;
        try {
            return TypedCode.in(tree.chapter(plan.id()), asciidoctor, options());
        } finally {
            withoutMacros = false;
        }
    }

    private Options options() {
        var attributes = Attributes.builder()
                .icons("font")
                .showTitle(false)
                .sourceHighlighter(CourseHighlighter.NAME);
        if (withoutMacros) {
            attributes.attribute(CourseBlocks.NO_MACROS);
        }
        SourceAttributes.of(tree, project).forEach(attributes::attribute);
        return Options.builder().safe(SafeMode.UNSAFE).backend("html5").standalone(false).attributes(attributes.build()).build();
    }

    private static String text(Document document, String attribute) {
        return document.getAttribute(attribute, "").toString();
    }

    /** What Asciidoctor takes lightly and a reader would see. */
    private void check(LogRecord record, Problems problems) {
        if (withoutMacros) {
            return; // much is missing then, and all of it is looked at when the chapter is rendered
        }
        boolean serious = record.getSeverity().compareTo(Severity.WARN) >= 0 && record.getSeverity() != Severity.UNKNOWN;
        if (serious || record.getMessage().startsWith("unknown style")
                || record.getMessage().startsWith("possible invalid reference")) {
            String place = record.getCursor() == null ? "" : "%s, line %d: ".formatted(
                    Path.of(String.valueOf(record.getCursor().getPath())).getFileName(), record.getCursor().getLineNumber());
            problems.add(place + record.getMessage());
        }
    }

    @Override
    public void close() {
        asciidoctor.shutdown();
    }
}
