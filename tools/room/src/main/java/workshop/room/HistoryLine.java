package workshop.room;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/**
 * What changed at one moment, as a line of an export: comma-separated values (RFC 4180), with a head.
 *
 * @param at     since the room was opened
 * @param what   {@code joins}, {@code works}, {@code is away}, {@code is back} or {@code leaves}
 * @param report what the learner's watch told
 */
record HistoryLine(Duration at, String what, Report report) {
    private static final String HEAD = "seconds,learner,what,step,solved,exercises,red,help";

    /** Whether a second report says nothing new: time alone is no news. */
    static boolean same(Report one, Report other) {
        return one.name().equals(other.name()) && one.step() == other.step() && one.solved() == other.solved()
                && one.red().equals(other.red()) && one.help() == other.help();
    }

    /**
     * Writes an export.
     *
     * @param file where; it is overwritten
     */
    static void write(List<HistoryLine> lines, Path file) throws IOException {
        Files.write(file, Stream.concat(Stream.of(HEAD), lines.stream().map(HistoryLine::line)).toList());
    }

    private String line() {
        return String.join(",", String.valueOf(at.toSeconds()), quoted(report.name()), what, String.valueOf(report.step()),
                           String.valueOf(report.solved()), String.valueOf(report.exercises()), quoted(report.red()),
                           report.help() ? "yes" : "no");
    }

    /** Quoted, and no formula to a spreadsheet, whatever it begins with. */
    private static String quoted(String text) {
        String harmless = text.matches("[=+\\-@].*") ? "'" + text : text;
        return '"' + harmless.replace("\"", "\"\"") + '"';
    }
}
