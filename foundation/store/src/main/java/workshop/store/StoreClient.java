package workshop.store;

import java.net.URI;
import java.time.Duration;

import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProviderChain;
import software.amazon.awssdk.auth.credentials.EnvironmentVariableCredentialsProvider;
import software.amazon.awssdk.auth.credentials.SystemPropertyCredentialsProvider;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.apache5.Apache5HttpClient;
import software.amazon.awssdk.http.apache5.ProxyConfiguration;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;

/**
 * The client of Amazon's SDK for one store. It tries nothing twice, since the caller does; and its HTTP client closes the
 * connection of a call that is interrupted, which the one on {@link java.net.HttpURLConnection} does not.
 *
 * @param s3   the calls
 * @param http its connections
 */
public record StoreClient(S3Client s3, SdkHttpClient http) implements AutoCloseable {
    /** Calls at once: those of 64 parts of some requests. One more waits, as long as its try may take. */
    private static final int CONNECTIONS = 1000;
    private static final Duration TO_CONNECT = Duration.ofSeconds(1);

    /** In the middle of an object that is read: the beginning of an answer is for the caller to wait for. */
    private static final Duration SILENCE = Duration.ofSeconds(5);

    /**
     * Makes a client. It takes the proxy, if the environment names one.
     *
     * @param url         the store; its buckets are the first part of a path
     * @param credentials its key
     */
    public static StoreClient of(URI url, AwsCredentialsProvider credentials) {
        return of(url, credentials, ProxyConfiguration.builder());
    }

    /** Makes a client that takes no proxy. */
    static StoreClient direct(URI url, AwsCredentialsProvider credentials) {
        return of(url, credentials, ProxyConfiguration.builder().useSystemPropertyValues(false).useEnvironmentVariableValues(false));
    }

    /** The key that the usual properties or variables of AWS name. */
    public static AwsCredentialsProvider usualCredentials() {
        return AwsCredentialsProviderChain.of(SystemPropertyCredentialsProvider.create(), EnvironmentVariableCredentialsProvider.create());
    }

    private static StoreClient of(URI url, AwsCredentialsProvider credentials, ProxyConfiguration.Builder proxy) {
        var http = Apache5HttpClient.builder()
                .maxConnections(CONNECTIONS)
                .connectionTimeout(TO_CONNECT)
                .socketTimeout(SILENCE)
                .proxyConfiguration(proxy.build())
                .build();
        return new StoreClient(S3Client.builder()
                .endpointOverride(url)
                .forcePathStyle(true)
                .region(region())
                .credentialsProvider(credentials)
                .httpClient(http)
                .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED) // what every store understands
                .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED)
                .overrideConfiguration(configuration -> configuration.retryStrategy(retries -> retries.maxAttempts(1)))
                .build(), http);
    }

    private static Region region() {
        String usual = System.getenv("AWS_REGION");
        return usual == null || usual.isBlank() ? Region.US_EAST_1 : Region.of(usual);
    }

    @Override
    public void close() {
        s3.close();
        http.close();
    }
}
