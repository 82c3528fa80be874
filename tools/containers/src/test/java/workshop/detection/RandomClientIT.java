package workshop.detection;

import java.util.List;

import org.junit.jupiter.api.DisplayName;

import workshop.random.JudgedStep;
import workshop.random.RandomClientContract;

@DisplayName("Step 02, random clients")
class RandomClientIT extends RandomClientContract {
    RandomClientIT() {
        super(new JudgedStep(Main::configure, 200, "The client closed the connection prematurely.", List.of("hello"), false));
    }
}
