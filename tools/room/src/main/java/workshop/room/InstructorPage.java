package workshop.room;

import java.util.List;
import java.util.function.Supplier;

import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;

import workshop.lab.feed.PageFile;

/**
 * The page that shows the room. It lies under a path that only the instructor's terminal has told, so learners in the same
 * network don't see each other's names.
 */
final class InstructorPage implements HttpService {
    private static final String INDEX = "index.html";
    private static final List<String> OTHERS = List.of("base.css", "room.css", "room.js");

    private final String code;
    private final Supplier<String> address;

    /**
     * @param code    the code of the room
     * @param address what learners give to {@code --room}, once the room is open
     */
    InstructorPage(String code, Supplier<String> address) {
        this.code = code;
        this.address = address;
    }

    @Override
    public void routing(HttpRules rules) {
        rules.any((_, response) -> {
            PageFile.HEADERS.forEach(response::header);
            response.next();
        });
        serve("/", INDEX, rules);
        OTHERS.forEach(name -> serve("/" + name, name, rules));
    }

    private void serve(String path, String name, HttpRules rules) {
        rules.get(path, PageFile.of(InstructorPage.class, name,
                                    text -> text.replace("{{code}}", code).replace("{{address}}", address.get())));
    }
}
