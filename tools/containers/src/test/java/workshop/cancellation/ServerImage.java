package workshop.cancellation;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.spi.ToolProvider;

import org.testcontainers.images.builder.ImageFromDockerfile;

import workshop.testkit.container.Image;
import workshop.testkit.server.TemporaryDirectory;

/**
 * The image of each finished server that stages something, and that of the store in which the last one does. It has a Java runtime with
 * only what the servers need, linked from the JDK that runs this test.
 */
public enum ServerImage {
    STEP_03("step-03-cleanup"),
    STEP_04("step-04-cancellation"),
    STEP_05("step-05-http2"),
    STEP_06("step-06-object-store"),
    /** The last server's libraries have all that the store needs. */
    STORE("step-06-object-store", Path.of("../../foundation/store/target/store-1.0-SNAPSHOT.jar"));

    private static final String MODULES = "java.logging,java.management,java.naming,java.xml,jdk.management,jdk.net,jdk.unsupported";
    private static final Path RUNTIME = Path.of("target", "runtime");

    private static boolean linked;

    private final Path libraries;
    private final Path jar;
    private String reference;

    ServerImage(String solution) {
        this(solution, target(solution).resolve("server.jar"));
    }

    ServerImage(String solution, Path jar) {
        this.libraries = target(solution).resolve("libs");
        this.jar = jar;
    }

    private static Path target(String solution) {
        return Path.of("../../solutions", solution, "target");
    }

    /** Builds the image, once, and tells how to refer to it. */
    public String reference() {
        if (reference == null) {
            linkRuntime();
            reference = Image.temporary("server", this::describe);
        }
        return reference;
    }

    private ImageFromDockerfile describe(ImageFromDockerfile contents) {
        return contents.withFileFromClasspath("Dockerfile", "workshop/cancellation/server/Dockerfile")
                .withFileFromPath("runtime", RUNTIME)
                .withFileFromPath("libs", libraries)
                .withFileFromPath("server.jar", jar);
    }

    private static void linkRuntime() {
        if (linked) {
            return;
        }
        new TemporaryDirectory(RUNTIME).close();
        var messages = new StringWriter();
        var out = new PrintWriter(messages, true);
        int status = ToolProvider.findFirst("jlink").orElseThrow().run(
                out, out, "--add-modules", MODULES, "--strip-debug", "--no-header-files", "--no-man-pages",
                "--output", RUNTIME.toString());
        if (status != 0) {
            throw new AssertionError("jlink of %s can't link a runtime: %s"
                                             .formatted(System.getProperty("java.home"), messages));
        }
        linked = true;
    }
}
