package workshop.companion.build;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import workshop.companion.CommandName;

/**
 * The {@code mvnw} of the workshop, on the JDK that runs this program.
 */
record MavenWrapper(Path root) {
    /** Builds quietly in a working directory; returns what Maven printed if the build failed, and nothing if it succeeded. */
    List<String> build(Path folder, List<String> arguments) {
        var command = new ArrayList<String>();
        command.add(root.resolve(CommandName.isOnWindows() ? "mvnw.cmd" : "mvnw").toString());
        command.addAll(List.of("-q", "-B", "-ntp", "-Dstyle.color=never"));
        command.addAll(arguments);
        var builder = new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        try {
            Process maven = builder.start();
            List<String> lines = maven.inputReader().lines().toList();
            int status = maven.waitFor();
            if (status == 0) {
                return List.of();
            }
            return lines.isEmpty() ? List.of("Maven ended with status " + status + " and said nothing.") : lines;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return List.of("The build was interrupted.");
        }
    }
}
