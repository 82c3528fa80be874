package workshop.answers;

import org.junit.jupiter.api.DisplayName;

@DisplayName("The answers to step 02")
class Step02AnswersTest extends AnswersToAStep {
    Step02AnswersTest() {
        super(2);
    }
}
