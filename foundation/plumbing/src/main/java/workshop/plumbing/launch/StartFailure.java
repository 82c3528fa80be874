package workshop.plumbing.launch;

/**
 * A server can't start. The message is one sentence for the person who started it: it names the setting, its value
 * and the remedy.
 */
public final class StartFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** With the setting at fault, such as {@code server.port}, its value as given, and what is wrong with it and to be done. */
    public StartFailure(String key, Object value, String remedy) {
        super("%s: '%s' %s".formatted(key, value, remedy).replaceAll("\\R", " "));
    }
}
