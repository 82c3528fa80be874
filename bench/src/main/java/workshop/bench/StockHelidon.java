package workshop.bench;

/**
 * Helidon as it comes: the baseline.
 */
final class StockHelidon implements Contender {
    @Override
    public String name() {
        return "stock Helidon";
    }

    @Override
    public boolean notices() {
        return false;
    }

    @Override
    public int start(WaitingRoom room) {
        return HelidonServer.start(HelidonServer.builder(), room);
    }
}
