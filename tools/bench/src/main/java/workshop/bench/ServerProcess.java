package workshop.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

import com.sun.management.OperatingSystemMXBean;
import io.helidon.logging.common.LogConfig;

/**
 * The main class of a contender's own JVM. It prints the port, then answers each line of its input with a line, and
 * ends with its input.
 */
final class ServerProcess {
    /** How many requests have come to wait. */
    static final String ARRIVED = "arrived";

    /** The live heap, in bytes: what is in use after three full collections. */
    static final String HEAP = "heap";

    /** The processor time that this JVM has used, in nanoseconds. */
    static final String CPU = "cpu";

    /** The time from a client's leaving by FIN to the notice, in nanoseconds; negative if there is none. */
    static final String LEAVE_BY_FIN = "leave by FIN";

    /** The same for RST. */
    static final String LEAVE_BY_RST = "leave by RST";

    private ServerProcess() {
    }

    /**
     * Serves.
     *
     * @param args the contender's name, and the directory for its files
     */
    public static void main(String[] args) throws IOException, InterruptedException {
        var out = System.out;
        System.setOut(System.err); // whatever else is printed must not get between the answers
        LogConfig.configureRuntime();
        System.setProperty("slf4j.internal.verbosity", "ERROR"); // it has nowhere to log to, and need not say so
        var room = new WaitingRoom();
        int port = start(args[0], new Site(room, Path.of(args[1])));
        out.println(port);

        var client = new LeavingClient(port, room);
        var in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            out.println(switch (line) {
                case ARRIVED -> room.arrived();
                case HEAP -> liveHeap();
                case CPU -> cpu();
                case LEAVE_BY_FIN -> client.leave(Connection::close);
                case LEAVE_BY_RST -> client.leave(Connection::reset);
                default -> throw new IllegalArgumentException(line);
            });
        }
        Runtime.getRuntime().halt(0);
    }

    private static int start(String contender, Site site) {
        try {
            return Contenders.named(contender).start(site);
        } catch (Exception e) {
            e.printStackTrace();
            Runtime.getRuntime().halt(1); // whatever threads it has started
            throw new IllegalStateException(e);
        }
    }

    private static long cpu() {
        return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime();
    }

    private static long liveHeap() {
        var memory = ManagementFactory.getMemoryMXBean();
        for (int i = 0; i < 3; i++) {
            memory.gc();
        }
        return memory.getHeapMemoryUsage().getUsed();
    }
}
