package workshop.site.render;

import java.util.ArrayList;
import java.util.List;

import org.jsoup.nodes.Element;

/**
 * A question with choices, each with a feedback.
 */
record Quiz(Element block, List<Choice> choices) {
    private static final String RIGHT = "✓";
    private static final String WRONG = "❏";

    /** One answer that can be chosen. */
    record Choice(boolean right, String text, String feedback) {
    }

    static Quiz of(Element block) {
        var choices = new ArrayList<Choice>();
        for (Element item : block.select("ul.checklist > li")) {
            Element text = item.selectFirst("p");
            Element feedback = item.clone();
            feedback.select("> p").remove();
            boolean right = item.select("> p > i.fa-check-square-o").size() > 0 || text.text().startsWith(RIGHT);
            text.select("i.fa").remove();
            choices.add(new Choice(right, text.html().replaceFirst("^\\s*(" + RIGHT + "|" + WRONG + ")\\s*", ""), feedback.html()));
        }
        return new Quiz(block, choices);
    }

    /** A question as a group of radio buttons; without a script, the feedback is open to all. */
    void replace(int number) {
        Element question = block.selectFirst("> .content");
        question.select("ul.checklist").forEach(list -> list.parent().remove());
        String name = "quiz-" + number;
        var form = new Element("form").addClass("quiz").id(name);
        Element group = form.appendElement("fieldset");
        Element legend = group.appendElement("legend");
        legend.html("<span class=\"box-title\">Question</span> " + inline(question));
        for (int i = 0; i < choices.size(); i++) {
            Choice choice = choices.get(i);
            String id = name + "-" + (i + 1);
            Element line = group.appendElement("div").addClass("choice").attr("data-right", Boolean.toString(choice.right()));
            Element label = line.appendElement("label").attr("for", id);
            label.appendElement("input").attr("type", "radio").id(id).attr("name", name).attr("aria-describedby", id + "-feedback");
            label.appendElement("span").html(choice.text());
            Element feedback = line.appendElement("div").addClass("feedback").id(id + "-feedback");
            feedback.appendElement("strong").text(choice.right() ? "Right." : "Not quite.");
            feedback.append(choice.feedback());
        }
        form.appendElement("p").addClass("quiz-verdict").attr("role", "status");
        block.replaceWith(form);
    }

    private static String inline(Element question) {
        var text = new StringBuilder();
        question.select("> .paragraph > p").forEach(paragraph -> text.append(text.isEmpty() ? "" : " ").append(paragraph.html()));
        return text.toString();
    }
}
