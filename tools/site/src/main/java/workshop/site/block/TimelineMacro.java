package workshop.site.block;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

import org.jsoup.nodes.Entities;

/**
 * {@code timeline::[story=ID]}: the problem and its solutions, as stories of a client, a server and a file, or of three streams. On a
 * page those of a kind stand one below the other, each as a whole, until a script makes a player of them that begins with the named one.
 */
final class TimelineMacro implements Macro {
    @Override
    public String html(String target, Map<String, Object> attributes) {
        Story first = first(attributes);
        return "<div class=\"timeline\" data-first=\"%s\" data-end=\"%s\">%s</div>".formatted(
                first.id(), Story.END, first.withThoseBeside().stream().map(TimelineMacro::html).collect(Collectors.joining()));
    }

    @Override
    public List<String> asciidoc(String target, Map<String, Object> attributes) {
        return first(attributes).withThoseBeside().stream()
                .flatMap(story -> List.of("", "." + story.title(), "image::timeline-%s.svg[\"%s\",pdfwidth=90%%]".formatted(
                        story.id(), story.inWords()), "").stream())
                .toList();
    }

    private static Story first(Map<String, Object> attributes) {
        return Story.of(attributes.getOrDefault("story", Story.all().getFirst().id()).toString());
    }

    private static String html(Story story) {
        String events = story.events().stream()
                .map(event -> String.format(Locale.ROOT, "<li data-at=\"%s\"><span class=\"at\">%.1f s</span> %s</li>",
                                            event.at(), event.at(), Entities.escape(event.words())))
                .collect(Collectors.joining());
        return "<div class=\"story\" data-story=\"%s\"><p class=\"story-title\">%s</p><div class=\"scroll\">%s</div><ol class=\"story-events\">%s</ol></div>"
                .formatted(story.id(), Entities.escape(story.title()), TimelineSvg.forPage(story), events);
    }
}
