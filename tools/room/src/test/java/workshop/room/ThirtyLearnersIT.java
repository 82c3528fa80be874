package workshop.room;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Thirty learners who save, go red and green, ask for help, move on, leave, and lose their network, at random.
 * {@code -Droom.minutes=10} makes it longer; {@code -Droom.seed} makes the same choices again, though not the same timing.
 */
@DisplayName("A room of thirty")
class ThirtyLearnersIT {
    private static final long SEED = Long.getLong("room.seed", System.nanoTime());
    private static final double MINUTES = Double.parseDouble(System.getProperty("room.minutes", "0.1"));
    private static final int ROUNDS = 6;
    private static final Duration ROUND = Duration.ofMillis((long) (MINUTES * 60_000 / ROUNDS));
    private static final Duration LONGEST_PAUSE = ROUND.dividedBy(10);

    private final List<SimulatedLearner> learners = new ArrayList<>();

    @Test
    @DisplayName("is shown as it is, whatever thirty learners do and their networks")
    void thirty() throws Exception {
        System.out.printf("-Droom.minutes=%s -Droom.seed=%d%n", MINUTES, SEED);
        try (var room = new RoomProcess(); var page = new PageFeed(room.page())) {
            System.out.println("Before anybody has joined: " + room.cost());
            for (int number = 1; number <= 30; number++) {
                learners.add(new SimulatedLearner("Learner " + number, room.address(), room.code(), new Random(SEED + number)));
            }
            check(page);
            for (int round = 1; round <= ROUNDS; round++) {
                work();
                check(page);
                System.out.printf("After round %d of %d: %s%n", round, ROUNDS, room.cost());
            }
            learners.forEach(SimulatedLearner::restoreNetwork);
            check(page);
            leave();
            assertThat(page.await(Collection::isEmpty)).as("Who is shown once all have left").isEmpty();
        }
    }

    private void work() throws InterruptedException {
        var end = new CountDownLatch(1);
        List<Thread> threads = new ArrayList<>();
        for (SimulatedLearner learner : learners) {
            threads.add(Thread.startVirtualThread(() -> {
                try {
                    learner.work(end, LONGEST_PAUSE);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            }));
        }
        end.await(ROUND.toMillis(), TimeUnit.MILLISECONDS);
        end.countDown();
        for (Thread thread : threads) {
            thread.join();
        }
    }

    private void check(PageFeed page) throws InterruptedException {
        List<Learner> shown = page.await(seen -> objections(seen, page).isEmpty());
        assertThat(objections(shown, page)).as("What the page shows otherwise than it was done, -Droom.seed=%d", SEED).isEmpty();
        learners.forEach(SimulatedLearner::agrees);
    }

    private String objections(Collection<Learner> shown, PageFeed page) {
        return learners.stream().map(learner -> learner.objection(shown, page)).collect(Collectors.joining());
    }

    private void leave() throws IOException {
        for (SimulatedLearner learner : learners) {
            learner.close();
        }
    }
}
