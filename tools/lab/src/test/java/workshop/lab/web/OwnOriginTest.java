package workshop.lab.web;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("The lab's own origin")
class OwnOriginTest {
    @Test
    @DisplayName("has its port")
    void port() {
        assertThat(OwnOrigin.hosts(8080)).containsExactlyInAnyOrder("localhost:8080", "127.0.0.1:8080", "[::1]:8080");
    }

    @Test
    @DisplayName("has none on port 80, as browsers send it")
    void defaultPort() {
        assertThat(OwnOrigin.hosts(80)).contains("localhost", "127.0.0.1", "[::1]", "localhost:80").hasSize(6);
    }
}
