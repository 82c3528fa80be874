package workshop.site.diagram;

import java.util.function.Function;

/**
 * The colours of the drawings: on a page a variable of the stylesheet, light or dark; on paper a fixed one.
 */
enum Palette {
    LINE("#101112", "--diagram-line", "#52606d"),
    TEXT("#202122", "--diagram-text", "#1f2933"),
    BOX("#303132", "--diagram-box", "#e8eef3"),
    ACTIVE("#404142", "--diagram-active", "#c9d8e4"),
    NOTE("#505152", "--diagram-note", "#fbf3d9"),
    GROUP("#606162", "--diagram-group", "#eceff1");

    private final String mark;
    private final String variable;
    private final String onPaper;

    Palette(String mark, String variable, String onPaper) {
        this.mark = mark;
        this.variable = variable;
        this.onPaper = onPaper;
    }

    /** The colour to draw with; nothing else has it, so that it can be replaced. */
    String mark() {
        return mark;
    }

    static String forPage(String svg) {
        return replaced(svg, colour -> "var(" + colour.variable + ")");
    }

    static String forPaper(String svg) {
        return replaced(svg, colour -> colour.onPaper);
    }

    private static String replaced(String svg, Function<Palette, String> look) {
        String result = svg;
        for (Palette colour : values()) {
            result = result.replace(colour.mark, look.apply(colour));
        }
        return result;
    }
}
