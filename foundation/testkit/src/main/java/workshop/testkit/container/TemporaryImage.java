package workshop.testkit.container;

import java.util.UUID;
import java.util.function.UnaryOperator;

import com.github.dockerjava.api.exception.ConflictException;
import com.github.dockerjava.api.exception.NotFoundException;
import org.testcontainers.images.builder.ImageFromDockerfile;

/**
 * An image that exists as long as this JVM.
 */
public final class TemporaryImage {
    private static final String TAG = "temporary-";
    private static final int ATTEMPTS = 50;

    private TemporaryImage() {
    }

    /**
     * Builds an image.
     *
     * @param role     what it is for, a word in lower case
     * @param contents adds what it is built from
     * @return how to refer to it
     * @throws ImageNotBuiltException if it can't be built
     */
    public static String build(String role, UnaryOperator<ImageFromDockerfile> contents) {
        String reference = "client-hangs-up/" + role + ":" + TAG + UUID.randomUUID();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> remove(reference)));
        return build(contents.apply(new ImageFromDockerfile(reference)), role);
    }

    static String build(ImageFromDockerfile image, String role) {
        try {
            return image.get();
        } catch (RuntimeException e) {
            throw new ImageNotBuiltException(role, e);
        }
    }

    static boolean isTemporary(String reference) {
        return reference.contains(":" + TAG);
    }

    /** Ryuk would do it, but it may be turned off. The containers of the image are on their way out, too. */
    private static void remove(String reference) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            try {
                Engine.client().removeImageCmd(reference).withForce(true).exec();
                return;
            } catch (NotFoundException e) {
                return;
            } catch (ConflictException e) {
                pause();
            }
        }
    }

    private static void pause() {
        try {
            Thread.sleep(100);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
