package workshop.companion.step;

import java.util.List;

/**
 * Something of the workshop can't be built. The message has the lines that say why, and none of the build's noise.
 */
public final class BuildFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /**
     * @param what  what can't be built, such as {@code Step 02, close detection}
     * @param lines why
     */
    BuildFailure(String what, List<String> lines) {
        super("%s does not build:%n%s".formatted(what, String.join(System.lineSeparator(), lines)));
    }
}
