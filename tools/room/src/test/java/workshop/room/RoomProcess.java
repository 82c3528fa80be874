package workshop.room;

import java.io.BufferedReader;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import com.sun.management.OperatingSystemMXBean;

import workshop.testkit.process.JavaCommand;

/** A room in a process of its own, which tells what it costs. */
final class RoomProcess implements AutoCloseable {
    private static final Path STATUS = Path.of("/proc/self/status");

    private final Process process;
    private final BufferedReader lines;
    private final URI address;
    private final String code;
    private final URI page;

    RoomProcess() throws IOException {
        process = new JavaCommand(JavaCommand.QUICK_START).main(RoomProcess.class, System.getProperty("java.class.path"))
                .redirectError(ProcessBuilder.Redirect.INHERIT).start();
        lines = process.inputReader(StandardCharsets.UTF_8);
        address = URI.create(lines.readLine());
        code = lines.readLine();
        page = URI.create(lines.readLine());
    }

    URI address() {
        return address;
    }

    String code() {
        return code;
    }

    URI page() {
        return page;
    }

    /** The time of the processor and the memory that it has used so far. */
    String cost() throws IOException {
        process.outputWriter().append('\n').flush();
        return lines.readLine();
    }

    @Override
    public void close() throws IOException {
        process.outputWriter().close();
        process.onExit().join();
    }

    /** The process itself: it tells where its room is, and then, for each line, what it has cost. It ends with its input. */
    static void main() throws IOException {
        try (var room = Room.open(new Room.Settings("localhost", 0, Optional.empty()))) {
            List.of(room.address(), room.code(), room.page()).forEach(IO::println);
            while (IO.readln() != null) {
                IO.println(costOfThis());
            }
        }
    }

    private static String costOfThis() throws IOException {
        var system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        long used = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
        return "processor %.1f s, heap %d MB, %s".formatted(system.getProcessCpuTime() / 1e9, used / 1_000_000, mostResident());
    }

    private static String mostResident() throws IOException {
        if (!Files.exists(STATUS)) {
            return "resident memory not known here";
        }
        String most = Files.readAllLines(STATUS).stream().filter(line -> line.startsWith("VmHWM:")).findFirst().orElseThrow();
        return "resident at most %d MB".formatted(Long.parseLong(most.replaceAll("\\D", "")) / 1000);
    }
}
