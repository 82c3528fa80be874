package workshop.site.block;

import java.util.EnumMap;
import java.util.Locale;

import org.jsoup.nodes.Entities;

import workshop.site.block.Story.Bar;
import workshop.site.block.Story.Event;
import workshop.site.block.Story.Lane;

/**
 * A story as a picture. What belongs to a moment says when, so that the player can show it by and by.
 */
final class TimelineSvg {
    private static final int LEFT = 82;
    private static final int SECOND = 100;
    private static final int TOP = 46;
    private static final int LANE = 60;
    private static final int BAR = 16;
    private static final int BOTTOM = TOP + 2 * LANE + 22;
    private static final int WIDTH = 700;
    private static final int HEIGHT = BOTTOM + 24;
    /** More than a letter of a label takes in any font, on average. */
    private static final int LETTER = 8;

    private static final String ON_PAPER = """
            <style>
            text { font-family: sans-serif; font-size: 14px; fill: #1f2933 }
            .tick { font-size: 12px; fill: #52606d }
            .lane, .second { stroke: #c5ced6; stroke-width: 1 }
            .bar.client { fill: #2f6f9f } .bar.server { fill: #52606d } .bar.wasted { fill: #b7791f }
            .bar.file { fill: #2d7d46 } .bar.garbage { fill: #b3261e }
            .dot { fill: #1f2933 } .now { display: none }
            </style>""";

    private TimelineSvg() {
    }

    static String forPage(Story story) {
        return svg(story, "role=\"img\" aria-label=\"%s\"".formatted(Entities.escape(story.inWords())), "");
    }

    /** The picture as a file of its own, in the colours of paper. */
    static String forPaper(Story story) {
        return svg(story, "xmlns=\"http://www.w3.org/2000/svg\" width=\"%d\" height=\"%d\"".formatted(WIDTH, HEIGHT), ON_PAPER);
    }

    private static String svg(Story story, String attributes, String style) {
        var svg = new StringBuilder("<svg viewBox=\"0 0 %d %d\" %s>%s".formatted(WIDTH, HEIGHT, attributes, style));
        for (int second = 0; second <= Story.END; second++) {
            double x = x(second);
            svg.append("<path class=\"second\" d=\"M%.0f 30V%d\"/><text class=\"tick\" x=\"%.0f\" y=\"%d\" text-anchor=\"middle\">%d s</text>"
                               .formatted(x, BOTTOM, x, BOTTOM + 18, second));
        }
        for (Lane lane : story.lanes()) {
            int y = y(lane, story);
            svg.append("<text class=\"lane-title\" x=\"4\" y=\"%d\">%s</text><path class=\"lane\" d=\"M%d %d.5H%d\"/>".formatted(
                    y + 5, lane.title(), LEFT, y, WIDTH - 12));
        }
        story.bars().forEach(bar -> svg.append(bar(bar, y(bar.lane(), story))));
        events(story, svg);
        return svg.append("<path class=\"now\" d=\"M%d 24V%d\"/></svg>".formatted(LEFT, BOTTOM)).toString();
    }

    private static String bar(Bar bar, int y) {
        return String.format(Locale.ROOT, "<rect class=\"bar %s\" x=\"%.1f\" y=\"%d\" width=\"%.1f\" height=\"%d\" rx=\"3\" data-from=\"%s\" data-to=\"%s\"/>",
                             bar.tone().name().toLowerCase(), x(bar.from()), y - BAR / 2,
                             (bar.to() - bar.from()) * SECOND, BAR, bar.from(), bar.to());
    }

    /** A label stands above its bar, or below it if the one before takes that place. */
    private static void events(Story story, StringBuilder svg) {
        var taken = new EnumMap<Lane, Double>(Lane.class);
        for (Event event : story.events()) {
            boolean late = event.at() > 4.8;
            int y = y(event.lane(), story);
            double width = event.label().length() * LETTER;
            double left = late ? WIDTH - 14 - width : x(event.at()) - 3;
            boolean below = left < taken.getOrDefault(event.lane(), 0.0);
            if (!below) {
                taken.put(event.lane(), left + width);
            }
            svg.append(String.format(Locale.ROOT, "<g class=\"event %s\" data-at=\"%s\"><circle class=\"dot\" cx=\"%.1f\" cy=\"%d\" r=\"3\"/>"
                                     + "<text x=\"%.1f\" y=\"%d\"%s>%s</text></g>",
                                     event.lane().name().toLowerCase(), event.at(), x(event.at()), y, late ? WIDTH - 14 : left,
                                     y + (below ? 23 : -14), late ? " text-anchor=\"end\"" : "", Entities.escape(event.label())));
        }
    }

    private static double x(double second) {
        return LEFT + second * SECOND;
    }

    private static int y(Lane lane, Story story) {
        return TOP + story.lanes().indexOf(lane) * LANE;
    }
}
