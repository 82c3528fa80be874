package workshop.plumbing.launch;

/**
 * A server can't start. The message is one sentence for the person who started it: it names the setting, its value
 * and the remedy.
 */
public final class StartFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /**
     * @param key    the setting at fault, such as {@code server.port}
     * @param value  its value, as given
     * @param remedy what is wrong with it, and what to do
     */
    public StartFailure(String key, Object value, String remedy) {
        super("%s: '%s' %s".formatted(key, value, remedy).replaceAll("\\R", " "));
    }
}
