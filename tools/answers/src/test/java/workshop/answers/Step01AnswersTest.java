package workshop.answers;

import org.junit.jupiter.api.DisplayName;

@DisplayName("The answers to step 01")
class Step01AnswersTest extends AnswersToAStep {
    Step01AnswersTest() {
        super(1);
    }
}
