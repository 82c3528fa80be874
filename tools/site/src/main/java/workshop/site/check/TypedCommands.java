package workshop.site.check;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

import org.apache.commons.io.FileUtils;
import org.apache.commons.io.file.FilesUncheck;
import org.jsoup.nodes.Element;

import workshop.site.course.Chapter;
import workshop.site.course.Course;
import workshop.site.course.Tree;
import workshop.site.session.Session;

/**
 * A command within a sentence is one that a session or the check of every change runs. Some of its words may be left out.
 */
final class TypedCommands {
    private static final Pattern COMMAND = Pattern.compile("(?:\\.{0,2}/)?(?:workshop|mvnw|curl|cd|git|java|docker|mvn)\\s+\\S.*");

    private TypedCommands() {
    }

    static List<String> check(Course course, Tree tree) {
        List<List<String>> run = commands(tree);
        var problems = new ArrayList<String>();
        for (Chapter chapter : course.chapters()) {
            chapter.body().select("code").stream()
                    .filter(code -> code.closest("pre, .hints, .wrong-answers") == null)
                    .map(Element::text)
                    .filter(text -> COMMAND.matcher(text).matches() && run.stream().noneMatch(each -> has(each, words(text))))
                    .forEach(text -> problems.add("%s: nothing runs the command '%s': add a session that does, or name the program alone"
                                                          .formatted(chapter.source(), text)));
        }
        return problems;
    }

    private static List<List<String>> commands(Tree tree) {
        var commands = new ArrayList<List<String>>();
        for (File file : FileUtils.listFiles(tree.docs("sessions").toFile(), new String[] {"session"}, false)) {
            Session.read(file.toPath()).interactions().forEach(interaction -> commands.add(words(interaction.command())));
        }
        Path ci = tree.root().resolve(".ci/run");
        if (Files.exists(ci)) {
            FilesUncheck.readAllLines(ci).forEach(line -> commands.add(words(line)));
        }
        return commands;
    }

    private static List<String> words(String command) {
        return List.of(command.strip().replaceAll("['\"]|^command=", " ").strip().split("\\s+"));
    }

    /** Whether all of these words are in the command, in this order, beginning with the program. */
    private static boolean has(List<String> command, List<String> words) {
        int at = 0;
        for (String word : command) {
            if (at < words.size() && word.equals(words.get(at))) {
                at++;
            } else if (at == 0) {
                return false;
            }
        }
        return at == words.size();
    }
}
