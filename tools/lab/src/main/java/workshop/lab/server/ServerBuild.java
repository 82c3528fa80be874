package workshop.lab.server;

import java.nio.file.Path;

/**
 * Builds the servers that can be tried.
 */
@FunctionalInterface
public interface ServerBuild {
    /**
     * Builds a server, if it is not built already.
     *
     * @param server which one
     * @return its jar
     * @throws RuntimeException if it can't be built; the message says why
     */
    Path jar(ServerChoice server);
}
