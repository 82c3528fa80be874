package workshop.site;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.apache.commons.io.file.FilesUncheck;
import org.apache.commons.io.function.Uncheck;

import workshop.model.Step;
import workshop.site.course.Tree;

/**
 * What the chapters are made of, as it is now: each of its own text, of the starters that this text names, and of what all of them may
 * show. As long as that is the same, so is the chapter.
 */
final class CourseSources {
    private final Tree tree;
    private final String shared;

    CourseSources(Tree tree) {
        this.tree = tree;
        this.shared = state(shared(tree));
    }

    /** All sources, files and folders. */
    static List<Path> all(Tree tree) {
        Stream<Path> starters = tree.steps().stream().flatMap(CourseSources::ofStarter);
        return Stream.of(shared(tree), Stream.of(tree.docs("chapters")), starters).flatMap(paths -> paths).toList();
    }

    private static Stream<Path> shared(Tree tree) {
        var own = Stream.of("diagrams", "images", "results", "sessions", "course.yaml").map(tree::docs);
        var others = Stream.of("pom.xml", "solutions/wrong-answers", "solutions/right-answers", "tools/clients/src").map(tree.root()::resolve);
        try (var modules = FilesUncheck.list(tree.root().resolve("solutions"))) {
            List<Path> solutions = modules.map(module -> module.resolve("src")).toList();
            return Stream.of(own, others, solutions.stream()).flatMap(paths -> paths);
        }
    }

    private static Stream<Path> ofStarter(Step step) {
        return Stream.of("src", "hints.yaml").map(step.starter()::resolve);
    }

    /** What tells the sources of a chapter, in the language of its file, from all others. */
    String state(Path chapter) {
        String text = Uncheck.get(() -> Files.readString(chapter));
        return text + shared + state(tree.steps().stream().filter(step -> text.contains(step.id())).flatMap(CourseSources::ofStarter));
    }

    private static String state(Stream<Path> sources) {
        return sources.filter(Files::exists).flatMap(FilesUncheck::walk)
                .filter(Files::isRegularFile)
                .map(file -> "%s %s %d".formatted(file, FilesUncheck.getLastModifiedTime(file), FilesUncheck.size(file)))
                .sorted()
                .collect(Collectors.joining("\n"));
    }
}
