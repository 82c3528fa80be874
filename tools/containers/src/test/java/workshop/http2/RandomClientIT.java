package workshop.http2;

import java.io.IOException;
import java.util.List;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import workshop.random.JudgedStep;
import workshop.random.RandomClientContract;

@DisplayName("Step 05, random clients")
class RandomClientIT extends RandomClientContract {
    /** A client that resets more in ten seconds than {@code workshop.max-rapid-resets} would lose its connection. */
    private static final int RESETS_ON_EACH = 500;

    RandomClientIT() {
        super(new JudgedStep(Main::configure, 201, "The client closed the connection prematurely. Cleaning up.",
                             List.of("part 1 of 4", "part 2 of 4", "part 3 of 4", "part 4 of 4"), true));
    }

    @Test
    @DisplayName("Each request is reset as soon as it is sent: the books balance, too")
    void rapidResets() throws IOException {
        judgeRapidResets(RESETS_ON_EACH);
    }
}
