package workshop.testkit.container;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.function.UnaryOperator;

import com.github.dockerjava.api.exception.ConflictException;
import com.github.dockerjava.api.exception.NotFoundException;
import org.apache.commons.io.IOUtils;
import org.apache.commons.io.function.Uncheck;
import org.testcontainers.images.builder.ImageFromDockerfile;

/**
 * The image of each role in the tests. Its Dockerfile is among the resources of this package.
 * <p>
 * An image that was built ahead is used as it is. Otherwise it is built, and exists as long as this JVM.
 */
public enum Image {
    /** {@code curl} and {@code nghttp}, with {@code /upload}, a file of 32 KiB. */
    CLIENT,
    /** nginx, configured by {@code /etc/proxy.conf}. */
    NGINX,
    /** HAProxy, configured by {@code /etc/proxy.conf}. */
    HAPROXY,
    /** PostgreSQL, for the user {@code postgres} without a password. */
    POSTGRES,
    /** {@code iptables} and {@code tc}, which do harm to the network of another container. */
    NETWORK;

    private static final String PREFIX = "client-hangs-up/";
    private static final String TEMPORARY = "temporary-";
    private static final int ATTEMPTS = 50;
    private static final Duration PAUSE = Duration.ofMillis(100);

    private String reference;

    /** Builds the image unless it is there, and tells how to refer to it; an {@link ImageNotBuiltException} if it can't be built. */
    public synchronized String reference() {
        if (reference == null) {
            reference = isKept() ? kept() : temporary(role(), this::describe);
        }
        return reference;
    }

    /** Like {@link #reference()}, but keeps the image for all runs until {@link #removeKept()}. */
    public String keep() {
        if (!isKept()) {
            build(describe(new ImageFromDockerfile(kept(), false)), role());
        }
        return kept();
    }

    /** Removes what {@link #keep()} has built, from older Dockerfiles too, and tells how one referred to each of them. */
    public static List<String> removeKept() {
        List<String> kept = Engine.client().listImagesCmd().withReferenceFilter(PREFIX + "*").exec().stream()
                .flatMap(image -> Arrays.stream(image.getRepoTags()))
                .filter(tag -> !tag.contains(":" + TEMPORARY))
                .sorted()
                .toList();
        kept.forEach(tag -> Engine.client().removeImageCmd(tag).exec());
        return kept;
    }

    /**
     * Builds an image that exists as long as this JVM, and tells how to refer to it.
     *
     * @param role     what it is for, a word in lower case
     * @param contents adds what it is built from
     * @throws ImageNotBuiltException if it can't be built
     */
    public static String temporary(String role, UnaryOperator<ImageFromDockerfile> contents) {
        String reference = PREFIX + role + ":" + TEMPORARY + UUID.randomUUID();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> remove(reference)));
        return build(contents.apply(new ImageFromDockerfile(reference)), role);
    }

    private static String build(ImageFromDockerfile image, String role) {
        try {
            return image.get();
        } catch (RuntimeException e) {
            throw new ImageNotBuiltException(role, e);
        }
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
                LockSupport.parkNanos(PAUSE.toNanos());
            }
        }
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
        return Uncheck.get(() -> IOUtils.toString(Image.class.getResource(role() + "/Dockerfile"), StandardCharsets.UTF_8));
    }
}
