package workshop.objectstore;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

@DisplayName("Step 06, -Dstore names what can't be used")
class StoreElsewhereIT {
    @AfterEach
    void forgetStore() {
        System.clearProperty("store");
    }

    @ParameterizedTest(name = "-Dstore={0}")
    @CsvSource({"elsewhere, use http://HOST:PORT", "https://localhost, use http://HOST:PORT",
            "http://user:secret@localhost, use http://HOST:PORT", "http://127.0.0.1:1, start it"})
    @DisplayName("The tests say what to do, and no password")
    void refused(String url, String remedy) {
        System.setProperty("store", url);
        assertThatThrownBy(TestStore::open).isInstanceOf(AssertionError.class)
                .hasMessageContaining(remedy).message().doesNotContain("secret");
    }
}
