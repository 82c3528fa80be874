package workshop.cancellation;

import java.lang.ref.WeakReference;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

import workshop.plumbing.launch.Work;
import workshop.testkit.exercise.Exercise;
import workshop.testkit.exercise.ThreadDump;
import workshop.testkit.interleaving.Call;
import workshop.testkit.interleaving.Interleavings;
import workshop.testkit.interleaving.SteppedThread;
import workshop.testkit.interleaving.SteppingLoader;
import workshop.testkit.wait.Background;
import workshop.testkit.wait.Patience;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static workshop.testkit.exercise.Hint.hint;

@DisplayName("Step 04, the cancellation scope alone")
@Order(1)
class CancellationScopeTest extends ScopeScenario {
    private static final Duration THE_USUAL_LIMIT = Patience.of(Duration.ofSeconds(4)); // of those who wait, and not for good
    private static final Duration SHORT = Duration.ofMillis(50);
    private static final Duration LONG_ENOUGH_TO_END = Duration.ofSeconds(1); // a thread of a pool does not
    private static final String CARRIERS = "ForkJoinPool-1-worker-"; // what virtual threads run on

    private static final String SLEEPS = ".*/(Thread|TimeUnit)[.]sleep|.*/LockSupport[.]parkNanos";
    private static final String WALL_CLOCK = "java/lang/System.currentTimeMillis|java/time/.*\\.now|java/time/Clock.*|java/util/Date.<init>";

    private static final String ENDS_WITH_IT = "What waits for the deadline ends with the request: a timer is cancelled, and forgets what it was to"
            + " do, and an executor is shut down. The handler's thread can wait by itself, as awaitEnd does.";

    private static final String STARTED_ALONE = "awaitEnd and joinAll wait for the threads in parts, and count nothing else: a part that was not"
            + " started never ends.";

    private static final String TIME_LEFT = "awaitEnd: join each part for the time that is left: deadline - System.nanoTime(), in nanoseconds"
            + " of that clock and no other. part.join(Duration) tells whether the part has ended: true if it has.";
    private static final String TIME_IN_MILLISECONDS = "awaitEnd: part.join(0) waits for ever, a negative number of milliseconds makes"
            + " it throw, and a rest of less than one becomes 0. part.join(Duration.ofNanos(...)) takes any time that is left.";

    @Test
    @Order(1)
    @DisplayName("Given: a scope whose parts are done can be committed, once")
    void done() {
        var ended = new AtomicInteger();
        Work work = () -> {
            Thread.sleep(20);
            ended.incrementAndGet();
        };
        returns(run(Collections.nCopies(4, work), LONG), "run() has not returned, although its parts have ended");

        hint(scope.outcome() == Outcome.DEADLINE ? TIME_LEFT : "run cancels only where its wait is interrupted.", () ->
                assertThat(scope.outcome()).as("The outcome when all parts are done, long before the deadline: it is open, and"
                                                       + " nothing has been cancelled").isNull());
        assertThat(ended.get()).as("Parts that were done when run() returned").isEqualTo(4);
        assertThat(scope.commit()).as("commit() when all parts are done").isTrue();
        hint("cancel: it returns whether this call has decided. After a commit it has not, and does nothing.", () ->
                assertThat(scope.cancel(Outcome.CLIENT_GONE)).as("cancel() after the commit: too late").isFalse());
        assertThat(scope.outcome()).as("The outcome").isEqualTo(Outcome.COMMITTED);
    }

    @Test
    @Order(2)
    @DisplayName("Given: run() returns as soon as its parts have ended")
    void promptly() {
        long end = in(Patience.of(Duration.ofSeconds(3)));
        int requests = 0;
        while (requests < 10 && System.nanoTime() < end) {
            returns(run(new CancellationScope(), List.of(Work.lasting(Duration.ofMillis(1))), in(LONG)),
                    "run() has not returned, although its part has ended");
            requests++;
        }
        int ended = requests;
        hint("awaitEnd: part.join(Duration) returns as soon as the part has ended. Who sleeps between two looks is late each time.", () ->
                assertThat(ended).as("Requests that have ended within three seconds, of ten whose parts take a millisecond").isEqualTo(10));
        hint("awaitEnd and joinAll: part.join returns as soon as the part has ended.", () ->
                assertThat(SteppingLoader.calls(CancellationScope.class)).filteredOn(call -> call.matches(SLEEPS))
                        .as("What CancellationScope sleeps by. Who sleeps between two looks is late each time").isEmpty());
    }

