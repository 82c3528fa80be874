package workshop.objectstore;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

import workshop.testkit.exercise.Exercise;
import workshop.testkit.server.RecordedLog;
import workshop.testkit.wait.Background;
import workshop.testkit.wait.Uninterrupted;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static workshop.testkit.exercise.Hint.hint;

@DisplayName("Step 06, one object")
@Order(2)
class StagedObjectTest extends StoreScenario {
    private static final String ID = "0e5ff4a4-0001-4000-8000-000000000001";

    private final RecordedLog log = new RecordedLog();
    private final CleanUps cleanUps = new CleanUps(CAP);

    @AfterEach
    void closeLog() {
        log.close();
    }

    private StagedObject object() {
        return new StagedObject(ID, store(), cleanUps, 100);
    }

    private StagedObject uploaded() {
        var object = object();
        object.append("a line\n");
        return object;
    }

    @Test
    @Order(1)
    @DisplayName("Given: a commit completes the upload: only then there is an object")
    void committed() {
        var object = uploaded();
        assertThat(objects()).as("The objects before the commit").isEmpty();
        object.commit();
        assertThat(objects()).as("The objects after the commit").containsExactly(ID);
        assertThat(uploads()).as("The uploads under way after the commit").isEmpty();
        assertThat(proxy.count(Operation.LOOK)).as("Questions for an object whose completion was answered: none is needed").isZero();
    }

    @Test
    @Order(2)
    @DisplayName("Given: a rollback of which nothing was begun is none, and neither warns")
    void nothingBegun() {
        object().rollBack();
        assertNothingLeft();
        assertThat(log.warnings()).as("Warnings").isEmpty();
    }

    @Exercise(hint = "StagedObject.rollBack returns at once: it hands remove() to the clean-ups. remove() aborts the upload, once there is one.")
    @Order(3)
    @DisplayName("A rollback leaves nothing, and may be asked for twice")
    void rolledBack() {
        var object = uploaded();
        object.rollBack();
        object.rollBack();
        assertNothingLeft();
        object.rollBack();
        assertNothingLeft();
        assertThat(log.warnings()).as("Warnings: that there is nothing to abort is no failure").isEmpty();
    }

    @Exercise(hint = "StagedObject.remove: an upload may have been begun although its answer was lost. store.uploads(id) lists those.")
    @Order(4)
    @DisplayName("The answer to the beginning is lost: what was begun is aborted")
    void beginningLost() {
        var object = object();
        proxy.harm(Operation.BEGIN, Harm.ANSWER_LOST, FaultProxy.ALWAYS);
        assertThat(catchThrowable(() -> object.append("a line\n"))).as("What the part says").isInstanceOf(StoreFailure.class);
        assertThat(uploads()).as("The uploads under way: one of each try").hasSize(StoreCalls.TRIES);
        object.rollBack();
        assertNothingLeft();
    }

    @Test
    @Order(5)
    @DisplayName("Given: a client leaves while the upload is just being begun: the clean-up is told of it, when its beginning is answered")
    void beginningLate() {
        var begins = new CountDownLatch(1);
        var goOn = new CountDownLatch(1);
        proxy.before(Operation.BEGIN, () -> {
            begins.countDown();
            Uninterrupted.await(goOn, CAP);
        });
        var store = store();
        var object = new StagedObject(ID, store, cleanUps, 100);
        var part = Background.run(() -> object.append("a line\n"));
        assertThat(Uninterrupted.await(begins, CAP)).as("Whether the upload is being begun").isTrue();
        part.interrupt();
        assertThat(catchThrowable(() -> part.result("The part still waits for the store, although it is interrupted")))
                .as("What the part says").isInstanceOf(StoreFailure.class);
        var uploads = Background.run(() -> store.uploads(ID)).awaitPause();
        goOn.countDown();
        var told = uploads.result("Nobody waits any more for what was begun");
        assertThat(told).as("The uploads that the clean-up is told of").hasSize(1);
        store.abort(ID, told.getFirst());
        assertThat(awaitNoUploads()).as("The uploads under way in the end").isEmpty();
    }

    @Exercise(hint = "StagedObject.remove throws the StoreFailure of a store that does not answer: the clean-ups call it again.")
    @Order(6)
    @DisplayName("The store is away when the upload is to be aborted: it is aborted when the store is back")
    void abortedLater() {
        var object = uploaded();
        proxy.harmAll(Harm.RESET);
        var rollBack = Background.run(object::rollBack);
        rollBack.result("rollBack() waits for the store: the one who asks for it has a client to answer");
        assertThat(log.await("can't be removed yet", 1, CAP)).as("Warnings of an abort that is not done").isEqualTo(1);
        assertThat(uploads()).as("The uploads under way").containsExactly(ID);
        proxy.heal();
        assertNothingLeft();
        assertThat(log.warnings()).as("Warnings: one, however often it is tried").hasSize(1);
    }

    @Exercise(hint = "StagedObject.rollBack: this thread may be interrupted, as at a stop. The clean-ups have threads of their own.")
    @Order(7)
    @DisplayName("A rollback by a thread that is interrupted is made, too")
    void byAnInterruptedThread() {
        var object = uploaded();
        Background.run(() -> {
            Thread.currentThread().interrupt();
            object.rollBack();
        }).result("rollBack() does not return");
        assertNothingLeft();
    }

    @Exercise(hint = "StagedObject.commit: after a failure of complete, ask whether the object is there. If it is, all is well.")
    @Order(8)
    @DisplayName("The answer to the completion is lost: the object is there, so it is committed")
    void answerLost() {
        var object = uploaded();
        proxy.harm(Operation.COMPLETE, Harm.ANSWER_LOST, FaultProxy.ALWAYS);
        assertThat(catchThrowable(object::commit)).as("What the commit throws, although the object is there").isNull();
        assertThat(objects()).as("The objects").containsExactly(ID);
    }

