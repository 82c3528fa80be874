package workshop.companion.build;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import workshop.model.Digest;
import workshop.model.Step;
import workshop.model.Workshop;
import workshop.model.source.SourceFiles;

/**
 * All that the verdict on a step depends on: what the learner has there, its tests, the solutions that it stands on, the
 * foundation, this program and its JDK. What the step stands on is looked at once; what the learner has, each time.
 */
public final class StepSources {
    private static final String PROGRAM = "tools/companion/src/main";

    private final Step step;
    private final byte[] below;

    private StepSources(Step step, byte[] below) {
        this.step = step;
        this.below = below;
    }

    /** Those of a step. */
    public static StepSources of(Workshop workshop, Step step) {
        MessageDigest digest = Digest.sha256();
        digest.update(Runtime.version().toString().getBytes(StandardCharsets.UTF_8));
        add(digest, workshop.root(), workshop.root().resolve(PROGRAM));
        below(workshop, step).forEach(source -> add(digest, workshop.root(), source));
        return new StepSources(step, digest.digest());
    }

    /** What tells them from all others; the same as long as nothing changes. */
    public byte[] digest() {
        MessageDigest digest = Digest.sha256();
        digest.update(below);
        of(step.starter()).forEach(source -> add(digest, step.root(), source));
        return digest.digest();
    }

    /** What a step stands on: files and folders, of which some may be absent. */
    static List<Path> below(Workshop workshop, Step step) {
        var sources = new ArrayList<>(List.of(workshop.root().resolve("pom.xml")));
        Stream.concat(workshop.before(step).stream().map(Step::solution),
                      Stream.of("plumbing", "model", "testkit").map(workshop.root().resolve("foundation")::resolve))
                .forEach(module -> sources.addAll(of(module)));
        return sources;
    }

    /** What a module is built from. */
    static List<Path> of(Path module) {
        return List.of(module.resolve("pom.xml"), module.resolve("src"));
    }

    /** Adds a file, or those of a folder, with their names. */
    static void add(MessageDigest digest, Path root, Path source) {
        SourceFiles.in(root, SourceFiles.name(root, source)).forEach((name, content) -> {
            byte[] nameInBytes = name.getBytes(StandardCharsets.UTF_8);
            digest.update(ByteBuffer.allocate(2 * Integer.BYTES).putInt(nameInBytes.length).putInt(content.length).flip());
            digest.update(nameInBytes);
            digest.update(content);
        });
    }
}
