package workshop.site.check;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

import workshop.model.Digest;
import workshop.site.course.Chapter;
import workshop.site.course.Chapter.Section;
import workshop.site.course.Course;
import workshop.site.course.Tree;

/**
 * A translated chapter has all sections of the English one, and is made from the text that it has now, or its page tells that it
 * is not.
 */
final class Translations {
    private static final int TELLING = 12;

    private Translations() {
    }

    static List<String> check(Course translated, Course english, Tree tree) {
        var problems = new ArrayList<String>();
        for (Chapter chapter : translated.chapters()) {
            if (chapter.language().equals(translated.language())) {
                Chapter original = english.chapters().stream().filter(each -> each.plan().equals(chapter.plan())).findFirst().orElseThrow();
                problems.addAll(age(chapter, original, tree));
                problems.addAll(missing(chapter, original));
            }
        }
        return problems;
    }

    private static List<String> age(Chapter chapter, Chapter original, Tree tree) {
        String now = digest(tree.chapter(original.plan().id()));
        if (chapter.original().equals(now) || chapter.original().equals(Chapter.OUTDATED)) {
            return List.of();
        }
        return List.of(("%s is out of date, %s has changed: bring it up to date and write ':original: %s', "
                + "or write ':original: %s', and its page tells so").formatted(chapter.source(), original.source(), now, Chapter.OUTDATED));
    }

    private static List<String> missing(Chapter chapter, Chapter original) {
        List<String> there = ids(chapter).toList();
        return ids(original).filter(id -> !there.contains(id))
                .map(id -> "%s has no section '%s': translate it, with [#%s] above its heading".formatted(chapter.source(), id, id))
                .toList();
    }

    /** Those of the sections: a word that is explained has one that is made of the word. */
    private static Stream<String> ids(Chapter chapter) {
        List<String> words = chapter.body().select("dt").eachAttr("id");
        return chapter.sections().stream().map(Section::id).filter(id -> !words.contains(id));
    }

    /** The same wherever the source was checked out. */
    private static String digest(Path source) {
        try {
            String text = Files.readString(source).replace("\r\n", "\n");
            return HexFormat.of().formatHex(Digest.sha256().digest(text.getBytes(StandardCharsets.UTF_8))).substring(0, TELLING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
