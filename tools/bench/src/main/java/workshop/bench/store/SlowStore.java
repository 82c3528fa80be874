package workshop.bench.store;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

import org.apache.commons.io.IOUtils;

import workshop.bench.workload.Endpoints;
import workshop.bench.workload.ObjectUpload;
import workshop.store.EmbeddedStore;
import workshop.testkit.client.RequestHead;
import workshop.testkit.server.TemporaryDirectory;

/**
 * The store that all servers use, at the other end of a link. It takes each part at once; its answers come some time
 * after the last part of a request. So the calls of all parts are under way when the client leaves.
 */
public final class SlowStore implements AutoCloseable {
    /** How long the answers to the parts take, longer than a call that ends because its client has left. */
    public static final int ANSWERS_AFTER_MILLIS = 500;

    private static final Pattern PART = Pattern.compile("PUT /[^/]+/([^?]+)\\?\\S*partNumber=");
    private static final int CAP_TO_BEGIN = 10;

    private final TemporaryDirectory directory = TemporaryDirectory.create();
    private final Path bucket = directory.path().resolve(".store").resolve(ObjectUpload.BUCKET);
    private final EmbeddedStore store = EmbeddedStore.start(directory.path());
    private final ServerSocket listener = new ServerSocket(0, Endpoints.BACKLOG, InetAddress.getByName(Endpoints.LOOPBACK));
    private final Map<String, PartCalls> requests = new ConcurrentHashMap<>();
    private final BlockingQueue<PartCalls> begun = new LinkedBlockingQueue<>();

    private SlowStore() throws IOException {
    }

    /** Starts it, with an empty bucket. */
    public static SlowStore start() throws IOException {
        System.setProperty("slf4j.internal.verbosity", "ERROR"); // it has nowhere to log to, and need not say so
        var slow = new SlowStore();
        try (var client = slow.store.client()) {
            client.s3().createBucket(request -> request.bucket(ObjectUpload.BUCKET));
        }
        Thread.startVirtualThread(slow::accept);
        return slow;
    }

    /** The settings of a server that uses it. */
    public Map<String, String> settings() {
        var key = store.credentials().resolveCredentials();
        return Map.of("workshop.store", "http://%s:%d".formatted(Endpoints.LOOPBACK, listener.getLocalPort()),
                      "aws.accessKeyId", key.accessKeyId(),
                      "aws.secretAccessKey", key.secretAccessKey());
    }

    /** Waits for the next request whose parts have all come. */
    public PartCalls awaitNext() throws IOException, InterruptedException {
        var next = begun.poll(CAP_TO_BEGIN, TimeUnit.SECONDS);
        if (next == null) {
            throw new IOException("No part has come within ten seconds");
        }
        next.awaitAll();
        return next;
    }

    /** Whether there is anything of an object: itself, its upload, or a part of it. */
    public boolean holds(String key) throws IOException {
        try (var files = Files.list(bucket)) {
            return files.anyMatch(file -> file.getFileName().toString().contains(key));
        }
    }

    private void accept() {
        try {
            while (true) {
                Socket server = listener.accept();
                Thread.startVirtualThread(() -> serve(server));
            }
        } catch (IOException e) {
            // closed
        }
    }

    /** Passes one request on, and its answer; between the two, a part waits. */
    private void serve(Socket server) {
        try (server; var upstream = new Socket(Endpoints.LOOPBACK, store.url().getPort())) {
            var in = new BufferedInputStream(server.getInputStream());
            String head = RequestHead.text(in).orElseThrow(EOFException::new);
            RequestHead.letBodyCome(head, server.getOutputStream());
            upstream.getOutputStream().write(RequestHead.asLast(head).getBytes(StandardCharsets.ISO_8859_1));
            IOUtils.copyLarge(in, upstream.getOutputStream(), 0, RequestHead.contentLength(head));
            var part = PART.matcher(head);
            if (part.lookingAt()) {
                calls(part.group(1)).hold(server, in, ANSWERS_AFTER_MILLIS);
            }
            upstream.getInputStream().transferTo(server.getOutputStream());
        } catch (IOException | InterruptedException e) {
            // one of the two has left
        }
    }

    private PartCalls calls(String key) {
        return requests.computeIfAbsent(key, _ -> {
            var calls = new PartCalls(key);
            begun.add(calls);
            return calls;
        });
    }

    @Override
    public void close() throws IOException {
        listener.close();
        store.close();
        directory.close();
    }
}
