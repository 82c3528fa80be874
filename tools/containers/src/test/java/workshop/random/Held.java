package workshop.random;

import java.lang.management.ManagementFactory;
import java.util.List;

import com.sun.management.UnixOperatingSystemMXBean;

import workshop.testkit.exercise.ThreadDump;

/**
 * What this JVM holds at one time: the server and its clients.
 *
 * @param openFiles       open files and sockets; 0 where the operating system does not tell
 * @param virtualThreads  connections, background reads, parts of work; not the JDK's own pollers of sockets, which stay
 * @param platformThreads all others
 */
record Held(long openFiles, long virtualThreads, int platformThreads) {
    static Held now() {
        long openFiles = ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean unix
                ? unix.getOpenFileDescriptorCount() : 0;
        return new Held(openFiles, ownVirtualThreads().size(), ManagementFactory.getThreadMXBean().getThreadCount());
    }

    /** The virtual threads, and where each of them is. */
    static List<ThreadDump.Stack> ownVirtualThreads() {
        return ThreadDump.now().threads().stream()
                .filter(thread -> thread.virtual() && !thread.name().startsWith("SubPoller"))
                .toList();
    }

    /** The same, with another number of open files. */
    Held withOpenFiles(long openFiles) {
        return new Held(openFiles, virtualThreads, platformThreads);
    }

    /** Nothing is held but what was. A pool may have made more platform threads, to keep them. */
    boolean isBackTo(Held before) {
        return openFiles <= before.openFiles && virtualThreads <= before.virtualThreads;
    }
}
