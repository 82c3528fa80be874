package workshop.testkit.exercise;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

import com.sun.management.HotSpotDiagnosticMXBean;
import com.sun.management.HotSpotDiagnosticMXBean.ThreadDumpFormat;

/**
 * What all threads of this JVM do now, the virtual ones too; {@link Thread#getAllStackTraces()} leaves those out.
 *
 * @param threads the threads
 */
public record ThreadDump(List<Stack> threads) {
    private static final Pattern THREAD = Pattern.compile("#(\\d+) \".*");
    private static final Pattern FRAME = Pattern.compile("(?:\\s*at)?\\s*(?:[^\\s(]*/)?([\\w.$]+)\\.([\\w$<>]+)\\((\\w+\\.java):(\\d+)\\)");

    /**
     * What one of them does.
     *
     * @param id     its number
     * @param frames its frames of Java code with a line, the topmost first
     */
    public record Stack(long id, List<StackTraceElement> frames) {
    }

    /**
     * @return what they do now
     * @throws UncheckedIOException if the JVM can't write it down
     */
    public static ThreadDump now() {
        try {
            Path folder = Files.createTempDirectory("threads");
            Path file = folder.resolve("dump.txt");
            try {
                ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class)
                        .dumpThreads(file.toString(), ThreadDumpFormat.TEXT_PLAIN);
                return of(Files.readAllLines(file));
            } finally {
                Files.deleteIfExists(file);
                Files.delete(folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static ThreadDump of(List<String> lines) {
        var threads = new ArrayList<Stack>();
        for (String line : lines) {
            var thread = THREAD.matcher(line);
            var frame = FRAME.matcher(line);
            if (thread.matches()) {
                threads.add(new Stack(Long.parseLong(thread.group(1)), new ArrayList<>()));
            } else if (frame.matches() && !threads.isEmpty()) {
                threads.getLast().frames().add(new StackTraceElement(frame.group(1), frame.group(2), frame.group(3),
                                                                     Integer.parseInt(frame.group(4))));
            }
        }
        return new ThreadDump(threads);
    }
}
