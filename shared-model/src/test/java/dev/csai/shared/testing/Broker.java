package dev.csai.shared.testing;

/**
 * The test broker. All tests share its one virtual host, since making another takes the management plugin or seconds of
 * {@code rabbitmqctl}; names made with the prefix keep them apart.
 *
 * @param prefix to start the names of exchanges and queues with
 */
public record Broker(String host, int port, String username, String password, String virtualHost, String prefix) {

    @Override
    public String toString() {
        return "amqp://" + host + ":" + port + " " + prefix;
    }
}
