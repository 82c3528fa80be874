package workshop.site.render;

import java.util.ArrayList;
import java.util.List;

import org.jsoup.nodes.Element;

/**
 * A question with choices, each with a feedback: a checklist of Asciidoctor as a group of radio buttons. Without a script, the
 * feedback is open to all.
 */
final class Quiz {
    private Quiz() {
    }

    static void replace(Element block, int number) {
        Element question = block.expectFirst("> .content");
        List<Element> choices = new ArrayList<>(question.select("ul.checklist > li"));
        String name = "quiz-" + number;
        var form = new Element("form").addClass("quiz").id(name);
        Element group = form.appendElement("fieldset");
        group.appendElement("legend").html("<span class=\"box-title\">Question</span> "
                                                   + String.join(" ", question.select("> .paragraph > p").stream().map(Element::html).toList()));
        for (int i = 0; i < choices.size(); i++) {
            group.appendChild(choice(choices.get(i), name, name + "-" + (i + 1)));
        }
        form.appendElement("p").addClass("quiz-verdict").attr("role", "status");
        block.replaceWith(form);
    }

    private static Element choice(Element item, String name, String id) {
        Element text = item.expectFirst("p");
        boolean right = !text.select("> i.fa-check-square-o").isEmpty();
        text.select("i.fa").remove();
        text.remove();
        var choice = new Element("div").addClass("choice").attr("data-right", Boolean.toString(right));
        Element label = choice.appendElement("label").attr("for", id);
        label.appendElement("input").attr("type", "radio").id(id).attr("name", name).attr("aria-describedby", id + "-feedback");
        label.appendElement("span").html(text.html().stripLeading());
        Element feedback = choice.appendElement("div").addClass("feedback").id(id + "-feedback");
        feedback.appendElement("strong").text(right ? "Right." : "Not quite.");
        feedback.append(item.html());
        return choice;
    }
}
