package workshop.bench;

/**
 * What a figure should be.
 *
 * @param text  what the report says
 * @param sign  1 if the figure must not exceed the bound, -1 if it must reach it, 0 if there is no target
 * @param bound the bound, in the figure's unit
 */
record Target(String text, int sign, double bound) {
    private static final Target NONE = new Target("", 0, 0);

    static Target none() {
        return NONE;
    }

    static Target atLeast(double bound) {
        return new Target("≥ %.2f".formatted(bound), -1, bound);
    }

    static Target below(double bound, String unit) {
        return new Target("< %.0f%s".formatted(bound, unit), 1, bound);
    }

    static Target atMost(double bound, String unit) {
        return new Target("≤ %.0f%s".formatted(bound, unit), 1, bound);
    }

    /** The target and the verdict, for a cell of a table. */
    String verdict(double figure) {
        if (sign == 0) {
            return "";
        }
        return text + (sign * figure <= sign * bound ? ": met" : ": **missed**");
    }
}
