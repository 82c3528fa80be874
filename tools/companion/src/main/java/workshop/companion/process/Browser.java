package workshop.companion.process;

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

import workshop.companion.CommandName;

/**
 * The program of the system that shows an address in the user's browser.
 *
 * @param command the program, and what comes before the address
 */
public record Browser(List<String> command) {
    /** The one of this machine; none where nothing can be shown. */
    public static Optional<Browser> ofThisMachine() {
        if (CommandName.isOnWindows()) {
            return Optional.of(new Browser(List.of("rundll32", "url.dll,FileProtocolHandler")));
        }
        if (System.getProperty("os.name").startsWith("Mac")) {
            return Optional.of(new Browser(List.of("open")));
        }
        boolean hasDisplay = System.getenv("DISPLAY") != null || System.getenv("WAYLAND_DISPLAY") != null;
        return Optional.of(new Browser(List.of("xdg-open"))).filter(browser -> hasDisplay && browser.isInstalled());
    }

    /** Shows an address; where that fails, the address is on the screen. */
    public void open(URI address) {
        var all = new ArrayList<>(command);
        all.add(address.toString());
        try {
            new ProcessBuilder(all).redirectOutput(Redirect.DISCARD).redirectError(Redirect.DISCARD).start();
        } catch (IOException e) {
            // nothing more can be done
        }
    }

    private boolean isInstalled() {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, command.getFirst())));
    }
}
