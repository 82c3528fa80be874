package workshop.companion.step;

import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
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

    /**
     * @param output what Maven printed
     * @param root   the root of the workshop; files are named from there
     * @return why the build failed
     */
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
        var file = Path.of(matcher.group(1));
        int number = Integer.parseInt(matcher.group(2));
        lines.add("%s:%d: %s".formatted(file.startsWith(root) ? root.relativize(file) : file, number, matcher.group(4)));
        addSource(file, number, Integer.parseInt(matcher.group(3)));
    }

    private void addSource(Path file, int number, int column) {
        try {
            String source = Files.readAllLines(file).get(number - 1);
            lines.add("    " + source.strip());
            int indent = source.length() - source.stripLeading().length();
            lines.add(" ".repeat(4 + Math.max(0, column - indent - 1)) + "^");
        } catch (MalformedInputException | IndexOutOfBoundsException e) {
            // javac's message is there; the line it speaks of can't be shown
        } catch (IOException e) {
            lines.add("    (" + file + " can't be read)");
        }
    }

    private static int indexOf(String part, List<String> lines) {
        int index = 0;
        while (index < lines.size() && !lines.get(index).contains(part)) {
            index++;
        }
        return index;
    }
}