    @Exercise(hint = "StagedObject.commit: if the object is not there, the commit fails, with what complete has thrown.")
    @Order(9)
    @DisplayName("The completion is refused: the commit fails, and the upload is aborted")
    void refused() {
        var swept = uploaded();
        var neighbour = store();
        neighbour.uploads(ID).forEach(upload -> neighbour.abort(ID, upload));
        assertThat(catchThrowable(swept::commit))
                .as("What a commit says whose upload somebody else has aborted, as a sweep does. The store refuses it with 404, and has no object")
                .isInstanceOf(StoreFailure.class);
        int before = proxy.count(Operation.COMPLETE);
        var object = uploaded();
        proxy.harm(Operation.COMPLETE, Harm.SLOW_DOWN, FaultProxy.ALWAYS);
        assertThat(catchThrowable(object::commit)).as("What a commit says that the store refuses").isInstanceOf(StoreFailure.class)
                .hasMessageContaining("SlowDown");
        assertThat(proxy.count(Operation.COMPLETE) - before).as("Tries of the completion").isEqualTo(StoreCalls.TRIES);
        object.rollBack();
        assertNothingLeft();
    }

    @Exercise(hint = "StagedObject.isThere: abort before you say that the object is not there. A completion on its way finds no upload then.")
    @Order(10)
    @DisplayName("The completion is late: once the commit has failed, it makes no object any more")
    void late() throws InterruptedException {
        var object = uploaded();
        proxy.harm(Operation.COMPLETE, Harm.LATE, FaultProxy.ALWAYS);
        assertThat(catchThrowable(object::commit)).as("What the commit says").isInstanceOf(StoreFailure.class);
        proxy.letLateArrive();
        assertThat(objects()).as("The objects, when the late completion has arrived after the commit failed").isEmpty();
    }

    @Exercise(hint = "StagedObject.isThere: ask again when the abort is over. The completion may have been faster.")
    @Order(11)
    @DisplayName("The completion is done between the question and the abort: it is committed")
    void overtaken() {
        var object = uploaded();
        proxy.harm(Operation.COMPLETE, Harm.LATE, FaultProxy.ALWAYS);
        proxy.before(Operation.ABORT, proxy::letLateArrive);
        assertThat(catchThrowable(object::commit)).as("What the commit throws, although the completion was faster than the abort").isNull();
        assertThat(objects()).as("The objects").containsExactly(ID);
    }

    @Exercise(hint = "StagedObject.isThere: a StoreFailure there means that nobody knows. Log it, and fail the commit. StagedObject.remove:"
            + " after a completion was asked for, abort the upload and delete the object, too.")
    @Order(12)
    @DisplayName("Nobody can tell whether it is complete: the commit fails, the log says so, and in the end nothing is left")
    void inDoubt() {
        var object = uploaded();
        proxy.harm(Operation.COMPLETE, Harm.ANSWER_LOST, FaultProxy.ALWAYS);
        proxy.harm(Operation.LOOK, Harm.ERROR, FaultProxy.ALWAYS);
        assertThat(catchThrowable(object::commit)).as("What a commit says that is in doubt").isInstanceOf(StoreFailure.class);
        assertThat(log.warnings()).filteredOn(warning -> warning.contains(ID)).as("Warnings of a commit that is in doubt")
                .singleElement().asString().contains("in doubt");
        assertThat(objects()).as("The objects: this one is complete, and nobody has been told").containsExactly(ID);
        object.rollBack();
        assertNothingLeft();
    }

    @Exercise(hint = "StagedObject.remove: first abort, then delete. Behind the abort no completion makes an object any more.")
    @Order(13)
    @DisplayName("It is in doubt, and the completion is made while everything is being removed: in the end nothing is left")
    void lateInDoubt() {
        var object = uploaded();
        proxy.harm(Operation.COMPLETE, Harm.LATE, FaultProxy.ALWAYS);
        proxy.harm(Operation.ABORT, Harm.ERROR, StoreCalls.TRIES);
        assertThat(catchThrowable(object::commit)).as("What a commit says that is in doubt").isInstanceOf(StoreFailure.class);
        hint("StagedObject.isThere: an abort that fails is no fence: the object may still come. That is in doubt, too.",
             () -> assertThat(log.warnings()).filteredOn(warning -> warning.contains(ID))
                     .as("Warnings of a commit whose upload could not be aborted: it is in doubt").singleElement()
                     .asString().contains("in doubt"));
        proxy.before(Operation.ABORT, proxy::letLateArrive);
        object.rollBack();
        assertNothingLeft();
    }

    @Test
    @Order(14)
    @DisplayName("Given: a stop waits a while for a store that is away, says that something is left, and asks for nothing more")
    void stoppedWhileAway() {
        var impatient = new CleanUps(Duration.ofMillis(100));
        var ended = new CountDownLatch(1);
        impatient.add(ID, () -> {
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException e) {
                ended.countDown();
            }
        });
        Background.run(impatient::close).result("The stop waits longer than it may for a store that is away");
        assertThat(log.warnings()).as("Warnings").singleElement().asString().contains("does not let go of 1");
        assertThat(Uninterrupted.await(ended, CAP)).as("Whether the removal has ended with the stop").isTrue();
    }

    private void assertNothingLeft() {
        Background.run(cleanUps::close).isDone(CAP.plus(Duration.ofSeconds(1)));
        assertThat(awaitNoUploads()).as("The uploads under way in the end").isEmpty();
        assertThat(objects()).as("The objects in the end").isEmpty();
    }
}
