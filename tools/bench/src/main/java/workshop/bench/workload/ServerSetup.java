package workshop.bench.workload;

import java.nio.file.Path;

/**
 * What a contender's server is given.
 *
 * @param pending   where requests for {@value Endpoints#WAITING} wait
 * @param directory where requests for {@value Endpoints#STAGING} stage their files; the server alone uses it
 */
public record ServerSetup(PendingRequests pending, Path directory) {
    /** The work of its requests; it takes the directory into use, so it is called once. */
    public Workload workload() {
        return Workload.in(directory, pending);
    }
}
