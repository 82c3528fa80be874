package workshop.companion.build;

import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
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
    private final Maven maven;
    private final Consumer<String> progress;

    /** A build that tells what is being built, if anything is. */
    public Build(Workshop workshop, Consumer<String> progress) {
        this(workshop, new MavenWrapper(workshop.root()), progress);
    }

    Build(Workshop workshop, Maven maven, Consumer<String> progress) {
        this.workshop = workshop;
        this.root = workshop.root();
        this.maven = maven;
        this.progress = progress;
    }

    /** Builds the learner's step and its tests, as {@code ../mvnw} does in its folder; returns the server's jar. */
    public Path starter(Step step) {
        return build(step.title(), serverOf(step.starter()), sources(step, step.starter()), step.starter());
    }

    /**
     * Builds what a step stands on and copies its libraries, unless that is there: what the learner has in the step may be
     * newer.
     */
    public void libraries(Step step) {
        var others = new ArrayList<>(StepSources.below(workshop, step));
        others.add(step.starter().resolve("pom.xml"));
        build(step.title(), serverOf(step.starter()), others, step.starter());
    }

    /** Builds the solution of a step; returns the server's jar. */
    public Path solution(Step step) {
        return module(step.title() + ", the solution", root.relativize(step.solution()), "server.jar",
                      sources(step, step.solution()));
    }

    /** Builds the benchmark, which measures the solutions; returns its jar. */
    public Path bench() {
        var sources = new ArrayList<>(sources(workshop.latest(), root.resolve("tools/bench")));
        sources.add(workshop.latest().solution().resolve("src"));
        return module("the benchmark", Path.of("tools/bench"), "bench.jar", sources);
    }

    /** Builds the course; returns its first page. */
    public Path course() {
        var sources = new ArrayList<Path>();
        Stream.of("pom.xml", "solutions", "tools/site/src/main").map(root::resolve).forEach(sources::add);
        Stream.of("pom.xml", "course.yaml", "chapters", "diagrams", "images", "results", "sessions", "theme")
                .map(root.resolve("docs")::resolve).forEach(sources::add);
        for (Step step : workshop.steps()) {
            sources.add(step.starter().resolve("src"));
            sources.add(step.starter().resolve("hints.yaml"));
        }
        return module("the course", Path.of("docs"), "site/index.html", sources);
    }

    /** Builds the program that renders the course; returns its jar. */
    public Path courseProgram() {
        return module("the course's program", Path.of("tools/site"), "site.jar",
                      Stream.of("pom.xml", "tools/site/pom.xml", "tools/site/src/main").map(root::resolve).toList());
    }

    private Path module(String what, Path module, String product, List<Path> sources) {
        String name = module.toString().replace('\\', '/');
        return build(what, root.resolve(module).resolve("target").resolve(product), sources, root, "--projects", name, "--also-make");
    }

    private Path build(String what, Path product, List<Path> sources, Path folder, String... selection) {
        if (Freshness.isFresh(product, sources)) {
            return product;
        }
        progress.accept("Building %s …".formatted(what));
        var start = FileTime.from(Instant.now());
        var arguments = new ArrayList<>(List.of(selection));
        arguments.addAll(List.of("-DskipTests", "package"));
        List<String> output = maven.build(folder, arguments);
        if (!output.isEmpty()) {
            throw new CommandFailure("%s does not build:%n%s".formatted(
                    what, String.join(System.lineSeparator(), BuildMessages.of(output, root))));
        }
        return FilesUncheck.setLastModifiedTime(product, start); // what is saved while the build runs is newer
    }

    private static Path serverOf(Path module) {
        return module.resolve("target/server.jar");
    }

    private List<Path> sources(Step step, Path module) {
        var sources = new ArrayList<>(StepSources.below(workshop, step));
        sources.addAll(StepSources.of(module));
        return sources;
    }
}
