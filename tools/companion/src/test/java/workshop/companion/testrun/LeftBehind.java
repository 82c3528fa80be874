package workshop.companion.testrun;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.apache.commons.io.function.IOFunction;

/**
 * What is there when the tests of a JVM have ended, as the system's {@code /proc} has it.
 *
 * @param listening   how many sockets listen
 * @param threads     how many threads there are by each name, of which the system keeps 15 letters
 * @param directories what is in its temporary directory
 */
record LeftBehind(long listening, Map<String, Long> threads, List<String> directories) {
    private static final Path PROC = Path.of("/proc");

    /** The state of a socket that listens, {@code TCP_LISTEN}, and its column and that of its inode (proc_pid_net(5)). */
    private static final String LISTEN = "0A";
    private static final int STATE = 3;
    private static final int INODE = 9;

    /** Of the JVM itself, which starts and ends them as it likes. */
    private static final List<String> OF_THE_JVM = List.of("C1 CompilerThre", "ForkJoinPool-1-", "process reaper");

    /**
     * Those that nothing can end: a timer of each of Helidon's servers (4.5.0, {@code LoomServer}), and the ticker of step 02, of
     * which each run has its own with its classes. The watch takes another JVM before they are many.
     */
    private static final List<String> ENDLESS = List.of("helidon-idle-co", "arming-ticker");

    /** Whether this system has a {@code /proc}. */
    static boolean canBeSeen() {
        return Files.isDirectory(PROC.resolve("self/fd"));
    }

    static LeftBehind in(long pid, Path temporary) throws IOException {
        Path process = PROC.resolve(Long.toString(pid));
        return new LeftBehind(listening(process), threads(process), names(temporary));
    }

    /** What is here and not there, in words. */
    List<String> beyond(LeftBehind first) {
        var more = new ArrayList<String>();
        if (listening > first.listening) {
            more.add("%d sockets that listen, and not %d".formatted(listening, first.listening));
        }
        threads.forEach((name, count) -> {
            if (count > first.threads.getOrDefault(name, 0L)) {
                more.add("%d threads '%s', and not %d".formatted(count, name, first.threads.getOrDefault(name, 0L)));
            }
        });
        if (directories.size() > first.directories.size()) {
            more.add("%d directories, and not %d: %s".formatted(directories.size(), first.directories.size(), directories));
        }
        return more;
    }

    private static long listening(Path process) throws IOException {
        var listening = new ArrayList<String>();
        for (Path table : List.of(process.resolve("net/tcp"), process.resolve("net/tcp6"))) {
            try (var sockets = Files.exists(table) ? Files.lines(table) : Stream.<String>empty()) {
                sockets.map(line -> line.strip().split("\\s+")).filter(columns -> columns[STATE].equals(LISTEN))
                        .forEach(columns -> listening.add("socket:[%s]".formatted(columns[INODE])));
            }
        }
        return read(process.resolve("fd"), Files::readSymbolicLink).stream().map(Path::toString).filter(listening::contains).count();
    }

    private static Map<String, Long> threads(Path process) throws IOException {
        return read(process.resolve("task"), task -> Files.readString(task.resolve("comm")).strip()).stream()
                .filter(name -> Stream.of(OF_THE_JVM, ENDLESS).flatMap(Collection::stream).noneMatch(name::equals))
                .collect(Collectors.groupingBy(Function.identity(), TreeMap::new, Collectors.counting()));
    }

    private static List<String> names(Path folder) throws IOException {
        try (var entries = Files.list(folder)) {
            return entries.map(entry -> entry.getFileName().toString()).sorted().toList();
        }
    }

    /** What has ended meanwhile is not counted. */
    private static <T> List<T> read(Path folder, IOFunction<Path, T> reading) throws IOException {
        var read = new ArrayList<T>();
        try (var entries = Files.newDirectoryStream(folder)) {
            for (Path entry : entries) {
                try {
                    read.add(reading.apply(entry));
                } catch (IOException e) {
                    // it has ended
                }
            }
        }
        return read;
    }
}
