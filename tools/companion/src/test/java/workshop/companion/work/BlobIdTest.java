package workshop.companion.work;

import java.nio.charset.StandardCharsets;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("The id of a content")
class BlobIdTest {
    @Test
    @DisplayName("is the one that git gives to it")
    void asInGit() {
        assertThat(BlobId.of(new byte[0])).isEqualTo("e69de29bb2d1d6434b8b29ae775ad8c2e48c5391");
        assertThat(BlobId.of("test content\n".getBytes(StandardCharsets.US_ASCII)))
                .isEqualTo("d670460b4b4aece5915caf5c68d12f560a9fe3e4");
    }
}
