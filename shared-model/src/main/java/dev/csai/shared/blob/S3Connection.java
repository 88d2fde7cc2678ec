package dev.csai.shared.blob;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3Configuration;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;

/** How the storage is spoken to: every call with a limit, and only what all S3-compatible storages understand. */
final class S3Connection {

    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final Duration ATTEMPT = Duration.ofSeconds(30);
    private static final Duration CALL = Duration.ofSeconds(90);

    private S3Connection() {}

    static S3BlobStore open(S3Settings settings, ScratchDirectory scratch, Clock clock) {
        URI endpoint = settings.endpoint();
        return new S3BlobStore(client(settings, endpoint), presigner(settings, endpoint), settings.bucket(), scratch,
                clock);
    }

    private static S3Client client(S3Settings settings, @Nullable URI endpoint) {
        var builder = S3Client.builder()
                .region(Region.of(settings.region()))
                .credentialsProvider(credentials(settings))
                .serviceConfiguration(configuration(settings))
                // The sums that Amazon lately adds by default come as trailers, which others refuse.
                .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
                .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED)
                .httpClientBuilder(UrlConnectionHttpClient.builder().connectionTimeout(CONNECT).socketTimeout(ATTEMPT))
                .overrideConfiguration(limits -> limits.apiCallAttemptTimeout(ATTEMPT).apiCallTimeout(CALL));
        return (endpoint == null ? builder : builder.endpointOverride(endpoint)).build();
    }

    private static S3Presigner presigner(S3Settings settings, @Nullable URI endpoint) {
        var builder = S3Presigner.builder()
                .region(Region.of(settings.region()))
                .credentialsProvider(credentials(settings))
                .serviceConfiguration(configuration(settings));
        return (endpoint == null ? builder : builder.endpointOverride(endpoint)).build();
    }

    private static AwsCredentialsProvider credentials(S3Settings settings) {
        return StaticCredentialsProvider.create(AwsBasicCredentials.create(settings.accessKey(), settings.secretKey()));
    }

    private static S3Configuration configuration(S3Settings settings) {
        return S3Configuration.builder().pathStyleAccessEnabled(settings.pathStyle()).chunkedEncodingEnabled(false)
                .build();
    }
}
