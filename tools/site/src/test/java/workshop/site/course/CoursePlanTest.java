package workshop.site.course;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import workshop.site.CourseException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@DisplayName("The plan of the course")
class CoursePlanTest {
    @TempDir
    private Path docs;

    @Test
    @DisplayName("gives the order, the minutes left, and who sees what")
    void order() throws IOException {
        CoursePlan plan = plan("chapters: [{id: a, minutes: 10}, {id: b, minutes: 20}, {id: instructor, minutes: 0}]\n"
                                       + "schedules: [{id: s, title: S, minutes: 20, items: [{chapter: b, minutes: 5}, {break: 5}, {talk: T, minutes: 10}]}]");
        assertThat(plan.forLearners()).extracting(PlannedChapter::id).containsExactly("a", "b");
        assertThat(plan.timeFrom("a")).isEqualTo("30 min");
        assertThat(plan.timeFrom("b")).isEqualTo("20 min");
        assertThat(plan.schedules().getFirst().slots()).extracting(Schedule.Slot::minutes).containsExactly(5, 5, 10);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            chapters: [{id: a, minutes: 1}, {id: a, minutes: 1}] | [] | names the chapter 'a' twice
            chapters: [{id: a, minutes: soon}]                   | [] | a number of 'minutes', unlike {id=a, minutes=soon}
            chapters: [{id: a, minutes: -1}]                     | [] | a number of 'minutes', unlike {id=a, minutes=-1}
            chapters: [{minutes: 1}]                             | [] | a number of 'minutes', unlike {minutes=1}
            chapters: [a]                                        | [] | a number of 'minutes', unlike a
            chapters: a                                          | [] | one of 'schedules', unlike {chapters=a, schedules=[]}
            chapters: [                                          | [] | is no YAML
            chapters: []                                         | [{id: s}] | a list of 'items', unlike {id=s}
            chapters: []                                         | [{id: s, title: S, minutes: 1, items: [{talk: T}]}] | an item of a schedule has
            chapters: []                                         | [{id: s, title: S, minutes: 1, items: [{chapter: b}]}] | a schedule has the chapter 'b'
            """)
    @DisplayName("says what is wrong with it")
    void wrong(String chapters, String schedules, String message) {
        assertThatThrownBy(() -> plan(chapters + "\nschedules: " + schedules)).isInstanceOf(CourseException.class).hasMessageContaining(message);
    }

    @Test
    @DisplayName("takes no address without its scheme and a slash at the end, and none at all")
    void addresses() throws IOException {
        assertThat(plan("chapters: []\nschedules: []").site()).isEmpty();
        assertThat(plan("chapters: []\nschedules: []\nsite: https://example.org/a/").site()).isEqualTo("https://example.org/a/");
        assertThatThrownBy(() -> plan("chapters: []\nschedules: []\nedit: example.org")).isInstanceOf(CourseException.class)
                .hasMessageContaining("'edit' is an address that begins with https:// and ends with a slash, unlike example.org");
    }

    private CoursePlan plan(String text) throws IOException {
        return CoursePlan.read(Files.writeString(docs.resolve("course.yaml"), text));
    }
}
