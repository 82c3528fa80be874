package workshop.bench;

import java.nio.file.Path;

/**
 * What a contender's server is given.
 *
 * @param room      where requests for {@value Request#WAITING} wait
 * @param directory where requests for {@value Request#STAGING} stage their files; the server alone uses it
 */
record Site(WaitingRoom room, Path directory) {
    /** The work of {@value Request#STAGING}; it takes the directory into use, so it is called once. */
    StagedWork stagedWork() {
        return StagedWork.in(directory);
    }
}
