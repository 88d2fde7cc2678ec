package dev.csai.standalone.broker;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.cloud.stream.binder.AbstractMessageChannelBinder;
import org.springframework.cloud.stream.binder.ConsumerProperties;
import org.springframework.cloud.stream.binder.ProducerProperties;
import org.springframework.cloud.stream.provisioning.ConsumerDestination;
import org.springframework.cloud.stream.provisioning.ProducerDestination;
import org.springframework.integration.core.MessageProducer;
import org.springframework.messaging.MessageChannel;
import org.springframework.messaging.MessageHandler;

/**
 * Binds channels to the broker's tables. Of the consumer properties it follows {@code concurrency} and the back-off;
 * {@code maxAttempts}, which retries inside one delivery, it does not: every attempt is a delivery, counted durably.
 */
final class PostgresBinder
        extends
            AbstractMessageChannelBinder<ConsumerProperties, ProducerProperties, Destinations> {

    private final MessageTable messages;
    private final BrokerSession session;
    private final int deliveryLimit;

    PostgresBinder(MessageTable messages, BrokerSession session, int deliveryLimit) {
        super(new String[0], new Destinations(messages, session));
        this.messages = messages;
        this.session = session;
        this.deliveryLimit = deliveryLimit;
    }

    @Override
    protected MessageHandler createProducerMessageHandler(ProducerDestination destination,
            ProducerProperties properties, @Nullable MessageChannel errorChannel) {
        return new Sender(destination.getName(), messages);
    }

    @Override
    protected MessageProducer createConsumerEndpoint(ConsumerDestination destination, @Nullable String group,
            ConsumerProperties properties) {
        Redelivery redelivery = new Redelivery(deliveryLimit,
                Duration.ofMillis(properties.getBackOffInitialInterval()), properties.getBackOffMultiplier(),
                Duration.ofMillis(properties.getBackOffMaxInterval()));
        GroupConsumer consumer = new GroupConsumer((Destinations.Source) destination, messages, session, redelivery,
                properties.getConcurrency());
        consumer.setBeanFactory(getBeanFactory());
        return consumer;
    }

    @Override
    protected void afterUnbindConsumer(ConsumerDestination destination, @Nullable String group,
            ConsumerProperties properties) {
        if (destination instanceof Destinations.Source source && !source.group().equals(group)) {
            messages.unregister(source.name(), source.group());
        }
    }
}