    @Test
    @Order(3)
    @DisplayName("Given: when run() has returned, nothing of it is left")
    void leavesNothing() {
        int requests = 20;
        var scopes = new ArrayList<WeakReference<CancellationScope>>();
        for (int request = 0; request < requests; request++) {
            var each = new CancellationScope();
            returns(run(each, List.of(() -> { }), in(LONG)), "run() has not returned, although its part has ended");
            each.commit();
            scopes.add(new WeakReference<>(each));
        }
        long end = System.nanoTime() + Patience.of(Duration.ofSeconds(1)).toNanos();
        int more = laterThreads();
        while (more > requests / 2 && System.nanoTime() < end) {
            more = laterThreads();
        }
        int left = more;
        hint(ENDS_WITH_IT, () -> assertThat(left).as("How many more threads there are after %d requests whose deadline is far", requests)
                .isLessThanOrEqualTo(requests / 2));
        hint(ENDS_WITH_IT, () -> assertThat(kept(scopes)).as("How many of %d requests whose deadline is far are still in memory, until it comes",
                                                             requests).isLessThanOrEqualTo(requests / 2));
    }

    /** How many scopes something still refers to; the garbage collector has some time to find the others. */
    private static long kept(List<WeakReference<CancellationScope>> scopes) {
        long end = System.nanoTime() + Patience.of(Duration.ofSeconds(1)).toNanos();
        long kept = scopes.size();
        while (kept > scopes.size() / 2 && System.nanoTime() < end) {
            System.gc();
            kept = scopes.stream().filter(scope -> scope.get() != null).count();
        }
        return kept;
    }

    /** How many threads there are that are later than that of the test: an earlier one may have left some behind, which end meanwhile. */
    private static int laterThreads() {
        long own = Thread.currentThread().threadId();
        return (int) ThreadDump.now().threads().stream()
                .filter(thread -> thread.id() > own && !thread.name().startsWith(CARRIERS))
                .count();
    }

    @Exercise(hint = "run: start(work) gives each part a virtual thread; then wait with awaitEnd and joinAll, which join the parts.")
    @Order(4)
    @DisplayName("All parts run at once")
    void atOnce() {
        var together = new CyclicBarrier(4);
        var virtual = new AtomicInteger();
        var threads = Collections.synchronizedSet(new HashSet<Thread>());
        Work meets = () -> {
            threads.add(Thread.currentThread());
            virtual.addAndGet(Thread.currentThread().isVirtual() ? 1 : 0);
            try {
                together.await(Patience.of(Duration.ofSeconds(1)).toMillis(), TimeUnit.MILLISECONDS);
            } catch (BrokenBarrierException | TimeoutException e) {
                throw new IllegalStateException("the parts do not run at the same time", e);
            }
        };
        var handler = new AtomicReference<Thread>();
        returns(run(() -> {
            handler.set(Thread.currentThread());
            scope.run(Collections.nCopies(4, meets), in(LONG));
        }), "run() has not returned, although its parts have ended");

        assertThat(scope.failure()).as("The failure of a part that waits for the three others: they should run at once").isNull();
        hint("run: each part has a thread of its own, by start(work). Whoever cancels does not interrupt the handler's.", () ->
                assertThat(threads).as("The threads of four parts: none runs on the thread that calls run()").hasSize(4).doesNotContain(handler.get()));
        hint("start: Thread.startVirtualThread. There may be 64 parts for each request, and a platform thread costs memory for each.", () ->
                assertThat(virtual.get()).as("Parts of four that ran on a virtual thread").isEqualTo(4));
    }

