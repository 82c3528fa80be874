package workshop.testkit.run;

import java.util.List;

import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.discovery.ClassNameFilter;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestPlan;
import org.junit.platform.launcher.core.LauncherConfig;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/**
 * JUnit on the tests of a step ({@code *Test}), without the listeners that a class path brings along: nobody hears of what it
 * does but the one who asks.
 */
public final class QuietLauncher {
    private QuietLauncher() {
    }

    /**
     * Finds tests and runs none.
     *
     * @param selectors where they are
     * @return what there is
     */
    public static TestPlan discover(List<? extends DiscoverySelector> selectors) {
        return LauncherFactory.create(config()).discover(request(selectors));
    }

    /**
     * Runs tests.
     *
     * @param selectors where they are
     * @param listener  hears how they end
     */
    static void execute(List<? extends DiscoverySelector> selectors, TestExecutionListener listener) {
        LauncherFactory.create(config()).execute(request(selectors), listener);
    }

    private static LauncherDiscoveryRequest request(List<? extends DiscoverySelector> selectors) {
        return LauncherDiscoveryRequestBuilder.request()
                .selectors(selectors)
                .filters(ClassNameFilter.includeClassNamePatterns(".*Test"))
                .build();
    }

    private static LauncherConfig config() {
        return LauncherConfig.builder()
                .enableLauncherSessionListenerAutoRegistration(false)
                .enableLauncherDiscoveryListenerAutoRegistration(false)
                .enableTestExecutionListenerAutoRegistration(false)
                .build();
    }
}
