package dev.csai.standalone.broker;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.LockSupport;

/** A JVM of its own that receives one message and never comes to the end of handling it. */
final class ConsumerProcess {

    private ConsumerProcess() {}

    public static void main(String[] args) throws InterruptedException {
        BrokerApp.consumer(args[0], args[1], args[2], new Listener(message -> {
            System.out.println("received " + message.getPayload());
            LockSupport.park();
            return true;
        }));
        new CountDownLatch(1).await();
    }
}
