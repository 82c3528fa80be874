package workshop.basic;

import org.junit.jupiter.api.DisplayName;

import workshop.testkit.process.ServerProcessContract;

@DisplayName("Step 01, the server as a process")
class ServerIT extends ServerProcessContract {
}
