package workshop.cancellation;

import java.nio.file.Path;

import org.testcontainers.images.builder.ImageFromDockerfile;

import workshop.testkit.container.TemporaryImage;

/**
 * The image of each finished server that stages its files.
 */
enum ServerImage {
    STEP_03("step-03-cleanup"),
    STEP_04("step-04-cancellation");

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
            reference = TemporaryImage.build("server", this::describe);
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
        if (!linked) {
            LinkedRuntime.link(RUNTIME);
            linked = true;
        }
    }
}
