package workshop.objectstore;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Random;
import java.util.Set;

import org.apache.commons.io.IOUtils;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import workshop.testkit.process.RecordedServer;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Clients that leave at random, a store whose answers fail at random, and servers that are killed. In the end the store holds what the
 * answers and the logs tell, request by request:
 * <ul>
 * <li>Who has got a 201 finds the object. Who has got another answer has none.
 * <li>Whose client has left: the object is there if it was committed before that, and otherwise the log has a notice.
 * <li>What was under way at a {@code kill -9} has no answer and no end in the log. The object may be there or not: the completion
 *     may have been made, and nobody was left to tell it. The same goes for what the log of a killed server calls in doubt.
 * </ul>
 * {@code -Drandom.requests} makes it longer, which sends a tenth of them; {@code -Drandom.seed} makes the same choices again, though
 * not the same timing.
 */
@Timeout(900)
@DisplayName("Step 06, random clients, random faults, killed servers")
class RandomFaultsIT extends StoreScenario {
    private static final long SEED = Long.getLong("random.seed", System.nanoTime());
    private static final int REQUESTS = Math.ceilDiv(Integer.getInteger("random.requests", 600), 10);
    private static final int UNTIL_KILLED = Math.min(200, Math.ceilDiv(REQUESTS, 2));
    private static final int WITH_LARGE_PARTS = 8;
    private static final String LEAST_PART_SIZE = "5242880";
    private static final Path SOLUTION = Path.of("../../solutions/step-06-object-store");
    private static final Duration CAP = Duration.ofSeconds(30);

    private final Random random = new Random(SEED);
    private final RandomHarm harm = new RandomHarm(random);
    private final SoftAssertions requests = new SoftAssertions();
    private final Map<String, Integer> figures = new HashMap<>();

    @TempDir
    private Path folder;

    @Test
    @DisplayName("Answers, logs and store tell the same of each request, and no upload is under way")
    void agreement() throws IOException {
        String run = "-Drandom.seed=%d -Drandom.requests=%d".formatted(SEED, REQUESTS * 10);
        System.out.println(run);
        var rounds = new ArrayList<RandomRound>();
        proxy.harmByChance(harm);
        for (int left = REQUESTS; left > 0; left -= UNTIL_KILLED) {
            rounds.add(killed(Math.min(left, UNTIL_KILLED)));
        }
        rounds.add(stopped());
        proxy.heal();
        assertThat(proxy.awaitServed(0, CAP)).as("%s: requests that the store still has of servers that are gone", run).isZero();
        int leftUnderWay = uploads().size();
        sweep();

        var objects = new HashSet<>(objects());
        int all = objects.size();
        for (var round : rounds) {
            judge(round, objects);
        }
        requests.assertThat(objects).as("Objects that no request was to make, or that are to be gone").isEmpty();
        requests.assertThat(harm.done()).as("Requests to the store that were harmed").isPositive();
        System.out.printf("%d servers killed, %d requests to the store harmed, %d uploads swept, %d objects; of the requests: %s%n",
                          rounds.size() - 1, harm.done(), leftUnderWay, all, figures);
        requests.assertAll();
    }

    private RandomRound killed(int many) throws IOException {
        try (var round = new RandomRound(start(Map.of()), random)) {
            round.sendAndKill(many);
            return round;
        }
    }

    /** The last one has large parts, and is not killed: each of its requests has an end. */
    private RandomRound stopped() throws IOException {
        try (var round = new RandomRound(start(Map.of("workshop.parts", "2", "workshop.part-size", LEAST_PART_SIZE)), random)) {
            round.send(WITH_LARGE_PARTS);
            round.stop();
            return round;
        }
    }

    private void sweep() throws IOException {
        try (var last = start(Map.of("workshop.sweep-after", "PT0.001S"))) {
            last.awaitListening();
            assertThat(awaitNoUploads()).as("The uploads under way in the end").isEmpty();
        }
    }

    private void judge(RandomRound round, Set<String> objects) {
        var log = round.log();
        for (var visit : round.visits()) {
            var entry = log.of(visit.port());
            if (entry.isEmpty() || entry.get().key().isEmpty()) {
                requests.assertThat(visit.answer().status()).as("The answer to a request that no log knows").isZero();
                count("never begun");
            } else {
                judge(visit, entry.get(), objects.remove(entry.get().key().get()));
            }
        }
    }

    private void judge(StoreVisit visit, RequestLog.Entry entry, boolean exists) {
        String what = "%s, of which the log tells %s".formatted(visit, entry.lines());
        int status = visit.answer().status();
        if (status == 201) {
            count("201");
            requests.assertThat(visit.answer().header("Location")).as("Location of %s", what).isEqualTo("/files/" + entry.key().get());
            requests.assertThat(exists).as("There is an object of %s", what).isTrue();
        } else if (entry.isInDoubt()) {
            count(exists ? "in doubt, with an object" : "in doubt, without");
        } else if (entry.isRolledBack()) {
            count(status == 0 ? "left or cut off, rolled back" : "answered " + status);
            requests.assertThat(exists).as("There is an object of %s", what).isFalse();
        } else if (entry.isCutOff()) {
            count(exists ? "killed, with an object" : "killed, without");
            requests.assertThat(status).as("The status of %s", what).isZero();
        } else {
            count("committed, but nobody was there");
            requests.assertThat(status).as("The status of %s", what).isZero();
            requests.assertThat(exists).as("There is an object of %s", what).isTrue();
        }
        if (visit.stays() && !entry.isCutOff()) {
            requests.assertThat(status).as("The status of %s", what).isPositive();
        }
    }

    private void count(String ending) {
        figures.merge(ending, 1, Integer::sum);
    }

    private RecordedServer start(Map<String, String> more) throws IOException {
        String usual = IOUtils.resourceToString("/logging.properties", StandardCharsets.UTF_8);
        Path logging = Files.writeString(folder.resolve("logging.properties"), usual + RequestLog.PROPERTIES);
        var settings = new HashMap<>(storeSettings());
        settings.putAll(Map.of("server.port", "0", "workshop.work-time", "PT0.1S", "workshop.deadline", "PT5S",
                               "workshop.directory", folder.toString(), "java.util.logging.config.file", logging.toString()));
        settings.putAll(more);
        return RecordedServer.start(SOLUTION, settings, Map.of());
    }
}
