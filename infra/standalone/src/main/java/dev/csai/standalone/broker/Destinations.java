package dev.csai.standalone.broker;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.cloud.stream.binder.ConsumerProperties;
import org.springframework.cloud.stream.binder.ProducerProperties;
import org.springframework.cloud.stream.provisioning.ConsumerDestination;
import org.springframework.cloud.stream.provisioning.ProducerDestination;
import org.springframework.cloud.stream.provisioning.ProvisioningProvider;

/** Makes consumer groups known to the broker, so that what is sent from then on waits for them. */
final class Destinations implements ProvisioningProvider<ConsumerProperties, ProducerProperties> {

    /** @param name of the destination */
    record Source(String name, String group) implements ConsumerDestination {

        @Override
        public String getName() {
            return name;
        }
    }

    private record Target(String name) implements ProducerDestination {

        @Override
        public String getName() {
            return name;
        }

        @Override
        public String getNameForPartition(int partition) {
            return name;
        }
    }

    private final MessageTable messages;
    private final BrokerSession session;

    Destinations(MessageTable messages, BrokerSession session) {
        this.messages = messages;
        this.session = session;
    }

    @Override
    public ProducerDestination provisionProducerDestination(String name, ProducerProperties properties) {
        for (String group : properties.getRequiredGroups()) {
            messages.register(name, group);
        }
        return new Target(name);
    }

    /** Without a group the subscription is one of its own and ends with this process, as a reply queue does. */
    @Override
    public ConsumerDestination provisionConsumerDestination(String name, @Nullable String group,
            ConsumerProperties properties) {
        if (group != null && !group.isEmpty()) {
            messages.register(name, group);
            return new Source(name, group);
        }
        String anonymous = "anonymous." + UUID.randomUUID();
        messages.registerForSession(name, anonymous, session.id());
        return new Source(name, anonymous);
    }
}
