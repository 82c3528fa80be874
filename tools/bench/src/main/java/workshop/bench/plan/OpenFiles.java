package workshop.bench.plan;

import java.lang.management.ManagementFactory;

import com.sun.management.UnixOperatingSystemMXBean;

/**
 * How many files and sockets one process may have open.
 */
final class OpenFiles {
    private static final int OF_THE_JVM = 200; // jars, pipes, the poller; generous

    private OpenFiles() {
    }

    static long allowed() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean system
                ? system.getMaxFileDescriptorCount()
                : Long.MAX_VALUE;
    }

    static long neededFor(int connections) {
        return connections + OF_THE_JVM;
    }
}
