package workshop.cancellation;

import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

import io.helidon.metrics.api.Counter;
import io.helidon.metrics.api.Gauge;
import io.helidon.metrics.api.MeterRegistry;
import io.helidon.metrics.api.Tag;
import io.helidon.service.registry.Services;

import workshop.plumbing.launch.Work;

/** Counts the parts, and down only those that are done. */
final class RequestMetrics {
    private static final AtomicInteger RUNNING = new AtomicInteger();

    private final Map<Outcome, Counter> outcomes = new EnumMap<>(Outcome.class);

    RequestMetrics() {
        var registry = Services.get(MeterRegistry.class);
        for (Outcome outcome : Outcome.values()) {
            outcomes.put(outcome, registry.getOrCreate(Counter.builder("workshop_outcomes")
                                                               .description("Requests, by how they ended")
                                                               .addTag(Tag.create("outcome", outcome.label()))));
        }
        registry.getOrCreate(Gauge.builder("workshop_parts_running", RUNNING::get)
                                     .description("Parts of work that run now"));
    }

    void count(Outcome outcome) {
        outcomes.get(outcome).increment();
    }

    /** The same work, counted while it runs. */
    Work counted(Work part) {
        return () -> {
            RUNNING.incrementAndGet();
            part.perform();
            RUNNING.decrementAndGet();
        };
    }
}
