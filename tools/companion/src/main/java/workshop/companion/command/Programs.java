package workshop.companion.command;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;

import io.helidon.logging.common.LogConfig;

import workshop.companion.CommandName;
import workshop.companion.build.Build;
import workshop.companion.course.CourseServer;
import workshop.companion.terminal.Screen;
import workshop.lab.Lab;
import workshop.lab.server.ServerBuild;
import workshop.model.Step;
import workshop.model.Workshop;
import workshop.room.Room;

/**
 * What a command builds and starts: a server, the lab, the benchmark, the course. Each returns the status to end with.
 */
final class Programs {
    private final Workshop workshop;
    private final Screen screen;
    private final Build build;

    Programs(Workshop workshop, Screen screen) {
        this.workshop = workshop;
        this.screen = screen;
        this.build = new Build(workshop, screen::progress);
    }

    /** The server of a step, until it ends. */
    int server(Step step, boolean mine, List<String> options) throws InterruptedException {
        Path jar = mine ? build.starter(step) : build.solution(step);
        screen.progress("Starting %s, %s …".formatted(step.title(), mine ? "your server" : "the solution"));
        return ChildProgram.server(step, jar, options, "Ctrl-C stops the server.", screen::line).awaitEnd();
    }

    /** A page on which to hang up on the servers, and see what stays. It is served from this process. */
    int lab(int port, boolean open) throws InterruptedException {
        LogConfig.configureRuntime();
        workshop.latest();
        try {
            var lab = Lab.start(workshop, servers(), port);
            Runtime.getRuntime().addShutdownHook(new Thread(lab::close));
            screen.line("The lab is at " + lab.address());
            return untilCtrlC(lab.address(), open);
        } catch (IOException e) {
            screen.progress(e.getMessage());
            return 1;
        }
    }

    /** A page for an instructor. It is served from this process. */
    int room(Room.Settings settings, boolean open) throws InterruptedException {
        LogConfig.configureRuntime();
        try {
            var room = Room.open(settings);
            Runtime.getRuntime().addShutdownHook(new Thread(() -> close(room)));
            screen.line("Learners join with");
            screen.line("  %s --room=%s --code=%s --name=NAME".formatted(CommandName.with("watch"), room.address(), room.code()));
            screen.line("The page is for you alone: " + room.page());
            return untilCtrlC(room.page(), open);
        } catch (IOException e) {
            screen.progress(e.getMessage());
            return 1;
        }
    }

    private void close(Room room) {
        try {
            room.close();
        } catch (IOException e) {
            screen.progress("What happened can't be written: %s.".formatted(e));
        }
    }

    private ServerBuild servers() {
        return server -> {
            synchronized (build) { // two builds at once would write to the same folders
                return server.mine() ? build.starter(server.step()) : build.solution(server.step());
            }
        };
    }

    /** The benchmark, which shows its progress itself. */
    int bench(List<String> options) throws InterruptedException {
        Path jar = build.bench();
        var all = new ArrayList<>(options);
        if (all.stream().noneMatch(option -> option.startsWith("--out"))) {
            all.addFirst("--out=" + jar.resolveSibling("results"));
        }
        return ChildProgram.run(List.of(), jar, all);
    }

    /** The course, in a browser. */
    int course(boolean open) {
        URI page = build.course().toUri();
        screen.line("The course: " + page);
        if (open) {
            show(page);
        }
        return 0;
    }

    /** The course as it is while an author writes it, or a learner works through it. It is served from this process. */
    int courseServer(int port, boolean open) throws InterruptedException {
        LogConfig.configureRuntime();
        Path jar = build.courseProgram();
        Path pages = jar.resolveSibling("served");
        try (var server = CourseServer.start(workshop, pages, port)) {
            screen.line("The course: " + server.learner());
            screen.line("The instructor's view: " + server.instructor());
            screen.line("Ctrl-C stops it.");
            var shown = new AtomicBoolean(!open);
            return ChildProgram.run(List.of("-XX:TieredStopAtLevel=1", "-Djruby.compile.mode=OFF", "-Djava.awt.headless=true",
                                            "--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow"),
                                    jar, List.of("watch", "--root=" + workshop.root(), "--out=" + pages), line -> {
                screen.line(line);
                if (server.printed(line) && shown.compareAndSet(false, true)) {
                    show(server.learner());
                }
            });
        } catch (IOException e) {
            screen.progress(e.getMessage());
            return 1;
        }
    }

    /** A page that is served from this process for as long as it runs. */
    private int untilCtrlC(URI page, boolean open) throws InterruptedException {
        screen.line("Ctrl-C ends it.");
        if (open) {
            show(page);
        }
        new CountDownLatch(1).await();
        return 0;
    }

    private void show(URI page) {
        if (!Browser.open(page)) {
            screen.progress("There is no browser to open: go there yourself.");
        }
    }
}
