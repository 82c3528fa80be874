package workshop.testkit.exercise;

import java.lang.management.ManagementFactory;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.InvocationInterceptor;
import org.junit.jupiter.api.extension.ReflectiveInvocationContext;

import static org.junit.platform.commons.support.AnnotationSupport.isAnnotated;

/**
 * How long a test of a step may take. Whatever a learner writes, a test that would wait for ever is red when the time is over, and
 * says where the learner's code holds it. JUnit finds this by the service loader.
 * <p>
 * Once a test was held, the others have two seconds: what holds it holds most of them, and the verdict is red already.
 * <p>
 * The test, and each of what comes before and after it, runs on a thread of its own, which is left behind then. A test or a class
 * with a {@link Timeout} of its own is JUnit's business, and one that somebody debugs has all the time.
 */
public final class TimeLimit implements InvocationInterceptor {
    /** The limit in seconds, in place of the usual one; a configuration parameter of JUnit. */
    static final String SECONDS_PROPERTY = "workshop.seconds";

    private static final Pattern STEP = Pattern.compile("/step-\\d\\d-[^/]+/target/");
    private static final int USUAL_SECONDS = 10;
    private static final int SECONDS_WITH_PROCESSES = 60;
    private static final String HELD = "a test was held";
    private static final Duration AFTER_A_FAILURE = Duration.ofSeconds(2);

    /** Rounds of a race, as each of them knows it, and how many there are usually. */
    private static final double LONGER_RACES = Math.max(1, Integer.getInteger("race.rounds", 300) / 300.0);

    private static final boolean DEBUGGED = ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
            .anyMatch(option -> option.startsWith("-agentlib:jdwp") || option.startsWith("-Xrunjdwp"));

    @Override
    public <T> T interceptTestClassConstructor(Invocation<T> invocation, ReflectiveInvocationContext<Constructor<T>> call,
                                               ExtensionContext context) throws Throwable {
        return limited(invocation, context);
    }

    @Override
    public void interceptBeforeEachMethod(Invocation<Void> invocation, ReflectiveInvocationContext<Method> call,
                                          ExtensionContext context) throws Throwable {
        limited(invocation, context);
    }

    @Override
    public void interceptTestMethod(Invocation<Void> invocation, ReflectiveInvocationContext<Method> call,
                                    ExtensionContext context) throws Throwable {
        limited(invocation, context);
    }

    @Override
    public void interceptTestTemplateMethod(Invocation<Void> invocation, ReflectiveInvocationContext<Method> call,
                                            ExtensionContext context) throws Throwable {
        limited(invocation, context);
    }

    @Override
    public void interceptAfterEachMethod(Invocation<Void> invocation, ReflectiveInvocationContext<Method> call,
                                         ExtensionContext context) throws Throwable {
        if (context.getExecutionException().isPresent() && isLimited(context)) {
            start(invocation, new AtomicReference<>(), new AtomicReference<>())
                    .join(AFTER_A_FAILURE); // the test is red already: nobody waits long for this
        } else {
            limited(invocation, context);
        }
    }

    private static <T> T limited(Invocation<T> invocation, ExtensionContext context) throws Throwable {
        if (!isLimited(context)) {
            return invocation.proceed();
        }
        var result = new AtomicReference<T>();
        var failure = new AtomicReference<Throwable>();
        Thread thread = start(invocation, result, failure);
        Duration limit = limit(context);
        if (!thread.join(limit)) {
            store(context).put(HELD, true);
            throw Standstill.end(thread, context.getRequiredTestClass(), limit);
        }
        if (failure.get() != null) {
            throw failure.get();
        }
        return result.get();
    }

    private static <T> Thread start(Invocation<T> invocation, AtomicReference<T> result, AtomicReference<Throwable> failure) {
        return Thread.ofPlatform().daemon().name("the test").start(() -> {
            try {
                result.set(invocation.proceed());
            } catch (Throwable e) {
                failure.set(e);
            }
        });
    }

    private static boolean isLimited(ExtensionContext context) {
        return !DEBUGGED && isOfAStep(context.getRequiredTestClass())
                && !isAnnotated(context.getElement(), Timeout.class) && !isAnnotated(context.getRequiredTestClass(), Timeout.class);
    }

    /** Whether a test belongs to a step, and not to what the steps stand on. */
    static boolean isOfAStep(Class<?> test) {
        return STEP.matcher(Standstill.location(test)).find();
    }

    private static Duration limit(ExtensionContext context) {
        boolean processes = context.getRequiredTestClass().getSimpleName().endsWith("IT");
        double usual = (processes ? SECONDS_WITH_PROCESSES : USUAL_SECONDS) * LONGER_RACES;
        double seconds = context.getConfigurationParameter(SECONDS_PROPERTY, Double::valueOf).orElse(usual);
        Duration limit = Duration.ofMillis((long) (seconds * TimeUnit.SECONDS.toMillis(1)));
        boolean isRed = store(context).get(HELD) != null;
        return isRed && limit.compareTo(AFTER_A_FAILURE) > 0 ? AFTER_A_FAILURE : limit;
    }

    private static ExtensionContext.Store store(ExtensionContext context) {
        return context.getRoot().getStore(ExtensionContext.Namespace.create(TimeLimit.class));
    }
}
