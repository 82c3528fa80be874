package workshop.companion.build;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import workshop.companion.WorkshopTree;
import workshop.model.Step;

import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("The tests of a step that is watched")
class StepCompilerTest {
    private static final FileTime LONG_AGO = FileTime.from(Instant.EPOCH);
    private static final String CODE = """
            final class One {
                static final int MANY = 2;

                int count(int more) {
                    return 1;
                }
            }
            """;
    private static final String TEST = "class OneTest { int sum = One.MANY + new One().count(1); }";

    @TempDir
    private Path root;
    private Step step;
    private StepCompiler compiler;

    @BeforeEach
    void compile() throws IOException {
        step = WorkshopTree.in(root, "step-01-one").step("1");
        Files.createDirectories(step.starter().resolve("src/test/java"));
        compiler = new StepCompiler(step, System.getProperty("java.class.path"));
        save("src/main/java/One.java", CODE);
        save("src/test/java/OneTest.java", TEST);
        assertThat(compiler.compile()).isEmpty();
        Files.setLastModifiedTime(test(), LONG_AGO);
    }

    @AfterEach
    void close() {
        compiler.close();
    }

    @ParameterizedTest
    @CsvSource({"return 1;, return more + \"3\".length();", "return 1;, Runnable later = () -> { }; return 1;"})
    @DisplayName("are as they were when the code of a method has changed, at most compiled again for nothing")
    void body(String before, String after) throws IOException {
        save("src/main/java/One.java", CODE.replace(before, after));

        assertThat(compiler.compile()).isEmpty();
        assertThat(Files.getLastModifiedTime(test()).equals(LONG_AGO)).isEqualTo(!after.contains("->"));
    }

    @ParameterizedTest
    @CsvSource({"MANY = 2, MANY = 3", "int count(int, public int count(int", "int count(int, long count(byte"})
    @DisplayName("are compiled again when anything has changed that they see")
    void signature(String before, String after) throws IOException {
        save("src/main/java/One.java", CODE.replace(before, after));

        boolean compiled = compiler.compile().isEmpty();
        assertThat(compiled).isEqualTo(!after.contains("long")); // of that, javac complains
        assertThat(Files.exists(test()) && Files.getLastModifiedTime(test()).equals(LONG_AGO)).isFalse();
    }

    @Test
    @DisplayName("are compiled again when they have changed, or are gone, or could not be compiled before")
    void tests() throws IOException {
        save("src/test/java/OneTest.java", TEST.replace("sum", "total"));
        assertThat(compiler.compile()).isEmpty();
        assertThat(Files.getLastModifiedTime(test())).isNotEqualTo(LONG_AGO);

        save("src/test/java/OneTest.java", TEST.replace("sum", "1"));
        assertThat(compiler.compile()).isNotEmpty();
        assertThat(compiler.compile()).as("What is said once more").isNotEmpty();

        save("src/test/java/OneTest.java", TEST);
        assertThat(compiler.compile()).isEmpty();
        Files.delete(test());
        Files.delete(test().getParent());
        assertThat(compiler.compile()).isEmpty();
        assertThat(test()).exists();
    }

    private Path test() {
        return compiler.testClasses().resolve("OneTest.class");
    }

    private void save(String file, String text) throws IOException {
        Files.writeString(step.starter().resolve(file), text);
    }
}
