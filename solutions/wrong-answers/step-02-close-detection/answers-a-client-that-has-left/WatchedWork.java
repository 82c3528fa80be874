package workshop.detection;

import workshop.plumbing.launch.Work;

/** Work during which the connection is watched, and that is answered in any case. */
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
        }
    }

    private static void notice() {
        LOGGER.log(System.Logger.Level.INFO, "The client closed the connection prematurely.");
    }
}