    @Exercise(hint = "cancel: whoever decides calls interruptAll().")
    @Order(5)
    @DisplayName("A cancellation interrupts every part")
    void interruptsEveryPart() {
        var second = newPart();
        var run = run(List.of(part, second), LONG);
        assertThat(part.awaitBegin() && second.awaitBegin()).as("Both parts have begun").isTrue();
        hint(scope.outcome() == Outcome.DEADLINE ? TIME_LEFT : "run decides nothing while the parts work and the deadline is far.", () ->
                assertThat(scope.outcome()).as("The outcome while the parts work, and the deadline is far: it is open").isNull());

        var cancel = Background.run(() -> scope.cancel(Outcome.CLIENT_GONE));
        cancel.awaitEnd();
        hint(part.hasBeenInterrupted()
                     ? "cancel: interrupt the parts and return. The handler's thread waits for them: joinAll in run."
                     : "No lock may be held during a wait: run and awaitEnd are not synchronized, since interruptAll takes that lock.", () ->
                assertThat(cancel.isDone())
                        .as("cancel() has returned, while the parts take their time to stop. The watch's listener calls it, and must"
                                    + " be short. Perhaps it joins the parts, or waits for a lock that run() holds").isTrue());
        assertThat(cancel.result("")).as("cancel() of a request that runs: it decides").isTrue();

        assertThat(part.awaitInterrupt() && second.awaitInterrupt())
                .as("Both parts are interrupted. To stop the handler and not its parts leaves them working for nobody")
                .isTrue();
        part.stop();
        second.stop();
        returns(run, "run() has not returned, although its parts have stopped");
        assertThat(scope.outcome()).as("The outcome").isEqualTo(Outcome.CLIENT_GONE);
        hint("cancel: it returns true to the one call that has decided, and to no other; fail(e) keeps its failure only then.", () ->
                assertThat(scope.failure()).as("The failure of a request that was cancelled: that its parts were stopped is no failure")
                        .isNull());
        assertThat(scope.commit()).as("commit() after a cancellation").isFalse();
        boolean stopsAtOnce = true;
        for (int request = 0; stopsAtOnce && request < 20; request++) {
            stopsAtOnce = interruptsThoseBehindOneThatStops();
        }
    }

    /** The first part stops while it is interrupted, and run() has time to see that; whether it has: what a Future runs ends later. */
    private boolean interruptsThoseBehindOneThatStops() {
        var each = new CancellationScope();
        var run = new AtomicReference<Background<?>>();
        var stops = new InterruptedPart(() -> run.get().awaitPause());
        var behind = newPart();
        run.set(run(each, List.of(stops, behind), in(LONG)));
        assertThat(stops.awaitBegin() && behind.awaitBegin()).as("Both parts have begun").isTrue();

        leaves(each);
        hint(ONLY_START, () -> assertThat(behind.awaitInterrupt())
                .as("The part behind one that stops as soon as it is interrupted is interrupted, too").isTrue());
        behind.stop();
        returns(run.get(), "run() has not returned, although its parts have stopped");
        return stops.hasStoppedMeanwhile();
    }

    /** What cancel() tells, when the client leaves. */
    private static boolean leaves(CancellationScope each) {
        var decided = new AtomicBoolean();
        hint(ONLY_START, () -> assertThat(catchThrowable(() -> decided.set(each.cancel(Outcome.CLIENT_GONE))))
                .as("What cancel() throws, where a part stops as soon as it is interrupted").isNull());
        return decided.get();
    }

    @Exercise(hint = "cancel: first the compareAndSet, then interruptAll(). A part that is interrupted may fail at once, and a failure"
            + " decides, too.")
    @Order(6)
    @DisplayName("A cancellation is decided before a part is interrupted")
    void decidesFirst() {
        var meanwhile = new AtomicReference<Outcome>();
        var run = new AtomicReference<Background<?>>();
        var interrupted = new InterruptedPart(() -> {
            meanwhile.set(scope.outcome());
            run.get().awaitEnd();
        });
        run.set(run(List.of(interrupted), LONG));
        assertThat(interrupted.awaitBegin()).as("The part has begun").isTrue();

        assertThat(leaves(scope)).as("cancel() of a request that runs: it decides").isTrue();
        assertThat(interrupted.awaitInterrupt()).as("The part is interrupted").isTrue();
        assertThat(meanwhile.get())
                .as("The outcome while the part is interrupted. If it is still open then, the part that fails decides, and what was only%n"
                            + "stopped is counted and answered as a failure")
                .isEqualTo(Outcome.CLIENT_GONE);
        returns(run.get(), "run() has not returned, although its part has stopped");
    }

