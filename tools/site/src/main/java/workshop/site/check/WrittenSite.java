package workshop.site.check;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedMap;
import java.util.TreeMap;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/**
 * A site as it was written.
 *
 * @param folder its folder
 * @param pages  its pages by their name
 */
public record WrittenSite(Path folder, SortedMap<String, Document> pages) {
    /**
     * Reads a site.
     *
     * @param folder its folder
     * @return the site
     * @throws UncheckedIOException if it can't be read
     */
    public static WrittenSite read(Path folder) {
        var pages = new TreeMap<String, Document>();
        try (var files = Files.newDirectoryStream(folder, "*.html")) {
            for (Path file : files) {
                pages.put(file.getFileName().toString(), Jsoup.parse(file));
            }
            return new WrittenSite(folder, pages);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String text(String file) {
        try {
            return Files.readString(folder.resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
