package workshop.cancellation;

import org.junit.jupiter.api.DisplayName;

import workshop.testkit.process.ServerProcessContract;

@DisplayName("Step 04, the server as a process")
class ServerIT extends ServerProcessContract {
}
