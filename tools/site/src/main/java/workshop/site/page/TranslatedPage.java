package workshop.site.page;

import java.util.List;
import java.util.stream.Collectors;

import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;

import workshop.site.course.Chapter;
import workshop.site.course.Course;
import workshop.site.course.Language;

/**
 * Makes a page of its English one, whose chapter is translated where there is a translation: all around it gets the words of the
 * language, and what stays English is marked as such.
 */
final class TranslatedPage {
    /** What a chapter says itself. */
    private static final String CONTENT = "h1, kbd, code, .brand span, .view, [data-chapter] > a, .cover-chapters p, .contents a, .before-after > a, "
            + "article *";

    /** What the blocks of the course say in a chapter. */
    private static final String OF_BLOCKS = ".chapter-head .time, .chapter-head .time *, .able > strong, .box-title, .note-title, "
            + ".feedback > strong:first-child, .terminal figcaption, .tab-title, .timeline *, .in-words > summary, .hints summary, "
            + ".hints summary *, .checkpoint *, .solution > summary, .change-file, .word";

    private static final String ABLE = "You will be able to";
    private static final List<String> ATTRIBUTES = List.of("aria-label", "placeholder", "data-label", "data-title");

    private final Document page;
    private final Course course;
    private final Words words;

    private TranslatedPage(Document page, Course course, Words words) {
        this.page = page;
        this.course = course;
        this.words = words;
    }

    static void translate(Document page, Course course, Words words) {
        new TranslatedPage(page, course, words).translate();
    }

    private void translate() {
        page.expectFirst("html").attr("lang", course.language().tag());
        page.select("article pre > code, .english").attr("lang", Language.ENGLISH.tag());
        course.untranslated().forEach(this::markEnglish);
        course.chapters().stream().filter(this::isHere).filter(chapter -> chapter.original().equals(Chapter.OUTDATED)).forEach(this::noteAge);
        page.select("meta[name=description], meta[property=og:description]").forEach(this::describe);
        page.body().getAllElements().stream()
                .filter(element -> element.closest("[lang]").attr("lang").equals(course.language().tag()))
                .forEach(this::translate);
        page.select(".story").forEach(story -> story.expectFirst("svg").attr(
                "aria-label", story.select(".story-events li").stream().map(Element::ownText).collect(Collectors.joining(" "))));
    }

    /** What others show of the page: what its chapter teaches, or what the course is about. */
    private void describe(Element description) {
        String text = description.attr("content");
        if (text.equals(course.project().description())) {
            description.attr("content", words.of(text));
        } else if (text.startsWith(ABLE) && course.untranslated().stream().noneMatch(this::isHere)) {
            description.attr("content", words.of(ABLE) + text.substring(ABLE.length()));
        }
    }

    /** The chapter itself, and its title where it stands on other pages. */
    private void markEnglish(Chapter chapter) {
        String english = Language.ENGLISH.tag();
        for (Element link : page.select("a[href]")) {
            if (link.attr("href").split("#")[0].equals(chapter.plan().page()) && link.ownText().equals(chapter.title())) {
                link.attr("lang", english);
                link.children().attr("lang", course.language().tag());
                link.siblingElements().select("p").attr("lang", english);
            }
        }
        if (isHere(chapter)) {
            page.select("article, .contents a").attr("lang", english);
            page.select(".verdict").attr("lang", course.language().tag()); // a script writes it
            note("This chapter is not translated yet. Here it is in English.");
        }
    }

    private void noteAge(Chapter chapter) {
        note("The English chapter is newer than this one. <a href=\"%s\" hreflang=\"%s\">Read it in English</a>".formatted(
                course.language().wayTo(Language.ENGLISH) + chapter.plan().page(), Language.ENGLISH.tag()));
    }

    private boolean isHere(Chapter chapter) {
        return page.body().attr("data-page").equals(chapter.plan().id());
    }

    private void note(String text) {
        page.expectFirst("article").before("<div class=\"note\" role=\"note\"><p>" + text + "</p></div>");
    }

    private void translate(Element element) {
        for (String attribute : ATTRIBUTES) {
            if (element.hasAttr(attribute) && !element.is("body, [role=img]")) {
                element.attr(attribute, words.of(element.attr(attribute)));
            }
        }
        if (!element.is(CONTENT) || element.is(OF_BLOCKS)) {
            element.textNodes().stream().filter(text -> !text.isBlank()).forEach(this::translate);
        }
    }

    private void translate(TextNode text) {
        text.text(words.of(text.getWholeText()));
    }
}
