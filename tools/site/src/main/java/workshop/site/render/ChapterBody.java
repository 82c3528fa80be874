package workshop.site.render;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;

import workshop.site.block.JavaCode;
import workshop.site.course.Chapter.Section;

/**
 * Makes Asciidoctor's HTML fit for the pages: code in colours, callouts as lists, code that scrolls with the keyboard, quizzes as questions
 * with choices.
 */
final class ChapterBody {
    private static final Pattern PATH_GOES_ON = Pattern.compile("(?<=[\\w.-])/(?=[\\w.])");

    private ChapterBody() {
    }

    static Element of(Element body) {
        body.select("code.language-java").textNodes().forEach(ChapterBody::highlight);
        body.select("i.conum").remove(); // the number is in the b beside it
        body.select("b").stream().filter(b -> b.text().matches("\\(\\d+\\)"))
                .forEach(number -> number.addClass("conum").text(number.text().replaceAll("[()]", "")));
        body.select(".colist > table").forEach(ChapterBody::calloutList);
        body.select(".admonitionblock").forEach(ChapterBody::admonition);
        body.select("table").forEach(ChapterBody::table);
        body.select("pre").forEach(ChapterBody::scrolls);
        body.select(":not(pre) > code").textNodes().forEach(ChapterBody::breakAtSlashes);
        body.select(".scroll:not(.table)").forEach(scroll -> focusable(scroll, "The picture"));
        body.select(".openblock.do").forEach(box -> box(box, "Do this now"));
        body.select(".openblock.instructor").forEach(box -> box(box, "For the instructor"));
        int number = 1;
        for (Element quiz : body.select(".openblock.quiz")) {
            Quiz.replace(quiz, number++);
        }
        body.select(":is(h2, h3, h4)[id]").forEach(ChapterBody::anchor);
        body.select(".dlist dt").forEach(term -> term.id("term-" + term.text().toLowerCase().replaceAll("[^\\p{Alnum}]+", "-")));
        return body;
    }

    static List<Section> sections(Element body) {
        var sections = new ArrayList<Section>();
        for (Element heading : body.select(".sect1 > h2, .sect2 > h3")) {
            Element title = heading.clone();
            title.select(".anchor").remove();
            Element content = heading.parent().clone();
            content.select("> h2, > h3, .sect2, .instructor, .anchor").remove();
            sections.add(new Section(heading.id(), heading.normalName().equals("h2") ? 2 : 3, title.text(), content.text()));
        }
        for (Element term : body.select(".dlist dt")) {
            sections.add(new Section(term.id(), 3, term.text(), term.nextElementSiblings().select("dd").getFirst().text()));
        }
        return sections;
    }

    private static void highlight(TextNode code) {
        code.before(JavaCode.html(code.getWholeText()));
        code.remove();
    }

    private static void calloutList(Element table) {
        var list = new Element("ol").addClass("callouts");
        table.select("td:last-child").forEach(text -> list.appendElement("li").html(text.html()));
        table.replaceWith(list);
    }

    private static void admonition(Element block) {
        String kind = block.classNames().stream().filter(name -> !name.equals("admonitionblock")).findFirst().orElse("note");
        var aside = new Element("div").addClass("note").addClass(kind).attr("role", "note");
        aside.appendElement("p").addClass("note-title").text(Character.toUpperCase(kind.charAt(0)) + kind.substring(1));
        aside.append(block.expectFirst("td.content").html());
        if (!block.id().isEmpty()) {
            aside.id(block.id());
        }
        block.replaceWith(aside);
    }

    private static void table(Element table) {
        table.select("col[style], col[width]").forEach(Element::clearAttributes);
        table.removeAttr("style");
        table.select("thead th").attr("scope", "col");
        table.select("tbody th").attr("scope", "row");
        table.wrap("<div class=\"scroll table\"></div>");
        Element caption = table.selectFirst("caption");
        focusable(table.parent(), caption == null ? "Table" : "Table: " + caption.text());
    }

    /** Code scrolls; what a terminal shows, and a hint, are wrapped, and of changes it is all the lines together that scroll. */
    private static void scrolls(Element pre) {
        if (pre.closest(".change-lines, .terminal, .hints") == null) {
            focusable(pre, "Code");
        }
    }

    /** A path may go on in the next line. */
    private static void breakAtSlashes(TextNode text) {
        int slash = PATH_GOES_ON.matcher(text.getWholeText()).results().mapToInt(MatchResult::end).findFirst().orElse(0);
        if (slash > 0) {
            TextNode rest = text.splitText(slash);
            rest.before("<wbr>");
            breakAtSlashes(rest);
        }
    }

    private static void focusable(Element element, String label) {
        element.attr("tabindex", "0").attr("role", "group").attr("aria-label", label);
    }

    private static void box(Element box, String title) {
        box.tagName("div").removeClass("openblock").addClass("box");
        box.prependElement("p").addClass("box-title").text(title);
    }

    private static void anchor(Element heading) {
        heading.appendElement("a").addClass("anchor").attr("href", "#" + heading.id())
                .attr("aria-label", "Link to “" + heading.text() + "”").text("#");
    }
}
