package workshop.companion.command;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import javax.tools.ToolProvider;

import workshop.companion.CommandName;

/**
 * What the workshop needs of a machine: each thing is looked for, and tells what was found.
 */
public final class Machine {
    private static final int JDK = 25;
    private static final int PORT = 8080;

    private Machine() {
    }

    /** What is found on this machine, for a workshop with this root, in the order to show it. */
    public static List<Finding> findings(Path root) {
        return List.of(jdk(Runtime.version().feature(), ToolProvider.getSystemJavaCompiler() != null, System.getProperty("java.home")),
                       writeAccess(root),
                       curl(ProgramRun.of("curl", "--version")),
                       docker(ProgramRun.of("docker", "version", "--format", "{{.Server.Version}}")),
                       port(PORT));
    }

    /** A JDK that is new enough: its feature release, such as 25, and whether it has a compiler. */
    static Finding jdk(int feature, boolean compiler, String home) {
        return new Finding("JDK", true, compiler && feature >= JDK,
                           "%s %d in %s".formatted(compiler ? "JDK" : "Java without a compiler", feature, home),
                           "Install JDK %d or newer, for example from https://adoptium.net.".formatted(JDK));
    }

    /** Whether files can be written in the workshop. */
    static Finding writeAccess(Path directory) {
        boolean fine = true;
        String found = "to " + directory;
        try {
            Files.delete(Files.createTempFile(directory, ".writable", null));
        } catch (IOException e) {
            fine = false;
            found = "none to %s (%s)".formatted(directory, e.getClass().getSimpleName());
        }
        return new Finding("write access", true, fine, found, "Make it yours, or put the workshop into a folder of your own.");
    }

    /** The client that leaves; it was run to say its version, if it is there. */
    static Finding curl(Optional<ProgramRun> version) {
        return program("curl", version, version.map(run -> run.firstLine().replaceFirst(" \\(.*", "")), "fails: ",
                       "Install it with the package manager of your system: without it, some tests are skipped.");
    }

    /** Docker, and whether it runs; it was run to say the version of its server, if it is there. */
    static Finding docker(Optional<ProgramRun> version) {
        return program("Docker", version, version.map(run -> "version " + run.firstLine()), "does not run: ",
                       version.map(_ -> "Start it").orElse("Install it from https://docs.docker.com")
                               + " if you want it: without, the tests in containers are skipped.");
    }

    private static Finding program(String subject, Optional<ProgramRun> run, Optional<String> fine, String wrong, String remedy) {
        boolean runs = run.filter(ended -> ended.status() == 0).isPresent();
        return new Finding(subject, false, runs,
                           (runs ? fine : run.map(ended -> wrong + ended.firstLine())).orElse("is not on the PATH"), remedy);
    }

    /** The port that the servers listen on unless told otherwise. */
    static Finding port(int port) {
        boolean fine = true;
        String found = "is free";
        try (var channel = ServerSocketChannel.open()) {
            channel.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        } catch (IOException e) {
            fine = false;
            found = "can't be had: " + e.getMessage();
        }
        return new Finding("port " + port, false, fine, found,
                           "Stop what uses it, or use another one: " + CommandName.with("run -- -Dserver.port=0"));
    }
}
