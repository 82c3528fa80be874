package workshop.site.course;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A work that chapters refer to. In a chapter, the attribute with its name in small letters is how its addresses begin:
 * {@code {rfc}9112.html#section-9.5[RFC 9112, section 9.5]}.
 */
public enum Reference {
    /** HTTP, and what it stands on. */
    RFC("https://www.rfc-editor.org/rfc/rfc", "\\d{4}\\.html(#section-\\d+(\\.\\d+)*)?"),
    /** What is to become of Java. */
    JEP("https://openjdk.org/jeps/", "\\d+"),
    /** The Javadoc of the JDK that the workshop needs. */
    JDK("https://docs.oracle.com/en/java/javase/{java}/docs/api/", Reference.JAVADOC),
    /** The Javadoc of Helidon. */
    HELIDON("https://helidon.io/docs/v4/apidocs/", Reference.JAVADOC);

    private static final String JAVADOC = "[a-z0-9.]+/([a-z0-9]+/)+[A-Z]\\w+(\\.[A-Z]\\w+)*\\.html(#\\w+(\\([\\w.,\\[\\]]*\\))?)?";

    private final String address;
    private final Pattern form;

    Reference(String address, String form) {
        this.address = address;
        this.form = Pattern.compile(form);
    }

    /** {@return the name of its attribute} */
    public String attribute() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** {@return how its addresses begin, for the Java of a project} */
    public String address(Project project) {
        return address.replace("{java}", project.versions().get("java"));
    }

    /** {@return whether an address leads into it, and has not the form of those that it has} */
    public boolean isMisspelt(String link, Project project) {
        String begin = address(project);
        return link.startsWith(begin) && !form.matcher(link.substring(begin.length())).matches();
    }
}
