package workshop.companion.command;

import java.io.IOException;
import java.util.concurrent.CountDownLatch;

import io.helidon.logging.common.LogConfig;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

import workshop.companion.build.Build;
import workshop.companion.terminal.Screen;
import workshop.lab.Lab;
import workshop.lab.server.ServerBuild;
import workshop.model.Workshop;

/**
 * {@code workshop lab}: a page on which to hang up on the servers, and see what stays. It is served from this process.
 */
@Command(name = "lab", description = "Shows in a browser what happens when clients hang up, until Ctrl-C.")
public final class LabCommand extends WorkshopSubcommand {
    @Option(names = "--port", paramLabel = "PORT", description = "The port of the page; any free one if left out.")
    private int port;

    @Option(names = "--no-open", description = "Opens no browser.")
    private boolean closed;

    public LabCommand(Workshop workshop, Screen screen) {
        super(workshop, screen);
    }

    @Override
    public Integer call() throws InterruptedException {
        checkPort(port);
        LogConfig.configureRuntime();
        workshop.latest();
        try {
            var lab = Lab.start(workshop, servers(), port);
            Runtime.getRuntime().addShutdownHook(new Thread(lab::close));
            screen.line("The lab is at " + lab.address());
            screen.line("Ctrl-C ends it.");
            if (!closed && !Browser.open(lab.address())) {
                screen.progress("There is no browser to open: go there yourself.");
            }
            new CountDownLatch(1).await();
            return 0;
        } catch (IOException e) {
            screen.progress(e.getMessage());
            return 1;
        }
    }

    private ServerBuild servers() {
        var build = new Build(workshop, screen::progress);
        return server -> {
            synchronized (build) { // two builds at once would write to the same folders
                return server.mine() ? build.starter(server.step()) : build.solution(server.step());
            }
        };
    }
}
