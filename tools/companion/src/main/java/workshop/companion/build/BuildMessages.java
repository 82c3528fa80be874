package workshop.companion.build;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The lines of a failed build that say why it failed: javac's messages where there are some, as javac prints them,
 * and those of the course's program.
 */
final class BuildMessages {
    private static final String COMPILATION = "COMPILATION ERROR";
    private static final String COURSE = "course: ";
    private static final String FAILED = "Failed to execute goal";
    private static final Pattern AT_A_LINE = Pattern.compile("(.+):\\[(\\d+),(\\d+)] (?:error: )?(.*)");

    private BuildMessages() {
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
        int failed = indexOf(FAILED, plain);
        int compilation = indexOf(COMPILATION, plain);
        if (compilation < failed) {
            return plain.subList(compilation + 1, failed).stream().flatMap(line -> ofJavac(line, root)).toList();
        }
        return failed == plain.size() ? plain : plain.subList(failed, plain.size()).stream()
                .takeWhile(line -> !line.startsWith("To see the full stack trace"))
                .toList();
    }

    private static Stream<String> ofJavac(String line, Path root) {
        var matcher = AT_A_LINE.matcher(line);
        return matcher.matches()
                ? new CompilerMessage(root.resolve(matcher.group(1)), Long.parseLong(matcher.group(2)),
                                      Long.parseLong(matcher.group(3)), matcher.group(4)).lines(root).stream()
                : Stream.of(line);
    }

    /** Where a part is; behind the last line if it is absent. */
    private static int indexOf(String part, List<String> lines) {
        return (int) lines.stream().takeWhile(line -> !line.contains(part)).count();
    }
}
