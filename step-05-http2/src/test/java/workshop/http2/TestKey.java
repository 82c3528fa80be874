package workshop.http2;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Map;

import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/**
 * A key of {@code localhost} that nobody has signed, for servers with TLS and the clients that trust it. It was made by
 * {@code keytool -genkeypair -alias 1 -keyalg EC -dname CN=localhost -ext SAN=dns:localhost -validity 36500}, and is good for nothing
 * else.
 */
final class TestKey {
    private static final String STORE = "workshop/http2/localhost.p12";
    private static final String PASSWORD = "changeit";

    private TestKey() {
    }

    /** The settings of a server that has this key. */
    static Map<String, String> settings() {
        String key = "server.tls.private-key.keystore.";
        return Map.of(key + "resource.resource-path", STORE, key + "passphrase", PASSWORD);
    }

    /** What clients trust this key with. */
    static SSLContext trusted() throws IOException, GeneralSecurityException {
        var store = KeyStore.getInstance("PKCS12");
        try (var in = TestKey.class.getResourceAsStream("/" + STORE)) {
            store.load(in, PASSWORD.toCharArray());
        }
        var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(store);
        var context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return context;
    }
}
