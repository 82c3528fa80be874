package workshop.room;

import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** A watch and a room. */
@DisplayName("What a watch tells the room")
class RoomLinkTest {
    private static final long CAP = 20;

    @TempDir
    private Path folder;

    @Test
    @DisplayName("is where the learner works, what is red, and whether they ask for help; in the end that they leave")
    void tells() throws Exception {
        Path export = folder.resolve("room.csv");
        try (var room = Room.open(new Room.Settings("localhost", 0, Optional.of(export))); var page = new PageFeed(room.page())) {
            try (var link = new RoomLink(room.address(), room.code(), "Ada")) {
                link.works(2, 3, 46, "It is noticed");
                assertThat(page.await(learners -> !learners.isEmpty())).map(learner -> learner.report().red())
                        .containsExactly("It is noticed");
                link.help();
                assertThat(page.await(learners -> learners.stream().anyMatch(learner -> learner.report().help())))
                        .map(learner -> learner.report().help()).containsExactly(true);
                assertThat(link.line()).isEqualTo("Room: joined, you ask for help");
            }
            assertThat(page.await(Collection::isEmpty)).isEmpty();
        }
        assertThat(Files.readAllLines(export).getLast()).contains("\"Ada\",leaves,2,3,46,\"It is noticed\",yes");
    }

    @Test
    @DisplayName("is refused where the code is wrong, and the learner sees why")
    void wrongCode() throws Exception {
        try (var room = Room.open(new Room.Settings("localhost", 0, Optional.empty()));
                var link = new RoomLink(room.address(), "wrong", "Ada")) {
            link.works(1, 0, 11, "");
            assertThat(awaitLine(link, line -> !line.contains("not told yet"))).contains("not the room's code");
        }
    }

    @Test
    @DisplayName("is told anew by itself when the room can be reached again")
    void comesBack() throws Exception {
        int port;
        try (var free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        var address = URI.create("http://localhost:" + port);
        try (var link = new RoomLink(address, "ABCDEF", "Ada")) {
            link.works(1, 0, 11, "first");
            assertThat(awaitLine(link, line -> line.contains("not reached"))).contains("by itself");
            try (var room = Room.open(new Room.Settings("localhost", port, Optional.empty()))) {
                assertThat(awaitLine(link, line -> line.contains("code"))).as("It tries again").contains("on the wall");
            }
        }
    }

    private static String awaitLine(RoomLink link, Predicate<String> wanted) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(CAP);
        while (!wanted.test(link.line()) && System.nanoTime() < end) {
            Thread.onSpinWait();
            Thread.yield();
        }
        return link.line();
    }
}
