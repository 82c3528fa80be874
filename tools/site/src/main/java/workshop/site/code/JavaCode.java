package workshop.site.code;

import java.util.ArrayList;
import java.util.List;

/**
 * Java source as HTML.
 */
public final class JavaCode {
    private JavaCode() {
    }

    /**
     * @param source Java source, whole or a part
     * @return the same lines as HTML, each complete in itself
     */
    public static List<String> lines(String source) {
        var lines = new ArrayList<String>();
        var line = new StringBuilder();
        for (Token token : JavaLexer.tokens(source)) {
            String[] parts = token.text().split("\n", -1);
            for (int i = 0; i < parts.length; i++) {
                if (i > 0) {
                    lines.add(line.toString());
                    line.setLength(0);
                }
                if (!parts[i].isEmpty()) {
                    line.append(new Token(token.kind(), parts[i]).html());
                }
            }
        }
        lines.add(line.toString());
        return lines;
    }

    /**
     * @param source Java source, whole or a part
     * @return the same as HTML
     */
    public static String html(String source) {
        return String.join("\n", lines(source));
    }
}
