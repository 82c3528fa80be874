package workshop.lab;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

@DisplayName("The counters of step 04")
class MetricsTest {
    @Test
    @DisplayName("are read from Prometheus' text, and nothing else is")
    void parse() {
        assertThat(Metrics.parse("""
                # HELP workshop_outcomes_total Requests, by how they ended
                # TYPE workshop_outcomes_total counter
                workshop_outcomes_total{outcome="committed",scope="application",} 3.0
                workshop_outcomes_total{scope="application",outcome="client-gone",} 19.0
                # TYPE workshop_parts_running gauge
                workshop_parts_running{scope="application",} 4.0
                thread_count{scope="base",} 12.0
                """)).containsOnly(entry("committed", 3L), entry("client-gone", 19L), entry("parts running", 4L));
    }
}
