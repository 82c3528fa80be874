package workshop.companion.step;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

import workshop.model.Step;
import workshop.model.Workshop;

/**
 * Builds a starter or a solution if its sources, or those it stands on, have changed since it was built.
 */
public final class Build {
    private final Workshop workshop;
    private final Maven maven;
    private final Consumer<String> progress;

    /**
     * @param workshop the workshop
     * @param progress is told what is being built, if anything is
     */
    public Build(Workshop workshop, Consumer<String> progress) {
        this(workshop, new MavenWrapper(workshop.root()), progress);
    }

    Build(Workshop workshop, Maven maven, Consumer<String> progress) {
        this.workshop = workshop;
        this.maven = maven;
        this.progress = progress;
    }

    /**
     * Builds the learner's step and its tests, as {@code ../mvnw} does in its folder.
     *
     * @param step the step
     * @return its server's jar
     * @throws BuildFailure if it can't be built; the message says why
     */
    public Path starter(Step step) {
        return jar(step, step.title(), step.starter(), step.starter(), List.of());
    }

    /**
     * Builds what a step stands on and copies its libraries, unless that is there: what the learner has in the step may be
     * newer.
     *
     * @param step the step
     * @throws BuildFailure if it can't be built; the message says why
     */
    public void libraries(Step step) {
        List<Path> others = sources(step, step.starter()).stream()
                .filter(source -> !source.equals(step.starter().resolve("src")))
                .toList();
        jar(step.title(), step.starter().resolve("target/server.jar"), others, step.starter(), List.of());
    }

    /**
     * Builds the solution of a step.
     *
     * @param step the step
     * @return its server's jar
     * @throws BuildFailure if it can't be built; the message says why
     */
    public Path solution(Step step) {
        return jar(step, step.title() + ", the solution", step.solution(), workshop.root(),
                   List.of("--projects", "solutions/" + step.solution().getFileName(), "--also-make"));
    }

    /**
     * Builds the benchmark, which measures the solutions.
     *
     * @return its jar
     * @throws BuildFailure if it can't be built; the message says why
     */
    public Path bench() {
        Path module = workshop.root().resolve("tools/bench");
        var sources = new ArrayList<>(sources(workshop.latest(), module));
        sources.add(workshop.latest().solution().resolve("src"));
        return jar("the benchmark", module.resolve("target/bench.jar"), sources, workshop.root(),
                   List.of("--projects", "tools/bench", "--also-make"));
    }

    /**
     * Builds the course.
     *
     * @return its first page
     * @throws BuildFailure if it can't be built; the message says why
     */
    public Path course() {
        Path module = workshop.root().resolve("docs");
        var sources = new ArrayList<>(List.of(workshop.root().resolve("pom.xml"), workshop.root().resolve("solutions")));
        for (String name : List.of("pom.xml", "course.yaml", "chapters", "diagrams", "images", "results", "sessions", "theme", "../tools/site/src/main")) {
            sources.add(module.resolve(name));
        }
        workshop.steps().forEach(step -> sources.addAll(List.of(step.starter().resolve("src"),
                                                                step.starter().resolve("hints.yaml"))));
        return jar("the course", module.resolve("target/site/index.html"), sources, workshop.root(),
                   List.of("--projects", "docs", "--also-make"));
    }

    /**
     * Builds the program that renders the course.
     *
     * @return its jar
     * @throws BuildFailure if it can't be built; the message says why
     */
    public Path courseProgram() {
        Path module = workshop.root().resolve("tools/site");
        return jar("the course's program", module.resolve("target/site.jar"),
                   List.of(workshop.root().resolve("pom.xml"), module.resolve("pom.xml"), module.resolve("src/main")),
                   workshop.root(), List.of("--projects", "tools/site", "--also-make"));
    }

    private Path jar(Step step, String what, Path module, Path folder, List<String> selection) {
        return jar(what, module.resolve("target/server.jar"), sources(step, module), folder, selection);
    }

    private Path jar(String what, Path jar, List<Path> sources, Path folder, List<String> selection) {
        if (Freshness.isFresh(jar, sources)) {
            return jar;
        }
        progress.accept("Building %s …".formatted(what));
        var start = FileTime.from(Instant.now());
        var arguments = new ArrayList<>(selection);
        arguments.addAll(List.of("-DskipTests", "package"));
        List<String> output = maven.build(folder, arguments);
        if (!output.isEmpty()) {
            throw new BuildFailure(what, BuildMessages.of(output, workshop.root()));
        }
        return asOldAsItsSources(jar, start);
    }

    private List<Path> sources(Step step, Path module) {
        var sources = new ArrayList<Path>();
        sources.add(workshop.root().resolve("pom.xml"));
        var modules = new ArrayList<>(workshop.before(step).stream().map(Step::solution).toList());
        modules.add(module);
        for (String name : List.of("plumbing", "model", "testkit")) {
            modules.add(workshop.root().resolve("foundation").resolve(name));
        }
        for (Path each : modules) {
            sources.add(each.resolve("pom.xml"));
            sources.add(each.resolve("src"));
        }
        return sources;
    }

    /** What is saved while the build runs is newer than what was built. */
    private static Path asOldAsItsSources(Path jar, FileTime start) {
        try {
            return Files.setLastModifiedTime(jar, start);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
