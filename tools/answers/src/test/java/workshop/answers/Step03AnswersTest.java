package workshop.answers;

import org.junit.jupiter.api.DisplayName;

@DisplayName("The answers to step 03")
class Step03AnswersTest extends AnswersToAStep {
    Step03AnswersTest() {
        super(3);
    }
}
