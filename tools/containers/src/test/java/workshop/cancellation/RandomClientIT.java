package workshop.cancellation;

import java.util.List;

import org.junit.jupiter.api.DisplayName;

import workshop.random.JudgedStep;
import workshop.random.RandomClientContract;

@DisplayName("Step 04, random clients")
class RandomClientIT extends RandomClientContract {
    RandomClientIT() {
        super(new JudgedStep(Main::configure, 201, Outcome.CLIENT_GONE.message(),
                             List.of("part 1 of 4", "part 2 of 4", "part 3 of 4", "part 4 of 4"), false));
    }
}
