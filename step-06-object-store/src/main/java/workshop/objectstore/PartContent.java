package workshop.objectstore;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/**
 * The content of one part: some lines, again and again, until it is as large as parts are. It takes no memory for that.
 *
 * @param lines some text
 * @param size  in bytes
 */
record PartContent(String lines, long size) {
    /** The content, from its beginning. */
    InputStream stream() {
        return new Repeated(lines.getBytes(StandardCharsets.UTF_8), size);
    }

    private static final class Repeated extends InputStream {
        private final byte[] bytes;
        private final long size;
        private long position;

        Repeated(byte[] bytes, long size) {
            this.bytes = bytes;
            this.size = size;
        }

        @Override
        public int read() {
            return position < size ? bytes[(int) (position++ % bytes.length)] & 0xff : -1;
        }

        @Override
        public int available() {
            return (int) Math.min(Integer.MAX_VALUE, size - position);
        }
    }
}
