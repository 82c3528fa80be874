package workshop.site.block;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
import org.apache.commons.io.FileUtils;
import org.apache.commons.io.file.FilesUncheck;
import org.jsoup.nodes.Entities;

import workshop.model.answer.Change;

/**
 * What differs between two states of a source file: in words, and not in colours alone.
 */
final class Changes {
    private static final int AROUND = 3;
    private static final String LIMIT = "----";

    /** What happens to some lines that stand together. */
    private enum Fate { LEFT_OUT, SAME, REMOVED, ADDED }

    private record Piece(Fate fate, List<String> lines) {
    }

    private final String name;
    private final List<String> before;
    private final List<String> after;
    private final List<AbstractDelta<String>> deltas;

    private Changes(Path path, List<String> before, List<String> after) {
        this.name = path.getFileName().toString();
        this.before = before;
        this.after = after;
        this.deltas = DiffUtils.diff(before, after).getDeltas();
    }

    /** The sources below two folders that differ; those that only one of them has are left out. */
    static List<Changes> between(Path before, Path after) {
        return FileUtils.listFiles(before.toFile(), new String[] {"java"}, true).stream().map(File::toPath).sorted()
                .filter(file -> Files.exists(after.resolve(before.relativize(file))))
                .map(file -> new Changes(file, lines(file), lines(after.resolve(before.relativize(file)))))
                .filter(changes -> !changes.deltas.isEmpty())
                .toList();
    }

    /** What differs between the code of a solution's source and an answer's; comments don't count. */
    static Changes ofCode(Change change) {
        return new Changes(change.path(), code(change.before()), code(change.after()));
    }

    String html() {
        String pieces = pieces(JavaCode.lines(String.join("\n", before)), JavaCode.lines(String.join("\n", after))).stream()
                .map(piece -> switch (piece.fate) {
                    case LEFT_OUT -> "<p class=\"change-gap\">⋯ <span>unchanged lines</span></p>";
                    case SAME -> "<pre class=\"same\"><code>%s</code></pre>".formatted(String.join("\n", piece.lines));
                    case REMOVED -> changed("del", "Removed", piece.lines);
                    case ADDED -> changed("ins", "Added", piece.lines);
                })
                .collect(Collectors.joining());
        return """
                <div class="change"><p class="change-file"><code>%s</code> <span>%s</span></p>\
                <div class="change-lines" tabindex="0" role="group" aria-label="Changes of %1$s">%s</div></div>"""
                .formatted(Entities.escape(name), summary(), pieces);
    }

    /** The usual form of a diff, for paper. */
    List<String> asText() {
        var text = new ArrayList<>(List.of("." + name + ": " + summary(), "[source,diff]", LIMIT));
        for (Piece piece : pieces(before, after)) {
            switch (piece.fate) {
                case LEFT_OUT -> text.addAll(text.getLast().equals(LIMIT) ? List.of() : List.of("  ..."));
                case SAME -> piece.lines.forEach(line -> text.add("  " + line));
                case REMOVED -> piece.lines.forEach(line -> text.add("- " + line));
                case ADDED -> piece.lines.forEach(line -> text.add("+ " + line));
            }
        }
        text.addAll(List.of(LIMIT, ""));
        return text;
    }

    /** All that is shown of both states, from top to bottom, in one of their forms. */
    private List<Piece> pieces(List<String> old, List<String> now) {
        var pieces = new ArrayList<Piece>();
        int shown = 0;
        for (AbstractDelta<String> delta : deltas) {
            int from = delta.getSource().getPosition();
            int to = from + delta.getSource().size();
            int start = Math.max(shown, from - AROUND);
            int at = delta.getTarget().getPosition();
            int end = Math.min(to + AROUND, nextChange(delta));
            if (start > shown) {
                pieces.add(new Piece(Fate.LEFT_OUT, old.subList(shown, start)));
            }
            pieces.add(new Piece(Fate.SAME, old.subList(start, from)));
            pieces.add(new Piece(Fate.REMOVED, old.subList(from, to)));
            pieces.add(new Piece(Fate.ADDED, now.subList(at, at + delta.getTarget().size())));
            pieces.add(new Piece(Fate.SAME, old.subList(to, end)));
            shown = end;
        }
        pieces.removeIf(piece -> piece.lines.isEmpty());
        return pieces;
    }

    private int nextChange(AbstractDelta<String> delta) {
        int next = deltas.indexOf(delta) + 1;
        return next < deltas.size() ? deltas.get(next).getSource().getPosition() : before.size();
    }

    private String summary() {
        int removed = deltas.stream().mapToInt(delta -> delta.getSource().size()).sum();
        int added = deltas.stream().mapToInt(delta -> delta.getTarget().size()).sum();
        return "%s, %s".formatted(count(removed, "removed"), count(added, "added"));
    }

    private static String count(int lines, String word) {
        return "%d line%s %s".formatted(lines, lines == 1 ? "" : "s", word);
    }

    private static String changed(String element, String word, List<String> lines) {
        return "<div class=\"%s\"><span class=\"hidden word\">%s</span><pre><code>%s</code></pre></div>".formatted(
                element, word, lines.stream().map(("<" + element + ">%s</" + element + ">")::formatted).collect(Collectors.joining()));
    }

    private static List<String> code(List<String> lines) {
        return lines.stream().filter(line -> !line.matches("\\s*(/\\*\\*|\\*|//).*")).toList();
    }

    /** The tags that chapters include by are not part of the code. */
    private static List<String> lines(Path file) {
        return FilesUncheck.readAllLines(file).stream().filter(line -> !line.matches("\\s*// (tag|end)::.*")).toList();
    }
}
