package workshop.companion;

/**
 * How the learner types the command of the workshop.
 */
public final class CommandName {
    /** The command alone. */
    public static final String NAME = nameOn(System.getProperty("os.name"));

    private CommandName() {
    }

    /** The command to type, with what follows, such as {@code test 2}. */
    public static String with(String arguments) {
        return NAME + " " + arguments;
    }

    /** Whether this is Windows, where some commands have other names. */
    public static boolean isOnWindows() {
        return System.getProperty("os.name").startsWith("Windows");
    }

    static String nameOn(String system) {
        return system.startsWith("Windows") ? "workshop" : "./workshop";
    }
}
