package workshop.site.render;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.logging.Logger;

import org.asciidoctor.Asciidoctor;
import org.asciidoctor.Attributes;
import org.asciidoctor.Options;
import org.asciidoctor.SafeMode;
import org.asciidoctor.ast.Block;
import org.asciidoctor.ast.Document;
import org.asciidoctor.ast.StructuralNode;
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
    private boolean onlyTyped;

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
     * Finds code and output that was typed into a chapter. All of it has to be included, from where it is tested.
     *
     * @param plan the chapter's place in the course
     * @return the blocks with typed lines
     */
    public List<String> typed(PlannedChapter plan) {
        var marks = asciidoctor.createGroup().includeProcessor(new IncludeMark());
        marks.register();
        onlyTyped = true;
        try {
            Document document = asciidoctor.loadFile(tree.chapter(plan.id()).toFile(), options());
            var blocks = new ArrayList<StructuralNode>();
            List.of(":listing", ":literal").forEach(context -> blocks.addAll(document.findBy(Map.of("context", context))));
            return blocks.stream().map(Block.class::cast)
                    .flatMap(block -> block.getLines().stream())
                    .filter(line -> !line.isBlank() && !line.equals(IncludeMark.MARK))
                    .map(line -> "%s.adoc: the line '%s' of a block was typed: include it from a source or a session"
                            .formatted(plan.id(), line.strip()))
                    .toList();
        } finally {
            marks.unregister();
            onlyTyped = false;
        }
    }

    private Options options() {
        var attributes = Attributes.builder()
                .icons("font")
                .showTitle(false)
                .sourceHighlighter(CourseHighlighter.NAME);
        SourceAttributes.of(tree, project).forEach(attributes::attribute);
        return Options.builder().safe(SafeMode.UNSAFE).backend("html5").standalone(false).attributes(attributes.build()).build();
    }

    private static String text(Document document, String attribute) {
        return document.getAttribute(attribute, "").toString();
    }

    /** What Asciidoctor takes lightly and a reader would see. */
    private void check(LogRecord record, Problems problems) {
        if (onlyTyped) {
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
