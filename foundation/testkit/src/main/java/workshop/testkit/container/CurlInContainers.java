package workshop.testkit.container;

/**
 * Scenarios whose clients are {@code curl} in containers, against a server inside the test with {@link HostServer#SETTINGS}.
 */
@NeedsEngine(Image.CLIENT)
public interface CurlInContainers {
    /** How they leave. */
    static CurlWayOfLeaving[] ways() {
        return CurlWayOfLeaving.values();
    }
}
