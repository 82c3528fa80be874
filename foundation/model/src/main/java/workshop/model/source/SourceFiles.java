package workshop.model.source;

import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

import org.apache.commons.io.file.FilesUncheck;

/**
 * Files with their content, by their path in a module, such as {@code src/main/java/workshop/basic/Main.java}.
 */
public final class SourceFiles {
    private SourceFiles() {
    }

    /**
     * All files in a folder of a module, or one file of it: the content of each, by its name; empty if what is asked for is absent.
     *
     * @throws UncheckedIOException if one can't be read
     */
    public static Map<String, byte[]> in(Path module, String folder) {
        var contents = new TreeMap<String, byte[]>();
        Path top = module.resolve(folder);
        try (var files = Files.exists(top) ? FilesUncheck.walk(top) : Stream.<Path>empty()) {
            files.filter(Files::isRegularFile).forEach(file -> contents.put(name(module, file), FilesUncheck.readAllBytes(file)));
        }
        return contents;
    }

    /** The text of each Java source among them. */
    public static Map<String, String> javaIn(Path module, String folder) {
        var texts = new TreeMap<String, String>();
        in(module, folder).forEach((name, content) -> {
            if (name.endsWith(".java")) {
                texts.put(name, new String(content, StandardCharsets.UTF_8));
            }
        });
        return texts;
    }

    /** The name of a file of a module. */
    public static String name(Path module, Path file) {
        return module.relativize(file).toString().replace('\\', '/');
    }

    /** A text as git stores it: on Windows, a checkout has other line ends. */
    public static byte[] withPlainLineEnds(byte[] content) {
        return new String(content, StandardCharsets.ISO_8859_1).replace("\r\n", "\n").getBytes(StandardCharsets.ISO_8859_1);
    }
}
