package workshop.site.check;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;

import org.jsoup.nodes.Document;

/**
 * A page, with all that it loads at first, is there soon on a slow network, too. It is weighed as servers send it, compressed.
 */
final class WeightCheck {
    private static final int MOST = 100 * 1024;

    private WeightCheck() {
    }

    static List<String> problems(WrittenSite site, String name, Document page) {
        Stream<String> loaded = page.select("[src], link[rel=stylesheet], link[rel=icon]").stream()
                .map(element -> element.hasAttr("src") ? element.attr("src") : element.attr("href"));
        int weight = Stream.concat(Stream.of(name), loaded).filter(file -> !file.contains(":")).map(site.folder()::resolve).filter(Files::isRegularFile)
                .mapToInt(WeightCheck::compressed).sum();
        return weight <= MOST ? List.of() : List.of("it weighs %d bytes, compressed and with what it loads; at most %d are fine"
                                                            .formatted(weight, MOST));
    }

    private static int compressed(Path file) {
        var bytes = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(bytes)) {
            Files.copy(file, gzip);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.size();
    }
}
