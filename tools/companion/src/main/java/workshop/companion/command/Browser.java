package workshop.companion.command;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;

import workshop.companion.CommandName;

/**
 * What shows an address in the user's browser, by a program of the system: {@code java.awt.Desktop} would need the libraries
 * of a desktop.
 */
final class Browser {
    private Browser() {
    }

    /** Shows an address; tells whether there is a browser. */
    static boolean open(URI address) {
        var command = new ArrayList<>(program());
        if (command.isEmpty()) {
            return false;
        }
        command.add(address.toString());
        try {
            new ProcessBuilder(command).redirectOutput(Redirect.DISCARD).redirectError(Redirect.DISCARD).start();
            return true;
        } catch (IOException e) {
            return false; // the program is not installed
        }
    }

    private static List<String> program() {
        if (CommandName.isOnWindows()) {
            return List.of("rundll32", "url.dll,FileProtocolHandler");
        }
        if (System.getProperty("os.name").startsWith("Mac")) {
            return List.of("open");
        }
        boolean hasDisplay = System.getenv("DISPLAY") != null || System.getenv("WAYLAND_DISPLAY") != null;
        return hasDisplay ? List.of("xdg-open") : List.of();
    }
}
