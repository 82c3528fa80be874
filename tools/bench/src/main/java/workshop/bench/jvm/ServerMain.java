package workshop.bench.jvm;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

import com.sun.management.OperatingSystemMXBean;
import io.helidon.logging.common.LogConfig;

import workshop.bench.client.NoticeProbe;
import workshop.bench.contender.Contender;
import workshop.bench.workload.PendingRequests;
import workshop.bench.workload.ServerSetup;
import workshop.testkit.client.TcpClose;

/**
 * The program in a contender's own JVM. It prints the port, then answers each {@link Question}, and ends with its input.
 */
final class ServerMain {
    private ServerMain() {
    }

    /**
     * Serves.
     *
     * @param args the {@link Contender}, and the directory for its files
     */
    public static void main(String[] args) throws IOException, InterruptedException {
        var out = System.out;
        System.setOut(System.err); // whatever else is printed must not get between the answers
        LogConfig.configureRuntime();
        System.setProperty("slf4j.internal.verbosity", "ERROR"); // it has nowhere to log to, and need not say so
        var pending = new PendingRequests();
        int port = start(Contender.valueOf(args[0]), new ServerSetup(pending, Path.of(args[1])));
        out.println(port);

        var probe = new NoticeProbe(port, pending);
        var in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            out.println(switch (Question.valueOf(line)) {
                case ARRIVED -> pending.arrived();
                case HEAP -> liveHeap();
                case CPU -> cpu();
                case NOTICE_OF_FIN -> probe.nanosToNotice(TcpClose.FIN);
                case NOTICE_OF_RST -> probe.nanosToNotice(TcpClose.RST);
            });
        }
        Runtime.getRuntime().halt(0);
    }

    private static int start(Contender contender, ServerSetup setup) {
        try {
            return contender.start(setup);
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
