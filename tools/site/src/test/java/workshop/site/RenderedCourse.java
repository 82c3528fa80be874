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

    private static Path rendered(String folder, boolean handouts) {
        try (var builder = new SiteBuilder(Tree.at(Path.of("../..")), OUT)) {
            List<String> problems = handouts ? builder.buildWithHandouts() : builder.build();
            assertThat(problems).as("What is wrong with the course").isEmpty();
        }
        return OUT.resolve(folder);
    }

    private static final class Sites {
        private static final Path LEARNER = rendered("site", false);
    }

    private static final class Papers {
        private static final Path HANDOUTS = rendered("handouts", true);
    }
}
