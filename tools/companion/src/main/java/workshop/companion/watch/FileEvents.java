package workshop.companion.watch;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchEvent;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * Lets the file system tell. Now and then it is time to look all the same: a folder may be new.
 */
final class FileEvents implements Wakeup {
    private static final int MILLIS = 1000;
    private static final WatchEvent.Kind<?>[] KINDS = {StandardWatchEventKinds.ENTRY_CREATE,
        StandardWatchEventKinds.ENTRY_MODIFY, StandardWatchEventKinds.ENTRY_DELETE};

    private final WatchService service;

    FileEvents() throws IOException {
        this.service = FileSystems.getDefault().newWatchService();
    }

    @Override
    public void await(Set<Path> folders) throws InterruptedException, IOException {
        for (Path folder : folders) {
            if (Files.isDirectory(folder)) {
                folder.register(service, KINDS);
            }
        }
        WatchKey key = service.poll(MILLIS, TimeUnit.MILLISECONDS);
        while (key != null) {
            key.pollEvents();
            key.reset();
            key = service.poll();
        }
    }

    @Override
    public void close() throws IOException {
        service.close();
    }
}
