package workshop.companion.program;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;

import io.helidon.logging.common.LogConfig;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import workshop.companion.command.WorkshopSubcommand;
import workshop.companion.process.Browser;
import workshop.companion.terminal.Screen;
import workshop.model.Workshop;
import workshop.room.Room;

/**
 * {@code workshop room}: a page for the instructor of a room. It is served from this process, and ends with it.
 */
@Command(name = "room", description = "Shows an instructor who is where, what is red and who asks for help, until Ctrl-C.")
public final class RoomCommand extends WorkshopSubcommand {
    @Option(names = "--host", paramLabel = "ADDRESS", defaultValue = "localhost",
            description = "The address of this machine that learners reach; localhost alone if left out.")
    private String host;

    @Option(names = "--port", paramLabel = "PORT", description = "Its port; any free one if left out.")
    private int port;

    @Option(names = "--export", paramLabel = "FILE", description = "Writes what happened to this file at the end, as CSV.")
    private Path export;

    @Option(names = "--no-open", description = "Opens no browser.")
    private boolean closed;

    public RoomCommand(Workshop workshop, Screen screen) {
        super(workshop, screen);
    }

    @Override
    public Integer call() throws InterruptedException {
        PortRange.check(port, spec);
        LogConfig.configureRuntime();
        try {
            var room = Room.open(new Room.Settings(host, port, Optional.ofNullable(export)));
            Runtime.getRuntime().addShutdownHook(new Thread(() -> close(room)));
            screen.line("Learners join with: ./workshop watch --room=%s --code=%s --name=…".formatted(room.address(), room.code()));
            screen.line("Your page, for you alone: " + room.page());
            screen.line("Ctrl-C ends it.");
            if (!closed) {
                Browser.ofThisMachine().ifPresentOrElse(
                        browser -> browser.open(room.page()),
                        () -> screen.progress("There is no browser to open: go there yourself."));
            }
            new CountDownLatch(1).await();
            return 0;
        } catch (IllegalStateException | UncheckedIOException e) {
            screen.progress("The room can't be opened at %s, port %d: %s. Use an address of this machine, or another port.".formatted(
                    host, port, e.getMessage()));
            return 1;
        }
    }

    private static void close(Room room) {
        try {
            room.close();
        } catch (IOException e) {
            System.err.println("The export can't be written: " + e.getMessage());
        }
    }
}
