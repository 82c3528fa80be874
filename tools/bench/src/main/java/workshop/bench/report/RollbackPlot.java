package workshop.bench.report;

import java.util.List;

/**
 * The times to the rollback as a picture, in SVG: for each contender and way to leave, a line from the median to the maximum
 * on a logarithmic scale. It is narrow enough for a phone. A page that takes it into itself leaves its style out, and has one of
 * its own for the same classes.
 * <p>
 * A library of charts draws its letters as paths: the same picture has forty times the size, and no words for a screen reader.
 */
public final class RollbackPlot {
    private static final int WIDTH = 400;
    private static final int MARGIN = 12;
    private static final int LEFT = 32;
    private static final int RIGHT = 368;
    private static final int TOP = 82;
    private static final int LABEL = 24;
    private static final int LINE = 14;
    private static final int FROM = -2; // powers of ten, in milliseconds
    private static final int TO = 3;
    private static final String[] SCALE = {"10 µs", "0.1 ms", "1 ms", "10 ms", "0.1 s", "1 s"};

    private RollbackPlot() {
    }

    /** A document of its own, with a row for each result. */
    public static String svg(List<Latencies> results) {
        int bottom = TOP + results.stream().mapToInt(RollbackPlot::height).sum() + LINE;
        var svg = new StringBuilder("""
                <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d" role="img" aria-labelledby="title desc" class="rollback-plot">
                <title id="title">Time from the client's close to the end of the rollback</title>
                <desc id="desc">%s.</desc>
                <style>
                text { font-family: system-ui, sans-serif; font-size: 13px; fill: #222222 }
                .title { font-weight: bold }
                .faint { fill: #555555 }
                .never { fill: #aa3333 }
                .ground { fill: #ffffff }
                .grid { stroke: #dddddd }
                .own { stroke: #0b6e4f; fill: #0b6e4f; stroke-width: 2 }
                .other { stroke: #3a5a98; fill: #3a5a98; stroke-width: 2 }
                </style>
                <rect class="ground" width="100%%" height="100%%" rx="8"/>
                <text class="title" x="%4$d" y="24">From the client's close to the end of the rollback</text>
                <text class="faint" x="%4$d" y="44">Dot, and figure: median. Bar: 99 of 100.</text>
                <text class="faint" x="%4$d" y="62">End of the line: the slowest.</text>
                """.formatted(WIDTH, bottom + 36, String.join("; ", results.stream().map(RollbackPlot::inWords).toList()), MARGIN));
        for (int power = FROM; power <= TO; power++) {
            double x = x(Math.pow(10, power));
            svg.append("<path class='grid' d='M%.1f %d V%d'/><text class='faint' x='%.1f' y='%d' text-anchor='middle'>%s</text>\n"
                               .formatted(x, TOP, bottom, x, bottom + 20, SCALE[power - FROM]));
        }
        int y = TOP;
        for (Latencies result : results) {
            svg.append(row(result, y));
            y += height(result);
        }
        return svg.append("</svg>\n").toString();
    }

    private static int height(Latencies result) {
        return result.never() ? LABEL : LABEL + LINE;
    }

    private static String row(Latencies result, int top) {
        int y = top + LABEL;
        var label = "<text x='%d' y='%d'>%s</text>".formatted(MARGIN, y - 6, label(result));
        if (result.never()) {
            return label + "<text class='never' x='%d' y='%d' text-anchor='end'>never</text>\n".formatted(WIDTH - MARGIN, y - 6);
        }
        var who = result.contender().isOfTheWorkshop() ? "own" : "other";
        var times = result.millis();
        double median = x(times.median());
        return label + ("<text x='%d' y='%d' text-anchor='end'>%.2f ms</text>"
                + "<path class='%s' d='M%.1f %d H%.1f M%.1f %d v10'/><circle class='%4$s' cx='%5$.1f' cy='%6$d' r='4'/>\n")
                .formatted(WIDTH - MARGIN, y - 6, times.median(), who, median, y + 4, x(times.max()), x(times.percentile(99)), y - 1);
    }

    private static String label(Latencies result) {
        return result.contender() + ", " + result.way();
    }

    private static String inWords(Latencies result) {
        if (result.never()) {
            return label(result) + ": never";
        }
        var times = result.millis();
        return label(result) + ": median %.2f ms, 99 of 100 below %.2f ms".formatted(times.median(), times.percentile(99));
    }

    private static double x(double millis) {
        double power = Math.clamp(Math.log10(millis), FROM, TO);
        return LEFT + (RIGHT - LEFT) * (power - FROM) / (TO - FROM);
    }
}
