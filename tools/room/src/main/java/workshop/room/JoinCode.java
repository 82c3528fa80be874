package workshop.room;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * What the instructor shows on the wall, and whoever joins types: six signs, none of which looks like another.
 */
final class JoinCode {
    private static final String SIGNS = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";
    private static final int LENGTH = 6;

    private final String code = new SecureRandom().ints(LENGTH, 0, SIGNS.length())
            .mapToObj(SIGNS::charAt)
            .map(String::valueOf)
            .collect(Collectors.joining());

    /** Whether somebody has typed it, in whatever case. It takes as long for a wrong one as for the right one. */
    boolean is(String typed) {
        byte[] bytes = typed.strip().toUpperCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8);
        return MessageDigest.isEqual(code.getBytes(StandardCharsets.UTF_8), bytes);
    }

    @Override
    public String toString() {
        return code;
    }
}
