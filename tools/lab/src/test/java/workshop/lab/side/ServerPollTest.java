package workshop.lab.side;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

@DisplayName("The metrics of step 04")
class ServerPollTest {
    @Test
    @DisplayName("are read from Helidon's JSON, and nothing else is")
    void parse() {
        assertThat(ServerPoll.numbers("""
                {"workshop_parts_running": 4, "workshop_outcomes;outcome=committed": 3,
                "workshop_outcomes;outcome=client-gone": 19, "thread.count": 12}
                """)).containsOnly(entry("committed", 3L), entry("client-gone", 19L), entry("parts running", 4L));
    }
}
