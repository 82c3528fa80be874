package workshop.cancellation;

import java.util.function.Supplier;

import io.helidon.webserver.http.HttpService;

import workshop.cleanup.CommittedFiles;
import workshop.cleanup.Staged;
import workshop.cleanup.StagingArea;
import workshop.plumbing.launch.Settings;

/**
 * Where requests leave what they make.
 *
 * @param staged    brings each request something of its own
 * @param committed shows what is committed; Helidon tells it when the server has stopped
 */
public record Storage(Supplier<? extends Staged> staged, HttpService committed) {
    /** Files, in the directory of the settings. */
    public static Storage inFiles(Settings settings) {
        var staging = StagingArea.open(settings.directory());
        return new Storage(staging::newFile, new CommittedFiles(staging));
    }
}
