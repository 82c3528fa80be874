package workshop.site;

import java.nio.file.Path;
import java.util.List;

import workshop.site.plan.Tree;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The course, rendered for the tests of its pages: once in a JVM, when the first of them asks.
 */
public final class RenderedCourse {
    private static final Path OUT = Path.of("target/rendered");

    private RenderedCourse() {
    }

    /**
     * @return the folder of the learner's site
     */
    public static Path learner() {
        return Sites.LEARNER;
    }

    /**
     * @return the folder of the instructor's site
     */
    public static Path instructor() {
        return Sites.LEARNER.resolveSibling("instructor");
    }

    /**
     * @return the folder of the handouts
     */
    public static Path handouts() {
        return Papers.HANDOUTS;
    }

    private static SiteBuilder builder() {
        return new SiteBuilder(Tree.at(Path.of("../..")), OUT);
    }

    private static Path folder(String name, List<String> problems) {
        assertThat(problems).as("What is wrong with the course").isEmpty();
        return OUT.resolve(name);
    }

    private static final class Sites {
        private static final Path LEARNER;

        static {
            try (var builder = builder()) {
                LEARNER = folder("site", builder.build());
            }
        }
    }

    private static final class Papers {
        private static final Path HANDOUTS;

        static {
            try (var builder = builder()) {
                HANDOUTS = folder("handouts", builder.writeHandouts());
            }
        }
    }
}
