package workshop.site.code;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import workshop.site.code.Token.Kind;

/**
 * Takes Java 25 apart, as far as colours need it. Words that are keywords only in their place, such as {@code record}, are
 * taken by what follows them (JLS 25, section 3.9).
 */
final class JavaLexer {
    private static final Set<String> KEYWORDS = Set.of(
            "abstract", "assert", "boolean", "break", "byte", "case", "catch", "char", "class", "const", "continue",
            "default", "do", "double", "else", "enum", "extends", "false", "final", "finally", "float", "for", "goto", "if",
            "implements", "import", "instanceof", "int", "interface", "long", "native", "new", "null", "package", "private",
            "protected", "public", "return", "short", "static", "strictfp", "super", "switch", "synchronized", "this",
            "throw", "throws", "transient", "true", "try", "void", "volatile", "while");

    private static final Pattern CODE = Pattern.compile("""
            (?<comment>//[^\\n]*|/\\*.*?(?:\\*/|\\z))
            |(?<block>\"""[ \\t\\f]*\\n(?:\\\\.|(?!\""").)*(?:\"""|\\z))
            |(?<string>"(?:\\\\.|[^"\\\\\\n])*(?:"|(?=\\n)|\\z))
            |(?<char>'(?:\\\\.|[^'\\\\\\n])*(?:'|(?=\\n)|\\z))
            |(?<number>\\b(?:0[xX][\\p{XDigit}_]+|0[bB][01_]+|\\d[\\d_]*(?:\\.\\d[\\d_]*)?(?:[eE][+-]?\\d+)?)[lLfFdD]?\\b)
            |(?<annotation>@(?!interface\\b)[\\p{L}_$][\\p{L}\\p{N}_$.]*)
            |(?<hyphened>\\bnon-sealed\\b)
            |(?<name>[\\p{L}_$][\\p{L}\\p{N}_$]*)
            """, Pattern.COMMENTS | Pattern.DOTALL);
    private static final Pattern ESCAPE = Pattern.compile("\\\\(?:u+\\p{XDigit}{4}|[0-7]{1,3}|.)", Pattern.DOTALL);

    private static final Pattern DECLARATION_FOLLOWS = Pattern.compile("\\s+\\p{Lu}[\\p{L}\\p{N}_$]*\\s*[(<].*", Pattern.DOTALL);
    private static final Pattern TYPE_FOLLOWS = Pattern.compile("\\s+\\p{Lu}.*", Pattern.DOTALL);
    private static final Pattern MODIFIED_FOLLOWS = Pattern.compile(
            "\\s+(?:abstract|public|protected|private|static|strictfp|class|interface)\\b.*", Pattern.DOTALL);
    private static final Pattern NAME_FOLLOWS = Pattern.compile("\\s+[\\p{L}_$(][^=]*.*", Pattern.DOTALL);
    private static final Pattern VALUE_FOLLOWS = Pattern.compile("\\s+(?![=+\\-*/%&|^.,;)\\]]).+", Pattern.DOTALL);
    private static final Pattern VARIABLE_FOLLOWS = Pattern.compile("\\s+[\\p{L}_$][\\p{L}\\p{N}_$]*\\s*[=:,)].*", Pattern.DOTALL);
    private static final Pattern CALL_FOLLOWS = Pattern.compile("\\s*\\(.*", Pattern.DOTALL);

    private final String source;
    private final List<Token> tokens = new ArrayList<>();

    private JavaLexer(String source) {
        this.source = source;
    }

    static List<Token> tokens(String source) {
        var lexer = new JavaLexer(source);
        lexer.run();
        return lexer.tokens;
    }

    private void run() {
        Matcher matcher = CODE.matcher(source);
        int end = 0;
        while (matcher.find()) {
            add(Kind.TEXT, source.substring(end, matcher.start()));
            take(matcher);
            end = matcher.end();
        }
        add(Kind.TEXT, source.substring(end));
    }

    private void take(Matcher matcher) {
        String text = matcher.group();
        if (matcher.group("comment") != null) {
            add(Kind.COMMENT, text);
        } else if (matcher.group("block") != null || matcher.group("string") != null || matcher.group("char") != null) {
            addString(text);
        } else if (matcher.group("number") != null) {
            add(Kind.NUMBER, text);
        } else if (matcher.group("annotation") != null) {
            add(Kind.ANNOTATION, text);
        } else if (matcher.group("hyphened") != null) {
            add(Kind.KEYWORD, text);
        } else {
            add(kindOf(text, source.substring(matcher.end(), Math.min(source.length(), matcher.end() + 200))), text);
        }
    }

    private void addString(String text) {
        Matcher escape = ESCAPE.matcher(text);
        int end = 0;
        while (escape.find()) {
            add(Kind.STRING, text.substring(end, escape.start()));
            add(Kind.ESCAPE, escape.group());
            end = escape.end();
        }
        add(Kind.STRING, text.substring(end));
    }

    private static Kind kindOf(String name, String rest) {
        if (KEYWORDS.contains(name) || isKeywordHere(name, rest)) {
            return Kind.KEYWORD;
        }
        if (name.matches("\\p{Lu}[\\p{Lu}\\p{N}_]+")) {
            return Kind.CONSTANT;
        }
        if (Character.isUpperCase(name.charAt(0))) {
            return Kind.TYPE;
        }
        return CALL_FOLLOWS.matcher(rest).matches() ? Kind.METHOD : Kind.TEXT;
    }

    private static boolean isKeywordHere(String name, String rest) {
        return switch (name) {
            case "record" -> DECLARATION_FOLLOWS.matcher(rest).matches();
            case "permits" -> TYPE_FOLLOWS.matcher(rest).matches();
            case "sealed" -> MODIFIED_FOLLOWS.matcher(rest).matches();
            case "var" -> VARIABLE_FOLLOWS.matcher(rest).matches();
            case "when" -> NAME_FOLLOWS.matcher(rest).matches() && rest.contains("->");
            case "yield" -> VALUE_FOLLOWS.matcher(rest).matches();
            default -> false;
        };
    }

    private void add(Kind kind, String text) {
        if (!text.isEmpty()) {
            tokens.add(new Token(kind, text));
        }
    }
}
