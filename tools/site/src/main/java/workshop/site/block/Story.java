package workshop.site.block;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

import workshop.site.CourseException;

/**
 * What happens to one request, on the client's side, on the server's, and to the file; or to three on one connection.
 *
 * @param id     its id
 * @param title  its name for a reader
 * @param bars   what lasts
 * @param events what happens at one moment, in order
 */
record Story(String id, String title, List<Bar> bars, List<Event> events) {
    /** When the stories end, in seconds. */
    static final double END = 6;

    /** Where something happens, from top to bottom; a story has three of them. */
    enum Lane {
        CLIENT, SERVER, FILE, STREAM_1, STREAM_3, STREAM_5;

        String title() {
            return name().toLowerCase(Locale.ROOT).replace('_', ' ');
        }
    }

    /** What a bar means. */
    enum Tone {
        CLIENT(Lane.CLIENT), SERVER(Lane.SERVER), WASTED(Lane.SERVER), FILE(Lane.FILE), GARBAGE(Lane.FILE);

        final Lane lane;

        Tone(Lane lane) {
            this.lane = lane;
        }
    }

    /** Something that lasts, in seconds. */
    record Bar(Lane lane, Tone tone, double from, double to) {
        Bar(Tone tone, double from, double to) {
            this(tone.lane, tone, from, to);
        }
    }

    /** Something that happens: a few words in the picture, and a sentence below it. */
    record Event(Lane lane, double at, String label, String words) {
    }

    private static final Event ASKS = new Event(Lane.CLIENT, 0.2, "GET /a", "The client asks for /a.");
    private static final Event WRITES = new Event(Lane.SERVER, 0.4, "writes the file, works",
                                                  "The server writes the file and begins four seconds of work.");
    private static final Event APPEARS = new Event(Lane.FILE, 0.5, "is there", "The file is there.");
    private static final Event HANGS_UP = new Event(Lane.CLIENT, 1.3, "× hangs up", "The client hangs up.");

    private static final Bar WORK_1 = new Bar(Lane.STREAM_1, Tone.SERVER, 0.2, 4.2);
    private static final Bar WORK_3 = new Bar(Lane.STREAM_3, Tone.SERVER, 0.3, 1.3);
    private static final Bar WORK_5 = new Bar(Lane.STREAM_5, Tone.SERVER, 0.4, 4.4);
    private static final Event ASKS_1 = new Event(Lane.STREAM_1, 0.2, "GET /a", "The client asks for /a, on stream 1.");
    private static final Event ASKS_3 = new Event(Lane.STREAM_3, 0.3, "GET /a", "On the same connection it asks again, on stream 3.");
    private static final Event ASKS_5 = new Event(Lane.STREAM_5, 0.4, "GET /a",
                                                  "And on stream 5. For each, the server stages a file and works for four seconds.");
    private static final Event RESETS = new Event(Lane.STREAM_3, 1.3, "× RST_STREAM", "The client resets stream 3. The connection stays.");
    private static final Event ANSWERS_1 = new Event(Lane.STREAM_1, 4.2, "201", "Stream 1 is answered.");
    private static final Event ANSWERS_5 = new Event(Lane.STREAM_5, 4.4, "201", "Stream 5 is answered.");

