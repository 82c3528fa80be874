package workshop.detection;

import org.junit.jupiter.api.DisplayName;

import workshop.testkit.container.CurlWayOfLeaving;
import workshop.testkit.container.HostServer;
import workshop.testkit.container.Image;
import workshop.testkit.container.NeedsEngine;

@DisplayName("Step 02, curl in a container")
@NeedsEngine(Image.CLIENT)
class ContainerIT extends LeavingScenario {
    ContainerIT() {
        super(HostServer.SETTINGS);
    }

    static CurlWayOfLeaving[] ways() {
        return CurlWayOfLeaving.values();
    }
}
