package workshop.site.diagram;

import java.util.LinkedHashMap;
import java.util.Map;

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
        var variables = new LinkedHashMap<String, String>();
        for (Palette colour : values()) {
            variables.put(colour.mark, "var(" + colour.variable + ")");
        }
        return replaced(svg, variables);
    }

    static String forPaper(String svg) {
        var colours = new LinkedHashMap<String, String>();
        for (Palette colour : values()) {
            colours.put(colour.mark, colour.onPaper);
        }
        return replaced(svg, colours);
    }

    private static String replaced(String svg, Map<String, String> colours) {
        String result = svg;
        for (Map.Entry<String, String> colour : colours.entrySet()) {
            result = result.replace(colour.getKey(), colour.getValue()).replace(colour.getKey().toUpperCase(), colour.getValue());
        }
        return result;
    }
}
