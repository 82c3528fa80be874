package workshop.random;

import java.util.List;

import workshop.plumbing.launch.Application;

/**
 * A step's server, and what tells that it has done its part.
 *
 * @param application its configuration
 * @param status      the status of a right answer; with 201 each answer has a file of its own
 * @param notice      the whole line that it logs for a client that leaves
 * @param content     the lines of a file that is done, sorted
 * @param http2       whether it speaks HTTP/2, too
 */
public record JudgedStep(Application application, int status, String notice, List<String> content, boolean http2) {
    boolean hasFilePerRequest() {
        return status == 201;
    }
}
