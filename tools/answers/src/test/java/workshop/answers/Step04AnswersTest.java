package workshop.answers;

import org.junit.jupiter.api.DisplayName;

@DisplayName("The answers to step 04")
class Step04AnswersTest extends AnswersToAStep {
    Step04AnswersTest() {
        super(4);
    }
}
