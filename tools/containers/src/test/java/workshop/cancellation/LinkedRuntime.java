package workshop.cancellation;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.spi.ToolProvider;

import workshop.testkit.server.TemporaryDirectory;

/**
 * A Java runtime with only what the servers need, linked from the JDK that runs this test.
 */
final class LinkedRuntime {
    private static final String MODULES = "java.logging,java.management,java.xml,jdk.management,jdk.unsupported";

    private LinkedRuntime() {
    }

    /** Links it into a folder, in place of what is there. */
    static void link(Path folder) {
        new TemporaryDirectory(folder).close();
        var messages = new StringWriter();
        var out = new PrintWriter(messages, true);
        int status = ToolProvider.findFirst("jlink").orElseThrow().run(
                out, out, "--add-modules", MODULES, "--strip-debug", "--no-header-files", "--no-man-pages",
                "--output", folder.toString());
        if (status != 0) {
            throw new AssertionError("jlink of %s can't link a runtime: %s"
                                             .formatted(System.getProperty("java.home"), messages));
        }
    }
}
