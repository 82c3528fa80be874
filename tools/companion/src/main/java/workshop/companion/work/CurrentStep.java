package workshop.companion.work;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BinaryOperator;
import java.util.function.Predicate;

import org.apache.commons.io.file.FilesUncheck;
import org.apache.commons.io.file.PathUtils;
import org.apache.commons.io.function.Uncheck;

import workshop.companion.memory.WorkFolder;
import workshop.model.Step;
import workshop.model.Workshop;

/**
 * The step that the learner works on: the one whose code they changed last, or which they named to a command after that.
 * Nobody has to begin with the first one.
 */
public final class CurrentStep {
    private final Workshop workshop;
    private final Starters starters;

    public CurrentStep(Workshop workshop) {
        this(workshop, Starters.of(workshop));
    }

    CurrentStep(Workshop workshop, Starters starters) {
        this.workshop = workshop;
        this.starters = starters;
    }

    /** The learner has named this step. */
    public void is(Step step) {
        Uncheck.run(() -> PathUtils.touch(named(step)));
    }

    /** What to do next: the first step from there on that is not done, or else the first one before it; nothing if all are done. */
    public Optional<Step> toDo(Predicate<Step> done) {
        var steps = new ArrayList<>(workshop.steps());
        Map<Step, FileTime> touched = touched();
        touched.keySet().stream().max(Comparator.comparing(touched::get))
                .ifPresent(current -> Collections.rotate(steps, -steps.indexOf(current)));
        return steps.stream().filter(done.negate()).findFirst();
    }

    private Map<Step, FileTime> touched() {
        var touched = new HashMap<Step, FileTime>();
        for (Step step : workshop.steps()) {
            starters.changed(step).ifPresent(time -> touched.put(step, time));
            if (Files.exists(named(step))) {
                touched.merge(step, FilesUncheck.getLastModifiedTime(named(step)), BinaryOperator.maxBy(Comparator.naturalOrder()));
            }
        }
        return touched;
    }

    /** A file that is as old as the last time when the step was named. */
    private Path named(Step step) {
        return WorkFolder.in(workshop.root()).resolve("named").resolve(step.folder());
    }
}
