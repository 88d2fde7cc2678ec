package dev.csai.chat.testing;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A name server (RFC 1035, over UDP) that knows what it was told and denies that there is anything else. */
public final class DnsStub implements AutoCloseable {

    private static final int TXT = 16;
    private static final int A = 1;
    private static final int AAAA = 28;
    private static final int HEADER = 12;
    private static final int NAME_ERROR = 3;
    private static final int SERVER_FAILURE = 2;

    private static @Nullable DnsStub shared;

    private final DatagramSocket socket;
    private final Map<String, List<Entry>> zone = new ConcurrentHashMap<>();
    private final Map<String, Integer> codes = new ConcurrentHashMap<>();

    /** @param content in hexadecimal digits */
    private record Entry(int type, String content) {

        static Entry of(int type, byte[] content) {
            return new Entry(type, HexFormat.of().formatHex(content));
        }

        byte[] bytes() {
            return HexFormat.of().parseHex(content);
        }
    }

    private DnsStub(DatagramSocket socket) {
        this.socket = socket;
    }

    public static DnsStub start() {
        try {
            DnsStub stub = new DnsStub(new DatagramSocket(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0)));
            Thread.ofPlatform().daemon().name("dns-stub").start(stub::serve);
            return stub;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The one that {@link TestApp#shared()} asks. */
    public static synchronized DnsStub shared() {
        DnsStub running = shared;
        if (running == null) {
            running = start();
            shared = running;
        }
        return running;
    }

    /** As the setting wants it. */
    public String address() {
        return "127.0.0.1:" + socket.getLocalPort();
    }

    /** @param strings of which one record's text is put together */
    public void text(String name, String... strings) {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        for (String string : strings) {
            byte[] bytes = string.getBytes(StandardCharsets.UTF_8);
            content.write(bytes.length);
            content.writeBytes(bytes);
        }
        add(name, Entry.of(TXT, content.toByteArray()));
    }

    public void addresses(String name, String... literals) {
        for (String literal : literals) {
            InetAddress address = InetAddress.ofLiteral(literal);
            add(name, Entry.of(address instanceof Inet4Address ? A : AAAA, address.getAddress()));
        }
    }

    /** Answers that it could not find out. */
    public void fails(String name) {
        codes.put(name, SERVER_FAILURE);
    }

    private void add(String name, Entry entry) {
        zone.merge(name, List.of(entry), (old, added) -> Stream.concat(old.stream(), added.stream()).toList());
    }

    private void serve() {
        byte[] buffer = new byte[512];
        while (!socket.isClosed()) {
            try {
                DatagramPacket query = new DatagramPacket(buffer, buffer.length);
                socket.receive(query);
                byte[] answer = answer(ByteBuffer.wrap(buffer, 0, query.getLength()));
                socket.send(new DatagramPacket(answer, answer.length, query.getSocketAddress()));
            } catch (IOException e) {
                if (!socket.isClosed()) {
                    throw new UncheckedIOException(e);
                }
            }
        }
    }

    private byte[] answer(ByteBuffer query) throws IOException {
        query.position(HEADER);
        StringBuilder name = new StringBuilder();
        for (int length = query.get(); length > 0; length = query.get()) {
            byte[] label = new byte[length];
            query.get(label);
            name.append(name.isEmpty() ? "" : ".").append(new String(label, StandardCharsets.US_ASCII));
        }
        int type = query.getShort();
        query.getShort();
        byte[] question = new byte[query.position() - HEADER];
        query.get(HEADER, question);
        List<Entry> known = zone.getOrDefault(name.toString(), List.of());
        int code = codes.getOrDefault(name.toString(), known.isEmpty() ? NAME_ERROR : 0);
        return message(query.getShort(0), code, question,
                known.stream().filter(entry -> entry.type() == type).toList());
    }

    private static byte[] message(short id, int code, byte[] question, List<Entry> entries) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        out.writeShort(id);
        // A response, recursion desired and available.
        out.writeShort(0x8180 | code);
        out.writeShort(1);
        out.writeShort(entries.size());
        out.writeInt(0);
        out.write(question);
        for (Entry entry : entries) {
            // The name is the question's.
            out.writeShort(0xc000 | HEADER);
            out.writeShort(entry.type());
            out.writeShort(1);
            out.writeInt(0);
            byte[] content = entry.bytes();
            out.writeShort(content.length);
            out.write(content);
        }
        return bytes.toByteArray();
    }

    @Override
    public void close() {
        socket.close();
    }
}
