package workshop.cleanup;

import org.junit.jupiter.api.DisplayName;

import workshop.testkit.container.CurlInContainers;
import workshop.testkit.container.HostServer;

@DisplayName("Step 03, curl in a container")
class ContainerIT extends LeavingScenario implements CurlInContainers {
    ContainerIT() {
        super(HostServer.SETTINGS);
    }
}
