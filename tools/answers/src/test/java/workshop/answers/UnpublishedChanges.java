package workshop.answers;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import workshop.model.source.Git;

/**
 * What has changed of that on which the verdicts on answers stand, since the last commit that is published: a learner's code is not
 * among it. Whoever published has had the answers judged.
 *
 * @param commit where the branch has left its upstream; its last commit, if it has none
 * @param files  those that are others now, committed or not, by their paths from the root
 */
record UnpublishedChanges(Path root, String commit, List<Path> files) {
    private static final List<String> WHAT_VERDICTS_STAND_ON =
            List.of("pom.xml", "foundation", "solutions", "tools/answers", "step-*/pom.xml", "step-*/src/test/*");

    /** Those in the work tree of a repository; nothing if there is none, as in a download. */
    static Optional<UnpublishedChanges> in(Path root) {
        if (Files.notExists(root.resolve(".git"))) {
            return Optional.empty();
        }
        var git = new Git(root);
        return git.ask("merge-base", "HEAD", "@{upstream}").or(() -> git.ask("rev-parse", "HEAD"))
                .map(printed -> lines(printed).findFirst().orElseThrow())
                .flatMap(commit -> files(git, "diff", "--name-only", "--no-renames", commit)
                        .flatMap(changed -> files(git, "ls-files", "--others", "--exclude-standard")
                                .map(untracked -> Stream.concat(changed, untracked).map(Path::of).toList()))
                        .map(files -> new UnpublishedChanges(root, commit, files)));
    }

    private static Optional<Stream<String>> files(Git git, String... command) {
        return git.ask(Stream.of(Stream.of(command), Stream.of("--"), WHAT_VERDICTS_STAND_ON.stream())
                               .flatMap(words -> words).toArray(String[]::new))
                .map(UnpublishedChanges::lines);
    }

    private static Stream<String> lines(byte[] printed) {
        return new String(printed, StandardCharsets.UTF_8).lines();
    }

    /** Whether the verdict on an answer may be another now: it has changed, or anything that is no answer has. */
    boolean concern(Path answer) {
        return files.stream().anyMatch(file -> !file.toString().endsWith(".patch") || root.resolve(file).equals(answer));
    }
}
