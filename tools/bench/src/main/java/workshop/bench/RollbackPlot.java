package workshop.bench;

import java.util.List;
import java.util.Locale;

/**
 * The times to the rollback as a picture: for each contender and way to leave, a line from the median to the maximum on a
 * logarithmic scale. It has a light ground of its own, for pages of any colour.
 */
final class RollbackPlot implements Plot {
    private static final int WIDTH = 760;
    private static final int LEFT = 180;
    private static final int RIGHT = 730;
    private static final int TOP = 64;
    private static final int ROW = 24;
    private static final int FROM = -2; // powers of ten, in milliseconds
    private static final int TO = 3;
    private static final String[] SCALE = {"10 µs", "0.1 ms", "1 ms", "10 ms", "0.1 s", "1 s"};

    private final List<Rollbacks> results;

    RollbackPlot(List<Rollbacks> results) {
        this.results = List.copyOf(results);
    }

    @Override
    public String svg() {
        int bottom = TOP + results.size() * ROW;
        var svg = new StringBuilder("""
                <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d" role="img" aria-labelledby="title desc" \
                font-family="system-ui, sans-serif" font-size="13" fill="#222">
                <title id="title">Time from the client's close to the end of the rollback</title>
                <desc id="desc">%s</desc>
                <rect width="100%%" height="100%%" rx="8" fill="#fff"/>
                <text x="16" y="24" font-size="15" font-weight="bold">From the client's close until its file is rolled back</text>
                <text x="16" y="44" fill="#555">Dot: median. Bar: 99 of 100. End of the line: the slowest.</text>
                """.formatted(WIDTH, bottom + 36, description()));
        for (int power = FROM; power <= TO; power++) {
            double x = x(Math.pow(10, power));
            svg.append(format("<path d='M%.1f %d V%d' stroke='#ddd'/><text x='%.1f' y='%d' text-anchor='middle'>%s</text>%n",
                              x, TOP, bottom, x, bottom + 20, SCALE[power - FROM]));
        }
        for (int i = 0; i < results.size(); i++) {
            svg.append(row(results.get(i), TOP + i * ROW + ROW / 2));
        }
        return svg.append("</svg>\n").toString();
    }

    private static String row(Rollbacks result, int y) {
        var label = format("<text x='%d' y='%d' text-anchor='end'>%s</text>%n", LEFT - 12, y + 4, label(result));
        if (result.neverNoticed()) {
            return label + format("<text x='%d' y='%d' text-anchor='end' fill='#a33'>never</text>%n", RIGHT, y + 4);
        }
        var colour = result.contender() instanceof StepThree || result.contender() instanceof StepFour ? "#0b6e4f" : "#3a5a98";
        var times = result.sample();
        double median = x(times.median());
        double most = x(times.percentile(99));
        return label + format("<g stroke='%s' stroke-width='2'><path d='M%.1f %d H%.1f M%.1f %d v10'/>"
                                      + "<circle cx='%.1f' cy='%d' r='4' fill='%s'/></g>%n",
                              colour, median, y, x(times.max()), most, y - 5, median, y, colour);
    }

    private static String label(Rollbacks result) {
        return result.contender().name() + ", " + result.way();
    }

    private String description() {
        return String.join("; ", results.stream().map(RollbackPlot::inWords).toList()) + ".";
    }

    private static String inWords(Rollbacks result) {
        return label(result) + (result.neverNoticed()
                ? ": never"
                : format(": median %.2f ms, 99 of 100 below %.2f ms", result.sample().median(), result.sample().percentile(99)));
    }

    private static double x(double millis) {
        double power = Math.clamp(Math.log10(millis), FROM, TO);
        return LEFT + (RIGHT - LEFT - 20) * (power - FROM) / (TO - FROM);
    }

    private static String format(String text, Object... values) {
        return String.format(Locale.ROOT, text, values);
    }
}
