package workshop.testkit.exercise;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

import com.sun.management.HotSpotDiagnosticMXBean;
import com.sun.management.HotSpotDiagnosticMXBean.ThreadDumpFormat;

import org.apache.commons.io.file.FilesUncheck;
import org.apache.commons.io.function.Uncheck;

import workshop.testkit.server.TemporaryDirectory;

/**
 * What all threads of this JVM do now, the virtual ones too; {@link Thread#getAllStackTraces()} leaves those out.
 *
 * @param threads the threads
 */
public record ThreadDump(List<Stack> threads) {
    private static final Pattern THREAD = Pattern.compile("#(\\d+) \"(.*)\"( virtual)?.*");
    private static final Pattern FRAME = Pattern.compile("(?:\\s*at)?\\s*(?:[^\\s(]*/)?([\\w.$]+)\\.([\\w$<>]+)\\((\\w+\\.java):(\\d+)\\)");

    /**
     * What one of them does.
     *
     * @param id      its number
     * @param name    its name
     * @param virtual whether it is a virtual thread
     * @param frames  its frames of Java code with a line, the topmost first
     */
    public record Stack(long id, String name, boolean virtual, List<StackTraceElement> frames) {
    }

    /** What they do now. */
    public static ThreadDump now() {
        var threads = new ArrayList<Stack>();
        for (String line : lines()) {
            var thread = THREAD.matcher(line);
            var frame = FRAME.matcher(line);
            if (thread.matches()) {
                threads.add(new Stack(Long.parseLong(thread.group(1)), thread.group(2), thread.group(3) != null, new ArrayList<>()));
            } else if (frame.matches() && !threads.isEmpty()) {
                threads.getLast().frames().add(new StackTraceElement(frame.group(1), frame.group(2), frame.group(3),
                                                                     Integer.parseInt(frame.group(4))));
            }
        }
        return new ThreadDump(threads);
    }

    private static List<String> lines() {
        try (var folder = TemporaryDirectory.create()) {
            Path file = folder.path().resolve("dump.txt");
            Uncheck.run(() -> ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class)
                    .dumpThreads(file.toString(), ThreadDumpFormat.TEXT_PLAIN));
            return FilesUncheck.readAllLines(file);
        }
    }
}
