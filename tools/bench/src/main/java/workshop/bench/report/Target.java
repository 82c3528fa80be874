package workshop.bench.report;

import java.util.function.DoublePredicate;

import workshop.bench.contender.Contender;

/**
 * What a figure of the workshop's own code should be. Other servers have no targets.
 *
 * @param text what the report says
 * @param met  whether a figure meets it
 */
public record Target(String text, DoublePredicate met) {
    /** A ratio that must reach the bound. */
    public static Target atLeast(double bound) {
        return new Target("≥ %.2f".formatted(bound), figure -> figure >= bound);
    }

    /** A figure that must be less than the bound, in a unit that the text shows as it is, with a space before it. */
    public static Target below(double bound, String unit) {
        return new Target("< %.0f%s".formatted(bound, unit), figure -> figure < bound);
    }

    /** A figure that must not exceed the bound, in a unit as in {@link #below}. */
    public static Target atMost(double bound, String unit) {
        return new Target("≤ %.0f%s".formatted(bound, unit), figure -> figure <= bound);
    }

    /** The target and the verdict, for a cell of a table. */
    public String verdict(Contender contender, double figure) {
        if (!contender.isOfTheWorkshop()) {
            return "";
        }
        return text + (met.test(figure) ? ": met" : ": **missed**");
    }
}
