package dev.csai.chat.testing;

import java.io.ByteArrayOutputStream;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.BodySubscribers;
import java.net.http.HttpResponse.ResponseInfo;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow.Subscription;
import java.util.concurrent.TimeUnit;

/** Reads the beginning of a stream that may have no end, and hangs up. */
final class FirstMoment implements BodySubscriber<String> {

    private static final int MILLIS = 400;

    private final ByteArrayOutputStream heard = new ByteArrayOutputStream();
    private final CompletableFuture<String> body = new CompletableFuture<>();

    private FirstMoment() {}

    static BodySubscriber<String> of(ResponseInfo response) {
        boolean endless = response.headers().firstValue("Content-Type")
                .filter(type -> type.startsWith("text/event-stream")).isPresent();
        return endless ? new FirstMoment() : BodySubscribers.ofString(StandardCharsets.UTF_8);
    }

    @Override
    public CompletionStage<String> getBody() {
        return body;
    }

    @Override
    public void onSubscribe(Subscription subscription) {
        subscription.request(Long.MAX_VALUE);
        CompletableFuture.delayedExecutor(MILLIS, TimeUnit.MILLISECONDS).execute(() -> {
            if (body.complete(text())) {
                subscription.cancel();
            }
        });
    }

    @Override
    public void onNext(List<ByteBuffer> buffers) {
        for (ByteBuffer buffer : buffers) {
            byte[] bytes = new byte[buffer.remaining()];
            buffer.get(bytes);
            heard.writeBytes(bytes);
        }
    }

    @Override
    public void onError(Throwable failure) {
        body.completeExceptionally(failure);
    }

    @Override
    public void onComplete() {
        body.complete(text());
    }

    private String text() {
        return heard.toString(StandardCharsets.UTF_8);
    }
}
