package workshop.companion.program;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * In place of the benchmark: writes down its arguments, and accepts no unknown contender.
 */
final class FakeBench {
    private FakeBench() {
    }

    public static void main(String[] args) throws IOException {
        Files.writeString(Path.of(System.getProperty("java.class.path")).resolveSibling("arguments"), Arrays.toString(args));
        System.exit(Arrays.asList(args).contains("--contender=unknown") ? 2 : 0);
    }
}
