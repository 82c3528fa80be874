package workshop.site;

import java.io.IOException;
import java.net.BindException;
import java.nio.file.Path;
import java.util.concurrent.Callable;

import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

import workshop.site.course.Edition;
import workshop.site.plan.Tree;
import workshop.site.serve.LiveServer;
import workshop.site.serve.SourceWatch;

/**
 * {@code serve}: renders the course whenever a source changes, and shows it at once.
 */
@Command(name = "serve", description = "Serves the learner's site, and renders it again whenever a source changes.")
final class ServeCommand implements Callable<Integer> {
    private static final int LARGEST_PORT = 65_535;

    @Spec
    private CommandSpec spec;

    @Option(names = "--root", required = true, description = "The root of the workshop.")
    private Path root;

    @Option(names = "--out", required = true, description = "Where the folders site and instructor go, with a script that loads their pages again.")
    private Path out;

    @Option(names = "--port", required = true, description = "The port to serve at; 0 for any that is free.")
    private int port;

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (port < 0 || port > LARGEST_PORT) {
            spec.commandLine().getErr().printf("course: --port=%d is out of range: use 1 to %d, or 0 for any that is free.%n",
                                               port, LARGEST_PORT);
            return ExitCode.USAGE;
        }
        Tree tree = Tree.at(root);
        try (var builder = new SiteBuilder(tree, out)) {
            render(builder);
            var server = LiveServer.start(port, out);
            System.out.printf("The course: %s%s/%nThe instructor's view: %1$s%s/%nCtrl-C stops it.%n", server.address(),
                              Edition.LEARNER.folder(), Edition.INSTRUCTOR.folder());
            var watch = new SourceWatch(tree);
            while (true) {
                watch.awaitChange();
                render(builder);
                server.reload();
            }
        } catch (BindException e) {
            System.err.printf("course: port %d can't be had (%s): stop what uses it, or take --port=0.%n", port, e.getMessage());
            return 1;
        }
    }

    /** A mistake is shown, and the pages stay as they were. */
    private void render(SiteBuilder builder) throws IOException {
        long start = System.nanoTime();
        try {
            builder.build().forEach(problem -> System.err.println("course: " + problem));
            for (Edition edition : Edition.values()) {
                LiveServer.addTo(out.resolve(edition.folder()).resolve("assets/theme.js"));
            }
            System.out.printf("Rendered in %d ms.%n", (System.nanoTime() - start) / 1_000_000);
        } catch (CourseException e) {
            System.err.println("course: " + e.getMessage());
        }
    }
}
