package workshop.testkit.exercise;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Prints what escapes from threads of the learner's while the tests of a step run: the first exception of each kind with its
 * trace, and at the end how many more there were. A thread for each part of each request may throw the same a hundred times. JUnit
 * finds this by the service loader.
 */
public final class UncaughtExceptions implements BeforeAllCallback {
    @Override
    public void beforeAll(ExtensionContext context) {
        if (TimeLimit.isOfAStep(context.getRequiredTestClass())) {
            context.getRoot().getStore(ExtensionContext.Namespace.create(UncaughtExceptions.class))
                    .getOrComputeIfAbsent(Printed.class, _ -> new Printed());
        }
    }

    /** What has been printed in this run, which ends with its store. */
    private static final class Printed implements Thread.UncaughtExceptionHandler, AutoCloseable {
        private final Thread.UncaughtExceptionHandler before = Thread.getDefaultUncaughtExceptionHandler();
        private final Map<String, Integer> kinds = new ConcurrentHashMap<>();

        Printed() {
            Thread.setDefaultUncaughtExceptionHandler(this);
        }

        @Override
        public void uncaughtException(Thread thread, Throwable failure) {
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
