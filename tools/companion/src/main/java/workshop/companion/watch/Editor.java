package workshop.companion.watch;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.apache.commons.io.FilenameUtils;

import workshop.companion.CommandName;
import workshop.companion.terminal.Console;
import workshop.companion.work.Place;

/**
 * What opens a source at a line: the editor that {@code VISUAL} or {@code EDITOR} names, or else VS Code or IDEA, if their command is
 * there.
 *
 * @param environment the variables, {@code null} for one that is not there
 * @param windows     whether a command has an extension
 */
record Editor(UnaryOperator<String> environment, boolean windows) {
    private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|\\S+");
    private static final List<String> OF_WINDOWS = List.of(".exe", ".cmd", ".bat");

    /** Those that have a window of their own, by how they take a line; all others run in the terminal, and take it as vi does (POSIX). */
    private static final Set<String> LIKE_VS_CODE = Set.of("code", "code-insiders", "codium", "cursor");
    private static final Set<String> LIKE_IDEA = Set.of("idea", "idea64");

    static Editor ofThisMachine() {
        return new Editor(System::getenv, CommandName.isOnWindows());
    }

    /** Opens a place, and comes back when an editor in the terminal has ended; returns what to say then, which may be nothing. */
    String open(Place place, Console console) throws InterruptedException {
        List<String> editor = program();
        if (editor.isEmpty()) {
            return "No editor is known: set VISUAL or EDITOR, or put the command of VS Code (code) or IDEA (idea) on the PATH.";
        }
        var program = new ProcessBuilder(command(editor, place));
        try {
            if (hasWindow(editor)) {
                program.redirectOutput(Redirect.DISCARD).redirectError(Redirect.DISCARD).start();
                return "%s is open in %s.".formatted(place, name(editor));
            }
            int status = console.lendTo(program);
            return status == 0 ? "" : "'%s' has ended with status %d.".formatted(String.join(" ", editor), status);
        } catch (IOException | UncheckedIOException e) {
            return "'%s' can't be started: set VISUAL or EDITOR to a program that is there.".formatted(String.join(" ", editor));
        }
    }

    static List<String> command(List<String> editor, Place place) {
        var command = new ArrayList<>(editor);
        if (LIKE_VS_CODE.contains(name(editor))) {
            command.addAll(List.of("--goto", place.file() + ":" + place.line()));
        } else if (LIKE_IDEA.contains(name(editor))) {
            command.addAll(List.of("--line", Long.toString(place.line()), place.file().toString()));
        } else {
            command.addAll(List.of("+" + place.line(), place.file().toString()));
        }
        return command;
    }

    /** The one that the learner has named, with its options, or else one that is there; empty if there is none. */
    List<String> program() {
        List<String> named = Stream.of("VISUAL", "EDITOR").map(environment)
                .filter(value -> value != null && !value.isBlank())
                .findFirst()
                .map(value -> WORD.matcher(value).results().map(Editor::word).toList())
                .orElse(List.of());
        if (named.isEmpty()) {
            return Stream.of("code", "idea", "idea64").flatMap(this::onThePath).limit(1).toList();
        }
        String first = named.getFirst();
        return Stream.concat(Stream.of(onThePath(first).findFirst().orElse(first)), named.stream().skip(1)).toList();
    }

    private static String word(MatchResult word) {
        return word.group(1) == null ? word.group() : word.group(1);
    }

    /** Where a command is; on Windows, a process needs its extension, too. */
    private Stream<String> onThePath(String command) {
        return Stream.of(Optional.ofNullable(environment.apply("PATH")).orElse("").split(File.pathSeparator))
                .filter(folder -> !folder.isEmpty())
                .flatMap(folder -> (windows ? OF_WINDOWS : List.of("")).stream().map(end -> Path.of(folder, command + end)))
                .filter(Files::isExecutable)
                .map(Path::toString);
    }

    private static boolean hasWindow(List<String> editor) {
        return LIKE_VS_CODE.contains(name(editor)) || LIKE_IDEA.contains(name(editor));
    }

    private static String name(List<String> editor) {
        return FilenameUtils.getBaseName(editor.getFirst());
    }
}
