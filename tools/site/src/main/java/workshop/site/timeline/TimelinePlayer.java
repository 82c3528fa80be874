package workshop.site.timeline;

import java.util.Locale;
import java.util.stream.Collectors;

import workshop.site.code.Html;
import workshop.site.timeline.Story.Event;

/**
 * All stories on a page: one below the other, each as a whole, until a script makes a player of them.
 */
public final class TimelinePlayer {
    private TimelinePlayer() {
    }

    /**
     * @param first the story that the player shows first
     * @return the stories as HTML
     */
    public static String html(Story first) {
        return "<div class=\"timeline\" data-first=\"%s\" data-end=\"%s\">%s</div>".formatted(
                first.id(), Story.END, Story.all().stream().map(TimelinePlayer::story).collect(Collectors.joining()));
    }

    private static String story(Story story) {
        return "<div class=\"story\" data-story=\"%s\"><p class=\"story-title\">%s</p><div class=\"scroll\">%s</div><ol class=\"story-events\">%s</ol></div>"
                .formatted(story.id(), Html.escape(story.title()), TimelineSvg.forPage(story),
                           story.events().stream().map(TimelinePlayer::event).collect(Collectors.joining()));
    }

    private static String event(Event event) {
        return String.format(Locale.ROOT, "<li data-at=\"%s\"><span class=\"at\">%.1f s</span> %s</li>", event.at(), event.at(),
                             Html.escape(event.words()));
    }
}
