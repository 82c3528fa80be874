package workshop.site.check;

import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

import org.apache.commons.io.FileUtils;
import org.apache.commons.io.file.FilesUncheck;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/**
 * A site as it was written.
 *
 * @param folder its folder
 * @param pages  its pages by their name
 */
record WrittenSite(Path folder, SortedMap<String, Document> pages) {
    private static final Set<String> NOT_OURS = Set.of("search-index.js", "lunr.js");

    static WrittenSite read(Path folder) {
        var site = new WrittenSite(folder, new TreeMap<>());
        for (File file : FileUtils.listFiles(folder.toFile(), new String[] {"html"}, false)) {
            site.pages.put(file.getName(), Jsoup.parse(site.text(file.getName())));
        }
        return site;
    }

    /** Its style sheets and scripts, but for the index of the search, which has the text of the chapters, and the library. */
    List<String> assets() {
        Collection<File> files = FileUtils.listFiles(folder.resolve("assets").toFile(), new String[] {"css", "js"}, false);
        return files.stream().map(File::getName).filter(name -> !NOT_OURS.contains(name)).map("assets/"::concat).sorted().toList();
    }

    String text(String file) {
        return new String(FilesUncheck.readAllBytes(folder.resolve(file)), StandardCharsets.UTF_8);
    }
}
