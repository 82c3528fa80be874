package workshop.companion;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import workshop.testkit.client.CtrlC;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * In a terminal of its own, made by {@code script} of util-linux.
 */
@DisplayName("workshop watch")
@EnabledOnOs(value = OS.LINUX, disabledReason = "script has other options elsewhere")
class WatchIT {
    private static final int CTRL_C = 3;
    private static final String WATCH = "%s --enable-native-access=ALL-UNNAMED -cp '%s' %s watch 1".formatted(
            Path.of(System.getProperty("java.home"), "bin", "java"), System.getProperty("java.class.path"), Main.class.getName());

    @TempDir
    private Path folder;

    @ParameterizedTest(name = "{0}")
    @CsvSource({"q, 113", "Ctrl-C, 3"})
    @DisplayName("shows its keys in a terminal, ends with one, and leaves the terminal as it was")
    void inATerminal(String name, int key) throws IOException, InterruptedException {
        if (key == CTRL_C) {
            CtrlC.assumeHeard();
        }
        Path before = folder.resolve("before");
        Path after = folder.resolve("after");
        String settings = "stty -a | sed 's/^speed [0-9]* baud; //'"; // a speed means nothing here, and JLine does not keep it
        String commands = "trap : INT; stty cols 80; %s >%s; %s; status=$?; %s >%s; exit $status" // a shell with a prompt outlives Ctrl-C
                .formatted(settings, before, WATCH, settings, after);
        try (var script = CommandProcess.start(environment(new ProcessBuilder("script", "-qefc", commands, "/dev/null")))) {
            script.awaitLine(line -> line.contains("q quit"));
            script.type((char) key);

            assertThat(script.status()).as("Status; what was shown: %s", script.lines()).isZero();
            assertThat(after).hasSameTextualContentAs(before);
        }
    }

    @Test
    @DisplayName("lends the terminal to an editor, which reads all that is typed, and shows its page again after it")
    void editor() throws IOException, InterruptedException {
        Path editor = Files.writeString(folder.resolve("editor"), """
                #!/bin/sh
                stty -a | grep -o ' [-]*icanon' >"$(dirname "$0")/terminal"
                echo "Editing $1 ${2##*/}"
                read line
                echo "$line" >"$(dirname "$0")/typed"
                """);
        Files.setPosixFilePermissions(editor, PosixFilePermissions.fromString("rwxr-xr-x"));
        var builder = environment(new ProcessBuilder("script", "-qefc", "stty cols 80; " + WATCH, "/dev/null"));
        builder.environment().put("VISUAL", editor.toString());
        try (var script = CommandProcess.start(builder)) {
            script.awaitLine(line -> line.contains("q quit"));
            script.type('e');
            assertThat(script.awaitLine(line -> line.contains("Editing "))).containsPattern("Editing \\+\\d+ .*\\.java");
            for (char key : "quick\n".toCharArray()) {
                script.type(key);
            }
            script.awaitLine(line -> line.contains("q quit"));
            script.type('q');

            assertThat(script.status()).as("Status; what was shown: %s", script.lines()).isZero();
        }
        assertThat(folder.resolve("terminal")).as("Lines, as a program finds it that is started from a shell").hasContent(" icanon");
        assertThat(folder.resolve("typed")).as("No key went to the watch").hasContent("quick");
    }

    @Test
    @DisplayName("prints lines without colours and keys in a pipe, and ends with SIGTERM")
    void inAPipe() throws InterruptedException {
        try (var watch = CommandProcess.start(environment(new ProcessBuilder("sh", "-c", "exec " + WATCH)))) {
            watch.awaitLine(line -> line.startsWith("red ") || line.startsWith("green "));
            watch.terminate();
            watch.status();

            assertThat(watch.lines()).noneMatch(line -> line.contains("\u001b") || line.contains("q quit"));
        }
    }

    private static ProcessBuilder environment(ProcessBuilder builder) {
        builder.environment().put("TERM", "xterm-256color");
        builder.environment().remove("NO_COLOR");
        return builder;
    }
}
