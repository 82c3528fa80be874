package workshop.site;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.jsoup.Jsoup;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import workshop.site.course.Project;
import workshop.site.course.Reference;
import workshop.site.course.Tree;

import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("A link to a Javadoc")
class JavadocLinksTest {
    private static final Pattern PAGE = Pattern.compile("(?<module>[a-z0-9.]+)/(?<type>[\\w/.]+)\\.html(#(?<member>\\w+)(\\((?<parameters>.*)\\))?)?");

    static List<String> links() throws IOException {
        Project project = Project.read(new Tree(Path.of("../..")));
        List<String> javadocs = Stream.of(Reference.JDK, Reference.HELIDON).map(work -> work.address(project)).toList();
        List<String> links = List.of();
        for (Path page : RenderedCourse.pages()) {
            links = Stream.concat(links.stream(), Jsoup.parse(page).select("main a[href]").eachAttr("href").stream()).toList();
        }
        return links.stream().distinct()
                .flatMap(link -> javadocs.stream().filter(link::startsWith).map(begin -> link.substring(begin.length()))).toList();
    }

    @ParameterizedTest
    @MethodSource("links")
    @DisplayName("names a class that there is, in its module, and a method of it")
    void leadsSomewhere(String link) throws ClassNotFoundException {
        assertThat(isThere(link)).as("Whether the JDK and Helidon that the workshop uses have %s", link).isTrue();
    }

    @Test
    @DisplayName("would be found if it named a method or a module that there is not")
    void leadsNowhere() throws ClassNotFoundException {
        assertThat(isThere("java.base/java/lang/Thread.html#join(java.time.Duration)")).isTrue();
        assertThat(isThere("java.base/java/lang/Thread.html#join(a,b,c)")).isFalse();
        assertThat(isThere("java.sql/java/lang/Thread.html")).isFalse();
        assertThat(isThere("io.helidon.common/io/helidon/webserver/WebServer.html")).isFalse();
    }

    private static boolean isThere(String link) throws ClassNotFoundException {
        var page = PAGE.matcher(link);
        assertThat(page.matches()).as("Whether %s is a page of a Javadoc", link).isTrue();
        var type = Class.forName(page.group("type").replace('.', '$').replace('/', '.'), false, JavadocLinksTest.class.getClassLoader());
        return isIn(type, page.group("module"))
                && (page.group("member") == null || hasMethod(type, page.group("member"), page.group("parameters")));
    }

    /** On the class path, a class has no module; its package begins with the module's name. */
    private static boolean isIn(Class<?> type, String module) {
        return type.getModule().isNamed() ? module.equals(type.getModule().getName()) : type.getName().startsWith(module + ".");
    }

    private static boolean hasMethod(Class<?> type, String name, String parameters) {
        int count = parameters.isEmpty() ? 0 : parameters.split(",").length;
        return Arrays.stream(type.getMethods()).anyMatch(method -> method.getName().equals(name) && method.getParameterCount() == count);
    }
}
