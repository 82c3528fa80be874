package workshop.cleanup;

import org.junit.jupiter.api.DisplayName;

import workshop.testkit.process.ServerProcessContract;

@DisplayName("Step 03, the server as a process")
class ServerIT extends ServerProcessContract {
}
