package workshop.model.page;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("This machine, as a browser names it")
class LocalHostTest {
    @ParameterizedTest(name = "port {0}: {1}")
    @CsvSource(nullValues = "none", value = {
        "8080, localhost:8080, true", "8080, LocalHost:8080, true", "8080, 127.0.0.1:8080, true", "8080, [::1]:8080, true",
        "8080, localhost, false", "8080, localhost:80, false", "8080, evil.example:8080, false", "8080, none, false",
        "80, localhost, true", "80, 127.0.0.1, true", "80, [::1], true", "80, localhost:80, true", "80, evil.example, false"})
    @DisplayName("has its port, and may have none where that is 80")
    void named(int port, String authority, boolean named) {
        assertThat(new LocalHost(port).isNamed(authority)).isEqualTo(named);
    }
}