    @Exercise(hint = "cancel: interruptAll interrupts the parts under the lock under which start starts them. Without it, a part that is"
            + " just being started is missed.")
    @Order(7)
    @DisplayName("A part that is just being started when the request is cancelled is interrupted as well")
    void startedMeanwhile() {
        var second = newPart();
        var run = run(() -> {
            new WhenThreadsAreMade(1, this::leave);
            scope.run(List.of(part, second), in(LONG));
        });

        assertThat(part.awaitInterrupt()).as("The part that was started before is interrupted").isTrue();
        assertThat(!second.awaitBegin() || second.awaitInterrupt())
                .as("A part that begins all the same is interrupted. The client left when the part was about to be started, and nothing%n"
                            + "was cancelled yet: whoever interrupts does not find it among the parts, unless it waits until it is there")
                .isTrue();
        part.stop();
        second.stop();
        returns(run, "run() has not returned, although its parts have stopped");
    }

    @Exercise(hint = "awaitEnd: part.join(Duration) tells whether the part has ended. If not, cancel(Outcome.DEADLINE).")
    @Order(8)
    @DisplayName("The deadline cancels the parts, and not earlier")
    void deadline() {
        long deadline = in(Duration.ofMillis(300)); // so long that a busy machine does not hide what comes too early
        var others = List.of(newPart(), newPart());
        Work ends = () -> { };
        var run = run(List.of(ends, others.getFirst(), part, others.getLast(), ends), deadline);

        assertInterruptedByDeadline(run, part, "The part is interrupted when the deadline has passed. An answer alone does not"
                + " stop the work");
        hint(TIME_LEFT, () -> assertThat(Duration.ofNanos(part.interruptedAt() - deadline))
                .as("From the deadline to the interrupt of the part: it does not come before")
                .isPositive());
        part.stop();
        others.forEach(Part::stop);
        returns(run, "run() has not returned after its deadline");
        assertOutcome(scope, Outcome.DEADLINE);
        assertInterruptedOnce();
    }

    @Exercise(hint = "awaitEnd waits in part.join(Duration), which throws when this thread is interrupted: a loop that asks isAlive never hears"
            + " of the stop.")
    @Order(9)
    @DisplayName("A part that computes is interrupted as well, and waited for")
    void computes() {
        try (var computes = new ComputingPart()) {
            var run = Background.runOnPlatformThread(() -> scope.run(List.of(computes), in(LONG)));
            assertThat(computes.awaitBegin()).as("The part has begun").isTrue();
            run.awaitPause().interrupt();

            assertThat(computes.awaitInterrupt())
                    .as("The part is interrupted when the server stops. It waits for nothing, and looks at the flag").isTrue();
            hint("run: joinAll comes behind the catch, since the interrupt skips what comes behind awaitEnd in the try. joinAll waits until each"
                         + " part is not alive: that it has been interrupted does not say that it has stopped.", () ->
                    assertThat(run.awaitPause().isDone()).as("run() has returned while a part still runs that has been interrupted").isFalse());
            computes.stop();
            returns(run, "run() has not returned, although its part has stopped");
            hint("run: what awaitEnd throws is the server's stop: cancel(Outcome.SHUTDOWN), and not fail, which is for what a part throws.", () ->
                    assertThat(scope.outcome()).as("The outcome, where run() was interrupted in its wait").isEqualTo(Outcome.SHUTDOWN));
        }
    }

    @Exercise(hint = TIME_IN_MILLISECONDS)
    @Order(10)
    @DisplayName("The deadline cancels the parts, however little time is left")
    void littleTimeLeft() {
        for (Duration left : List.of(Duration.ofNanos(300_000), Duration.ZERO, Duration.ofSeconds(-1))) {
            var late = new CancellationScope();
            var stopped = newPart();
            var run = run(late, List.of(stopped), in(left));
            boolean interrupted = stopped.awaitInterrupt();
            stopped.stop();

            assertThat(thrown).as("What run() throws when %d microseconds are left", left.toNanos() / 1000).isNull();
            assertThat(interrupted).as("The part is interrupted when %d microseconds were left", left.toNanos() / 1000).isTrue();
            returns(run, "run() has not returned after its deadline");
            assertOutcome(late, Outcome.DEADLINE);
        }
        for (int request = 0; request < 20; request++) {
            isNotEarly(new CancellationScope(), newPart(), in(Duration.ofNanos(900_000)));
        }
    }

