package workshop.site.block;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;

import workshop.model.answer.Change;
import workshop.site.code.Html;
import workshop.site.code.JavaCode;

/**
 * What differs between two states of a source file: in words, and not in colours alone.
 */
final class Changes {
    private static final int AROUND = 3;

    private final Path path;
    private final List<String> before;
    private final List<String> after;
    private final List<AbstractDelta<String>> deltas;

    private Changes(Path path, List<String> before, List<String> after) {
        this.path = path;
        this.before = before;
        this.after = after;
        this.deltas = DiffUtils.diff(before, after).getDeltas();
    }

    /** The sources below two folders that differ; those that only the second one has are left out unless they are all. */
    static List<Changes> between(Path before, Path after) {
        try (var files = Files.walk(before)) {
            return files.filter(file -> file.toString().endsWith(".java")).sorted()
                    .filter(file -> Files.exists(after.resolve(before.relativize(file))))
                    .map(file -> new Changes(before.relativize(file), lines(file), lines(after.resolve(before.relativize(file)))))
                    .filter(changes -> !changes.deltas.isEmpty())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What differs between the code of a solution's source and an answer's; comments don't count. */
    static Changes ofCode(Change change) {
        return new Changes(change.path().getFileName(), code(change.before()), code(change.after()));
    }

    String html() {
        List<String> old = JavaCode.lines(String.join("\n", before));
        List<String> now = JavaCode.lines(String.join("\n", after));
        var html = new StringBuilder("<div class=\"change\"><p class=\"change-file\"><code>%s</code> <span>%s</span></p><div class=\"change-lines\" tabindex=\"0\" role=\"group\" aria-label=\"Changes of %1$s\">"
                                             .formatted(Html.escape(path.getFileName().toString()), summary()));
        int shown = 0;
        for (AbstractDelta<String> delta : deltas) {
            int from = delta.getSource().getPosition();
            int start = Math.max(shown, from - AROUND);
            if (start > shown) {
                html.append("<p class=\"change-gap\">⋯ <span>unchanged lines</span></p>");
            }
            html.append(same(old.subList(start, from)));
            int removed = delta.getSource().size();
            int at = delta.getTarget().getPosition();
            html.append(lines("del", "Removed", old.subList(from, from + removed)));
            html.append(lines("ins", "Added", now.subList(at, at + delta.getTarget().size())));
            shown = from + removed;
            int end = Math.min(shown + AROUND, nextChange(delta));
            html.append(same(old.subList(shown, end)));
            shown = end;
        }
        return html.append("</div></div>").toString();
    }

    /** The usual form of a diff, for paper. */
    List<String> asText() {
        var text = new ArrayList<String>();
        text.add("." + path.getFileName() + ": " + summary());
        text.add("[source,diff]");
        text.add("----");
        int shown = 0;
        for (AbstractDelta<String> delta : deltas) {
            int from = delta.getSource().getPosition();
            int start = Math.max(shown, from - AROUND);
            if (start > shown && shown > 0) {
                text.add("  ...");
            }
            before.subList(start, from).forEach(line -> text.add("  " + line));
            delta.getSource().getLines().forEach(line -> text.add("- " + line));
            delta.getTarget().getLines().forEach(line -> text.add("+ " + line));
            shown = from + delta.getSource().size();
            int end = Math.min(shown + AROUND, nextChange(delta));
            before.subList(shown, end).forEach(line -> text.add("  " + line));
            shown = end;
        }
        text.add("----");
        text.add("");
        return text;
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

    private static String same(List<String> lines) {
        return lines.isEmpty() ? "" : "<pre class=\"same\"><code>%s</code></pre>".formatted(String.join("\n", lines));
    }

    private static String lines(String element, String word, List<String> lines) {
        return lines.isEmpty() ? "" : "<div class=\"%s\"><span class=\"word\">%s</span><pre><code><%1$s>%s</%1$s></code></pre></div>"
                .formatted(element, word, String.join("\n", lines));
    }

    private static List<String> code(List<String> lines) {
        return lines.stream().filter(line -> !line.matches("\\s*(/\\*\\*|\\*|//).*")).toList();
    }

    /** The tags that chapters include by are not part of the code. */
    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file).stream().filter(line -> !line.matches("\\s*// (tag|end)::.*")).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
