package workshop.bench.jvm;

import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.ObjectInputFilter;
import java.io.ObjectInputStream;
import java.nio.file.Path;

import io.helidon.logging.common.LogConfig;

import workshop.bench.client.Protocol;
import workshop.bench.contender.Contender;
import workshop.bench.workload.PendingRequests;

/**
 * The program in a contender's own JVM. It answers each {@link ServerJvm.Question} of its input, and ends with it.
 */
final class ServerMain {
    private ServerMain() {
    }

    /**
     * Serves.
     *
     * @param args the {@link Contender}, the {@link Protocol}, and the directory for its files
     */
    public static void main(String[] args) {
        var answers = new DataOutputStream(System.out);
        System.setOut(System.err); // whatever else is printed must not get between the answers
        LogConfig.configureRuntime();
        System.setProperty("slf4j.internal.verbosity", "ERROR"); // it has nowhere to log to, and need not say so
        var pending = new PendingRequests();
        try {
            int port = Contender.valueOf(args[0]).start(Protocol.valueOf(args[1]), Path.of(args[2]), pending);
            var questions = new ObjectInputStream(System.in);
            questions.setObjectInputFilter(_ -> ObjectInputFilter.Status.ALLOWED); // Helidon has its JVM refuse all objects
            while (true) {
                var question = (ServerJvm.Question) questions.readObject();
                answers.writeLong(question.answer(port, pending));
                answers.flush();
            }
        } catch (EOFException e) {
            Runtime.getRuntime().halt(0); // nobody asks any more
        } catch (Exception e) {
            e.printStackTrace();
            Runtime.getRuntime().halt(1); // whatever threads the server has started
        }
    }
}