    private void isNotEarly(CancellationScope each, Part stopped, long deadline) {
        var run = run(each, List.of(stopped), deadline);
        stopped.awaitInterrupt();
        stopped.stop();
        returns(run, "run() has not returned after its deadline");
        hint(TIME_LEFT, () -> assertThat(Duration.ofNanos(stopped.interruptedAt() - deadline))
                .as("From the deadline to the interrupt of the part, where less than a millisecond was left: it does not come before").isPositive());
    }

    @Test
    @Order(11)
    @DisplayName("Given: work that is done is not cancelled, even if the deadline has passed before run() sees that it is done")
    void doneInTime() {
        var ended = new CountDownLatch(2);
        var copied = new AtomicBoolean(); // the list, before a part is started: then this test can't see what it wants to
        var threads = Collections.synchronizedList(new ArrayList<Thread>());
        Work work = () -> {
            threads.add(Thread.currentThread());
            ended.countDown();
        };
        returns(run(new Works(work, work) {
            @Override
            void atEnd() throws InterruptedException {
                if (!threads.contains(Thread.currentThread())) {
                    copied.set(!ended.await(LONG_ENOUGH_TO_END.toMillis(), TimeUnit.MILLISECONDS));
                    for (Thread each : List.copyOf(threads)) {
                        each.join(LONG_ENOUGH_TO_END);
                    }
                }
            }
        }, in(Duration.ZERO)), "run() has not returned, although its parts have ended");

        hint("awaitEnd: ask each part whether it has ended, and not the clock whether there is time: part.join(Duration) does both, and"
                     + " says true for one that has ended, however little time is left.", () ->
                assertThat(copied.get() ? null : scope.outcome())
                        .as("The outcome when all parts were done before anybody looked at the deadline: it is open. A 503 for work that is done"
                                    + " helps nobody").isNull());
    }

    @Exercise(hint = "run: after awaitEnd, joinAll joins every part that is still alive, whatever the outcome is.")
    @Order(12)
    @DisplayName("run() returns only when every part has stopped")
    void joins() {
        var others = List.of(newPart(), newPart());
        others.forEach(Part::stop); // these stop at once
        var run = run(List.of(others.getFirst(), part, others.getLast()), SHORT);
        assertThat(part.awaitInterrupt()).as("The part is interrupted when the deadline has passed").isTrue();

        run.awaitEnd(); // it must not come
        assertThat(run.isDone())
                .as("run() has returned while a part still runs. It would write to a file that is removed already")
                .isFalse();
        hint("joinAll: join() without a limit, as long as the part is alive. How long it takes to stop is its own business.", () ->
                assertThat(run.isPausedForATime() && run.isDone(THE_USUAL_LIMIT))
                        .as("run() has returned after a while, and a part still runs. It would write to a file that is removed already")
                        .isFalse());
        hint("joinAll, and awaitEnd before it: part.join() waits until the part has stopped, and takes no processor meanwhile.", () ->
                assertThat(run.awaitPause().isPaused()).as("run() rests while it waits for a part, and does not look again and again").isTrue());
        part.stop();
        returns(run, "run() has not returned, although its parts have stopped");
        assertInterruptedOnce();
    }

    @Exercise(hint = "run: an InterruptedException in awaitEnd is the server's stop: cancel(Outcome.SHUTDOWN), then"
            + " joinAll(), which waits on whoever interrupts. Neither of them sets the flag again.")
    @Order(13)
    @DisplayName("An interrupt of the handler is the server's stop, and it goes no further")
    void shutdown() {
        var flag = new AtomicBoolean();
        var run = Background.run(() -> {
            scope.run(List.of(part), in(LONG));
            flag.set(Thread.currentThread().isInterrupted());
            return true;
        });
        assertThat(part.awaitBegin()).as("The part has begun").isTrue();
        run.awaitPause().interrupt();

        assertThat(part.awaitInterrupt()).as("The part is interrupted when the handler is").isTrue();
        for (int again = 1; again <= 3; again++) {
            run.awaitPause().interrupt(); // Helidon may do so twice, and the first one may come when all is cancelled
        }
        run.awaitEnd(); // it must not come
        assertThat(run.isDone()).as("run() has returned while its part still runs, because it was interrupted again, and again").isFalse();
        part.stop();
        run.result("run() has not returned, although its part has stopped");
        assertOutcome(scope, Outcome.SHUTDOWN);
        assertThat(flag.get()).as("The interrupt is still set when run() has returned: it would hit what comes next").isFalse();
        assertInterruptedOnce();
    }

