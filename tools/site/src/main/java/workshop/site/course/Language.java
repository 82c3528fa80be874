package workshop.site.course;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * A language in which there is a site for learners. The chapters are written in English; a folder among them that is named by
 * the tag of another language, such as {@code de}, has those that are translated, and the words of the pages.
 *
 * @param tag its tag (RFC 5646)
 */
public record Language(String tag) {
    /** The one that the chapters are written in. */
    public static final Language ENGLISH = new Language("en");

    /** {@return the languages of a tree, English first} */
    public static List<Language> all(Tree tree) {
        try (var files = Files.list(tree.docs("chapters"))) {
            Stream<Language> others = files.filter(Files::isDirectory).map(Path::getFileName).map(Path::toString).sorted().map(Language::new);
            return Stream.concat(Stream.of(ENGLISH), others).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** {@return its name, in itself} */
    public String name() {
        var locale = Locale.forLanguageTag(tag);
        return locale.getDisplayLanguage(locale);
    }

    /** {@return where its pages are, seen from the English ones, and its chapters; with a slash at the end, if it is anywhere else} */
    public String folder() {
        return equals(ENGLISH) ? "" : tag + "/";
    }

    /** {@return where the pages of another language are, seen from those of this one} */
    public String wayTo(Language other) {
        return (equals(ENGLISH) ? "" : "../") + other.folder();
    }
}
