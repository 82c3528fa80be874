package workshop.site.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * The learner's site has nothing that only the instructor's should have.
 */
final class NothingForInstructors {
    private static final int TELLING = 25;

    private NothingForInstructors() {
    }

    static List<String> check(WrittenSite learner, WrittenSite instructor) {
        var problems = new ArrayList<String>();
        Set<String> secrets = secrets(learner, instructor);
        learner.pages().forEach((name, page) -> {
            if (!page.select(".instructor").isEmpty()) {
                problems.add(name + " has a block for the instructor");
            }
            report(name, page.body().text(), secrets, problems);
        });
        report("The search index", learner.text("assets/search-index.js"), secrets, problems);
        return problems;
    }

    private static void report(String where, String text, Set<String> secrets, List<String> problems) {
        secrets.stream().filter(text::contains)
                .forEach(secret -> problems.add("%s has the instructor's text '%s'".formatted(where, secret)));
    }

    private static Set<String> secrets(WrittenSite learner, WrittenSite instructor) {
        var secrets = new TreeSet<String>();
        instructor.pages().forEach((name, page) -> {
            secrets.addAll(page.select(".instructor p, .instructor li").eachText());
            if (!learner.pages().containsKey(name)) {
                secrets.addAll(page.select("main .paragraph p").eachText());
            }
        });
        secrets.removeIf(text -> text.length() < TELLING);
        return secrets;
    }
}
