package workshop.companion.browser;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The browser of whoever sits at this machine.
 *
 * @param opener the system's own command that opens an address; empty if nobody sits here
 */
public record Browser(List<String> opener) {
    /**
     * @return the browser; on Linux there is one only where there is a display
     */
    public static Browser ofThisMachine() {
        String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        if (system.startsWith("windows")) {
            return new Browser(List.of("rundll32", "url.dll,FileProtocolHandler"));
        }
        if (system.startsWith("mac")) {
            return new Browser(List.of("open"));
        }
        boolean display = System.getenv("DISPLAY") != null || System.getenv("WAYLAND_DISPLAY") != null;
        return new Browser(display ? List.of("xdg-open") : List.of());
    }

    /**
     * Opens an address, in the background.
     *
     * @param address the address
     * @return whether there is something that could open it
     */
    public boolean open(URI address) {
        if (opener.isEmpty()) {
            return false;
        }
        var command = new ArrayList<>(opener);
        command.add(address.toString());
        try {
            new ProcessBuilder(command).redirectOutput(Redirect.DISCARD).redirectError(Redirect.DISCARD).start();
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
