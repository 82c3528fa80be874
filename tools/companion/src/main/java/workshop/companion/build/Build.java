package workshop.companion.build;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.stream.Stream;

import org.apache.commons.io.file.FilesUncheck;

import workshop.companion.CommandFailure;
import workshop.model.Step;
import workshop.model.Workshop;

/**
 * Builds a part of the workshop if its sources, or those it stands on, have changed since it was built. What can't be built
 * is a {@link CommandFailure} that says why.
 */
public final class Build {
    private final Workshop workshop;
    private final Path root;
    private final BiFunction<Path, List<String>, List<String>> maven;
    private final Consumer<String> progress;

    /** A build that tells what is being built, if anything is. */
    public Build(Workshop workshop, Consumer<String> progress) {
        this(workshop, new MavenWrapper(workshop.root())::build, progress);
    }

    /**
     * @param maven see {@link MavenWrapper#build}
     */
    Build(Workshop workshop, BiFunction<Path, List<String>, List<String>> maven, Consumer<String> progress) {
        this.workshop = workshop;
        this.root = workshop.root();
        this.maven = maven;
        this.progress = progress;
    }

    /** Builds the learner's step and its tests, as {@code ../mvnw} does in its folder; returns the server's jar. */
    public Path starter(Step step) {
        return starter(step, sources(step, step.starter()));
    }

    /**
     * Builds what a step stands on and copies its libraries, unless that is there: what the learner has in the step may be
     * newer.
     */
    public void libraries(Step step) {
        var others = new ArrayList<>(StepSources.below(workshop, step));
        others.add(step.starter().resolve("pom.xml"));
        starter(step, others);
    }

    private Path starter(Step step, List<Path> sources) {
        return build(step.title(), step.starter().resolve("target/server.jar"), sources, step.starter());
    }

    /** Builds the solution of a step; returns the server's jar. */
    public Path solution(Step step) {
        return module(step.title() + ", the solution", "solutions/" + step.folder(), "server.jar", sources(step, step.solution()));
    }

    /** Builds the benchmark, which measures the solutions; returns its jar. */
    public Path bench() {
        var sources = new ArrayList<>(sources(workshop.latest(), root.resolve("tools/bench")));
        sources.add(workshop.latest().solution().resolve("src"));
        return module("the benchmark", "tools/bench", "bench.jar", sources);
    }

    /** Builds the course; returns its first page. */
    public Path course() {
        var sources = Stream.of("pom.xml", "solutions", "tools/site/src/main", "docs/pom.xml", "docs/course.yaml", "docs/chapters",
                                "docs/diagrams", "docs/images", "docs/results", "docs/sessions", "docs/theme");
        var ofSteps = workshop.steps().stream().flatMap(step -> Stream.of(step.folder() + "/src", step.folder() + "/hints.yaml"));
        return module("the course", "docs", "site/index.html", Stream.concat(sources, ofSteps).map(root::resolve).toList());
    }

    /** Builds the program that renders the course; returns its jar. */
    public Path courseProgram() {
        return module("the course's program", "tools/site", "site.jar",
                      Stream.of("pom.xml", "tools/site/pom.xml", "tools/site/src/main").map(root::resolve).toList());
    }

    private Path module(String what, String module, String product, List<Path> sources) {
        return build(what, root.resolve(module, "target", product), sources, root, "--projects", module, "--also-make");
    }

    private Path build(String what, Path product, List<Path> sources, Path folder, String... selection) {
        if (isFresh(product, sources)) {
            return product;
        }
        progress.accept("Building %s …".formatted(what));
        var start = FileTime.from(Instant.now());
        var arguments = new ArrayList<>(List.of(selection));
        arguments.addAll(List.of("-DskipTests", "package"));
        List<String> output = maven.apply(folder, arguments);
        if (!output.isEmpty()) {
            throw new CommandFailure("%s does not build:%n%s".formatted(
                    what, String.join(System.lineSeparator(), BuildMessages.of(output, root))));
        }
        return FilesUncheck.setLastModifiedTime(product, start); // what is saved while the build runs is newer
    }

    private List<Path> sources(Step step, Path module) {
        return Stream.of(StepSources.below(workshop, step), StepSources.of(module)).flatMap(List::stream).toList();
    }

    /** Whether it is there, and nothing has changed since in the files and folders that it is made from. */
    private static boolean isFresh(Path product, List<Path> sources) {
        return Files.exists(product)
                && sources.stream().filter(Files::exists).noneMatch(source -> hasNewer(source, FilesUncheck.getLastModifiedTime(product)));
    }

    /** A folder counts too: it changes when a file in it is removed. */
    private static boolean hasNewer(Path source, FileTime time) {
        try (var newer = FilesUncheck.find(source, Integer.MAX_VALUE,
                                           (_, attributes) -> attributes.lastModifiedTime().compareTo(time) > 0)) {
            return newer.findAny().isPresent();
        }
    }
}
