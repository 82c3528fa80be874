package workshop.site.page;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.apache.commons.io.file.PathUtils;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Entities;

import workshop.site.course.Course;
import workshop.site.course.Edition;
import workshop.site.course.PlannedChapter;
import workshop.site.course.Tree;

/**
 * Writes the pages of a site, with what they need beside them.
 */
public final class SiteWriter {
    private static final List<String> THEME = List.of(
            "base.css", "course.css", "theme.js", "page.js", "course.js", "progress.js", "timeline.js", "search.js", "ranking.js",
            "keys.js", "icon.svg");
    private static final String LUNR = "/META-INF/maven/org.webjars.npm/lunr/pom.properties";

    private SiteWriter() {
    }

    /**
     * Writes a site into a folder, with images from the tree; what is in the folder is removed.
     *
     * @throws UncheckedIOException if the folder can't be written to
     */
    public static void write(Course course, Edition edition, Tree tree, Path folder) {
        try {
            if (Files.exists(folder)) {
                PathUtils.deleteDirectory(folder);
            }
            Path assets = Files.createDirectories(folder.resolve("assets"));
            for (String name : THEME) {
                PathUtils.copyFile(SiteWriter.class.getResource("/workshop/site/theme/" + name), assets.resolve(name));
            }
            PathUtils.copyFile(lunr(), assets.resolve("lunr.js"));
            Files.writeString(assets.resolve("search-index.js"), SearchIndex.script(course, edition));
            if (edition == Edition.LEARNER && !course.plan().site().isEmpty()) {
                Files.writeString(folder.resolve("sitemap.xml"), sitemap(course));
            }
            for (Map.Entry<String, String> each : new Pages(course, edition).all().entrySet()) {
                Document page = Jsoup.parse(each.getValue());
                page.outputSettings().prettyPrint(false);
                for (Element image : page.select("img[src]")) {
                    takeAlong(image, tree, folder);
                }
                Files.writeString(folder.resolve(each.getKey()), page.outerHtml());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What search engines go by: see sitemaps.org. */
    private static String sitemap(Course course) {
        return Stream.concat(Stream.of(""), course.plan().forLearners().stream().map(PlannedChapter::page))
                .map(page -> "<url><loc>%s</loc></url>\n".formatted(Entities.escape(course.plan().site() + page)))
                .collect(Collectors.joining("", "<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n", "</urlset>\n"));
    }

    /** The library of the search; the folder that it is in is named like its version. */
    private static URL lunr() throws IOException {
        var about = new Properties();
        try (var in = SiteWriter.class.getResourceAsStream(LUNR)) {
            about.load(in);
        }
        return SiteWriter.class.getResource("/META-INF/resources/webjars/lunr/%s/lunr.min.js".formatted(about.getProperty("version")));
    }

    /** An image that is not there keeps its name, and the check of the links finds it. */
    private static void takeAlong(Element image, Tree tree, Path folder) throws IOException {
        Path source = tree.docs("images").resolve(image.attr("src")).normalize();
        if (Files.isRegularFile(source)) {
            Path target = Files.createDirectories(folder.resolve("images")).resolve(source.getFileName());
            Files.copy(source, target, StandardCopyOption.REPLACE_EXISTING);
            image.attr("src", "images/" + source.getFileName());
        }
    }
}
