package workshop.detection;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

import io.helidon.webserver.WebServerConfig;

import workshop.plumbing.launch.Launcher;
import workshop.plumbing.launch.Settings;
import workshop.plumbing.launch.Work;

/** Writes a space now and then, to see whether that fails. */
public final class Main {
    private static final System.Logger LOGGER = System.getLogger(Main.class.getName());

    private Main() {
    }

    /**
     * Starts the server.
     *
     * @param args not used; see {@link Settings}
     */
    public static void main(String[] args) {
        Launcher.main(Main::configure);
    }

    static void configure(WebServerConfig.Builder server, Settings settings, Work work) {
        server.routing(routing -> routing.any("/a", (request, response) -> {
            Path file = settings.directory().resolve("txt");
            Files.writeString(file, "hello");
            LOGGER.log(System.Logger.Level.INFO, "new file {0}", file);
            try (var out = response.outputStream()) {
                space(out); // the answer has to begin, to be written to
                var probe = Thread.startVirtualThread(() -> probe(out));
                work.perform();
                probe.interrupt();
                probe.join();
                out.write("File persisted.\n".getBytes(StandardCharsets.US_ASCII));
            }
        }));
    }

    /** White space in front of a text does no harm, and fails once the client has left. */
    private static void probe(OutputStream out) {
        try {
            while (true) {
                Thread.sleep(20);
                space(out);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // the work is done
        } catch (IOException | RuntimeException e) {
            LOGGER.log(System.Logger.Level.INFO, "The client closed the connection prematurely.");
        }
    }

    private static void space(OutputStream out) throws IOException {
        out.write(' ');
        out.flush();
    }
}
