package workshop.objectstore;

import org.junit.jupiter.api.DisplayName;

import workshop.testkit.process.ServerProcessContract;

@DisplayName("Step 06, the server as a process")
class ServerIT extends ServerProcessContract {
}
