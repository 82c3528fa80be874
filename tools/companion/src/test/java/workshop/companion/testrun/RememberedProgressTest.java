package workshop.companion.testrun;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Arrays;
import java.util.function.UnaryOperator;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

import org.apache.commons.io.IOUtils;
import org.apache.commons.io.function.Uncheck;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import workshop.companion.WorkshopTree;
import workshop.companion.build.StepSources;
import workshop.companion.testrun.TestOutcome.State;
import workshop.model.Step;
import workshop.model.Workshop;

import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("How a step's tests have ended")
class RememberedProgressTest {
    private static final String CODE = "step-02-two/src/main/java/Two.java";
    private static final String TEST = "step-02-two/src/test/java/TwoTest.java";
    private static final int CHECKSUM = 8; // bytes, at the end of what GZIP has packed (RFC 1952, 2.3)
    private static final String MEMORY = "step-02-two/target/companion/progress";

    @TempDir
    private Path root;
    private Workshop workshop;
    private Step step;
    private StepProgress progress;

    @BeforeEach
    void makeTree() throws IOException {
        workshop = WorkshopTree.in(root, "step-01-one", "step-02-two", "step-03-six");
        step = workshop.step("2");
        write(CODE, "class Two { }");
        write(TEST, "class TwoTest { }");
        progress = TestOutcomes.progress(step, TestOutcomes.given("g", State.GREEN), TestOutcomes.exercise("a", State.GREEN),
                                         TestOutcomes.exercise("b", State.RED), TestOutcomes.exercise("c", State.SKIPPED));
    }

    @Test
    @DisplayName("is unknown before they ran")
    void nothing() {
        assertThat(remembered().unchanged(step)).isEmpty();
        assertThat(remembered().solved(step)).isZero();
        assertThat(remembered().done(step)).isFalse();
    }

    @Test
    @DisplayName("is known to the next command, with every message, as long as nothing changes")
    void unchanged() throws IOException {
        remember();
        Files.setLastModifiedTime(root.resolve(CODE), FileTime.fromMillis(1)); // saved, and nothing typed

        assertThat(remembered().unchanged(step)).hasValue(progress);
        assertThat(remembered().solved(step)).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {CODE, TEST, "step-02-two/pom.xml", "step-02-two/src/main/java/New.java", "pom.xml",
        "solutions/step-01-one/src/main/java/One.java", "foundation/testkit/src/main/java/Kit.java", "foundation/plumbing/pom.xml",
        "tools/companion/src/main/java/Main.java"})
    @DisplayName("is unknown once something has changed that it depends on, and known again when that is undone")
    void changed(String file) throws IOException {
        remember();
        String before = Files.exists(root.resolve(file)) ? Files.readString(root.resolve(file)) : null;
        write(file, "class Changed { }");

        assertThat(remembered().unchanged(step)).isEmpty();
        assertThat(remembered().solved(step)).as("What was solved last").isEqualTo(1);

        if (before == null) {
            Files.delete(root.resolve(file));
        } else {
            write(file, before);
        }
        assertThat(remembered().unchanged(step)).isPresent();
    }

    @Test
    @DisplayName("is unknown once a file has another name")
    void moved() throws IOException {
        remember();
        Files.move(root.resolve(CODE), root.resolve(CODE).resolveSibling("Too.java"));

        assertThat(remembered().unchanged(step)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"step-01-one/src/main/java/One.java", "step-03-six/src/main/java/Six.java", "solutions/step-02-two/pom.xml",
        "solutions/step-03-six/src/main/java/Six.java", "step-02-two/notes.txt"})
    @DisplayName("does not depend on other steps, nor on its own solution")
    void others(String file) throws IOException {
        remember();
        write(file, "changed");

        assertThat(remembered().unchanged(step)).isPresent();
    }

    /** What can happen to a file. */
    enum Damage {
        EMPTY(whole -> new byte[0]),
        CUT(whole -> Arrays.copyOf(whole, whole.length - 1)),
        ONE_BIT(whole -> {
            whole[whole.length / 2] ^= 1;
            return whole;
        }),
        ONE_LETTER_OF_A_MESSAGE(whole -> {
            byte[] other = packed(unpacked(whole).replace("expected one", "expected two"));
            System.arraycopy(whole, whole.length - CHECKSUM, other, other.length - CHECKSUM, CHECKSUM);
            return other;
        }),
        SOMETHING_ELSE(whole -> "step-02.solved=7".getBytes(StandardCharsets.UTF_8));

        private final UnaryOperator<byte[]> of;

        Damage(UnaryOperator<byte[]> of) {
            this.of = of;
        }

        private static String unpacked(byte[] bytes) {
            return Uncheck.get(() -> IOUtils.toString(new GZIPInputStream(new ByteArrayInputStream(bytes)), StandardCharsets.ISO_8859_1));
        }

        private static byte[] packed(String text) {
            var bytes = new ByteArrayOutputStream();
            Uncheck.run(() -> {
                try (var packed = new GZIPOutputStream(bytes)) {
                    packed.write(text.getBytes(StandardCharsets.ISO_8859_1));
                }
            });
            return bytes.toByteArray();
        }
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("is unknown where the file is damaged, and known once they ran again")
    void damaged(Damage damage) throws IOException {
        remember();
        Files.write(root.resolve(MEMORY), damage.of.apply(Files.readAllBytes(root.resolve(MEMORY))));

        assertThat(remembered().unchanged(step)).isEmpty();
        assertThat(remembered().solved(step)).isZero();

        remember();
        assertThat(remembered().unchanged(step)).hasValue(progress);
    }

    @Test
    @DisplayName("is not remembered where something was saved while they ran")
    void savedMeanwhile() throws IOException {
        byte[] tested = StepSources.of(workshop, step).digest();
        String before = Files.readString(root.resolve(CODE));
        write(CODE, "class Two { int saved; }");
        remembered().remember(progress, tested);
        write(CODE, before);

        assertThat(remembered().unchanged(step)).isEmpty();
    }

    @Test
    @DisplayName("is not remembered where what the step stands on has changed since it was looked at")
    void changedBelow() throws IOException {
        var sources = StepSources.of(workshop, step);
        write("foundation/testkit/pom.xml", "changed");
        remembered().remember(progress, sources.digest());

        assertThat(remembered().unchanged(step)).isEmpty();
    }

    private void remember() {
        remembered().remember(progress, StepSources.of(workshop, step).digest());
    }

    /** As another command has it. */
    private RememberedProgress remembered() {
        return new RememberedProgress(workshop);
    }

    private void write(String name, String text) throws IOException {
        Files.createDirectories(root.resolve(name).getParent());
        Files.writeString(root.resolve(name), text);
    }
}
