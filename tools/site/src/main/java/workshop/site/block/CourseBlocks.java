package workshop.site.block;

import java.util.List;

import org.asciidoctor.Asciidoctor;

import workshop.site.Problems;
import workshop.site.box.BoxBlock;
import workshop.site.box.PaperBlock;
import workshop.site.code.CourseHighlighter;
import workshop.site.plan.Tree;

/**
 * The course's own blocks.
 */
public final class CourseBlocks {
    /** The attribute of a document in which the macros show nothing. */
    public static final String NO_MACROS = "no-macros";

    private static final List<String> BOXES = List.of("do", "quiz", "instructor");

    private CourseBlocks() {
    }

    /**
     * Registers the blocks as they are on pages.
     *
     * @param asciidoctor is to know them
     * @param tree        where they find what they show
     * @param problems    is told what they don't find
     */
    public static void onPages(Asciidoctor asciidoctor, Tree tree, Problems problems) {
        BOXES.forEach(name -> asciidoctor.javaExtensionRegistry().block(new BoxBlock(name)));
        macros(asciidoctor, tree, problems);
        asciidoctor.syntaxHighlighterRegistry().register(CourseHighlighter.class, CourseHighlighter.NAME);
    }

    /**
     * Registers the blocks as they are on paper.
     *
     * @param asciidoctor is to know them
     * @param tree        where they find what they show
     * @param problems    is told what they don't find
     */
    public static void onPaper(Asciidoctor asciidoctor, Tree tree, Problems problems) {
        BOXES.forEach(name -> asciidoctor.javaExtensionRegistry().block(new PaperBlock(name)));
        macros(asciidoctor, tree, problems);
    }

    private static void macros(Asciidoctor asciidoctor, Tree tree, Problems problems) {
        asciidoctor.javaExtensionRegistry()
                .blockMacro(new SessionMacro(tree, problems))
                .blockMacro(new ChangesMacro(tree, problems))
                .blockMacro(new HintsMacro(tree, problems))
                .blockMacro(new WrongAnswersMacro(tree, problems))
                .blockMacro(new CheckpointMacro(tree, problems))
                .blockMacro(new DiagramMacro(tree, problems))
                .blockMacro(new BenchMacro(tree, problems))
                .blockMacro(new TimelineMacro(problems));
    }
}
