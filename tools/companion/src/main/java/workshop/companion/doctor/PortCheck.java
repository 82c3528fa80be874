package workshop.companion.doctor;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.ServerSocketChannel;

import workshop.companion.CommandName;

/**
 * The port that the servers listen on unless told otherwise.
 *
 * @param port the port
 */
record PortCheck(int port) implements Check {
    @Override
    public Finding run() {
        String subject = "port " + port;
        try (var channel = ServerSocketChannel.open()) {
            channel.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return Finding.fine(subject, false, "is free");
        } catch (IOException e) {
            return Finding.wrong(subject, false, "can't be had: " + e.getMessage(),
                                 "Stop what uses it, or use another one: " + CommandName.with("run -- -Dserver.port=0"));
        }
    }
}
