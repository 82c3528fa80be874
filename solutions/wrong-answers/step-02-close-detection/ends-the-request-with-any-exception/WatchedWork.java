package workshop.detection;

import workshop.plumbing.launch.Work;

/** Work that fails when the client has left. */
final class WatchedWork implements Work {
    private static final System.Logger LOGGER = System.getLogger(WatchedWork.class.getName());

    private final Work work;

    WatchedWork(Work work) {
        this.work = work;
    }

    @Override
    public void perform() throws InterruptedException {
        try (var watch = CloseWatch.open(WatchedWork::notice)) {
            work.perform();
            if (!watch.complete()) {
                throw new IllegalStateException("The client left before the answer");
            }
        }
    }

    private static void notice() {
        LOGGER.log(System.Logger.Level.INFO, "The client closed the connection prematurely.");
    }
}
