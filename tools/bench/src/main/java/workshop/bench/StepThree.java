package workshop.bench;

/**
 * The solution of step 03, as it is.
 */
final class StepThree implements Contender {
    @Override
    public String name() {
        return "step 03";
    }

    @Override
    public int start(Site site) {
        return SolutionServer.start(workshop.cleanup.Main::main, site.directory());
    }
}
