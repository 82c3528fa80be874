package workshop.plumbing.connection;

import java.util.Arrays;

/**
 * Bytes that have been read and that nobody has asked for yet, in the order in which they came. However small the pieces, they
 * take at most half as much memory again as there are bytes. It is not safe for use by several threads.
 */
public final class KeptBytes {
    private static final byte[] NONE = {};

    private byte[] bytes = NONE;
    private int size;

    /** Keeps a piece, behind what is there. The caller does not change it any more. */
    public void add(byte[] piece) {
        if (size == 0) {
            bytes = piece;
        } else {
            int needed = size + piece.length;
            if (needed > bytes.length) {
                bytes = Arrays.copyOf(bytes, Math.max(needed, bytes.length + bytes.length / 2));
            }
            System.arraycopy(piece, 0, bytes, size, piece.length);
        }
        size += piece.length;
    }

    /** How many bytes are kept. */
    public int size() {
        return size;
    }

    public boolean isEmpty() {
        return size == 0;
    }

    /** Hands over all that is kept, and keeps nothing of it. */
    public byte[] take() {
        byte[] all = size == bytes.length ? bytes : Arrays.copyOf(bytes, size);
        bytes = NONE;
        size = 0;
        return all;
    }
}
