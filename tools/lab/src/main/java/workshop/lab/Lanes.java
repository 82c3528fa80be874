package workshop.lab;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;

import io.helidon.json.JsonObject;

/**
 * The latest requests to one server, and the sums over all of them.
 */
final class Lanes {
    static final int MOST = 100;

    private final Map<Integer, Lane> byNumber = new TreeMap<>();
    private final Map<Integer, Lane> byPort = new HashMap<>();
    private final Map<String, Lane> byThread = new HashMap<>();
    private int count;
    private int answered;
    private int left;
    private long wastedBefore;
    private int garbageBefore;

    Lane add(Client client, int run, long now) {
        var lane = new Lane(++count, run, client, now);
        byNumber.put(lane.number, lane);
        byPort.put(client.port(), lane);
        return lane;
    }

    /** The oldest request, if there are too many; it is forgotten here. */
    Optional<Lane> removeOldest(long now) {
        if (byNumber.size() <= MOST) {
            return Optional.empty();
        }
        var oldest = byNumber.values().stream().filter(lane -> !lane.isActive(now)).findFirst();
        oldest.ifPresent(lane -> {
            byNumber.remove(lane.number);
            byPort.values().remove(lane);
            byThread.values().remove(lane);
            wastedBefore += lane.wasted(now);
            garbageBefore += lane.leavesGarbage() ? 1 : 0;
        });
        return oldest;
    }

    void countAnswer() {
        answered++;
    }

    void countLeaving() {
        left++;
    }

    Optional<Lane> ofPort(int port) {
        return Optional.ofNullable(byPort.get(port));
    }

    void handledBy(String thread, Lane lane) {
        byThread.put(thread, lane);
    }

    /** The request that a thread handles, if it handles one. */
    Optional<Lane> ofThread(String thread) {
        return Optional.ofNullable(byThread.get(thread));
    }

    void endedOn(String thread) {
        byThread.remove(thread);
    }

    Collection<Lane> all() {
        return List.copyOf(byNumber.values());
    }

    List<Lane> that(Predicate<Lane> wanted) {
        return byNumber.values().stream().filter(wanted).toList();
    }

    /** The request that was sent last, of those that are wanted. */
    Optional<Lane> latest(Predicate<Lane> wanted) {
        var all = new ArrayList<>(that(wanted));
        return all.isEmpty() ? Optional.empty() : Optional.of(all.getLast());
    }

    int openClients() {
        return that(lane -> !lane.clientIsDone()).size();
    }

    JsonObject.Builder sums(long now) {
        long wasted = that(lane -> !lane.worksForNobody()).stream().mapToLong(lane -> lane.wasted(now)).sum();
        int garbage = that(Lane::leavesGarbage).size();
        return JsonObject.builder()
                .set("sent", count)
                .set("answered", answered)
                .set("left", left)
                .set("garbage", garbageBefore + garbage)
                .set("wasted", wastedBefore + wasted);
    }
}
