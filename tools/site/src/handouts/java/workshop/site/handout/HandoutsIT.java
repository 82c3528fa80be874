package workshop.site.handout;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

import com.adobe.epubcheck.api.EpubCheck;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import workshop.site.RenderedCourse;

import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("The handouts")
class HandoutsIT {
    private static final Path FOLDER = RenderedCourse.handouts();
    private static final Path EPUB = FOLDER.resolve("when-the-client-hangs-up.epub");

    @Test
    @DisplayName("are a PDF")
    void pdf() throws IOException {
        byte[] pdf = Files.readAllBytes(FOLDER.resolve("when-the-client-hangs-up.pdf"));
        assertThat(new String(pdf, 0, 5)).isEqualTo("%PDF-");
        assertThat(pdf.length).isGreaterThan(100_000);
    }

    @Test
    @DisplayName("are an EPUB without errors")
    void epub() {
        assertThat(problems(EPUB)).isEmpty();
    }

    @Test
    @DisplayName("have nothing for instructors, and no token")
    void learners() throws IOException {
        try (var epub = FileSystems.newFileSystem(EPUB); var files = Files.walk(epub.getPath("/"))) {
            for (Path file : files.filter(each -> each.toString().endsWith(".xhtml")).toList()) {
                assertThat(Files.readString(file)).as("The page %s", file).doesNotContain("For the instructor", "instructor.xhtml");
            }
        }
    }

    @Test
    @DisplayName("would not pass with an error")
    void broken(@TempDir Path folder) throws IOException {
        Path broken = Files.copy(EPUB, folder.resolve("broken.epub"), StandardCopyOption.REPLACE_EXISTING);
        try (var epub = FileSystems.newFileSystem(broken)) {
            Files.delete(epub.getPath("/META-INF/container.xml"));
        }
        assertThat(problems(broken)).isNotEmpty();
    }

    private static String problems(Path epub) {
        var messages = new StringWriter();
        var check = new EpubCheck(epub.toFile(), new PrintWriter(messages));
        boolean fine = check.doValidate() <= 1 && messages.toString().lines().noneMatch(line -> line.startsWith("ERROR"));
        return fine ? "" : messages.toString();
    }
}
