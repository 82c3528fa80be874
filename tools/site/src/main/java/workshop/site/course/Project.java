package workshop.site.course;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;

import workshop.site.CourseException;

/**
 * What the root POM says of the workshop.
 *
 * @param name        its name
 * @param description one sentence on it
 * @param versions    what it is built and tested with, by the name of the property without {@code version.}; {@code java}
 *                    is the release of Java
 */
public record Project(String name, String description, Map<String, String> versions) {
    private static final String VERSION = "version.";

    /**
     * Reads the POM.
     *
     * @throws CourseException if it can't be read
     */
    public static Project read(Tree tree) {
        Path pom = tree.root().resolve("pom.xml");
        try {
            Document document = Jsoup.parse(Files.readString(pom), "", Parser.xmlParser());
            var versions = new TreeMap<String, String>();
            for (Element property : document.select("project > properties > *")) {
                if (property.tagName().startsWith(VERSION)) {
                    versions.put(property.tagName().substring(VERSION.length()), property.text());
                }
            }
            versions.put("java", document.getElementsByTag("maven.compiler.release").text());
            return new Project(document.expectFirst("project > name").text(),
                               document.expectFirst("project > description").text(), versions);
        } catch (IOException e) {
            throw new CourseException("%s can't be read (%s): the versions are there.".formatted(pom, e), e);
        }
    }
}
