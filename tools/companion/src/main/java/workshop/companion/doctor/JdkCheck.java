package workshop.companion.doctor;

import java.nio.file.Path;
import javax.tools.ToolProvider;

/**
 * A JDK that is new enough.
 *
 * @param feature  the feature release of the JDK, such as 25
 * @param compiler whether it has a compiler
 * @param home     where it is
 */
record JdkCheck(int feature, boolean compiler, Path home) implements Check {
    private static final int NEEDED = 25;

    static JdkCheck ofThisProcess() {
        return new JdkCheck(Runtime.version().feature(), ToolProvider.getSystemJavaCompiler() != null,
                            Path.of(System.getProperty("java.home")));
    }

    @Override
    public Finding run() {
        String found = "%s %d in %s".formatted(compiler ? "JDK" : "Java without a compiler", feature, home);
        return compiler && feature >= NEEDED
                ? Finding.fine("JDK", true, found)
                : Finding.wrong("JDK", true, found, "Install JDK %d or newer, for example from https://adoptium.net."
                        .formatted(NEEDED));
    }
}
