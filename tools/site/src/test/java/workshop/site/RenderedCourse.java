package workshop.site;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

import workshop.model.Workshop;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The course, rendered for the tests of its pages: once in a JVM, when the first of them asks.
 */
public final class RenderedCourse {
    private static final Path OUT = Path.of("target/rendered");

    private RenderedCourse() {
    }

    /** {@return the folder of the learner's site} */
    public static Path learner() {
        return Sites.FOLDER.resolve("site");
    }

    /** {@return the address of a page of the instructor's site} */
    public static String instructor(String page) {
        return Sites.FOLDER.resolve("instructor").resolve(page).toUri().toString();
    }

    /** {@return all pages of all sites} */
    public static List<Path> pages() {
        try (var learner = Files.walk(learner()); var instructor = Files.walk(Sites.FOLDER.resolve("instructor"))) {
            return Stream.concat(learner, instructor).filter(file -> file.toString().endsWith(".html")).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** {@return what is shown in place of a page that is not there, of a course that is published} */
    public static Path missingPage(Path folder) {
        try (var builder = new SiteBuilder(Path.of("src/test/resources/sound"), folder)) {
            assertThat(builder.build()).as("What is wrong with the course").isEmpty();
            return folder.resolve("site/404.html");
        }
    }

    /** {@return the folder of the handouts} */
    public static Path handouts() {
        return Papers.FOLDER.resolve("handouts");
    }

    /** {@return what the first page says when one step is done} */
    public static String oneStepDone() {
        return "1 of %d steps are done.".formatted(Workshop.at(Path.of("../..")).steps().size());
    }

    private static Path made(Function<SiteBuilder, List<String>> what) {
        try (var builder = new SiteBuilder(Path.of("../.."), OUT)) {
            assertThat(what.apply(builder)).as("What is wrong with the course").isEmpty();
            return OUT;
        }
    }

    private static final class Sites {
        private static final Path FOLDER = made(SiteBuilder::build);
    }

    private static final class Papers {
        private static final Path FOLDER = made(SiteBuilder::writeHandouts);
    }
}
