package workshop.site;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

import workshop.site.course.Tree;

/**
 * The program that makes the course's site and handouts.
 */
@Command(name = "course", description = "Makes the course's site and handouts.")
public final class Main {
    private static final String PROBLEM = "course: ";

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

    @Command(description = "Renders the sites, again whenever a source changes, and says so; what is wrong is said before.")
    void watch(@Option(names = "--root", required = true, description = "The root of the workshop.") Path root,
               @Option(names = "--out", required = true, description = "Where the folders site and instructor go.") Path out)
            throws InterruptedException {
        try (var builder = new SiteBuilder(root, out)) {
            var watch = new SourceWatch(new Tree(root));
            while (true) {
                render(builder);
                watch.awaitChange();
            }
        }
    }

    /** A mistake is shown, and the pages stay as they were. All of it goes to the standard output, where it stays in order. */
    private static void render(SiteBuilder builder) {
        long start = System.nanoTime();
        try {
            builder.build().forEach(problem -> System.out.println(PROBLEM + problem));
            System.out.printf("Rendered in %d ms.%n", (System.nanoTime() - start) / 1_000_000);
        } catch (CourseException e) {
            System.out.println(PROBLEM + e.getMessage());
            System.out.println("Not rendered.");
        }
    }

    private void complain(String problem) {
        spec.commandLine().getErr().println(PROBLEM + problem);
    }
}
