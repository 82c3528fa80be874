package workshop.testkit.client;

import java.util.function.Consumer;

/**
 * A {@link SocketClient} with its way of leaving.
 *
 * @param client a client that has sent a request
 * @param rest   what is left to send of it, if the client stays
 * @param way    how it leaves
 */
record LeavingSocket(SocketClient client, String rest, Consumer<SocketClient> way) implements LeavingClient {
    @Override
    public void leave() {
        way.accept(client);
    }

    @Override
    public Answer answer() {
        return client.send(rest).answer();
    }

    @Override
    public void close() {
        client.close();
    }
}
