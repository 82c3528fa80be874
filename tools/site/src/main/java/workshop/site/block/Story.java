package workshop.site.block;

import java.util.List;
import java.util.stream.Collectors;

import workshop.site.CourseException;

/**
 * What happens to one request: on the client's side, on the server's, and to the file.
 *
 * @param id     its id
 * @param title  its name for a reader
 * @param bars   what lasts
 * @param events what happens at one moment, in order
 */
record Story(String id, String title, List<Bar> bars, List<Event> events) {
    /** When the stories end, in seconds. */
    static final double END = 6;

    /** Where something happens, from top to bottom. */
    enum Lane { CLIENT, SERVER, FILE }

    /** What a bar means. */
    enum Tone {
        CLIENT(Lane.CLIENT), SERVER(Lane.SERVER), WASTED(Lane.SERVER), FILE(Lane.FILE), GARBAGE(Lane.FILE);

        final Lane lane;

        Tone(Lane lane) {
            this.lane = lane;
        }
    }

    /** Something that lasts, in seconds. */
    record Bar(Tone tone, double from, double to) {
    }

    /** Something that happens: a few words in the picture, and a sentence below it. */
    record Event(Lane lane, double at, String label, String words) {
    }

    private static final Event ASKS = new Event(Lane.CLIENT, 0.2, "GET /a", "The client asks for /a.");
    private static final Event WRITES = new Event(Lane.SERVER, 0.4, "writes the file, works",
                                                  "The server writes the file and begins four seconds of work.");
    private static final Event APPEARS = new Event(Lane.FILE, 0.5, "is there", "The file is there.");
    private static final Event HANGS_UP = new Event(Lane.CLIENT, 1.3, "× hangs up", "The client hangs up.");

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
                                        "The file is rolled back. Nothing is left, and nobody works for nobody."))));

    static List<Story> all() {
        return ALL;
    }

    static Story of(String id) {
        return ALL.stream().filter(story -> story.id.equals(id)).findFirst()
                .orElseThrow(() -> new CourseException("There is no story '%s': use one of %s.".formatted(
                        id, ALL.stream().map(Story::id).collect(Collectors.joining(", ")))));
    }

    /** The whole story, for those who don't see the picture. */
    String inWords() {
        return events.stream().map(Event::words).collect(Collectors.joining(" "));
    }
}
