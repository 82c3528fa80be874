package workshop.detection;

import org.junit.jupiter.api.DisplayName;

import workshop.testkit.process.ServerProcessContract;

@DisplayName("Step 02, the server as a process")
class ServerIT extends ServerProcessContract {
}
