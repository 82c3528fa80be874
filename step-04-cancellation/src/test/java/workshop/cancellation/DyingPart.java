package workshop.cancellation;

import java.lang.reflect.Constructor;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

import workshop.plumbing.launch.Work;
import workshop.testkit.interleaving.Call;
import workshop.testkit.interleaving.SteppedThread;
import workshop.testkit.interleaving.SteppingLoader;
import workshop.testkit.wait.Background;

/**
 * A part that fails, the only one of a request. From then on its thread goes on step by step, and after each of them whoever waits
 * for it has all the time to return too early: no luck is needed for that, and no second processor.
 */
final class DyingPart {
    private final List<String> steps = new ArrayList<>();
    private final SteppedThread thread = new SteppedThread("the part", steps);

    private DyingPart() {
    }

    /**
     * How it ended.
     *
     * @param committed whether the request could be committed when run() had returned
     * @param steps     what the part had done by then since it failed
     */
    record End(boolean committed, String steps) {
    }

    /**
     * Runs a request with such a part.
     *
     * @param failure an exception that is not checked, or an error
     */
    static End run(Throwable failure) throws Exception {
        Class<?> stepping = new SteppingLoader(CancellationScope.class).load();
        Constructor<?> constructor = stepping.getDeclaredConstructor();
        constructor.setAccessible(true);
        return new DyingPart().run(stepping, constructor.newInstance(), failure);
    }

    private End run(Class<?> stepping, Object scope, Throwable failure) throws Exception {
        List<Work> work = List.of(() -> fail(failure));
        Call run = Call.of(stepping, "run", work, ScopeScenario.in(ScopeScenario.LONG));
        var running = Background.run(() -> run.on(scope));
        while (!running.awaitPause().isDone() && !thread.hasEnded()) {
            thread.take(1);
        }
        running.result("run() has not returned, although its part has failed");
        String done = steps.stream().map(step -> "  " + step).collect(Collectors.joining(System.lineSeparator()));
        boolean committed = (boolean) Call.of(stepping, "commit").on(scope);
        thread.takeAll();
        return new End(committed, done);
    }

    private void fail(Throwable failure) {
        thread.begin();
        switch (failure) {
            case RuntimeException exception -> throw exception;
            case Error error -> throw error;
            default -> throw new IllegalArgumentException(failure);
        }
    }
}