    private static final List<Story> ALL = List.of(
            new Story("completed", "Completed", List.of(
                    new Bar(Tone.CLIENT, 0.2, 4.6), new Bar(Tone.SERVER, 0.4, 4.4), new Bar(Tone.FILE, 0.5, END)),
                      List.of(ASKS, WRITES, APPEARS,
                              new Event(Lane.SERVER, 4.4, "answers", "The work is done, and the server answers."),
                              new Event(Lane.CLIENT, 4.6, "200", "The client has its answer: 200, File persisted."),
                              new Event(Lane.FILE, 5.0, "stays: right",
                                        "The file stays. That is right: it was asked for, and promised."))),
            new Story("aborted", "Aborted, no cleanup", List.of(
                    new Bar(Tone.CLIENT, 0.2, 1.3), new Bar(Tone.SERVER, 0.4, 1.3), new Bar(Tone.WASTED, 1.3, 4.4),
                    new Bar(Tone.FILE, 0.5, 1.3), new Bar(Tone.GARBAGE, 1.3, END)),
                      List.of(ASKS, WRITES, APPEARS, HANGS_UP,
                              new Event(Lane.SERVER, 2.6, "works on, for nobody",
                                        "The server does not know. It works on, for nobody."),
                              new Event(Lane.SERVER, 4.4, "answers nobody", "The work is done, and the answer goes to nobody."),
                              new Event(Lane.FILE, 5.0, "stays: wrong", "The file stays for good, and nobody asked for it."))),
            new Story("cleaned-up", "Aborted, cleaned up", List.of(
                    new Bar(Tone.CLIENT, 0.2, 1.3), new Bar(Tone.SERVER, 0.4, 1.3), new Bar(Tone.WASTED, 1.3, 4.4),
                    new Bar(Tone.FILE, 0.5, 1.4)),
                      List.of(ASKS, WRITES, APPEARS, HANGS_UP,
                              new Event(Lane.SERVER, 1.35, "notices",
                                        "The server reads in the background, so it notices at once."),
                              new Event(Lane.FILE, 1.4, "is removed", "The file is rolled back: nobody will ask for it."),
                              new Event(Lane.SERVER, 4.4, "was all in vain",
                                        "The work ends, all in vain: it was not stopped."))),
            new Story("cancelled", "Cancelled", List.of(
                    new Bar(Tone.CLIENT, 0.2, 1.3), new Bar(Tone.SERVER, 0.4, 1.4), new Bar(Tone.FILE, 0.5, 1.5)),
                      List.of(ASKS, WRITES, APPEARS, HANGS_UP,
                              new Event(Lane.SERVER, 1.4, "notices, and stops the work",
                                        "The server notices at once, and stops the work."),
                              new Event(Lane.FILE, 1.5, "is removed",
                                        "The file is rolled back. Nothing is left, and nobody works for nobody."))),
            new Story("reset-unnoticed", "Stock Helidon", List.of(
                    WORK_1, WORK_3, new Bar(Lane.STREAM_3, Tone.WASTED, 1.3, 4.3), WORK_5),
                      List.of(ASKS_1, ASKS_3, ASKS_5, RESETS,
                              new Event(Lane.STREAM_3, 2.6, "works on, for nobody",
                                        "Helidon reads the frame, and does not tell the handler. It works on, for nobody."),
                              ANSWERS_1,
                              new Event(Lane.STREAM_3, 4.3, "201, to nobody",
                                        "Stream 3 is answered, too, though it was reset. Its file stays for good."),
                              ANSWERS_5)),
            new Story("reset-noticed", "Step 05", List.of(WORK_1, WORK_3, WORK_5),
                      List.of(ASKS_1, ASKS_3, ASKS_5, RESETS,
                              new Event(Lane.STREAM_3, 1.31, "stops, and removes its file",
                                        "The watch tells the one handler. Its work is stopped, and its file is rolled back."),
                              ANSWERS_1, ANSWERS_5)));

    static List<Story> all() {
        return ALL;
    }

    static Story of(String id) {
        return ALL.stream().filter(story -> story.id.equals(id)).findFirst()
                .orElseThrow(() -> new CourseException("There is no story '%s': use one of %s.".formatted(
                        id, ALL.stream().map(Story::id).collect(Collectors.joining(", ")))));
    }

    /** All that are told of the same. */
    List<Story> withThoseBeside() {
        return ALL.stream().filter(story -> story.lanes().equals(lanes())).toList();
    }

    List<Lane> lanes() {
        return events.stream().map(Event::lane).distinct().sorted().toList();
    }

    /** The whole story, for those who don't see the picture. */
    String inWords() {
        return events.stream().map(Event::words).collect(Collectors.joining(" "));
    }
}
