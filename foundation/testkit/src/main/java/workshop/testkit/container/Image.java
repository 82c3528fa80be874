package workshop.testkit.container;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

import com.github.dockerjava.api.exception.NotFoundException;
import org.testcontainers.images.builder.ImageFromDockerfile;

/**
 * The image of each role in the tests. Its Dockerfile is among the resources of this package.
 * <p>
 * An image that was built ahead is used as it is. Otherwise it is built, and exists as long as this JVM.
 */
public enum Image {
    /** {@code curl}, with {@code /upload}, a file of 32 KiB. */
    CLIENT,
    /** nginx, configured by {@code /etc/proxy.conf}. */
    NGINX,
    /** HAProxy, configured by {@code /etc/proxy.conf}. */
    HAPROXY;

    private static final String PREFIX = "client-hangs-up/";

    private String reference;

    /**
     * Builds the image unless it is there.
     *
     * @return how to refer to it
     * @throws ImageNotBuiltException if it can't be built
     */
    public synchronized String reference() {
        if (reference == null) {
            reference = isKept() ? kept() : TemporaryImage.build(role(), this::describe);
        }
        return reference;
    }

    /**
     * Builds the image and keeps it, for all runs until {@link #removeKept()}.
     *
     * @return how to refer to it
     * @throws ImageNotBuiltException if it can't be built
     */
    public String keep() {
        if (!isKept()) {
            TemporaryImage.build(describe(new ImageFromDockerfile(kept(), false)), role());
        }
        return kept();
    }

    /**
     * Removes what {@link #keep()} has built, from older Dockerfiles too.
     *
     * @return how one referred to each of them
     */
    public static List<String> removeKept() {
        List<String> kept = Engine.client().listImagesCmd().withReferenceFilter(PREFIX + "*").exec().stream()
                .flatMap(image -> Arrays.stream(image.getRepoTags()))
                .filter(tag -> !TemporaryImage.isTemporary(tag))
                .sorted()
                .toList();
        kept.forEach(tag -> Engine.client().removeImageCmd(tag).exec());
        return kept;
    }

    /** One image for each text of the Dockerfile: whoever changes it does not meet the old one. */
    private String kept() {
        return PREFIX + role() + ":" + Integer.toHexString(dockerfile().hashCode());
    }

    private boolean isKept() {
        try {
            Engine.client().inspectImageCmd(kept()).exec();
            return true;
        } catch (NotFoundException e) {
            return false;
        }
    }

    private ImageFromDockerfile describe(ImageFromDockerfile image) {
        return image.withFileFromString("Dockerfile", dockerfile());
    }

    private String role() {
        return name().toLowerCase(Locale.ROOT);
    }

    private String dockerfile() {
        try (InputStream file = Image.class.getResourceAsStream(role() + "/Dockerfile")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
