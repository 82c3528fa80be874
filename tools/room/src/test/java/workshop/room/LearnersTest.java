package workshop.room;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;

import io.helidon.json.JsonObject;
import io.helidon.json.JsonParser;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import workshop.lab.feed.Feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What the instructor's page is told of who is there. */
@DisplayName("Who is in the room")
class LearnersTest {
    private static final Report WORKS = new Report("Ada", 2, 3, 46, "It is noticed", 0, false);

    private final Feed feed = new Feed();

    @AfterEach
    void close() {
        feed.close();
    }

    @Test
    @DisplayName("is told to a page that comes later, as it was told last")
    void thirty() throws InterruptedException {
        var learners = new Learners(feed, false, Duration.ofHours(1));
        Map<String, Report> last = new HashMap<>();
        List<Thread> watches = new ArrayList<>();
        for (int number = 0; number < 30; number++) {
            String id = UUID.randomUUID().toString();
            var random = new Random(number);
            List<Report> reports = random.ints(40, 0, 20).mapToObj(solved -> new Report(
                    "Learner", 1 + solved / 5, solved, 20, "test " + solved, solved, random.nextInt(10) == 0)).toList();
            last.put(id, reports.getLast());
            watches.add(Thread.startVirtualThread(() -> reports.forEach(report -> learners.report(id, report))));
        }
        for (Thread watch : watches) {
            watch.join();
        }

        Map<String, Report> told = new HashMap<>();
        for (JsonObject message : told()) {
            told.put(message.stringValue("id").orElseThrow(), Report.from(message.objectValue("report").orElseThrow()));
        }
        assertThat(told).isEqualTo(last);
    }

    @Test
    @DisplayName("is away after a silence, and comes back as who it was")
    void comesBack() {
        var learners = new Learners(feed, true, Duration.ofMillis(-1));
        String id = UUID.randomUUID().toString();

        learners.report(id, WORKS);
        learners.lookAround();
        assertThat(here()).containsExactly(false);

        learners.report(id, WORKS);
        assertThat(here()).containsExactly(true);
        assertThat(learners.history()).extracting(HistoryLine::what).containsExactly("joins", "is away", "is back");
    }

    @Test
    @DisplayName("is shown once, where its watch was started again and the first one had no network to say that it leaves")
    void startsAgain() {
        var learners = new Learners(feed, true, Duration.ofMillis(-1));
        String again = UUID.randomUUID().toString();

        learners.report(UUID.randomUUID().toString(), WORKS);
        learners.lookAround();
        learners.report(again, WORKS);

        assertThat(told()).map(message -> message.stringValue("id").orElseThrow()).containsExactly(again);
        assertThat(learners.history()).extracting(HistoryLine::what).containsExactly("joins", "is away", "joins", "leaves");
    }

    @Test
    @DisplayName("stays while it gives signs of life")
    void stays() {
        var learners = new Learners(feed, false, Duration.ofHours(1));

        learners.report(UUID.randomUUID().toString(), WORKS);
        learners.lookAround();

        assertThat(here()).containsExactly(true);
    }

    @Test
    @DisplayName("is gone once it leaves")
    void leaves() {
        var learners = new Learners(feed, false, Duration.ofHours(1));
        String id = UUID.randomUUID().toString();

        learners.report(id, WORKS);
        learners.leave(id);

        assertThat(told()).isEmpty();
    }

    @Test
    @DisplayName("is bounded, whoever knows the code")
    void full() {
        var learners = new Learners(feed, false, Duration.ofHours(1));
        for (int number = 0; number < 200; number++) {
            learners.report(UUID.randomUUID().toString(), WORKS);
        }

        assertThatThrownBy(() -> learners.report(UUID.randomUUID().toString(), WORKS)).isInstanceOf(Refusal.class)
                .hasMessageContaining("full");
    }

    private List<Boolean> here() {
        return told().stream().map(message -> message.booleanValue("here", false)).toList();
    }

    /** What a page is told that comes now. */
    private List<JsonObject> told() {
        var messages = feed.subscribe();
        feed.unsubscribe(messages);
        return messages.stream().map(message -> JsonParser.create(message).readJsonObject())
                .filter(message -> message.stringValue("id").isPresent()).toList();
    }
}
