package workshop.site;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import nu.validator.client.EmbeddedValidator;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.xml.sax.SAXException;

import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("Each page")
class HtmlValidityTest {
    private static final EmbeddedValidator VALIDATOR = new EmbeddedValidator();

    @BeforeAll
    static void oneLineForEachError() {
        VALIDATOR.setOutputFormat(EmbeddedValidator.OutputFormat.GNU);
    }

    @ParameterizedTest
    @MethodSource("workshop.site.RenderedCourse#pages")
    @DisplayName("is valid HTML")
    void valid(Path page) throws IOException, SAXException {
        assertThat(errors(Files.readString(page))).as("What is not valid in %s", page).isEmpty();
    }

    @Test
    @DisplayName("would be found if it was not valid")
    void invalid() throws IOException, SAXException {
        assertThat(errors("<!doctype html><html lang=\"en\"><title>A</title><p><div></p><blink>")).anyMatch(line -> line.contains("blink"));
    }

    private static List<String> errors(String html) throws IOException, SAXException {
        String messages = VALIDATOR.validate(new ByteArrayInputStream(html.getBytes(StandardCharsets.UTF_8)));
        return messages.lines().filter(line -> !line.isBlank()).toList();
    }
}
