package workshop.site.page;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import workshop.site.CourseException;
import workshop.site.course.Language;
import workshop.site.course.Tree;

/**
 * The words of the pages in another language, from {@code words.properties} among its chapters: for each in English, those to
 * put in their place. What varies, such as a number or what stands in quotation marks, is a {@code #} in both.
 */
public final class Words {
    private static final String FILE = "words.properties";
    private static final Pattern VARIES = Pattern.compile("\\$\\{[^}]*}|\\d+(?:\\.\\d+)*|(?<=“)[^”]+(?=”)");
    private static final Pattern MARK = Pattern.compile("#");
    private static final Pattern LITERAL = Pattern.compile("([\"`])((?:(?!\\1)[^\\\\\\n]|\\\\.)*)\\1");

    /** Of the literals of a script, those for readers: sentences and capital letters, but for what a browser calls a key. */
    private static final Pattern FOR_READERS = Pattern.compile(
            "(?!use strict|SHA-|(?:Enter|Escape|Home|End|Arrow\\w+|Page\\w+)$)(?:[# ]*\\p{Lu}.*|[^.\\[(:]*\\p{Ll}{2} \\p{Ll}{2}.*)");

    private final String name;
    private final Properties translations = new Properties();
    private final Set<String> said = new LinkedHashSet<>();

    private Words(Language language) {
        this.name = language.folder() + FILE;
    }

    /**
     * Those of a language.
     *
     * @throws CourseException if there are none
     */
    public static Words read(Tree tree, Language language) {
        var words = new Words(language);
        Path file = tree.docs("chapters").resolve(words.name);
        try (var reader = Files.newBufferedReader(file)) {
            words.translations.load(reader);
            return words;
        } catch (IOException e) {
            throw new CourseException("%s can't be read (%s): a language has its words for the pages there; see CONTRIBUTING.md.".formatted(file, e), e);
        }
    }

    /** The words in place of those in English, or the same where there are none. */
    String of(String english) {
        String key = VARIES.matcher(english.strip()).replaceAll("#");
        if (key.codePoints().noneMatch(Character::isLetter)) {
            return english;
        }
        said.add(key);
        Iterator<String> varying = VARIES.matcher(english).results().map(MatchResult::group).iterator();
        String words = MARK.matcher(translations.getProperty(key, key))
                .replaceAll(mark -> Matcher.quoteReplacement(varying.hasNext() ? known(varying.next()) : mark.group()));
        return english.replace(english.strip(), words);
    }

    /** Words in quotation marks may be those of a button. */
    private String known(String varying) {
        return translations.getProperty(varying, varying);
    }

    /** A script that says what it says to readers in this language. */
    String inScript(String script) {
        return LITERAL.matcher(script).replaceAll(literal -> {
            String text = literal.group(2);
            boolean forReaders = FOR_READERS.matcher(VARIES.matcher(text).replaceAll("#")).matches();
            return Matcher.quoteReplacement(forReaders
                    ? literal.group(1) + of(text).replace("\"", "\\\"") + literal.group(1)
                    : literal.group());
        });
    }

    /** {@return what lacks, and what no page says, once all pages are written} */
    public List<String> problems() {
        var problems = new ArrayList<String>();
        said.stream().filter(key -> translations.getProperty(key) == null).map(Words::escaped)
                .forEach(key -> problems.add("%s lacks a line: translate '%s = '".formatted(name, key)));
        new TreeSet<>(translations.stringPropertyNames()).stream().filter(key -> !said.contains(key)).map(Words::escaped)
                .forEach(key -> problems.add("%s has '%s', and no page says it: remove the line".formatted(name, key)));
        return problems;
    }

    private static String escaped(String key) {
        return key.replaceAll("[\\\\ =:]|^[#!]", "\\\\$0");
    }
}
