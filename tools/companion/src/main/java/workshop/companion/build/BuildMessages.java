package workshop.companion.build;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The lines of a failed build that say why it failed: javac's messages where there are some, as javac prints them,
 * and those of the course's program.
 */
final class BuildMessages {
    private static final String COMPILATION = "COMPILATION ERROR";
    private static final String COURSE = "course: ";
    private static final String FAILED = "Failed to execute goal";
    private static final Pattern AT_A_LINE = Pattern.compile("(.+):\\[(\\d+),(\\d+)] (?:error: )?(.*)");

    private final Path root;
    private final List<String> lines = new ArrayList<>();

    private BuildMessages(Path root) {
        this.root = root;
    }

    /** Why a build failed that printed this; files are named from the root of the workshop. */
    static List<String> of(List<String> output, Path root) {
        List<String> plain = output.stream()
                .map(line -> line.replaceFirst("^\\[ERROR] ?", "").replaceFirst(" *-> \\[Help \\d+]$", ""))
                .filter(line -> !line.isBlank())
                .toList();
        List<String> ofTheCourse = plain.stream().filter(line -> line.startsWith(COURSE)).toList();
        if (!ofTheCourse.isEmpty()) {
            return ofTheCourse;
        }
        var messages = new BuildMessages(root);
        int failed = indexOf(FAILED, plain);
        int compilation = indexOf(COMPILATION, plain);
        if (compilation < failed) {
            plain.subList(compilation + 1, failed).forEach(messages::addOfJavac);
        } else if (failed < plain.size()) {
            plain.subList(failed, plain.size()).stream()
                    .takeWhile(line -> !line.startsWith("To see the full stack trace"))
                    .forEach(messages.lines::add);
        } else {
            messages.lines.addAll(plain);
        }
        return List.copyOf(messages.lines);
    }

    private void addOfJavac(String line) {
        var matcher = AT_A_LINE.matcher(line);
        if (!matcher.matches()) {
            lines.add(line);
            return;
        }
        lines.addAll(new CompilerMessage(Path.of(matcher.group(1)), Long.parseLong(matcher.group(2)),
                                         Long.parseLong(matcher.group(3)), matcher.group(4)).lines(root));
    }

    private static int indexOf(String part, List<String> lines) {
        int index = 0;
        while (index < lines.size() && !lines.get(index).contains(part)) {
            index++;
        }
        return index;
    }
}
