package workshop.bench;

/**
 * The solution of step 04, as it is: four parts of work for each request, which stop before the file is removed.
 */
final class StepFour implements Contender {
    @Override
    public String name() {
        return "step 04";
    }

    @Override
    public boolean stopsTheWork() {
        return true;
    }

    @Override
    public int start(Site site) {
        return SolutionServer.start(workshop.cancellation.Main::main, site.directory());
    }
}
