package workshop.site.session;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.Set;

import org.apache.commons.io.FileUtils;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import workshop.model.Step;
import workshop.model.source.SourceFiles;
import workshop.site.course.Tree;
import workshop.testkit.server.TemporaryDirectory;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Each command that the course shows is run in a copy of the repository, and what comes out is compared with what the
 * course shows. It takes minutes, so it needs {@code -Dsessions}; {@code -Dsessions=update} stores what
 * comes out instead, and {@code -Dsessions.only=step-01} takes those whose names begin so.
 */
@DisplayName("The sessions")
@EnabledIfSystemProperty(named = "sessions", matches = ".*", disabledReason = "they take minutes: -Dsessions")
class SessionsIT {
    private static final Tree TREE = new Tree(Path.of("../.."));
    private static final Set<String> NOT_COPIED = Set.of(".git", ".idea", "node_modules");

    /** What no session needs: Maven wants to see that it is there. */
    private static final Set<String> POM_ONLY = Set.of("docs", "tools/site", "tools/bench");

    @TempDir
    private static Path copy;

    static List<Path> sessions() throws IOException {
        try (var files = Files.list(TREE.docs("sessions"))) {
            return files.filter(file -> file.toString().endsWith(".session"))
                    .filter(file -> file.getFileName().toString().startsWith(System.getProperty("sessions.only", "")))
                    .sorted().toList();
        }
    }

    @BeforeAll
    static void copy() throws IOException {
        FileUtils.copyDirectory(TREE.root().toFile(), copy.toFile(), file -> {
            String name = SourceFiles.name(TREE.root(), file.toPath());
            return !NOT_COPIED.contains(name) && !POM_ONLY.contains(name);
        });
        for (String module : POM_ONLY) {
            FileUtils.copyFileToDirectory(TREE.root().resolve(module).resolve("pom.xml").toFile(), copy.resolve(module).toFile());
        }
        Files.writeString(copy.resolve(".curlrc"), "no-progress-meter\n"); // as on a terminal
    }

    @ParameterizedTest
    @MethodSource("sessions")
    @DisplayName("show what their commands print")
    void runs(Path file) throws IOException, InterruptedException {
        Session stored = Session.read(file);
        for (Step step : TREE.steps()) {
            boolean solved = stored.solved().contains(step.id());
            write(solved ? step.solution() : step.starter(), copy.resolve(step.folder()));
        }
        Path files = place();
        boolean update = System.getProperty("sessions").equals("update");
        try (var run = new SessionRun(stored, new Likeness(copy, files, freePort()), update)) {
            Session observed = run.run();
            if (update) {
                Files.writeString(file, SessionText.updated(file, observed));
            } else {
                assertThat(SessionText.of(observed))
                        .as("What the commands of %s print now, beside what it shows: run with -Dsessions=update, and look at the changes"
                                    .formatted(file.getFileName()))
                        .isEqualTo(SessionText.of(stored));
            }
        } finally {
            new TemporaryDirectory(files).close();
        }
    }

    /** A port with as many digits as 8080, so that what is printed in columns stays so. */
    private static int freePort() {
        for (int port : new Random().ints(100, 1024, 10_000).toArray()) {
            try (var free = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
                return free.getLocalPort();
            } catch (IOException e) {
                // in use: the next one
            }
        }
        throw new AssertionError("No port between 1024 and 9999 is free");
    }

    /** A place with a name as long as {@code /tmp/workshop}, for the same reason. */
    private static Path place() {
        return Path.of("/tmp", "w%07d".formatted(new Random().nextInt(10_000_000)));
    }

    /** Only what differs is written, so that only what has changed is built. */
    private static void write(Path from, Path to) throws IOException {
        try (var files = Files.walk(from.resolve("src/main"))) {
            for (Path source : files.filter(Files::isRegularFile).toList()) {
                Path target = to.resolve(from.relativize(source));
                if (Files.mismatch(source, target) >= 0) {
                    Files.copy(source, target, StandardCopyOption.REPLACE_EXISTING);
                    Files.setLastModifiedTime(target, FileTime.from(Instant.now()));
                }
            }
        }
    }
}
