package workshop.http2;

import org.junit.jupiter.api.DisplayName;

import workshop.testkit.process.ServerProcessContract;

@DisplayName("Step 05, the server as a process")
class ServerIT extends ServerProcessContract {
}
