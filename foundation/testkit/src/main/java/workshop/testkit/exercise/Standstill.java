package workshop.testkit.exercise;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Where the threads stand when the time of a test is over: the test's own, and those that are in the learner's code.
 */
final class Standstill {
    private static final int MOST_OTHERS = 3;

    private final Class<?> test;

    private Standstill(Class<?> test) {
        this.test = test;
    }

    /** Gives a test up whose time is over, and says how things stood. */
    static AssertionError end(Thread thread, Class<?> test, Duration limit) {
        StackTraceElement[] own = thread.getStackTrace();
        String message = new Standstill(test).message(thread, List.of(own), limit);
        thread.interrupt();
        var failure = new AssertionError(message);
        failure.setStackTrace(own);
        return failure;
    }

    /** Where the classes come from that a class has been compiled with. */
    static String location(Class<?> of) {
        return Optional.ofNullable(of.getProtectionDomain().getCodeSource()).map(source -> source.getLocation().toString()).orElse("");
    }

    private String message(Thread thread, List<StackTraceElement> own, Duration limit) {
        var lines = new ArrayList<String>();
        lines.add("The test still waits after %s s%s.".formatted(limit.toSeconds(), first(own, this::isTests).map(frame -> "," + in(frame)).orElse("")));
        first(own, this::isLearners).ifPresent(frame -> lines.add("Your code holds it" + in(frame) + "."));
        others(thread).limit(MOST_OTHERS).forEach(frame -> lines.add("Another thread is%s.".formatted(in(frame))));
        if (lines.size() == 1) {
            lines.add("No thread is in your code any more: nobody is left to do what it waits for.");
        }
        return String.join(System.lineSeparator(), lines);
    }

    private Stream<StackTraceElement> others(Thread thread) {
        return ThreadDump.now().threads().stream()
                .filter(other -> other.id() > thread.threadId()) // they are later, unless an earlier test has left them behind
                .flatMap(other -> first(other.frames(), Standstill::isWritten).stream())
                .filter(this::isLearners) // a part of the test's that the learner's code only calls is the test's business
                .distinct();
    }

    /** Whether it is the learner's code or that of their test: what waits in the plumbing waits for the one who calls it. */
    private static boolean isWritten(StackTraceElement frame) {
        return frame.getClassName().startsWith("workshop.") && !frame.getClassName().startsWith("workshop.plumbing.");
    }

    private static String in(StackTraceElement frame) {
        String type = frame.getClassName().substring(frame.getClassName().lastIndexOf('.') + 1).replaceAll("\\$.*", "");
        String method = frame.getMethodName().replaceAll("lambda\\$(.+)\\$\\d+", "$1");
        return " in %s.%s (%s:%d)".formatted(type, method, frame.getFileName(), frame.getLineNumber());
    }

    /** The learner's classes are in the package of their tests, and come from another place. */
    private boolean isLearners(StackTraceElement frame) {
        return isOfPackage(frame) && !location(frame).equals(location(test));
    }

    private boolean isTests(StackTraceElement frame) {
        return isOfPackage(frame) && location(frame).equals(location(test));
    }

    private boolean isOfPackage(StackTraceElement frame) {
        return frame.getClassName().startsWith(test.getPackageName() + ".");
    }

    private String location(StackTraceElement frame) {
        try {
            return location(Class.forName(frame.getClassName(), false, test.getClassLoader()));
        } catch (ClassNotFoundException e) {
            return ""; // made while the program runs
        }
    }

    private static Optional<StackTraceElement> first(List<StackTraceElement> frames, Predicate<StackTraceElement> wanted) {
        return frames.stream().filter(wanted).findFirst();
    }
}
