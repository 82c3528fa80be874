package workshop.random;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

import org.assertj.core.api.SoftAssertions;

import workshop.testkit.client.Answer;
import workshop.testkit.server.ServerFiles;
import workshop.testkit.server.TestServer;

/**
 * What the clients saw, the server did, its log tells and its directory has: all tell the same.
 */
final class Books {
    private final SoftAssertions entries = new SoftAssertions();
    private final JudgedStep step;
    private final TestServer server;
    private final Ledger ledger;
    private final ServerFiles files;

    Books(JudgedStep step, TestServer server, Ledger ledger) {
        this.step = step;
        this.server = server;
        this.ledger = ledger;
        this.files = new ServerFiles(server.directory());
    }

    /**
     * Balances them, when the server is at rest.
     *
     * @return a line that sums them up
     * @throws AssertionError if they don't balance; it names everything that is wrong
     */
    String balance(List<Visit> visits) throws IOException {
        var received = received(visits);
        clients(visits, received);
        handlers(received);
        log();
        if (step.hasFilePerRequest()) {
            committedFiles(received.values());
        }
        for (Path file : files.committed()) {
            entries.assertThat(Files.readAllLines(file).stream().sorted()).as("The content of %s", file).isEqualTo(step.content());
        }
        entries.assertAll();
        return "%d connections, %d requests begun, %d answered, %d answers received, %d notices".formatted(
                visits.size(), ledger.begun().size(), ledger.statuses().size(), received.size(), server.log().count(step.notice()));
    }

    private void clients(List<Visit> visits, Map<Integer, Answer> received) {
        entries.assertThat(visits.stream().filter(visit -> visit.broken().isPresent()))
                .as("Connections that broke before their clients left").isEmpty();
        var unanswered = new TreeSet<Integer>();
        visits.stream().map(Visit::plan).flatMap(plan -> plan.requests().stream().filter(plan::awaits))
                .map(PlannedRequest::number).forEach(unanswered::add);
        unanswered.removeAll(received.keySet());
        entries.assertThat(unanswered).as("Requests of clients that stayed, and had no answer").isEmpty();
        visits.forEach(visit -> visit.plan().requests().forEach(request -> answer(request, visit.answers().get(request.number()))));
    }

    private void answer(PlannedRequest request, Answer answer) {
        if (answer != null) {
            entries.assertThat(answer.status()).as("The status of the answer to %s", request).isEqualTo(step.status());
            entries.assertThat(answer.body()).as("The body of the answer to %s", request)
                    .isEqualTo(request.isHead() ? "" : "File persisted.\n");
        }
    }

    private void handlers(Map<Integer, Answer> received) {
        entries.assertThat(ledger.running().get()).as("Handlers that have not ended").isZero();
        entries.assertThat(ledger.statuses().keySet()).as("Requests that the server has answered").containsAll(received.keySet());
        entries.assertThat(ledger.statuses().values().stream().filter(status -> status != step.status()))
                .as("The statuses of answers that are not %d", step.status()).isEmpty();
    }

    private void log() {
        int begun = ledger.begun().size();
        int answered = ledger.statuses().size();
        var lines = server.log().lines();
        long notices = lines.stream().filter(step.notice()::equals).count();
        entries.assertThat(lines.stream().filter(line -> line.startsWith("new file "))).as("Files that are begun").hasSize(begun);
        entries.assertThat(notices).as("Notices, of %d requests that were begun and %d that were answered", begun, answered)
                .isEqualTo(begun - answered);
        entries.assertThat(lines.stream().filter(line -> !line.startsWith("new file ") && !line.equals(step.notice())))
                .as("What the log has beside").isEmpty();
    }

    private void committedFiles(Collection<Answer> received) {
        var committed = files.committed().stream().map(file -> file.getFileName().toString()).toList();
        entries.assertThat(committed).as("Committed files, of %d requests that were answered", ledger.statuses().size())
                .hasSameSizeAs(ledger.statuses().keySet());
        entries.assertThat(committed).as("Committed files")
                .containsAll(received.stream().filter(answer -> answer.status() == 201)
                                     .map(answer -> answer.header("Location").replace("/files/", "")).toList());
        entries.assertThat(files.staged()).as("What is left under .staging").isEmpty();
    }

    private static Map<Integer, Answer> received(List<Visit> visits) {
        var received = new HashMap<Integer, Answer>();
        visits.forEach(visit -> received.putAll(visit.answers()));
        return received;
    }
}
