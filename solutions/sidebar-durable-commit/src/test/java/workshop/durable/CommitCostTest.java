package workshop.durable;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.Locale;
import java.util.UUID;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.extension.AnnotatedElementContext;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.io.TempDirFactory;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What a durable commit costs beside one rename: both by turns, one after the other, on the disk of this folder. It only tells, and
 * only where somebody asks: {@code -Dcommit.rounds=1000}.
 */
@DisplayName("Step 03, what a durable commit costs")
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "Windows opens no directory")
class CommitCostTest {
    private static final String ROUNDS = "commit.rounds";

    /** Not in the system's temporary directory: some systems keep that in memory. */
    @TempDir(factory = Beside.class)
    private Path directory;

    @Test
    @DisplayName("Each commit is timed, and each file is there")
    void cost() throws IOException {
        int rounds = Integer.getInteger(ROUNDS, 5);
        Path staging = Files.createDirectory(directory.resolve(".staging"));
        long[] renamed = new long[rounds];
        long[] durable = new long[rounds];
        for (int round = 0; round < rounds; round++) {
            renamed[round] = nanos(staging, (staged, committed) -> Files.move(staged, committed, StandardCopyOption.ATOMIC_MOVE));
            durable[round] = nanos(staging, DurableCommit::commit);
        }

        try (var files = Files.list(directory)) {
            assertThat(files.filter(Files::isRegularFile)).as("The committed files").hasSize(2 * rounds);
        }
        if (System.getProperty(ROUNDS) != null) {
            tell("a rename alone", renamed);
            tell("a durable commit", durable);
        }
    }

    private long nanos(Path staging, Commit commit) throws IOException {
        String id = UUID.randomUUID().toString();
        Path staged = Files.writeString(staging.resolve(id), "hello");
        long begin = System.nanoTime();
        commit.run(staged, directory.resolve(id));
        return System.nanoTime() - begin;
    }

    private static void tell(String what, long[] nanos) {
        Arrays.sort(nanos);
        System.out.printf(Locale.ROOT, "%-16s  p50 %8.1f µs  p99 %8.1f µs%n", what,
                          nanos[nanos.length / 2] / 1e3, nanos[nanos.length * 99 / 100] / 1e3);
    }

    private interface Commit {
        void run(Path staged, Path committed) throws IOException;
    }

    /** Beside the classes of this test, in {@code target}. */
    static final class Beside implements TempDirFactory {
        @Override
        public Path createTempDirectory(AnnotatedElementContext element, ExtensionContext extension) throws IOException {
            return Files.createTempDirectory(Path.of("target"), "commits");
        }
    }
}
