package workshop.companion.work;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

import org.apache.commons.io.FileUtils;

/**
 * Files with their content, by their path in a step's folder, such as {@code src/main/java/workshop/basic/Main.java}.
 */
final class SourceFiles {
    private SourceFiles() {
    }

    /** All files in a folder of a step, or of its solution. */
    static Map<String, byte[]> in(Path module, String folder) {
        var files = new TreeMap<String, byte[]>();
        Path top = module.resolve(folder);
        if (Files.isDirectory(top)) {
            try {
                for (File file : FileUtils.listFiles(top.toFile(), null, true)) {
                    files.put(name(module, file.toPath()), FileUtils.readFileToByteArray(file));
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return files;
    }

    static String name(Path module, Path file) {
        return module.relativize(file).toString().replace('\\', '/');
    }

    /** Text as git stores it: on Windows, a checkout has other line ends. */
    static byte[] withPlainLineEnds(byte[] content) {
        return new String(content, StandardCharsets.ISO_8859_1).replace("\r\n", "\n").getBytes(StandardCharsets.ISO_8859_1);
    }
}
