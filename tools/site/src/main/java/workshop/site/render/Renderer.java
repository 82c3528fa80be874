package workshop.site.render;

import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.logging.Logger;
import java.util.stream.Stream;

import org.asciidoctor.Asciidoctor;
import org.asciidoctor.Attributes;
import org.asciidoctor.Options;
import org.asciidoctor.OptionsBuilder;
import org.asciidoctor.SafeMode;
import org.asciidoctor.ast.Block;
import org.asciidoctor.ast.Document;
import org.asciidoctor.extension.IncludeProcessor;
import org.asciidoctor.extension.PreprocessorReader;
import org.asciidoctor.log.LogHandler;
import org.asciidoctor.log.LogRecord;
import org.asciidoctor.log.Severity;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;

import workshop.model.Step;
import workshop.site.block.CourseBlocks;
import workshop.site.course.Chapter;
import workshop.site.course.Language;
import workshop.site.course.PlannedChapter;
import workshop.site.course.Project;
import workshop.site.course.Reference;
import workshop.site.course.Tree;

/**
 * Makes pages' content of chapters, and books: Asciidoctor with the blocks of the course, started once for all of it.
 */
public final class Renderer implements AutoCloseable {
    private static final String INCLUDED = "(included)";

    private final Asciidoctor asciidoctor = Asciidoctor.Factory.create();
    private final Tree tree;
    private final Consumer<String> problems;
    private final LogHandler log;

    /** The one for a tree, which tells what is wrong with its chapters. */
    public Renderer(Tree tree, Consumer<String> problems) {
        this.tree = tree;
        this.problems = problems;
        this.log = this::check;
        Logger.getLogger("asciidoctor").setUseParentHandlers(false); // the problems are all that is to be said
        asciidoctor.registerLogHandler(log);
        CourseBlocks.register(asciidoctor, tree, problems);
    }

    /** Makes a chapter ready for its page. */
    public Chapter render(PlannedChapter plan, Language language, Project project) {
        Path source = tree.chapter(plan.id(), language);
        Document document = load(source, project, Map.of());
        Element body = ChapterBody.of(Jsoup.parseBodyFragment(document.convert()).body());
        var chapter = new Chapter(plan, language, document.getDoctitle(), text(document, "able").replaceFirst("\\.$", ""),
                                  text(document, "original"), body, ChapterBody.sections(body));
        reportTyped(chapter, source, project);
        return chapter;
    }

    /** Makes a book of a source: a file of the backend, with attributes that are its own. */
    public void write(Path source, Project project, String backend, Map<String, String> attributes, Path file) {
        asciidoctor.convertFile(source.toFile(), options(project, attributes).backend(backend).baseDir(source.getParent().toFile())
                .toFile(file.toFile()).build());
    }

    /** Code and output that was typed into a chapter: what is left where a mark replaces each include, and a macro shows nothing. */
    private void reportTyped(Chapter chapter, Path source, Project project) {
        var marks = asciidoctor.createGroup().includeProcessor(new IncludeMark());
        marks.register();
        asciidoctor.unregisterLogHandler(log); // much is missing now, and all of it was looked at before
        try {
            Document document = load(source, project, Map.of(CourseBlocks.NO_MACROS, ""));
            Stream.of(":listing", ":literal")
                    .flatMap(context -> document.findBy(Map.of("context", context)).stream())
                    .flatMap(block -> ((Block) block).getLines().stream())
                    .filter(line -> !line.isBlank() && !line.equals(INCLUDED))
                    .forEach(line -> problems.accept("%s: the line '%s' of a block was typed: include it from a source or a session"
                                                             .formatted(chapter.source(), line.strip())));
        } finally {
            asciidoctor.registerLogHandler(log);
            marks.unregister();
        }
    }

    private Document load(Path source, Project project, Map<String, String> more) {
        var attributes = new TreeMap<>(Map.of("icons", "font", "imagesdir", path(tree.docs("images"))));
        attributes.putAll(more);
        return asciidoctor.loadFile(source.toFile(), options(project, attributes).standalone(false).build());
    }

    /** What each chapter can use: places to include from, versions, and works to refer to. */
    private OptionsBuilder options(Project project, Map<String, String> more) {
        var attributes = Attributes.builder()
                .attribute("root", path(tree.root()))
                .attribute("results", path(tree.docs("results")))
                .attribute("idprefix", "")
                .attribute("idseparator", "-")
                .attribute("source-indent", "0")
                .attribute("attribute-missing", "warn");
        for (Step step : tree.steps()) {
            attributes.attribute(step.id(), path(step.starter()));
            attributes.attribute(step.id().replace("step", "solution"), path(step.solution()));
        }
        project.versions().forEach((name, version) -> attributes.attribute("version-" + name.replace('.', '-'), version));
        for (Reference reference : Reference.values()) {
            attributes.attribute(reference.attribute(), reference.address(project));
        }
        more.forEach(attributes::attribute);
        return Options.builder().safe(SafeMode.UNSAFE).attributes(attributes.build());
    }

    private static String path(Path path) {
        return path.toString().replace('\\', '/');
    }

    private static String text(Document document, String attribute) {
        return document.getAttribute(attribute, "").toString();
    }

    /** What Asciidoctor takes lightly and a reader would see. */
    private void check(LogRecord record) {
        boolean serious = record.getSeverity().compareTo(Severity.WARN) >= 0 && record.getSeverity() != Severity.UNKNOWN;
        if (serious || record.getMessage().startsWith("unknown style")
                || record.getMessage().startsWith("possible invalid reference")) {
            String place = record.getCursor() == null ? "" : "%s, line %d: ".formatted(
                    Path.of(String.valueOf(record.getCursor().getPath())).getFileName(), record.getCursor().getLineNumber());
            problems.accept(place + record.getMessage());
        }
    }

    @Override
    public void close() {
        asciidoctor.shutdown();
    }

    private static final class IncludeMark extends IncludeProcessor {
        @Override
        public boolean handles(String target) {
            return true;
        }

        @Override
        public void process(Document document, PreprocessorReader reader, String target, Map<String, Object> attributes) {
            reader.pushInclude(INCLUDED, target, target, 1, attributes);
        }
    }
}
