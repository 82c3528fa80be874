package workshop.site;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

import workshop.site.plan.Tree;

/**
 * {@code build}: renders everything once, and checks it.
 */
@Command(name = "build", description = "Renders the sites, and checks them.")
final class BuildCommand implements Callable<Integer> {
    @Option(names = "--root", required = true, description = "The root of the workshop.")
    private Path root;

    @Option(names = "--out", required = true, description = "Where the folders site and instructor go.")
    private Path out;

    @Option(names = "--handouts", description = "Also writes the handouts, PDF and EPUB.")
    private boolean handouts;

    @Override
    public Integer call() {
        try (var builder = new SiteBuilder(Tree.at(root), out)) {
            List<String> problems = builder.build();
            if (handouts) {
                problems = builder.writeHandouts();
            }
            problems.forEach(problem -> System.err.println("course: " + problem));
            return problems.isEmpty() ? 0 : 1;
        } catch (CourseException e) {
            System.err.println("course: " + e.getMessage());
            return 1;
        }
    }
}
