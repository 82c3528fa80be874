package workshop.site.render;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.asciidoctor.Asciidoctor;
import org.asciidoctor.Options;
import org.asciidoctor.ast.Block;
import org.asciidoctor.ast.Document;

/**
 * Code and output that was typed into a chapter. All of it has to be included, from where it is tested.
 */
final class TypedCode {
    private TypedCode() {
    }

    /** The lines of a chapter's blocks that were typed. */
    static List<String> in(Path chapter, Asciidoctor asciidoctor, Options options) {
        var marks = asciidoctor.createGroup().includeProcessor(new IncludeMark());
        marks.register();
        try {
            Document document = asciidoctor.loadFile(chapter.toFile(), options);
            return Stream.of(":listing", ":literal")
                    .flatMap(context -> document.findBy(Map.of("context", context)).stream())
                    .flatMap(block -> ((Block) block).getLines().stream())
                    .filter(line -> !line.isBlank() && !line.equals(IncludeMark.MARK))
                    .map(line -> "%s: the line '%s' of a block was typed: include it from a source or a session"
                            .formatted(chapter.getFileName(), line.strip()))
                    .toList();
        } finally {
            marks.unregister();
        }
    }
}
