package workshop.lab;

import java.io.IOException;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/**
 * A test of a lab that runs, and has its page open.
 */
abstract class LabTest {
    /** The one of the class that runs. */
    static Lab lab;
    static LabPage page;

    @BeforeAll
    static void startLab() throws IOException, InterruptedException {
        lab = Solutions.lab();
        page = new LabPage(lab);
    }

    @AfterAll
    static void closeLab() {
        if (lab != null) {
            lab.close();
        }
    }
}
