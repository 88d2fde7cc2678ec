package dev.csai.chat.egress;

import io.netty.buffer.ByteBuf;
import io.netty.channel.AddressedEnvelope;
import io.netty.handler.codec.dns.DefaultDnsQuestion;
import io.netty.handler.codec.dns.DnsRawRecord;
import io.netty.handler.codec.dns.DnsRecord;
import io.netty.handler.codec.dns.DnsRecordType;
import io.netty.handler.codec.dns.DnsResponse;
import io.netty.handler.codec.dns.DnsResponseCode;
import io.netty.handler.codec.dns.DnsSection;
import io.netty.resolver.dns.DnsNameResolver;
import io.netty.util.concurrent.Future;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.core.publisher.MonoSink;

/** What a zone says of a name in TXT records, asked anew each time of the configured name servers and of nobody else. */
@Component
public class TextRecords implements DisposableBean {

    private final DnsNameResolver lookUps;
    private final Duration timeLimit;

    TextRecords(NameServers servers) {
        this.lookUps = servers.lookUps().eventLoop(servers.group().next()).build();
        this.timeLimit = servers.timeLimit();
    }

    /**
     * Empty when the name is not there or has none; {@link CallFailed} when nobody could say.
     *
     * @param name a domain name without the dot at its end
     */
    public Mono<List<String>> of(String name) {
        return Mono.<List<String>>create(sink -> lookUps
                .query(new DefaultDnsQuestion(name + ".", DnsRecordType.TXT))
                .addListener((Future<AddressedEnvelope<DnsResponse, InetSocketAddress>> answer) -> settle(name, answer,
                        sink)))
                .timeout(timeLimit, Mono.error(() -> new CallFailed("nobody answers for " + name)));
    }

    private static void settle(String name, Future<AddressedEnvelope<DnsResponse, InetSocketAddress>> answer,
            MonoSink<List<String>> sink) {
        if (!answer.isSuccess()) {
            sink.error(new CallFailed("nobody answers for " + name, answer.cause()));
            return;
        }
        AddressedEnvelope<DnsResponse, InetSocketAddress> envelope = answer.getNow();
        try {
            DnsResponseCode code = envelope.content().code();
            if (DnsResponseCode.NOERROR.equals(code) || DnsResponseCode.NXDOMAIN.equals(code)) {
                sink.success(texts(envelope.content()));
            } else {
                sink.error(new CallFailed("for " + name + " the answer is " + code));
            }
        } finally {
            envelope.release();
        }
    }

    private static List<String> texts(DnsResponse response) {
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < response.count(DnsSection.ANSWER); i++) {
            DnsRecord each = response.recordAt(DnsSection.ANSWER, i);
            if (each instanceof DnsRawRecord text && DnsRecordType.TXT.equals(each.type())) {
                texts.add(text(text.content()));
            }
        }
        return List.copyOf(texts);
    }

    /** RFC 1035, 3.3.14: strings of at most 255 octets, each behind its length; together they are one text. */
    private static String text(ByteBuf content) {
        StringBuilder text = new StringBuilder();
        while (content.isReadable()) {
            int length = Math.min(content.readUnsignedByte(), content.readableBytes());
            text.append(content.readCharSequence(length, StandardCharsets.UTF_8));
        }
        return text.toString();
    }

    @Override
    public void destroy() {
        lookUps.close();
    }
}
