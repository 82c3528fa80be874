package workshop.site.block;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

import org.jsoup.nodes.Entities;

/**
 * Java source as HTML: what has a colour stands in a span with the short class name that Rouge uses, too.
 *
 * <p>Rouge itself does not do it: its lexer of Java, up to 3.30, which comes with AsciidoctorJ, knows no text blocks and no
 * words that are keywords only in their place, such as {@code record}. Here such a word is taken by what follows it (JLS 25,
 * section 3.9).
 */
public final class JavaCode {
    /** Each group has the name of its class; {@code x} has none. */
    private static final Pattern PIECE = Pattern.compile("""
            (?<c>//[^\\n]*|/\\*.*?(?:\\*/|\\z))
            |(?<s>\"""[ \\t\\f]*\\n(?:\\\\.|(?!\""").)*(?:\"""|\\z)
                |"(?:\\\\.|[^"\\\\\\n])*(?:"|(?=\\n)|\\z)
                |'(?:\\\\.|[^'\\\\\\n])*(?:'|(?=\\n)|\\z))
            |(?<m>\\b(?:0[xX][\\p{XDigit}_]+|0[bB][01_]+|\\d[\\d_]*(?:\\.\\d[\\d_]*)?(?:[eE][+-]?\\d+)?)[lLfFdD]?\\b)
            |(?<nd>@(?!interface\\b)[\\p{L}_$][\\p{L}\\p{N}_$.]*)
            |(?<k>\\b(?:
                abstract|assert|boolean|break|byte|case|catch|char|class|const|continue|default|do|double|else|enum|extends
                |false|final|finally|float|for|goto|if|implements|import|instanceof|int|interface|long|native|new|non-sealed
                |null|package|private|protected|public|return|short|static|strictfp|super|switch|synchronized|this|throw
                |throws|transient|true|try|void|volatile|while
                |record(?=\\s+\\p{Lu}[\\p{L}\\p{N}_$]*\\s*[(<])
                |(?<=\\bimport\\s)module(?=\\s+[\\p{L}_$])
                |permits(?=\\s+\\p{Lu})
                |sealed(?=\\s+(?:abstract|public|protected|private|static|strictfp|class|interface)\\b)
                |var(?=\\s+[\\p{L}_$][\\p{L}\\p{N}_$]*\\s*[=:,)])
                |when(?=\\s+[\\p{L}_$(].{0,200}->)
                |yield(?=\\s+[^\\s=+\\-*/%&|^.,;)\\]])
                )(?![\\p{L}\\p{N}_$]))
            |(?<no>\\p{Lu}[\\p{Lu}\\p{N}_]+(?![\\p{L}\\p{N}_$]))
            |(?<nc>\\p{Lu}[\\p{L}\\p{N}_$]*)
            |(?<nf>[\\p{L}_$][\\p{L}\\p{N}_$]*+(?=\\s*\\())
            |(?<x>[\\p{L}_$][\\p{L}\\p{N}_$]*)
            """, Pattern.COMMENTS | Pattern.DOTALL);
    private static final Pattern ESCAPE = Pattern.compile("\\\\(?:u+\\p{XDigit}{4}|[0-7]{1,3}|.)", Pattern.DOTALL);

    private JavaCode() {
    }

    static List<String> lines(String source) {
        return List.of(html(source).split("\n", -1));
    }

    /** {@return Java source, whole or a part, as HTML; each line is complete in itself} */
    public static String html(String source) {
        var html = new StringBuilder();
        var piece = PIECE.matcher(source);
        int end = 0;
        while (piece.find()) {
            html.append(Entities.escape(source.substring(end, piece.start()))).append(piece(piece));
            end = piece.end();
        }
        return html.append(Entities.escape(source.substring(end))).toString();
    }

    private static String piece(MatchResult piece) {
        String name = piece.namedGroups().keySet().stream().filter(each -> piece.group(each) != null).findFirst().orElseThrow();
        return switch (name) {
            case "x" -> piece.group();
            case "s" -> string(piece.group());
            default -> span(name, piece.group());
        };
    }

    private static String string(String text) {
        var html = new StringBuilder();
        var escape = ESCAPE.matcher(text);
        int end = 0;
        while (escape.find()) {
            html.append(span("s", text.substring(end, escape.start()))).append(span("se", escape.group()));
            end = escape.end();
        }
        return html.append(span("s", text.substring(end))).toString();
    }

    private static String span(String name, String text) {
        String begin = "<span class=\"" + name + "\">";
        String lines = begin + Entities.escape(text).replace("\n", "</span>\n" + begin) + "</span>";
        return lines.replace(begin + "</span>", "");
    }
}
