package workshop.site.block;

import java.util.List;
import java.util.Map;

import workshop.site.Problems;
import workshop.site.timeline.Story;
import workshop.site.timeline.TimelinePlayer;

/**
 * {@code timeline::[story=ID]}: the problem and its solutions, as stories of a client, a server and a file.
 */
final class TimelineMacro extends CourseMacro {
    TimelineMacro(Problems problems) {
        super("timeline", problems);
    }

    @Override
    String html(String target, Map<String, Object> attributes) {
        return TimelinePlayer.html(Story.of(attributes.getOrDefault("story", Story.all().getFirst().id()).toString()));
    }

    @Override
    List<String> asciidoc(String target, Map<String, Object> attributes) {
        return Story.all().stream()
                .flatMap(story -> List.of("", "." + story.title(), "image::timeline-%s.svg[\"%s\",pdfwidth=90%%]".formatted(
                        story.id(), story.inWords()), "").stream())
                .toList();
    }
}
