package workshop.site.page;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.apache.commons.io.IOUtils;
import org.apache.commons.io.file.PathUtils;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Entities;

import workshop.site.course.Course;
import workshop.site.course.Edition;
import workshop.site.course.Language;
import workshop.site.course.PlannedChapter;
import workshop.site.course.Tree;

/**
 * Writes the pages of a site, with what they need beside them.
 */
public final class SiteWriter {
    private static final List<String> THEME = List.of(
            "base.css", "course.css", "theme.js", "page.js", "course.js", "progress.js", "timeline.js", "search.js", "ranking.js",
            "keys.js", "icon.svg", "live.js", "feed.js");
    private static final List<String> FOR_INSTRUCTORS = List.of("present.css", "present.js", "speak.js");
    private static final String LUNR = "/META-INF/maven/org.webjars.npm/lunr/pom.properties";

    private SiteWriter() {
    }

    /**
     * Writes a site into a folder, with images from the tree; what is in the folder is removed.
     *
     * @throws UncheckedIOException if the folder can't be written to
     */
    public static void write(Course course, Edition edition, Tree tree, Path folder) {
        write(course, edition, tree, folder, script -> script, page -> { });
    }

    /**
     * Writes the learner's site of a course that is translated, like {@link #write(Course, Edition, Tree, Path)}.
     *
     * @throws UncheckedIOException if the folder can't be written to
     */
    public static void write(Course translation, Words words, Tree tree, Path folder) {
        write(translation, Edition.LEARNER, tree, folder, words::inScript, page -> TranslatedPage.translate(page, translation, words));
    }

    private static void write(Course course, Edition edition, Tree tree, Path folder, UnaryOperator<String> scripts, Consumer<Document> pages) {
        try {
            if (Files.exists(folder)) {
                PathUtils.deleteDirectory(folder);
            }
            Path assets = Files.createDirectories(folder.resolve("assets"));
            copyTheme(THEME, scripts, assets);
            if (edition == Edition.INSTRUCTOR) {
                copyTheme(FOR_INSTRUCTORS, scripts, assets);
            }
            PathUtils.copyFile(lunr(), assets.resolve("lunr.js"));
            Files.writeString(assets.resolve("search-index.js"), SearchIndex.script(course, edition));
            if (edition == Edition.LEARNER && course.language().equals(Language.ENGLISH) && !course.plan().site().isEmpty()) {
                Files.writeString(folder.resolve("sitemap.xml"), sitemap(course));
            }
            for (Map.Entry<String, String> each : new Pages(course, edition).all().entrySet()) {
                Document page = Jsoup.parse(each.getValue());
                page.outputSettings().prettyPrint(false);
                for (Element image : page.select("img[src]")) {
                    takeAlong(image, tree, folder);
                }
                pages.accept(page);
                Files.writeString(folder.resolve(each.getKey()), page.outerHtml());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void copyTheme(List<String> names, UnaryOperator<String> scripts, Path assets) throws IOException {
        for (String name : names) {
            String text = IOUtils.resourceToString("/workshop/site/theme/" + name, StandardCharsets.UTF_8);
            Files.writeString(assets.resolve(name), name.endsWith(".js") ? scripts.apply(text) : text);
        }
    }

    /** What search engines go by: see sitemaps.org. */
    private static String sitemap(Course course) {
        List<String> pages = Stream.concat(Stream.of(""), course.plan().forLearners().stream().map(PlannedChapter::page)).toList();
        return course.languages().stream().flatMap(language -> pages.stream().map(page -> language.folder() + page))
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
