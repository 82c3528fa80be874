package workshop.containers;

import java.nio.file.Path;

import org.testcontainers.images.builder.ImageFromDockerfile;

import workshop.testkit.container.TemporaryImage;

/**
 * A finished server that stages its files, and its image.
 */
enum Solution {
    STEP_03("step-03-cleanup"),
    STEP_04("step-04-cancellation");

    private static final Path RUNTIME = Path.of("target", "runtime");
    private static boolean linked;

    private final Path target;
    private String image;

    Solution(String folder) {
        this.target = Path.of("../../solutions", folder, "target");
    }

    /** Builds the image, once. */
    String image() {
        if (image == null) {
            linkRuntime();
            image = TemporaryImage.build("server", this::describe);
        }
        return image;
    }

    private ImageFromDockerfile describe(ImageFromDockerfile contents) {
        return contents.withFileFromClasspath("Dockerfile", "workshop/containers/server/Dockerfile")
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
