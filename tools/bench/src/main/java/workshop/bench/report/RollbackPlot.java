package workshop.bench.report;

import java.util.List;

/**
 * The times to the rollback as a picture, in SVG: for each contender and way to leave, a line from the median to the maximum
 * on a logarithmic scale. It has a light ground of its own, for pages of any colour.
 * <p>
 * A library of charts draws its letters as paths: the same picture has forty times the size, and no words for a screen reader.
 */
public final class RollbackPlot {
    private static final int WIDTH = 760;
    private static final int LEFT = 180;
    private static final int RIGHT = 730;
    private static final int TOP = 64;
    private static final int ROW = 24;
    private static final int FROM = -2; // powers of ten, in milliseconds
    private static final int TO = 3;
    private static final String[] SCALE = {"10 µs", "0.1 ms", "1 ms", "10 ms", "0.1 s", "1 s"};

    private RollbackPlot() {
    }

    /** A document of its own, with a row for each result. */
    public static String svg(List<Latencies> results) {
        int bottom = TOP + results.size() * ROW;
        var svg = new StringBuilder("""
                <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d" role="img" aria-labelledby="title desc" \
                font-family="system-ui, sans-serif" font-size="13" fill="#222">
                <title id="title">Time from the client's close to the end of the rollback</title>
                <desc id="desc">%s.</desc>
                <rect width="100%%" height="100%%" rx="8" fill="#fff"/>
                <text x="16" y="24" font-size="15" font-weight="bold">From the client's close until its file is rolled back</text>
                <text x="16" y="44" fill="#555">Dot: median. Bar: 99 of 100. End of the line: the slowest.</text>
                """.formatted(WIDTH, bottom + 36, String.join("; ", results.stream().map(RollbackPlot::inWords).toList())));
        for (int power = FROM; power <= TO; power++) {
            double x = x(Math.pow(10, power));
            svg.append("<path d='M%.1f %d V%d' stroke='#ddd'/><text x='%.1f' y='%d' text-anchor='middle'>%s</text>\n"
                               .formatted(x, TOP, bottom, x, bottom + 20, SCALE[power - FROM]));
        }
        for (int i = 0; i < results.size(); i++) {
            svg.append(row(results.get(i), TOP + i * ROW + ROW / 2));
        }
        return svg.append("</svg>\n").toString();
    }

    private static String row(Latencies result, int y) {
        var label = "<text x='%d' y='%d' text-anchor='end'>%s</text>\n".formatted(LEFT - 12, y + 4, label(result));
        if (result.never()) {
            return label + "<text x='%d' y='%d' text-anchor='end' fill='#a33'>never</text>\n".formatted(RIGHT, y + 4);
        }
        var colour = result.contender().isOfTheWorkshop() ? "#0b6e4f" : "#3a5a98";
        var times = result.millis();
        double median = x(times.median());
        double most = x(times.percentile(99));
        return label + ("<g stroke='%s' stroke-width='2'><path d='M%.1f %d H%.1f M%.1f %d v10'/>"
                + "<circle cx='%.1f' cy='%d' r='4' fill='%s'/></g>\n")
                .formatted(colour, median, y, x(times.max()), most, y - 5, median, y, colour);
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
        return LEFT + (RIGHT - LEFT - 20) * (power - FROM) / (TO - FROM);
    }
}
