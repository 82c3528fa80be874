package workshop.testkit.exercise;

import java.nio.file.Path;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("What a build names with -pl")
class NamedModulesTest {
    private static final Path ROOT = Path.of("workshop").toAbsolutePath();
    private static final Path STARTER = ROOT.resolve("step-02-two");

    @ParameterizedTest
    @ValueSource(strings = {"step-02-two", "./step-02-two", "step-02-two/", ":step-02-two", "workshop:step-02-two",
        "docs step-02-two", "step-02-two ${session.request.selectedProjects[1]}"})
    @DisplayName("is found, however it is written")
    void named(String selectors) {
        assertThat(NamedModules.of(ROOT, selectors).contains(STARTER)).isTrue();
    }

    @Test
    @DisplayName("may be an absolute path")
    void absolute() {
        assertThat(NamedModules.of(ROOT, STARTER.toString()).contains(STARTER)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"step-02-twofold", "solutions/step-02-two", ":step-02", "docs"})
    @DisplayName("is not another module, nor the solution")
    void others(String selectors) {
        assertThat(NamedModules.of(ROOT, selectors).contains(STARTER)).isFalse();
        assertThat(NamedModules.of(ROOT, selectors).isEmpty()).isFalse();
    }

    @Test
    @DisplayName("is nothing where everything is built")
    void nothing() {
        assertThat(NamedModules.of(ROOT, "${session.request.selectedProjects[0]} ${session.request.selectedProjects[1]}").isEmpty())
                .isTrue();
    }
}
