package workshop.companion;

import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The program of the system that shows an address in the user's browser.
 *
 * @param command the program, and what comes before the address
 */
record Browser(List<String> command) {
    /** The one of this machine; none where nothing can be shown. */
    static Optional<Browser> ofThisMachine() {
        String system = System.getProperty("os.name");
        if (system.startsWith("Windows")) {
            return Optional.of(new Browser(List.of("rundll32", "url.dll,FileProtocolHandler")));
        }
        if (system.startsWith("Mac")) {
            return Optional.of(new Browser(List.of("open")));
        }
        boolean hasDisplay = System.getenv("DISPLAY") != null || System.getenv("WAYLAND_DISPLAY") != null;
        return Optional.of(new Browser(List.of("xdg-open"))).filter(browser -> hasDisplay && browser.isInstalled());
    }

    void open(URI address) {
        var all = new ArrayList<>(command);
        all.add(address.toString());
        try {
            new ProcessBuilder(all).redirectOutput(Redirect.DISCARD).redirectError(Redirect.DISCARD).start();
        } catch (IOException e) {
            // the address is on the screen
        }
    }

    private boolean isInstalled() {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, command.getFirst())));
    }
}
