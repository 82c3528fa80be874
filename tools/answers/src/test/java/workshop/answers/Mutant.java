package workshop.answers;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;

import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;

import org.w3c.dom.Element;
import org.xml.sax.SAXException;

/**
 * A change that PIT has made to a class, and what became of it.
 *
 * @param file        the source file, without its folder
 * @param line        the number of the line, from 1
 * @param description the change, in PIT's words
 * @param seen        whether a test was red, or did not end
 */
record Mutant(String file, int line, String description, boolean seen) {
    /** Reads PIT's report in XML. */
    static List<Mutant> read(Path report) throws IOException {
        try {
            var mutants = DocumentBuilderFactory.newDefaultInstance().newDocumentBuilder().parse(report.toFile())
                    .getElementsByTagName("mutation");
            return IntStream.range(0, mutants.getLength()).mapToObj(i -> of((Element) mutants.item(i))).toList();
        } catch (ParserConfigurationException | SAXException e) {
            throw new IOException(report + " is no report of PIT's", e);
        }
    }

    private static Mutant of(Element mutation) {
        return new Mutant(text(mutation, "sourceFile"), Integer.parseInt(text(mutation, "lineNumber")), text(mutation, "description"),
                          Boolean.parseBoolean(mutation.getAttribute("detected")));
    }

    private static String text(Element mutation, String name) {
        return mutation.getElementsByTagName(name).item(0).getTextContent();
    }
}