    @Exercise(hint = "run: the wait in awaitEnd ends with the interrupt, wherever it comes; then cancel and joinAll, which waits on.")
    @Order(14)
    @DisplayName("An interrupt that comes before the wait is the stop as well; one that comes after another cause changes nothing")
    void interruptedEarlyAndLate() {
        var early = run(() -> {
            Thread.currentThread().interrupt();
            scope.run(List.of(part), in(LONG));
            assertThat(Thread.currentThread().isInterrupted()).as("The interrupt is still set when run() has returned").isFalse();
        });
        assertThat(part.awaitInterrupt()).as("The part is interrupted, where the handler was interrupted before run() waits. Most likely"
                                                       + " somebody has taken the flag away before awaitEnd could see it").isTrue();
        part.stop();
        returns(early, "run() has not returned, although its part has stopped");
        assertOutcome(scope, Outcome.SHUTDOWN);

        var left = new CancellationScope();
        var stops = newPart();
        var late = run(left, List.of(stops), in(LONG));
        assertThat(stops.awaitBegin()).as("The part has begun").isTrue();
        left.cancel(Outcome.CLIENT_GONE);
        assertThat(stops.awaitInterrupt()).as("The part is interrupted when the client has left").isTrue();
        late.awaitPause().interrupt();
        late.awaitPause();
        assertThat(late.isDone()).as("run() has returned at the interrupt, while its part still runs").isFalse();
        stops.stop();
        returns(late, "run() has not returned, although its part has stopped");
        assertThat(left.outcome()).as("The outcome: what came first").isEqualTo(Outcome.CLIENT_GONE);
        assertInterruptedOnce(stops);
    }

    @Exercise(hint = "cancel also ends the other parts when one fails: fail(e) calls it.")
    @Order(15)
    @DisplayName("A part that fails cancels the others")
    void failure() {
        var failure = new IllegalStateException("as this test wants");
        var run = run(List.of(part, () -> {
            throw failure;
        }), LONG);

        assertThat(part.awaitInterrupt()).as("The other part is interrupted when one fails").isTrue();
        part.stop();
        returns(run, "run() has not returned, although its parts have stopped");
        hint("awaitEnd: the deadline is a System.nanoTime(), an hour from now in this test.", () ->
                assertThat(scope.outcome()).as("The outcome. DEADLINE would say that no time is left").isEqualTo(Outcome.FAILED));
        hint("cancel: true is for the one call whose compareAndSet has decided; fail(e) keeps its failure only then.", () ->
                assertThat(scope.failure()).as("The failure: of the part that has failed first. One that was interrupted then fails, too")
                        .isSameAs(failure));
        assertInterruptedOnce();
    }

    @Test
    @Order(16)
    @DisplayName("Given: a part that fails has failed the request when run() returns, whatever it dies of")
    void failedAtTheEnd() throws Exception {
        var exception = DyingPart.run(new IllegalStateException("as this test wants"));
        hint("Wait for the end of each part's thread, as join does. Where something else tells the end, such as a latch, it comes after"
                     + " fail(e): it is the last thing that a part does.", () ->
                assertThat(exception.committed())
                        .as("Whether the request could be committed when run() had returned, although a part had failed. The failure is%n"
                                    + "recorded before run() returns. What the part had done since it failed:%n%s", exception.steps())
                        .isFalse());
        var error = DyingPart.run(new NoClassDefFoundError("as this test wants"));
        hint("perform: whatever a part throws is a failure, an Error too: catch (Throwable e).", () ->
                assertThat(error.committed()).as("Whether the request could be committed, although a part had died of an Error").isFalse());
    }

