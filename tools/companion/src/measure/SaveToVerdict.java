import java.io.BufferedReader;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Measures how long a learner waits for the verdict after a change of one line in step 02: with {@code ./workshop watch},
 * and with {@code ../mvnw test}, in turn. Run it in the root of the workshop, with nothing else running:
 * {@code java tools/companion/src/measure/SaveToVerdict.java [rounds]}. The file that it changes is as before in the end.
 */
final class SaveToVerdict {
    private static final Path STEP = Path.of("step-02-close-detection");
    private static final Path FILE = Path.of("src/main/java/workshop/detection/BackgroundRead.java");
    private static final Path SOLUTION = Path.of("solutions").resolve(STEP).resolve(FILE);

    /** What is changed: a line of the solution, and the same line with a mistake. */
    private static final String RIGHT = "        if (clientGone && watch != null) {";
    private static final String WRONG = "        if (clientGone && watch == null) {";

    private SaveToVerdict() {
    }

    public static void main(String[] args) throws IOException, InterruptedException {
        int rounds = args.length == 0 ? 10 : Integer.parseInt(args[0]);
        Path file = STEP.resolve(FILE);
        String before = Files.readString(file);
        try {
            measure(file, before, rounds);
        } finally {
            Files.writeString(file, before);
        }
    }

    private static void measure(Path file, String before, int rounds) throws IOException, InterruptedException {
        String solved = Files.readString(SOLUTION);
        String mistaken = solved.replace(RIGHT, WRONG);
        if (mistaken.equals(solved)) {
            throw new IllegalStateException("The line is gone from " + SOLUTION);
        }
        var starts = new ArrayList<Double>();
        var breaks = new ArrayList<Double>();
        var staysRed = new ArrayList<Double>();
        var maven = new ArrayList<Double>();
        Process watch = new ProcessBuilder("./workshop", "watch", "2").redirectError(Redirect.DISCARD).start();
        try (BufferedReader lines = watch.inputReader()) {
            awaitVerdict(lines);
            for (int round = 0; round < rounds; round++) {
                starts.add(secondsTo(file, before + "// round " + round + "\n", lines));
                breaks.add(secondsTo(file, mistaken, lines));
                staysRed.add(secondsTo(file, mistaken + "// round " + round + "\n", lines));
                if (round % 3 == 0) {
                    maven.add(secondsOfMaven(file, mistaken + "// with Maven " + round + "\n"));
                    awaitVerdict(lines);
                }
            }
        } finally {
            watch.descendants().forEach(ProcessHandle::destroy);
            watch.destroy();
        }
        print("save to verdict, the untouched starter", starts);
        print("save to verdict, from there to the solution with a mistake", breaks);
        print("save to verdict, a line that does not mend the mistake", staysRed);
        print("../mvnw test, the same change", maven);
        System.out.printf(Locale.ROOT, "ratio of the last two: %.1f%n", median(maven) / median(staysRed));
    }

    private static double secondsTo(Path file, String text, BufferedReader lines) throws IOException {
        long start = System.nanoTime();
        Files.writeString(file, text);
        awaitVerdict(lines);
        double seconds = (System.nanoTime() - start) / 1e9;
        awaitEnd(lines);
        return seconds;
    }

    private static double secondsOfMaven(Path file, String text) throws IOException, InterruptedException {
        long start = System.nanoTime();
        Files.writeString(file, text);
        new ProcessBuilder("../mvnw", "test").directory(STEP.toFile())
                .redirectOutput(Redirect.DISCARD).redirectError(Redirect.DISCARD).start().waitFor();
        return (System.nanoTime() - start) / 1e9;
    }

    private static void awaitVerdict(BufferedReader lines) throws IOException {
        await(lines, "red ");
    }

    /** The other tests have ended, too. */
    private static void awaitEnd(BufferedReader lines) throws IOException {
        await(lines, "Step 02");
    }

    private static void await(BufferedReader lines, String beginning) throws IOException {
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            if (line.startsWith(beginning)) {
                return;
            }
        }
        throw new IllegalStateException("The watch has ended");
    }

    private static void print(String what, List<Double> seconds) {
        System.out.printf(Locale.ROOT, "%-60s median %5.2f s, %.2f to %.2f, %d times%n", what, median(seconds),
                          seconds.stream().min(Double::compare).orElseThrow(),
                          seconds.stream().max(Double::compare).orElseThrow(), seconds.size());
    }

    private static double median(List<Double> seconds) {
        List<Double> sorted = seconds.stream().sorted().toList();
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }
}
