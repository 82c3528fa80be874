package workshop.random;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

import com.sun.management.HotSpotDiagnosticMXBean;
import com.sun.management.UnixOperatingSystemMXBean;

/**
 * What this JVM holds at one time: the server and its clients.
 *
 * @param openFiles       open files and sockets; 0 where the operating system does not tell
 * @param virtualThreads  connections, background reads, parts of work
 * @param platformThreads all others
 */
record Held(long openFiles, int virtualThreads, int platformThreads) {
    /** In a thread dump. The JDK's own pollers of sockets stay once they are there. */
    private static final Pattern VIRTUAL = Pattern.compile("^#\\d+ \"(?!SubPoller).*\" virtual\\b");

    static Held now(Path folder) throws IOException {
        return new Held(openFileCount(), virtualThreadCount(folder.resolve("threads")),
                        ManagementFactory.getThreadMXBean().getThreadCount());
    }

    /** The same, with another number of open files. */
    Held withOpenFiles(long openFiles) {
        return new Held(openFiles, virtualThreads, platformThreads);
    }

    /** Nothing is held but what was. A pool may have made more platform threads, to keep them. */
    boolean isBackTo(Held before) {
        return openFiles <= before.openFiles && virtualThreads <= before.virtualThreads;
    }

    private static long openFileCount() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean unix
                ? unix.getOpenFileDescriptorCount() : 0;
    }

    /** Only a thread dump knows of virtual threads that wait. */
    private static int virtualThreadCount(Path dump) throws IOException {
        ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class)
                .dumpThreads(dump.toString(), HotSpotDiagnosticMXBean.ThreadDumpFormat.TEXT_PLAIN);
        try (var lines = Files.lines(dump)) {
            return (int) lines.filter(line -> VIRTUAL.matcher(line).find()).count();
        } finally {
            Files.delete(dump);
        }
    }
}