    @Exercise(hint = "cancel: one compareAndSet from null. Who comes second gets false and does nothing.")
    @Order(17)
    @DisplayName("The first cause counts, and the parts are interrupted once")
    void firstCause() {
        var causes = EnumSet.complementOf(EnumSet.of(Outcome.COMMITTED));
        causes.forEach(first -> causes.forEach(second -> assertFirstCounts(first, second)));
    }

    private void assertFirstCounts(Outcome first, Outcome second) {
        var cancelled = new CancellationScope();
        var stops = newPart();
        var run = run(cancelled, List.of(stops), in(LONG));
        assertThat(stops.awaitBegin()).as("The part has begun").isTrue();

        assertThat(cancelled.cancel(first)).as("cancel(%s), which comes first", first).isTrue();
        assertThat(stops.awaitInterrupt()).as("The part is interrupted").isTrue();
        boolean told = cancelled.cancel(second);
        assertThat(cancelled.outcome()).as("The outcome after cancel(%s) and cancel(%s): what came first", first, second).isEqualTo(first);
        assertThat(told).as("cancel(%s), which comes second", second).isFalse();
        stops.stop();
        returns(run, "run() has not returned, although its part has stopped");
        assertInterruptedOnce(stops);
    }

    @Test
    @Order(18)
    @DisplayName("Given: a request that is cancelled before its parts start never starts them")
    void cancelledBefore() {
        scope.cancel(Outcome.CLIENT_GONE);
        var run = run(List.of(part), LONG);
        hint(STARTED_ALONE, () -> returns(run, "run() has not returned, although nothing had to start"));

        assertThat(part.hasBegun()).as("The part has begun").isFalse();
    }

    @Exercise(hint = "run: start(work) starts the parts under the lock that interruptAll takes; cancel interrupts those that have started.")
    @Order(19)
    @DisplayName("Where a request is cancelled while its parts start, each part is interrupted or never starts")
    void cancelledMeanwhile() {
        var second = newPart();
        var run = run(new Works(part, second) {
            @Override
            void before(int index) {
                if (index == 1) {
                    leave();
                }
            }
        }, LONG);

        assertThat(!part.awaitBegin() || part.awaitInterrupt()).as("The part that was started before is interrupted").isTrue();
        assertThat(!second.hasBegun() || second.awaitInterrupt()).as("A part that starts all the same is interrupted").isTrue();
        part.stop();
        second.stop();
        hint(STARTED_ALONE, () -> returns(run, "run() has not returned, although its parts have stopped"));
    }

    @Exercise(hint = "awaitEnd: the time that is left is deadline - System.nanoTime(), computed anew for each part.")
    @Order(20)
    @DisplayName("The deadline is one for all parts")
    void deadlineForAll() {
        var parts = new ArrayList<Work>();
        for (int end = 1; end <= 60; end++) {
            parts.add(Work.lasting(Duration.ofMillis(50 * end)));
        }
        parts.add(part);
        var run = run(parts, Duration.ofMillis(300));

        assertInterruptedByDeadline(run, part, "The part is interrupted when the deadline for all parts together has passed,"
                + " while others still end one by one");
        part.stop();
        returns(run, "run() has not returned after its deadline");
        assertOutcome(scope, Outcome.DEADLINE);
    }

    @Test
    @Order(21)
    @DisplayName("Given: a deadline that is as far away as can be cancels nothing")
    void farDeadline() {
        Work work = () -> Thread.sleep(20);
        returns(run(List.of(work, work), System.nanoTime() + Long.MAX_VALUE - LONG.toNanos()),
                "run() has not returned, although its parts have ended");

        hint("awaitEnd: the time that is left is a difference, deadline - System.nanoTime(). The two are not compared: their numbers may"
                     + " overflow, and the later one is the smaller one then.", () ->
                assertThat(scope.outcome()).as("The outcome when all parts are done, and the deadline is centuries away: it is open, and"
                                                       + " nothing has been cancelled").isNull());
    }

