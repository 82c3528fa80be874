package workshop.companion.build;

import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What javac has to say about one place.
 *
 * @param file   the source
 * @param line   the line in it, from 1
 * @param column the column in the line, from 1
 * @param text   what javac says, of one or several lines
 */
record CompilerMessage(Path file, long line, long column, String text) {
    /** The message as javac prints it, with the line it speaks of; the file is named from the root of the workshop. */
    List<String> lines(Path root) {
        var lines = new ArrayList<String>();
        List<String> texts = text.lines().toList();
        lines.add("%s:%d: %s".formatted(file.startsWith(root) ? root.relativize(file) : file, line, texts.getFirst()));
        lines.addAll(source());
        lines.addAll(texts.subList(1, texts.size()));
        return List.copyOf(lines);
    }

    private List<String> source() {
        try {
            String source = Files.readAllLines(file).get((int) line - 1);
            int indent = source.length() - source.stripLeading().length();
            return List.of("    " + source.strip(), " ".repeat(4 + Math.max(0, (int) column - indent - 1)) + "^");
        } catch (MalformedInputException | IndexOutOfBoundsException e) {
            return List.of(); // javac's message is there; the line it speaks of can't be shown
        } catch (IOException e) {
            return List.of("    (" + file + " can't be read)");
        }
    }
}
