package workshop.cancellation;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.spi.ToolProvider;

import org.testcontainers.images.builder.ImageFromDockerfile;

import workshop.testkit.container.Image;
import workshop.testkit.server.TemporaryDirectory;

/**
 * The image of each finished server that stages its files. It has a Java runtime with only what the servers need, linked from the
 * JDK that runs this test.
 */
enum ServerImage {
    STEP_03("step-03-cleanup"),
    STEP_04("step-04-cancellation"),
    STEP_05("step-05-http2");

    private static final String MODULES = "java.logging,java.management,java.xml,jdk.management,jdk.unsupported";
    private static final Path RUNTIME = Path.of("target", "runtime");

    private static boolean linked;

    private final Path target;
    private String reference;

    ServerImage(String folder) {
        this.target = Path.of("../../solutions", folder, "target");
    }

    /** Builds the image, once, and tells how to refer to it. */
    String reference() {
        if (reference == null) {
            linkRuntime();
            reference = Image.temporary("server", this::describe);
        }
        return reference;
    }

    private ImageFromDockerfile describe(ImageFromDockerfile contents) {
        return contents.withFileFromClasspath("Dockerfile", "workshop/cancellation/server/Dockerfile")
                .withFileFromPath("runtime", RUNTIME)
                .withFileFromPath("libs", target.resolve("libs"))
                .withFileFromPath("server.jar", target.resolve("server.jar"));
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
