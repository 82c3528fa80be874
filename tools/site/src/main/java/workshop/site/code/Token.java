package workshop.site.code;

/**
 * A piece of source code.
 *
 * @param kind what it is
 * @param text the code
 */
record Token(Kind kind, String text) {
    /** What a piece of code can be, with the short class names that Rouge uses too. */
    enum Kind {
        TEXT(""), COMMENT("c"), STRING("s"), ESCAPE("se"), NUMBER("m"), KEYWORD("k"), ANNOTATION("nd"), TYPE("nc"),
        METHOD("nf"), CONSTANT("no");

        private final String className;

        Kind(String className) {
            this.className = className;
        }
    }

    String html() {
        String escaped = Html.escape(text);
        return kind == Kind.TEXT ? escaped : "<span class=\"%s\">%s</span>".formatted(kind.className, escaped);
    }
}
