package workshop.companion.launcher;

/**
 * How the learner types the command of the workshop.
 */
public final class Launcher {
    /** The command alone. */
    public static final String NAME = nameOn(System.getProperty("os.name"));

    private Launcher() {
    }

    /**
     * @param arguments what follows, such as {@code test 2}
     * @return the command to type
     */
    public static String with(String arguments) {
        return NAME + " " + arguments;
    }

    static String nameOn(String system) {
        return system.startsWith("Windows") ? "workshop" : "./workshop";
    }
}
