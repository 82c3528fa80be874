package workshop.site.block;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

import org.asciidoctor.Asciidoctor;
import org.asciidoctor.ast.StructuralNode;

import workshop.site.course.Tree;

/**
 * The course's own blocks, each in a form for a page and one for paper.
 */
public final class CourseBlocks {
    /** The attribute of a document in which the macros show nothing. */
    public static final String NO_MACROS = "no-macros";

    private CourseBlocks() {
    }

    /** Registers the blocks; problems are told of what they don't find in the tree. */
    public static void register(Asciidoctor asciidoctor, Tree tree, Consumer<String> problems) {
        var registry = asciidoctor.javaExtensionRegistry();
        List.of("do", "quiz", "instructor").forEach(name -> registry.block(new BoxBlock(name)));
        Map.of("bench", new BenchMacro(tree),
               "changes", new ChangesMacro(tree),
               "checkpoint", new CheckpointMacro(tree),
               "diagram", new DiagramMacro(tree),
               "hints", new HintsMacro(tree),
               "session", new SessionMacro(tree),
               "timeline", new TimelineMacro(),
               "wrong-answers", new WrongAnswersMacro(tree))
                .forEach((name, macro) -> registry.blockMacro(new MacroProcessor(name, macro, problems)));
    }

    /**
     * Draws the images that the blocks show on paper, into a folder.
     *
     * @throws IOException if they can't be written
     */
    public static void drawForPaper(Tree tree, Path folder) throws IOException {
        try (var files = Files.newDirectoryStream(tree.docs("diagrams"), "*.puml")) {
            for (Path file : files) {
                String name = file.getFileName().toString().replace(".puml", ".svg");
                Files.writeString(folder.resolve("diagram-" + name), PlantUml.forPaper(file));
            }
        }
        for (Story story : Story.all()) {
            Files.writeString(folder.resolve("timeline-" + story.id() + ".svg"), TimelineSvg.forPaper(story));
        }
    }

    static boolean isForPage(StructuralNode node) {
        return node.getDocument().isAttribute("backend", "html5");
    }
}
