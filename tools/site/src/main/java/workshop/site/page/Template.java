package workshop.site.page;

import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.Map;

import com.samskivert.mustache.Mustache;

/**
 * A page, or a part of one, as a template in {@code docs/theme/pages}, in the language of Mustache. A name that nothing has is
 * an error; zero and an empty text count as nothing.
 */
enum Template {
    PAGE, COVER, CHAPTER, SCHEDULES, CHECKS;

    private static final Mustache.Compiler COMPILER = Mustache.compiler().strictSections(true).zeroIsFalse(true).emptyStringIsFalse(true);

    /** The template with these values. */
    String fill(Map<String, Object> values) {
        return COMPILER.compile(source()).execute(values);
    }

    private Reader source() {
        String file = "/workshop/site/theme/pages/" + name().toLowerCase() + ".html";
        return new InputStreamReader(Template.class.getResourceAsStream(file), StandardCharsets.UTF_8);
    }
}
