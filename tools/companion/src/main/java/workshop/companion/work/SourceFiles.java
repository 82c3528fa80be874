package workshop.companion.work;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/**
 * Files with their content, by their path in a step's folder, such as {@code src/main/java/workshop/basic/Main.java}.
 */
final class SourceFiles {
    private static final String MARK = "\\s*// (tag|end)::[\\w-]+\\[]";

    private SourceFiles() {
    }

    /**
     * @param module the folder of a step or of its solution
     * @param folder a folder in it
     * @return all files in that folder
     */
    static Map<String, byte[]> in(Path module, String folder) {
        var files = new TreeMap<String, byte[]>();
        Path top = module.resolve(folder);
        if (Files.isDirectory(top)) {
            try (var tree = Files.walk(top)) {
                for (Path file : tree.filter(Files::isRegularFile).toList()) {
                    files.put(name(module, file), Files.readAllBytes(file));
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return files;
    }

    /**
     * @param line a line of a solution
     * @return whether it only marks what the course shows
     */
    static boolean isMark(String line) {
        return line.matches(MARK);
    }

    static String name(Path module, Path file) {
        return module.relativize(file).toString().replace('\\', '/');
    }
}
