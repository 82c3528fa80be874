package workshop.site.code;

import java.util.Map;

import org.asciidoctor.ast.Block;
import org.asciidoctor.ast.Document;
import org.asciidoctor.extension.LocationType;
import org.asciidoctor.syntaxhighlighter.HighlightResult;
import org.asciidoctor.syntaxhighlighter.Highlighter;
import org.asciidoctor.syntaxhighlighter.SyntaxHighlighterAdapter;

/**
 * Colours source blocks while the page is made, so that a reader's browser needs no script for it. All of them are Java.
 */
public final class CourseHighlighter implements SyntaxHighlighterAdapter, Highlighter {
    /** The value of the attribute {@code source-highlighter}. */
    public static final String NAME = "course";

    @Override
    public boolean hasDocInfo(LocationType location) {
        return false;
    }

    @Override
    public String getDocinfo(LocationType location, Document document, Map<String, Object> options) {
        return "";
    }

    @Override
    public HighlightResult highlight(Block node, String source, String language, Map<String, Object> options) {
        return new HighlightResult("java".equals(language) ? JavaCode.html(source) : Html.escape(source));
    }
}
