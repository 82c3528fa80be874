package workshop.site;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.BindException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

import workshop.site.course.Edition;
import workshop.site.course.Tree;

/**
 * The program that makes the course's site and handouts.
 */
@Command(name = "course", description = "Makes the course's site and handouts.")
public final class Main {
    private static final int LARGEST_PORT = 65_535;

    @Spec
    private CommandSpec spec;

    Main() {
    }

    /**
     * Runs a command, and ends with 0 if all is well, 1 if something in the course is wrong, and 2 if the command is.
     *
     * @param args the command and its options
     */
    public static void main(String[] args) {
        Locale.setDefault(Locale.ROOT); // the pages are the same everywhere, whatever library writes them
        System.exit(new CommandLine(new Main()).setErr(new PrintWriter(System.err, true)).execute(args));
    }

    @Command(description = "Renders the sites, and checks them.")
    int build(@Option(names = "--root", required = true, description = "The root of the workshop.") Path root,
              @Option(names = "--out", required = true, description = "Where the folders site and instructor go.") Path out,
              @Option(names = "--handouts", description = "Also writes the handouts, PDF and EPUB.") boolean handouts) {
        try (var builder = new SiteBuilder(root, out)) {
            List<String> problems = builder.build();
            builder.untranslated().forEach(System.out::println);
            if (handouts) {
                problems = builder.writeHandouts();
            }
            problems.forEach(this::complain);
            return problems.isEmpty() ? ExitCode.OK : ExitCode.SOFTWARE;
        } catch (CourseException e) {
            complain(e.getMessage());
            return ExitCode.SOFTWARE;
        }
    }

    @Command(description = "Serves the learner's site, and renders it again whenever a source changes.")
    int serve(@Option(names = "--root", required = true, description = "The root of the workshop.") Path root,
              @Option(names = "--out", required = true,
                      description = "Where the folders site and instructor go, with a script that loads their pages again.") Path out,
              @Option(names = "--port", required = true, description = "The port to serve at; 0 for any that is free.") int port)
            throws IOException, InterruptedException {
        if (port < 0 || port > LARGEST_PORT) {
            complain("--port=%d is out of range: use 1 to %d, or 0 for any that is free.".formatted(port, LARGEST_PORT));
            return ExitCode.USAGE;
        }
        try (var builder = new SiteBuilder(root, out)) {
            render(builder, out);
            var server = LiveServer.start(port, out);
            System.out.printf("The course: %s%s/%nThe instructor's view: %1$s%s/%nCtrl-C stops it.%n", server.address(),
                              Edition.LEARNER.folder(), Edition.INSTRUCTOR.folder());
            var watch = new SourceWatch(new Tree(root));
            while (true) {
                watch.awaitChange();
                render(builder, out);
                server.reload();
            }
        } catch (BindException e) {
            complain("port %d can't be had (%s): stop what uses it, or take --port=0.".formatted(port, e.getMessage()));
            return ExitCode.SOFTWARE;
        }
    }

    /** A mistake is shown, and the pages stay as they were. */
    private void render(SiteBuilder builder, Path out) throws IOException {
        long start = System.nanoTime();
        try {
            builder.build().forEach(this::complain);
            for (Path site : builder.sites()) {
                LiveServer.addTo(site.resolve("assets/theme.js"));
            }
            System.out.printf("Rendered in %d ms.%n", (System.nanoTime() - start) / 1_000_000);
        } catch (CourseException e) {
            complain(e.getMessage());
        }
    }

    private void complain(String problem) {
        spec.commandLine().getErr().println("course: " + problem);
    }
}
