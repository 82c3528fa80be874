package workshop.testkit.server;

import java.nio.file.Path;

import org.junit.jupiter.api.extension.AnnotatedElementContext;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.io.TempDirFactory;

/**
 * Makes what a test has as its {@code @TempDir} a {@link TemporaryDirectory}, so that nothing stays of a test that is killed.
 * {@code junit-platform.properties} names this class.
 */
public final class SweptTempDir implements TempDirFactory {
    @Override
    public Path createTempDirectory(AnnotatedElementContext element, ExtensionContext test) {
        return TemporaryDirectory.create().path();
    }
}
