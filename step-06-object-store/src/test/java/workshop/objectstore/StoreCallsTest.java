package workshop.objectstore;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.s3.model.S3Exception;

import workshop.testkit.exercise.Exercise;
import workshop.testkit.wait.Background;
import workshop.testkit.wait.Patience;
import workshop.testkit.wait.Uninterrupted;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

@DisplayName("Step 06, one call to the store")
@Order(1)
class StoreCallsTest {
    private static final Duration CAP = Patience.of(Duration.ofSeconds(2));

    private static final Duration SOME_TIME = Duration.ofMillis(500);

    private final StoreCalls calls = new StoreCalls(Duration.ofMillis(100));
    private final StoreCalls patient = new StoreCalls(Duration.ofHours(1));
    private final AtomicInteger tries = new AtomicInteger();
    private final AtomicInteger underWay = new AtomicInteger();
    private final AtomicReference<Thread> last = new AtomicReference<>();
    private final CountDownLatch begun = new CountDownLatch(1);

    @Exercise(hint = "StoreCalls.once: run the call on a virtual thread, and return what it returns.")
    @Order(1)
    @DisplayName("What the store answers is what the caller gets")
    void answered() {
        var caller = Thread.currentThread();
        var answer = new AtomicReference<String>();
        assertThat(catchThrowable(() -> answer.set(calls.perform("answer", () -> {
            last.set(Thread.currentThread());
            while (caller != last.get() && caller.getState() == Thread.State.RUNNABLE) {
                Thread.onSpinWait(); // until it waits for the answer
            }
            return "yes";
        })))).as("Why there is no answer, of a call that is answered at once, with a limit of a tenth of a second").isNull();
        assertThat(answer).as("The answer").hasValue("yes");
        assertThat(last.get().isVirtual()).as("Whether the try ran on a virtual thread, where an interrupt ends what it waits for").isTrue();
    }

    @Exercise(hint = "StoreCalls.once: what the call throws is the cause of the ExecutionException. StoreFailure.of makes a failure of it.")
    @Order(2)
    @DisplayName("A store that is not well is asked three times; one that refuses is asked once")
    void triedAgain() {
        assertThat(failure(calls, () -> refuse(503)).mayPass()).as("Whether a 503 may pass").isTrue();
        assertThat(tries.getAndSet(0)).as("Tries of a call that is answered with 503").isEqualTo(3);

        assertThat(failure(calls, () -> refuse(404)).isAbsence()).as("Whether a 404 means that there is nothing").isTrue();
        assertThat(tries.get()).as("Tries of a call that is answered with 404").isEqualTo(1);

        assertThat(calls.<String>perform("answer at last", () -> tries.incrementAndGet() < 3 ? refuse(500) : "yes"))
                .as("The answer of the third try").isEqualTo("yes");
    }

    @Exercise(hint = "StoreCalls.once: get(limit) throws a TimeoutException. That is a StoreFailure.noAnswer.")
    @Order(3)
    @DisplayName("A store that does not answer is waited for as long as the limit says, and asked again")
    void unanswered() {
        var call = Background.run(() -> failure(calls, this::hang));
        assertThat(call.result("Nobody has ended a call whose store does not answer, although its limit is a tenth of a second").mayPass())
                .as("Whether an answer that did not come may come next time").isTrue();
        assertThat(tries.get()).as("Tries of a call that is not answered").isEqualTo(3);
    }

    @Exercise(hint = "StoreCalls.once: in finally, interrupt the thread of the try, and join it: what still runs may write to the store. An InterruptedException"
            + " passes: who is interrupted does not try again.")
    @Order(4)
    @DisplayName("When a call is given up, its try has ended, and not only soon after")
    void nothingGoesOn() throws InterruptedException {
        var ending = new CountDownLatch(1);
        var end = new CountDownLatch(1);
        var call = Background.run(() -> failure(patient, () -> {
            try {
                return hang();
            } finally {
                ending.countDown();
                Uninterrupted.await(end, CAP); // as when a connection takes its time to close
            }
        }));
        begun.await();
        call.interrupt();
        assertThat(Uninterrupted.await(ending, CAP)).as("The try is interrupted when nobody waits for it any more").isTrue();
        boolean givenUp = call.isDone(SOME_TIME);
        end.countDown();
        assertThat(givenUp).as("Whether the call was given up while its try still ran").isFalse();
        call.result("The call does not end, although its try has");
    }

    @Exercise(hint = "StoreCalls.once: an interrupt of whoever waits ends the try, too. get() throws InterruptedException then: let it pass.")
    @Order(5)
    @DisplayName("Whoever is interrupted while it waits for the store waits no more, and nothing of its call goes on")
    void interrupted() throws InterruptedException {
        var call = Background.run(() -> failure(patient, this::hang));
        begun.await();
        call.interrupt();
        call.result("The caller was interrupted, and still waits for the store");
        assertThat(underWay).as("Tries that still run").hasValue(0);
        assertThat(tries.get()).as("Tries: nobody asks again once the caller is interrupted").isEqualTo(1);
    }

    private String hang() throws InterruptedException {
        tries.incrementAndGet();
        last.set(Thread.currentThread());
        underWay.incrementAndGet();
        begun.countDown();
        try {
            new CountDownLatch(1).await();
            return "never";
        } finally {
            underWay.decrementAndGet();
        }
    }

    private String refuse(int status) {
        tries.incrementAndGet();
        last.set(Thread.currentThread());
        throw S3Exception.builder().statusCode(status).message("by the test").build();
    }

    private StoreFailure failure(StoreCalls calls, Callable<String> call) {
        var failure = catchThrowableOfType(StoreFailure.class, () -> calls.perform("fail", call));
        assertThat(last.get()).as("The thread of a try: one of its own, which can be ended").isNotSameAs(Thread.currentThread());
        return failure;
    }
}
