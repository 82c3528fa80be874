package workshop.site.code;

/**
 * Text as HTML.
 */
public final class Html {
    private Html() {
    }

    /**
     * @param text any text
     * @return the same text, fit for the content of an element or the value of an attribute
     */
    public static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;");
    }
}
