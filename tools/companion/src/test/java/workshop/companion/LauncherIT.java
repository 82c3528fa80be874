package workshop.companion;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("The launcher ./workshop")
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "there it is workshop.cmd")
class LauncherIT {
    private static final Path LAUNCHER = Path.of("../..", "workshop").toAbsolutePath().normalize();

    @TempDir
    private Path folder;
    private Path jdks;
    private Path root;

    @BeforeEach
    void makeTree() throws IOException {
        jdks = Files.createDirectory(folder.resolve("the jdks"));
        root = Files.createDirectory(folder.resolve("a workshop"));
        WorkshopTree.in(root);
        Files.copy(LAUNCHER, root.resolve("workshop"));
    }

    @Test
    @DisplayName("says in one line what to install where there is no JDK that is new enough")
    void noJdk() throws IOException, InterruptedException {
        jdk("jdk-17", "17.0.15");
        try (var launcher = launch()) {
            assertThat(launcher.status()).isEqualTo(1);
            assertThat(launcher.lines()).singleElement().asString().startsWith("This workshop needs a JDK 25 or newer: install one");
        }
    }

    @Test
    @DisplayName("takes the JDK that is new enough, not an older one, and passes the arguments on")
    void findsJdk() throws IOException, InterruptedException {
        jdk("jdk-17", "17.0.15");
        jdk("jdk-25", "25.0.1");
        jar();
        try (var launcher = launch("run", "2", "a b")) {
            assertThat(launcher.status()).isZero();
            assertThat(launcher.lines()).singleElement().asString()
                    .startsWith("jdk-25: ")
                    .endsWith(" -jar %s [run] [2] [a b]".formatted(root.resolve("tools/companion/target/companion.jar")));
        }
    }

    @Test
    @DisplayName("builds what is absent, with that JDK, and shows what is wrong without the noise")
    void buildFails() throws IOException, InterruptedException {
        jdk("jdk-25", "25.0.1");
        script(root.resolve("mvnw"), """
                echo "[ERROR] COMPILATION ERROR : "
                echo "[ERROR] $JAVA_HOME/A.java:[1,2] error: ';' expected"
                echo "[ERROR] Failed to execute goal compile: Compilation failure"
                echo "[ERROR] To see the full stack trace, re-run"
                exit 1
                """);
        try (var launcher = launch()) {
            assertThat(launcher.status()).isEqualTo(1);
            assertThat(launcher.lines()).satisfiesExactly(
                    line -> assertThat(line).startsWith("Building the workshop"),
                    line -> assertThat(line).isEqualTo("The workshop's companion does not build:"),
                    line -> assertThat(line).isEqualTo(jdks.resolve("jdk-25") + "/A.java:[1,2] error: ';' expected"));
        }
    }

    @Test
    @DisplayName("is built again after a change of any module that it is made of, and so is that of Windows")
    void modules() throws IOException {
        Path workshop = LAUNCHER.getParent();
        List<String> modules = Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(Path::of)
                .filter(entry -> entry.startsWith(workshop))
                .map(entry -> workshop.relativize(entry).toString().replaceFirst("/target/.*", ""))
                .distinct().toList();
        assertThat(modules).contains("tools/companion");
        assertThat(named(LAUNCHER, "for module in ([^;]*);", " ")).containsExactlyInAnyOrderElementsOf(modules);
        assertThat(named(LAUNCHER.resolveSibling("workshop.cmd"), "foreach \\(\\$m in '([^)]*)'\\)", "', '"))
                .containsExactlyInAnyOrderElementsOf(modules);
    }

    /** The modules that a launcher looks at. */
    private static List<String> named(Path launcher, String list, String between) throws IOException {
        var names = Pattern.compile(list).matcher(Files.readString(launcher));
        assertThat(names.find()).as("%s has a list of modules", launcher).isTrue();
        return List.of(names.group(1).replace('\\', '/').split(between));
    }

    private CommandProcess launch(String... arguments) {
        var builder = new ProcessBuilder("/bin/sh", root.resolve("workshop").toString());
        builder.command().addAll(List.of(arguments));
        Map<String, String> environment = builder.environment();
        environment.remove("JAVA_HOME");
        environment.put("PATH", pathWithoutJava());
        environment.put("WORKSHOP_JDKS", jdks.toString());
        return CommandProcess.start(builder.directory(folder.toFile()));
    }

    private String pathWithoutJava() {
        try {
            Path bin = Files.createDirectories(folder.resolve("bin"));
            for (String tool : new String[] {"dirname", "sed", "tr", "find", "awk", "touch"}) {
                script(bin.resolve(tool), "exec /usr/bin/" + tool + " \"$@\"\n");
            }
            return bin.toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A JDK whose java says how it was called. */
    private void jdk(String name, String version) throws IOException {
        Path home = jdks.resolve(name);
        Files.createDirectories(home.resolve("bin"));
        Files.writeString(home.resolve("release"), "IMPLEMENTOR=\"x\"\nJAVA_VERSION=\"%s\"\n".formatted(version));
        script(home.resolve("bin/javac"), "");
        script(home.resolve("bin/java"), """
                printf '%%s' '%s:'
                while [ "$1" != -jar ]; do printf ' %%s' "$1"; shift; done
                printf ' %%s %%s' "$1" "$2"
                shift 2
                printf ' [%%s]' "$@"
                """.formatted(name));
    }

    private void jar() throws IOException {
        Path target = Files.createDirectories(root.resolve("tools/companion/target"));
        Files.writeString(target.resolve("companion.jar"), "");
    }

    private static void script(Path file, String text) throws IOException {
        Files.writeString(file, "#!/bin/sh\n" + text);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
}
