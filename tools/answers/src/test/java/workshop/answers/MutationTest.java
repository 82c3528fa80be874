package workshop.answers;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import workshop.model.Step;
import workshop.model.Workshop;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Has PIT (pitest.org) change the learner's part of each solution, bit by bit: a change that no test of the step sees is a mistake
 * that a learner can make unseen.
 */
@DisplayName("Mutants")
@EnabledIf(value = "isAskedFor", disabledReason = "PIT is on the class path with -Pmutation")
class MutationTest {
    private static final String PIT = "org.pitest.mutationtest.commandline.MutationCoverageReport";
    private static final Workshop WORKSHOP = Workshop.at(Path.of("../..").toAbsolutePath().normalize());

    @TempDir
    private Path report;

    static List<Step> steps() {
        return WORKSHOP.steps();
    }

    static boolean isAskedFor() {
        return MutationTest.class.getResource("/" + PIT.replace('.', '/') + ".class") != null;
    }

    @ParameterizedTest
    @MethodSource("steps")
    @DisplayName("Tests see each change to a learner's part of a solution")
    void seen(Step step) throws Exception {
        var part = LearnersPart.of(step);
        var equivalent = EquivalentMutants.of(step);

        List<Mutant> mutants = mutants(step, part);
        System.out.printf("%s: %d mutants in %s, %d seen%n", step.title(), mutants.size(), part.classNames(),
                          mutants.stream().filter(Mutant::seen).count());

        assertThat(mutants).as("The mutants of %s", part.classNames()).isNotEmpty();
        assertThat(mutants.stream()
                           .filter(mutant -> !mutant.seen() && !equivalent.has(mutant))
                           .map(mutant -> "%s:%d  %s%n    %s".formatted(mutant.file(), mutant.number(), mutant.line(), mutant.change())))
                .as("The changes to the solution of %s that no test sees. Write a test for the rule that they break, or say in %s why"
                            + " they break none", step.title(), step.solution().resolve(EquivalentMutants.FILE))
                .isEmpty();
        assertThat(equivalent.outdated(mutants))
                .as("The entries of %s that are about no change that is made: take them away", EquivalentMutants.FILE).isEmpty();
    }

    private List<Mutant> mutants(Step step, LearnersPart part) throws IOException, InterruptedException {
        Path printed = report.resolve("printed.txt");
        String classPath = Stream.of(Stream.of(AnsweredStep.testClasses(step)), AnsweredStep.solutionClasses(WORKSHOP, step),
                                     Stream.of(System.getProperty("java.class.path")))
                .flatMap(Function.identity()).map(Object::toString).collect(Collectors.joining(File.pathSeparator));
        String first = part.classNames().getFirst();
        int status = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp", classPath, PIT,
                "--targetClasses", String.join(",", part.classNames()),
                "--targetTests", first.substring(0, first.lastIndexOf('.')) + ".*Test",
                "--mutableCodePaths", step.solution().resolve("target/classes").toString(),
                "--sourceDirs", step.solution().resolve("src/main/java").toString(),
                "--mutators", "STRONGER", "--threads", "4", // they wait most of the time
                "--jvmArgs", "-XX:+UseSerialGC,-XX:TieredStopAtLevel=1,-Dworkshop.root=" + WORKSHOP.root(),
                "--reportDir", report.toString(), "--outputFormats", "XML", "--timestampedReports=false")
                .directory(step.solution().toFile()).redirectErrorStream(true).redirectOutput(printed.toFile()).start().waitFor();
        assertThat(status).as("PIT's exit status. It printed:%n%s", Files.readString(printed)).isZero();
        return Mutant.read(report.resolve("mutations.xml"), part);
    }
}
