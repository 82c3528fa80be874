package workshop.companion.command;

import java.nio.file.Path;
import java.util.List;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

import workshop.companion.build.Build;
import workshop.companion.terminal.Screen;
import workshop.model.Workshop;

/**
 * {@code workshop docs}: the course, in a browser.
 */
@Command(name = "docs", description = "Renders the course and opens it in your browser.")
public final class DocsCommand extends WorkshopSubcommand {
    @Option(names = "--serve", description = "For authors: serves it, and renders it again whenever a source changes.")
    private boolean serve;

    @Option(names = "--port", paramLabel = "PORT", defaultValue = "8000",
            description = "The port to serve at; ${DEFAULT-VALUE} if left out, 0 for any that is free.")
    private int port;

    public DocsCommand(Workshop workshop, Screen screen) {
        super(workshop, screen);
    }

    @Override
    public Integer call() throws InterruptedException {
        checkPort(port);
        var build = new Build(workshop, screen::progress);
        if (serve) {
            return serve(build.courseProgram());
        }
        Path page = build.course();
        screen.line("The course: " + page.toUri());
        if (!Browser.open(page.toUri())) {
            screen.line("Open this address in your browser.");
        }
        return 0;
    }

    private int serve(Path program) throws InterruptedException {
        return ChildProgram.run(
                List.of("-XX:TieredStopAtLevel=1", "-Djruby.compile.mode=OFF", "-Djava.awt.headless=true",
                        "--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow"),
                program, List.of("serve", "--root=" + workshop.root(), "--out=" + program.resolveSibling("served"), "--port=" + port));
    }
}
