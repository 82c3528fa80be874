package workshop.detection;

import io.helidon.webserver.CloseConnectionException;

import workshop.plumbing.launch.Work;

/** Work after which the connection is looked at. */
final class WatchedWork implements Work {
    private static final System.Logger LOGGER = System.getLogger(WatchedWork.class.getName());

    private final Work work;

    WatchedWork(Work work) {
        this.work = work;
    }

    @Override
    public void perform() throws InterruptedException {
        work.perform();
        try (var watch = CloseWatch.open(WatchedWork::notice)) {
            if (!watch.complete()) {
                throw new CloseConnectionException("The client left before the answer");
            }
        }
    }

    private static void notice() {
        LOGGER.log(System.Logger.Level.INFO, "The client closed the connection prematurely.");
    }
}
