package workshop.companion.launcher;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("The command is typed")
class LauncherTest {
    @Test
    @DisplayName("./workshop, and on Windows workshop")
    void name() {
        assertThat(Launcher.nameOn("Linux")).isEqualTo("./workshop");
        assertThat(Launcher.nameOn("Mac OS X")).isEqualTo("./workshop");
        assertThat(Launcher.nameOn("Windows 11")).isEqualTo("workshop");
        assertThat(Launcher.with("test 2")).isEqualTo(Launcher.NAME + " test 2");
    }
}
