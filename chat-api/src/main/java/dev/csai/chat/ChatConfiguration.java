package dev.csai.chat;

import dev.csai.shared.blob.BlobConfiguration;
import dev.csai.shared.db.SystemDatabaseConfiguration;
import dev.csai.shared.db.VectorConfiguration;
import dev.csai.shared.egress.EgressConfiguration;
import dev.csai.shared.outbox.OutboxConfiguration;
import dev.csai.shared.secret.SecretConfiguration;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** What of the shared parts this app uses. */
@Configuration(proxyBeanMethods = false)
@Import({BlobConfiguration.class, EgressConfiguration.class, OutboxConfiguration.class, SecretConfiguration.class,
        SystemDatabaseConfiguration.class, VectorConfiguration.class})
class ChatConfiguration {}
