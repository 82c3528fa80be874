package workshop.site.code;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The text of a hint: plain words, {@code `code`} in backticks, and blocks of code between lines of three backticks.
 */
public final class HintText {
    private static final Pattern FENCE = Pattern.compile("(?ms)^ *```[^\\n]*\\n(.*?)^ *```[^\\S\\n]*$");
    private static final Pattern CODE = Pattern.compile("`([^`]+)`");

    private HintText() {
    }

    /**
     * @param text the text
     * @return the same as HTML
     */
    public static String html(String text) {
        var html = new StringBuilder();
        Matcher fence = FENCE.matcher(text);
        int end = 0;
        while (fence.find()) {
            html.append(paragraphs(text.substring(end, fence.start())));
            html.append("<pre class=\"code\"><code class=\"language-java\">%s</code></pre>"
                                .formatted(JavaCode.html(fence.group(1).stripIndent().stripTrailing())));
            end = fence.end();
        }
        return html.append(paragraphs(text.substring(end))).toString();
    }

    /**
     * @param text the text
     * @return the same as lines of AsciiDoc
     */
    public static List<String> asciidoc(String text) {
        var lines = new ArrayList<String>();
        Matcher fence = FENCE.matcher(text);
        int end = 0;
        while (fence.find()) {
            lines.addAll(text.substring(end, fence.start()).lines().map(HintText::literalCode).toList());
            lines.addAll(List.of("", "[source,java]", "----"));
            lines.addAll(fence.group(1).stripIndent().lines().toList());
            lines.addAll(List.of("----", ""));
            end = fence.end();
        }
        lines.addAll(text.substring(end).lines().map(HintText::literalCode).toList());
        return lines;
    }

    private static String paragraphs(String text) {
        var html = new StringBuilder();
        for (String paragraph : text.strip().split("\\n\\s*\\n")) {
            if (!paragraph.isBlank()) {
                html.append("<p>").append(CODE.matcher(Html.escape(paragraph.strip())).replaceAll("<code>$1</code>")).append("</p>");
            }
        }
        return html.toString();
    }

    private static String literalCode(String line) {
        return CODE.matcher(line).replaceAll("`+$1+`");
    }
}
