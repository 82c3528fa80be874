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
 * A change that PIT has made to the learner's part of a solution, and what became of it.
 *
 * @param file   the source file, without its folder
 * @param number the number of the line, from 1
 * @param line   the text of the line
 * @param change the change, in PIT's words
 * @param seen   whether a test was red, or did not end
 */
record Mutant(String file, int number, String line, String change, boolean seen) {
    /** Reads PIT's report in XML. */
    static List<Mutant> read(Path report, LearnersPart part) throws IOException {
        try {
            var mutants = DocumentBuilderFactory.newDefaultInstance().newDocumentBuilder().parse(report.toFile())
                    .getElementsByTagName("mutation");
            return IntStream.range(0, mutants.getLength()).mapToObj(i -> of((Element) mutants.item(i), part))
                    .filter(mutant -> part.has(mutant.file(), mutant.number()))
                    .toList();
        } catch (ParserConfigurationException | SAXException e) {
            throw new IOException(report + " is no report of PIT's", e);
        }
    }

    private static Mutant of(Element mutation, LearnersPart part) {
        String file = text(mutation, "sourceFile");
        int number = Integer.parseInt(text(mutation, "lineNumber"));
        return new Mutant(file, number, part.lines(file).get(number - 1).strip(), text(mutation, "description"),
                          Boolean.parseBoolean(mutation.getAttribute("detected")));
    }

    private static String text(Element mutation, String name) {
        return mutation.getElementsByTagName(name).item(0).getTextContent();
    }
}
