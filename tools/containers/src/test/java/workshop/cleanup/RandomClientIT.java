package workshop.cleanup;

import java.util.List;

import org.junit.jupiter.api.DisplayName;

import workshop.random.JudgedStep;
import workshop.random.RandomClientContract;

@DisplayName("Step 03, random clients")
class RandomClientIT extends RandomClientContract {
    RandomClientIT() {
        super(new JudgedStep(Main::configure, 201, "The client closed the connection prematurely. Cleaning up.",
                             List.of("hello"), false));
    }
}
