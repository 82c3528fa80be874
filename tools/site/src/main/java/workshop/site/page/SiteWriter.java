package workshop.site.page;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

import workshop.site.course.Course;
import workshop.site.course.Edition;
import workshop.site.plan.Tree;

/**
 * Writes the pages of a site, with what they need beside them.
 */
public final class SiteWriter {
    private static final List<String> THEME = List.of(
            "base.css", "course.css", "theme.js", "page.js", "course.js", "progress.js", "timeline.js", "search.js");

    private final Tree tree;
    private final Path folder;

    /**
     * @param tree   where images are
     * @param folder where the site goes; what is there is removed
     */
    public SiteWriter(Tree tree, Path folder) {
        this.tree = tree;
        this.folder = folder;
    }

    /**
     * Writes a site.
     *
     * @param course  the course
     * @param edition for whom
     * @throws UncheckedIOException if the folder can't be written to
     */
    public void write(Course course, Edition edition) {
        try {
            clean();
            Path assets = Files.createDirectories(folder.resolve("assets"));
            for (String name : THEME) {
                try (var file = SiteWriter.class.getResourceAsStream("/workshop/site/theme/" + name)) {
                    Files.copy(file, assets.resolve(name));
                }
            }
            Files.writeString(assets.resolve("search-index.js"), SearchIndex.script(course, edition));
            for (Map.Entry<String, String> page : new Pages(course, edition).all().entrySet()) {
                page(page.getKey(), page.getValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void clean() throws IOException {
        if (Files.isDirectory(folder)) {
            try (var files = Files.walk(folder)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    private void page(String name, String html) throws IOException {
        Document page = Jsoup.parse(html);
        page.outputSettings().prettyPrint(false);
        for (Element image : page.select("img[src]")) {
            takeAlong(image);
        }
        Files.writeString(folder.resolve(name), page.outerHtml());
    }

    /** An image that is in neither place keeps its name, and the check of the links finds it. */
    private void takeAlong(Element image) throws IOException {
        Path drawn = tree.images().resolve(image.attr("src")).normalize();
        Path source = Files.exists(drawn) ? drawn : tree.results().resolve(drawn.getFileName());
        if (Files.isRegularFile(source)) {
            Path target = Files.createDirectories(folder.resolve("images")).resolve(source.getFileName());
            Files.copy(source, target, StandardCopyOption.REPLACE_EXISTING);
            image.attr("src", "images/" + source.getFileName());
        }
    }
}
