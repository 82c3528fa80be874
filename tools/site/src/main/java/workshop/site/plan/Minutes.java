package workshop.site.plan;

/**
 * A duration in words.
 */
final class Minutes {
    private static final int HOUR = 60;

    private Minutes() {
    }

    static String words(int minutes) {
        int hours = minutes / HOUR;
        int rest = minutes % HOUR;
        if (hours == 0) {
            return rest + " min";
        }
        return rest == 0 ? hours + " h" : hours + " h " + rest + " min";
    }
}
