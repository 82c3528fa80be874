package workshop.random;

import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Map;

import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/**
 * A key and its certificate, signed by itself, which the JDK's own {@code keytool} makes: the JDK has no other public way.
 *
 * @param keyStore where they are
 */
record SelfSigned(Path keyStore) {
    private static final String ALIAS = "server";
    private static final String PASSPHRASE = "not a secret";

    /** Makes a new one, valid for a day. */
    static SelfSigned create(Path folder) throws IOException, InterruptedException {
        Path file = folder.resolve("server.p12");
        var keytool = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                                         "-genkeypair", "-keyalg", "EC", "-dname", "CN=localhost", "-validity", "1",
                                         "-alias", ALIAS, "-storetype", "PKCS12", "-storepass", PASSPHRASE,
                                         "-keystore", file.toString())
                .redirectErrorStream(true).start();
        String output = new String(keytool.getInputStream().readAllBytes());
        if (keytool.waitFor() != 0) {
            throw new AssertionError("keytool has made no key: " + output);
        }
        return new SelfSigned(file);
    }

    /** The settings of a server that uses it. */
    Map<String, String> settings() {
        String keys = "server.tls.private-key.keystore.";
        return Map.of(keys + "resource.path", keyStore.toString(), keys + "passphrase", PASSPHRASE, keys + "key.alias", ALIAS);
    }

    /** What clients trust it with. */
    SSLContext trust() throws GeneralSecurityException, IOException {
        var trusted = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trusted.init(KeyStore.getInstance(keyStore.toFile(), PASSPHRASE.toCharArray()));
        var context = SSLContext.getInstance("TLS");
        context.init(null, trusted.getTrustManagers(), null);
        return context;
    }
}
