package workshop.companion.work;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * The id that git gives to the content of a file (git's documentation, "Git Internals - Git Objects").
 */
final class BlobId {
    private BlobId() {
    }

    static String of(byte[] content) {
        try {
            var digest = MessageDigest.getInstance("SHA-1");
            digest.update(("blob " + content.length + "\0").getBytes(StandardCharsets.US_ASCII));
            return HexFormat.of().formatHex(digest.digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Text as git stores it: on Windows, a checkout has other line ends. */
    static byte[] withPlainLineEnds(byte[] content) {
        return new String(content, StandardCharsets.ISO_8859_1).replace("\r\n", "\n").getBytes(StandardCharsets.ISO_8859_1);
    }
}