    @Exercise(hint = "run: start(work) says what it could not start by failing the scope; wait and join as ever.")
    @Order(22)
    @DisplayName("Where a part can't be started, those that have been are stopped and joined")
    void cannotStart() {
        var run = run(() -> {
            new WhenThreadsAreMade(1, () -> {
                throw new OutOfMemoryError("unable to create a thread, as this test wants");
            });
            scope.run(List.of(part, part), in(LONG));
        });

        boolean interrupted = part.awaitBegin() && part.awaitInterrupt();
        assertThat(thrown).as("What run() throws when a part can't be started: the one that was would be left alone").isNull();
        assertThat(interrupted).as("The part that was started is interrupted").isTrue();
        run.awaitPause();
        assertThat(run.isDone()).as("run() has returned, and a part still runs").isFalse();
        part.stop();
        returns(run, "run() has not returned, although its part has stopped");
        assertThat(scope.outcome()).as("The outcome").isEqualTo(Outcome.FAILED);
    }

    @Test
    @Order(23)
    @DisplayName("Given: of two that decide at the same time, one does")
    void race() throws ReflectiveOperationException {
        var loader = new SteppingLoader(CancellationScope.class);
        Class<?> stepping = loader.load();
        Object[] causes = loader.load(Outcome.class).getEnumConstants();
        var commit = Call.of(stepping, "commit");
        var leaves = Call.of(stepping, "cancel", causes[Outcome.CLIENT_GONE.ordinal()]);
        var isLate = Call.of(stepping, "cancel", causes[Outcome.DEADLINE.ordinal()]);
        for (var calls : List.of(new Interleavings(stepping, leaves, isLate), new Interleavings(stepping, leaves, commit),
                                 new Interleavings(stepping, commit, leaves))) {
            for (Interleavings.Run run : calls.runs()) {
                hint("cancel: to look first and to write then is two steps, and another thread fits between. compareAndSet is one, and tells"
                             + " whether it has decided.", () ->
                        assertThat(run.told())
                                .as("Two threads decide at the same moment, and their steps follow on each other like this:%n%s%n"
                                            + "How many of the two have been told that they decided", run.steps())
                                .isEqualTo(1));
            }
        }
    }

    @Test
    @Order(24)
    @DisplayName("Given: the deadline does not go by the wall clock, which may be set at any time")
    void noWallClock() {
        hint(TIME_LEFT, () -> assertThat(SteppingLoader.calls(CancellationScope.class)).filteredOn(call -> call.matches(WALL_CLOCK))
                .as("What CancellationScope asks for the wall clock's time. Where that is set back by a minute, the deadline comes a minute late")
                .isEmpty());
    }

    @Test
    @Order(25)
    @DisplayName("Given: run() returns only when every part has stopped, however soon a limit is over")
    void joinsWithoutLimit() throws ReflectiveOperationException {
        Class<?> stepping = new SteppingLoader(CancellationScope.class).load();
        var constructor = stepping.getDeclaredConstructor();
        constructor.setAccessible(true);
        Object hasNoTime = constructor.newInstance();
        var thread = new SteppedThread("run()", new ArrayList<>());
        Background.run(() -> {
            thread.begin();
            return Call.of(stepping, "run", List.of(part), in(LONG)).on(hasNoTime);
        });
        thread.takeAll();
        part.awaitBegin();
        thread.takeAll();
        boolean hasReturned = thread.hasEnded();
        part.end();
        while (!thread.hasEnded()) {
            thread.takeAll();
        }
        hint("joinAll: join() without a limit, as long as the part is alive. How long it takes to stop is its own business.", () ->
                assertThat(hasReturned).as("run() has returned while its part still runs: joinAll waits for a limited time, or is not called%n"
                                                   + "after each awaitEnd. In this test, every limit is over at once").isFalse());
    }

    private void assertInterruptedByDeadline(Background<?> run, Part interrupted, String description) {
        boolean inTime = interrupted.awaitInterrupt();
        if (!inTime && run.isDone()) {
            hint(TIME_IN_MILLISECONDS, () -> assertThat(thrown).as("What run() throws while it waits for the deadline").isNull());
        }
        hint(scope.outcome() == Outcome.DEADLINE
                     ? "awaitEnd: cancel(Outcome.DEADLINE) decides and interrupts. To set the outcome alone stops nobody. cancel: all parts are"
                             + " interrupted, those behind one that has ended as well."
                     : TIME_LEFT, () ->
                assertThat(inTime).as(description).isTrue());
    }
}
