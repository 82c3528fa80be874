package workshop.plumbing.launch;

import io.helidon.webserver.WebServerConfig;

/**
 * What one step puts into the server: its routing, and how it treats connections.
 */
@FunctionalInterface
public interface Application {
    /**
     * Configures the server of this application.
     *
     * @param server   the server to add to; host, port and Helidon's own settings are already there
     * @param settings the settings, checked
     * @param work     the expensive work that each request asks for
     * @throws StartFailure if a setting of this application can't be used
     */
    void configure(WebServerConfig.Builder server, Settings settings, Work work);
}
