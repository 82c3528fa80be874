package workshop.companion.doctor;

import java.util.Optional;

/**
 * What a check found.
 *
 * @param subject   what was looked for, such as {@code curl}
 * @param mandatory whether the workshop can't do without it
 * @param found     what is there, or what is wrong
 * @param remedy    what to do about it; empty if all is well
 */
public record Finding(String subject, boolean mandatory, String found, Optional<String> remedy) {
    static Finding fine(String subject, boolean mandatory, String found) {
        return new Finding(subject, mandatory, found, Optional.empty());
    }

    static Finding wrong(String subject, boolean mandatory, String found, String remedy) {
        return new Finding(subject, mandatory, found, Optional.of(remedy));
    }

    /** Whether all is well. */
    public boolean fine() {
        return remedy.isEmpty();
    }
}
