package workshop.testkit.exercise;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Prints what escapes from threads of the learner's while the tests of a step run: the first exception of each kind with its
 * trace, and at the end how many more there were. A thread for each part of each request may throw the same a hundred times. What
 * has escaped during a test is remembered until the next one. JUnit finds this by the service loader.
 */
public final class UncaughtExceptions implements BeforeAllCallback, BeforeEachCallback {
    @Override
    public void beforeAll(ExtensionContext context) {
        if (TimeLimit.isOfAStep(context.getRequiredTestClass())) {
            store(context).getOrComputeIfAbsent(Printed.class, _ -> new Printed());
        }
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        printed(context).ifPresent(printed -> printed.latest = null);
    }

    /** What has escaped from a thread during this test, from code of this workshop; the latest, if there is more. */
    static Optional<Throwable> latest(ExtensionContext context) {
        return printed(context).map(printed -> printed.latest).filter(escaped -> !UnexpectedFailure.place(escaped).isEmpty());
    }

    private static Optional<Printed> printed(ExtensionContext context) {
        return Optional.ofNullable(store(context).get(Printed.class, Printed.class));
    }

    private static ExtensionContext.Store store(ExtensionContext context) {
        return context.getRoot().getStore(ExtensionContext.Namespace.create(UncaughtExceptions.class));
    }

    /** What has been printed in this run, which ends with its store. */
    private static final class Printed implements Thread.UncaughtExceptionHandler, AutoCloseable {
        private final Thread.UncaughtExceptionHandler before = Thread.getDefaultUncaughtExceptionHandler();
        private final Map<String, Integer> kinds = new ConcurrentHashMap<>();
        private volatile Throwable latest;

        Printed() {
            Thread.setDefaultUncaughtExceptionHandler(this);
        }

        @Override
        public void uncaughtException(Thread thread, Throwable failure) {
            latest = failure;
            if (kinds.merge(failure.getClass().getName() + UnexpectedFailure.place(failure), 1, Integer::sum) == 1) {
                System.err.printf("Exception in thread \"%s\" ", thread.getName());
                failure.printStackTrace();
            }
        }

        @Override
        public void close() {
            Thread.setDefaultUncaughtExceptionHandler(before);
            kinds.forEach((kind, count) -> {
                if (count > 1) {
                    System.err.printf("… and %d more like it: %s%n", count - 1, kind);
                }
            });
        }
    }
}
