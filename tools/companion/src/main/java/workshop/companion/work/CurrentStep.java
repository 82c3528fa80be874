package workshop.companion.work;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

import org.apache.commons.io.file.FilesUncheck;
import org.apache.commons.io.file.PathUtils;
import org.apache.commons.io.function.Uncheck;

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
        this(workshop, new Starters(workshop));
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
        steps.stream().filter(step -> touched(step).isPresent())
                .max(Comparator.comparing(step -> touched(step).orElseThrow()))
                .ifPresent(current -> Collections.rotate(steps, -steps.indexOf(current)));
        return steps.stream().filter(done.negate()).findFirst();
    }

    /** The step that follows another one. */
    public Optional<Step> after(Step step) {
        return workshop.steps().stream().filter(other -> other.number() > step.number()).findFirst();
    }

    private Optional<FileTime> touched(Step step) {
        Optional<FileTime> named = Optional.of(named(step)).filter(Files::exists).map(FilesUncheck::getLastModifiedTime);
        return Stream.of(starters.changed(step), named).flatMap(Optional::stream).max(Comparator.naturalOrder());
    }

    /** A file that is as old as the last time when the step was named. */
    private Path named(Step step) {
        return WorkFolder.in(workshop.root()).resolve("named").resolve(step.folder());
    }
}
