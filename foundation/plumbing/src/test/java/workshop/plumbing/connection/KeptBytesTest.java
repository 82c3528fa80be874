package workshop.plumbing.connection;

import java.lang.reflect.Field;
import java.nio.charset.StandardCharsets;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("Kept bytes")
class KeptBytesTest {
    private final KeptBytes kept = new KeptBytes();

    @Test
    @DisplayName("are handed over whole, in order, and once")
    void inOrder() {
        kept.add(ascii("GET /"));
        kept.add(ascii("a"));
        kept.add(ascii(" HTTP/1.1"));

        assertThat(kept.size()).isEqualTo(15);
        assertThat(kept.take()).isEqualTo(ascii("GET /a HTTP/1.1"));
        assertThat(kept.isEmpty()).isTrue();
        assertThat(kept.take()).isEmpty();
    }

    @Test
    @DisplayName("can be kept again after they were handed over")
    void again() {
        kept.add(ascii("one"));
        byte[] first = kept.take();
        kept.add(ascii("two"));

        assertThat(kept.take()).isEqualTo(ascii("two"));
        assertThat(first).isEqualTo(ascii("one"));
    }

    @Test
    @DisplayName("leave the pieces as they were")
    void pieces() {
        byte[] piece = ascii("one");
        kept.add(piece);
        kept.add(ascii("two"));
        kept.take();

        assertThat(piece).isEqualTo(ascii("one"));
    }

    @Test
    @DisplayName("take at most half as much memory again as there are, however small the pieces")
    void memory() throws ReflectiveOperationException {
        int bytes = 72 * 1024;
        for (int i = 0; i < bytes; i++) {
            kept.add(new byte[] {(byte) i});
        }

        Field array = KeptBytes.class.getDeclaredField("bytes");
        array.setAccessible(true);
        assertThat(((byte[]) array.get(kept)).length).isBetween(bytes, bytes + bytes / 2);
        assertThat(kept.take()[300]).isEqualTo((byte) 300);
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
