package workshop.http2;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.List;
import java.util.Map;

import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

import workshop.testkit.wait.Uninterrupted;

/**
 * A key of {@code localhost} that nobody has signed, for a server with TLS and the clients that trust it.
 */
record KeyStoreFile(Path file) {
    private static final String PASSWORD = "changeit";

    /** Makes one in a folder, with the JDK's own tool: it has no other way to make a certificate. */
    static KeyStoreFile in(Path folder) throws IOException {
        Path file = folder.resolve("server.p12");
        var keytool = new ProcessBuilder(List.of(Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair", "-alias", "1", "-keyalg", "EC", "-dname", "CN=localhost", "-ext", "SAN=dns:localhost",
                "-validity", "2", "-storetype", "PKCS12", "-keystore", file.toString(), "-storepass", PASSWORD))
                .redirectErrorStream(true).start();
        String output = new String(keytool.getInputStream().readAllBytes());
        if (Uninterrupted.await(keytool::waitFor) != 0) {
            throw new AssertionError("keytool has failed: " + output);
        }
        return new KeyStoreFile(file);
    }

    /** The settings of a server that has this key. */
    Map<String, String> settings() {
        String key = "server.tls.private-key.keystore.";
        return Map.of(key + "resource.path", file.toString(), key + "passphrase", PASSWORD);
    }

    /** What clients trust this key with. */
    SSLContext trusted() throws IOException, GeneralSecurityException {
        var store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(file)) {
            store.load(in, PASSWORD.toCharArray());
        }
        var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(store);
        var context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return context;
    }
}
