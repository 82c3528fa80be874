package workshop.companion.command;

/**
 * What was found where one thing that the workshop needs was looked for.
 *
 * @param subject   what was looked for, such as {@code curl}
 * @param mandatory whether the workshop can't do without it
 * @param fine      whether all is well
 * @param found     what is there, or what is wrong
 * @param remedy    what to do about it if it is wrong
 */
public record Finding(String subject, boolean mandatory, boolean fine, String found, String remedy) {
}
