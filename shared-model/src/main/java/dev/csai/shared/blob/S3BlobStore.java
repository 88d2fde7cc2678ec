package dev.csai.shared.blob;

import dev.csai.shared.Ids;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Supplier;
import software.amazon.awssdk.core.ResponseInputStream;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;

/** One object per blob, in a bucket of S3-compatible storage. Bytes on their way wait in files of this machine. */
public final class S3BlobStore implements BlobStore, Closeable {

    private final S3Client client;
    private final S3Presigner presigner;
    private final String bucket;
    private final ScratchDirectory scratch;
    private final Clock clock;

    /** @param scratch closed with the store */
    S3BlobStore(S3Client client, S3Presigner presigner, String bucket, ScratchDirectory scratch, Clock clock) {
        this.client = client;
        this.presigner = presigner;
        this.bucket = bucket;
        this.scratch = scratch;
        this.clock = clock;
    }

    @Override
    public BlobUpload begin(BlobKey key, long maxBytes) throws IOException {
        return new BlobUpload(key, maxBytes, scratchFile(), file -> call(key, () -> client.putObject(
                put -> put.bucket(bucket).key(key.toString()), RequestBody.fromFile(file))));
    }

    @Override
    public InputStream open(BlobKey key) throws IOException {
        return object(key);
    }

    @Override
    public OptionalLong size(BlobKey key) throws IOException {
        try {
            return OptionalLong.of(call(key, () -> client.headObject(head -> head.bucket(bucket).key(key.toString())))
                    .contentLength());
        } catch (NoSuchFileException e) {
            return OptionalLong.empty();
        }
    }

    @Override
    public LocalCopy localCopy(BlobKey key, long maxBytes) throws IOException {
        Path file = scratchFile();
        try (ResponseInputStream<GetObjectResponse> bytes = object(key)) {
            if (bytes.response().contentLength() > maxBytes) {
                bytes.abort();
                throw new BlobTooLarge(key, maxBytes);
            }
            Files.copy(bytes, file);
            return new LocalCopy(file, true);
        } catch (IOException | RuntimeException e) {
            Files.deleteIfExists(file);
            throw e;
        }
    }

    @Override
    public void delete(BlobKey key) throws IOException {
        call(key, () -> client.deleteObject(delete -> delete.bucket(bucket).key(key.toString())));
    }

    /** Type and length are signed, so the storage itself refuses other bytes than those announced. */
    @Override
    public Optional<URI> presignedUpload(UploadGrant grant) {
        Duration valid = Duration.between(clock.instant(), grant.expiresAt());
        var presigned = presigner.presignPutObject(request -> request.signatureDuration(valid)
                .putObjectRequest(put -> put.bucket(bucket)
                        .key(grant.key().toString())
                        .contentType(grant.contentType())
                        .contentLength(grant.sizeBytes())));
        return Optional.of(URI.create(presigned.url().toString()));
    }

    @Override
    public void close() throws IOException {
        presigner.close();
        client.close();
        scratch.close();
    }

    private ResponseInputStream<GetObjectResponse> object(BlobKey key) throws IOException {
        return call(key, () -> client.getObject(get -> get.bucket(bucket).key(key.toString())));
    }

    private Path scratchFile() throws IOException {
        return Files.createDirectories(scratch.path()).resolve(Ids.next().toString());
    }

    private static <T> T call(BlobKey key, Supplier<T> request) throws IOException {
        try {
            return request.get();
        } catch (NoSuchKeyException e) {
            NoSuchFileException missing = new NoSuchFileException(key.toString());
            missing.initCause(e);
            throw missing;
        } catch (SdkException e) {
            throw new IOException("the storage did not do its part for blob " + key, e);
        }
    }
}
