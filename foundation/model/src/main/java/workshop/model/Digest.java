package workshop.model;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * The digests that each Java platform has ({@link MessageDigest}), without an exception that none throws.
 */
public final class Digest {
    private Digest() {
    }

    public static MessageDigest sha256() {
        return of("SHA-256");
    }

    /** By which git knows its contents. */
    public static MessageDigest sha1() {
        return of("SHA-1");
    }

    private static MessageDigest of(String algorithm) {
        try {
            return MessageDigest.getInstance(algorithm);
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("each Java platform has " + algorithm, e);
        }
    }
}
