package workshop.site.session;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Compares output with what is stored: what differs from run to run and from machine to machine is left out.
 *
 * @param root  where the commands run; a reader sees it as the folder of a learner
 * @param files where the servers put their files; a reader sees the usual place
 * @param port  where they listen; a reader sees the usual one
 */
record Likeness(Path root, Path files, int port) {
    private static final String ROOT = "/home/learner/workshop";
    private static final String FILES = "/tmp/workshop";
    private static final String PORT = "localhost:8080";
    private static final Pattern TOKEN = Pattern.compile("(Checkpoint for the course: )[0-9a-f]{4}-[0-9a-f]{4}");

    private static final List<Pattern> VARYING = List.of(
            Pattern.compile("\\w{3}, \\d{1,2} \\w{3} \\d{4} \\d\\d:\\d\\d:\\d\\d GMT"),
            Pattern.compile("\\d{4}-\\d\\d-\\d\\dT[\\d:.]+Z?"),
            Pattern.compile("\\b\\d\\d:\\d\\d(:\\d\\d([.,]\\d+)?)?\\b"),
            Pattern.compile("\\p{XDigit}{8}(-\\p{XDigit}{4}){3}-\\p{XDigit}{12}"),
            Pattern.compile("\\d+([.,]\\d+)? ?(ns|µs|ms|milliseconds|s|seconds|min|minutes|MiB|KiB)\\b"),
            Pattern.compile("JDK \\d+[\\w.+]* in \\S+"),
            Pattern.compile("curl \\d[\\w.]*"),
            Pattern.compile("(?<=--code=)[A-Z2-9]{6}"),
            Pattern.compile("(?<=localhost:)\\d+"),
            Pattern.compile("\\b[0-9a-f]{7,40}\\b"),
            Pattern.compile("\\s+$"));

    /** What may be stored and shown of a line: no place of this machine, and no token, which is for those who earn it. */
    String shown(String line) {
        String usual = line.replace(files.toString(), FILES).replace(root.toString(), ROOT).replace("localhost:" + port, PORT);
        return TOKEN.matcher(usual).replaceAll("$1xxxx-xxxx");
    }

    /** What is typed here where a reader types this. */
    String typed(String command) {
        return command.replace(FILES, files.toString()).replace(PORT, "localhost:" + port);
    }

    /** What tells the servers where to listen and where to put their files. */
    Map<String, String> environment() {
        return Map.of("NO_COLOR", "1", "CURL_HOME", root.toString(), "SERVER_PORT", Integer.toString(port), "WORKSHOP_DIRECTORY", files.toString());
    }

    /** What is made on the way, or not, depending on what was made before, is no output to compare. */
    static boolean counts(String line) {
        return !line.startsWith("Building ") && !line.startsWith("Picked up ") && !line.isBlank();
    }

    boolean same(List<String> stored, List<String> observed) {
        String form = stored.stream().filter(Likeness::counts)
                .map(line -> line.equals(Session.ANYTHING) ? "(?:.*\n)*" : Pattern.quote(bare(line) + "\n"))
                .collect(Collectors.joining());
        String text = observed.stream().filter(Likeness::counts).map(line -> bare(line) + "\n").collect(Collectors.joining());
        return Pattern.compile(form, Pattern.UNIX_LINES).matcher(text).matches();
    }

    private String bare(String line) {
        String bare = shown(line);
        for (Pattern varying : VARYING) {
            bare = varying.matcher(bare).replaceAll("");
        }
        return bare;
    }
}
