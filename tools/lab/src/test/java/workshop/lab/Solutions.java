package workshop.lab;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import workshop.lab.server.ServerBuild;
import workshop.lab.server.ServerChoice;
import workshop.model.Workshop;

/**
 * The solutions, as they are built before this module. There is nothing of the learner's own: in its place is a jar that
 * does not start, and one that can't be built.
 */
final class Solutions implements ServerBuild {
    static final Workshop WORKSHOP = Workshop.at(Path.of("..", "..").toAbsolutePath().normalize());

    /**
     * @return a lab of this workshop, on any free port
     */
    static Lab lab() throws IOException {
        return lab(0);
    }

    /**
     * @param port where its page is
     * @return a lab of this workshop
     */
    static Lab lab(int port) throws IOException {
        return Lab.start(WORKSHOP, new Solutions(), port);
    }

    @Override
    public Path jar(ServerChoice server) {
        if (server.mine() && server.step().number() == 1) {
            return Path.of("absent.jar").toAbsolutePath();
        }
        if (server.mine()) {
            throw new IllegalStateException("Step 0%d does not build:%nA.java:7: ';' expected".formatted(server.step().number()));
        }
        var jar = server.step().solution().resolve("target").resolve("server.jar");
        if (!Files.exists(jar)) {
            throw new AssertionError(jar + " is not there: build it with ./mvnw package");
        }
        return jar;
    }
}
