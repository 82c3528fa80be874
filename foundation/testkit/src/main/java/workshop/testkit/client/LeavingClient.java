package workshop.testkit.client;

import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * A client that has sent a request and then either leaves before the answer, or stays for it.
 *
 * @param leaving   leaves, and returns once it has left
 * @param answering waits for the whole answer; throws an {@link AssertionError} if it does not come in time
 * @param closing   gives back what the client holds
 */
public record LeavingClient(Runnable leaving, Supplier<Answer> answering, Runnable closing) implements AutoCloseable {
    /** Any client, with what it does. */
    public static <T> LeavingClient of(T client, Consumer<T> leaving, Function<T, Answer> answering, Consumer<T> closing) {
        return new LeavingClient(() -> leaving.accept(client), () -> answering.apply(client), () -> closing.accept(client));
    }

    /** Leaves, and returns once it has left. */
    public void leave() {
        leaving.run();
    }

    /** Stays until the answer is complete; an {@link AssertionError} if it is not in time. */
    public Answer answer() {
        return answering.get();
    }

    @Override
    public void close() {
        closing.run();
    }
}
