package dev.csai.chat.knowledge;

import dev.csai.shared.blob.BlobKey;
import dev.csai.shared.blob.BlobStore;
import dev.csai.shared.blob.BlobUpload;
import dev.csai.shared.blob.StoredBlob;
import dev.csai.shared.blob.UploadGrant;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/** The blob store, which blocks, kept off the event loop. */
@Component
public class Blobs {

    private static final Logger log = LoggerFactory.getLogger(Blobs.class);

    private final BlobStore store;
    private final Scheduler disk = Schedulers.boundedElastic();

    Blobs(BlobStore store) {
        this.store = store;
    }

    /** Fails with {@link dev.csai.shared.blob.BlobTooLarge} past the limit; nothing is kept of what fails. */
    public Mono<StoredBlob> receive(BlobKey key, Flux<DataBuffer> bytes, long maxBytes) {
        return Mono.using(() -> store.begin(key, maxBytes),
                upload -> bytes.publishOn(disk)
                        .concatMap(buffer -> append(upload, buffer))
                        .then(Mono.fromCallable(upload::commit)),
                Blobs::close)
                .subscribeOn(disk);
    }

    public Mono<StoredBlob> write(BlobKey key, Callable<byte[]> bytes) {
        return onDisk(() -> {
            byte[] all = bytes.call();
            return store.write(key, new ByteArrayInputStream(all), all.length);
        });
    }

    /** Fails with {@link java.nio.file.NoSuchFileException} if there is nothing to copy. */
    public Mono<StoredBlob> copy(BlobKey from, BlobKey to, long maxBytes) {
        return onDisk(() -> {
            try (InputStream bytes = store.open(from)) {
                return store.write(to, bytes, maxBytes);
            }
        });
    }

    public Mono<OptionalLong> size(BlobKey key) {
        return onDisk(() -> store.size(key));
    }

    Flux<DataBuffer> read(BlobKey key) {
        return DataBufferUtils.readInputStream(() -> store.open(key), DefaultDataBufferFactory.sharedInstance,
                BlobStore.BUFFER_BYTES).subscribeOn(disk);
    }

    /** See {@link BlobStore#presignedUpload}. */
    public Mono<Optional<URI>> presignedUpload(UploadGrant grant) {
        return onDisk(() -> store.presignedUpload(grant));
    }

    public Mono<Void> delete(BlobKey key) {
        return onDisk(() -> {
            store.delete(key);
            return true;
        }).then();
    }

    /** Deletes what nothing refers to; if that fails it stays behind and is told of in the log. */
    public Mono<Void> drop(BlobKey key) {
        return delete(key).onErrorResume(IOException.class, e -> {
            log.warn("The bytes of {} stay behind without a document: {}", key, e.toString());
            return Mono.empty();
        });
    }

    private <T> Mono<T> onDisk(Callable<T> work) {
        return Mono.fromCallable(work).subscribeOn(disk);
    }

    private static Mono<Void> append(BlobUpload upload, DataBuffer buffer) {
        return Mono.fromCallable(() -> {
            try (DataBuffer.ByteBufferIterator bytes = buffer.readableByteBuffers()) {
                while (bytes.hasNext()) {
                    upload.append(bytes.next());
                }
                return true;
            } finally {
                DataBufferUtils.release(buffer);
            }
        }).then();
    }

    private static void close(BlobUpload upload) {
        try {
            upload.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
