package dev.csai.standalone;

import java.io.IOException;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Ports for processes that are started later. They lie below those which systems give to whoever asks for any, since
 * a process that takes a minute to listen would now and then find its port taken by one of the many others.
 */
public final class TestPorts {

    private static final int FIRST = 12_000;
    private static final int LAST = 30_000;
    private static final AtomicInteger last = new AtomicInteger(ThreadLocalRandom.current().nextInt(FIRST, LAST));

    private TestPorts() {}

    /** One that is free, and given to nobody else in this virtual machine. */
    public static int next() {
        while (true) {
            int port = last.updateAndGet(before -> before < LAST ? before + 1 : FIRST);
            try (ServerSocket socket = new ServerSocket(port)) {
                return socket.getLocalPort();
            } catch (IOException taken) {
                // The next one may be free.
            }
        }
    }
}
