package dev.csai.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.csai.shared.Ids;
import dev.csai.shared.TenantId;
import dev.csai.shared.blob.BlobKey;
import dev.csai.shared.blob.DirectoryBlobStore;
import dev.csai.shared.blob.StoredBlob;
import dev.csai.shared.db.VectorForm;
import dev.csai.shared.message.DocumentDeleted;
import dev.csai.shared.message.DocumentReprocessingRequested;
import dev.csai.shared.message.DocumentUploaded;
import dev.csai.shared.message.JobRestartRequested;
import dev.csai.shared.message.KnowledgeWritten;
import dev.csai.shared.message.MailRequested;
import dev.csai.shared.message.Message;
import dev.csai.shared.message.UsageRecorded;
import dev.csai.shared.testing.Broker;
import dev.csai.shared.testing.Database;
import dev.csai.shared.testing.TestServices;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.amqp.core.MessageBuilder;
import org.springframework.amqp.core.QueueInformation;
import org.springframework.amqp.rabbit.connection.CachingConnectionFactory;
import org.springframework.amqp.rabbit.core.RabbitAdmin;
import org.springframework.amqp.rabbit.core.RabbitTemplate;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import tools.jackson.databind.json.JsonMapper;

/** The real app on a database, a broker prefix and a blob directory of its own. */
final class IngestTestBed implements AutoCloseable {

    static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration POLL = Duration.ofMillis(20);

    private final Database database;
    private final VectorForm vectors;
    private final Broker broker = TestServices.freshBroker();
    private final JsonMapper json = JsonMapper.shared();
    private final List<ConfigurableApplicationContext> apps = new ArrayList<>();
    private final Path blobDirectory;
    private final CachingConnectionFactory connections;
    private final RabbitTemplate rabbit;
    final DirectoryBlobStore blobs;
    /** As super-user, who sees every tenant's rows. */
    final JdbcClient sql;

    IngestTestBed(Path directory) {
        this(directory, VectorForm.ARRAYS);
    }

    IngestTestBed(Path directory, VectorForm vectors) {
        this.vectors = vectors;
        database = TestServices.migratedDatabase(vectors);
        blobDirectory = directory;
        blobs = new DirectoryBlobStore(directory);
        sql = JdbcClient.create(
                new DriverManagerDataSource(database.jdbcUrl(), database.username(), database.password()));
        connections = new CachingConnectionFactory(broker.host(), broker.port());
        connections.setUsername(broker.username());
        connections.setPassword(broker.password());
        connections.setVirtualHost(broker.virtualHost());
        rabbit = new RabbitTemplate(connections);
    }

    Map<String, String> properties() {
        Map<String, String> properties = new HashMap<>(TestServices.rabbitProperties(broker));
        properties.put("spring.datasource.url", database.jdbcUrl());
        properties.put("spring.datasource.username", "csai_app");
        properties.put("spring.datasource.password", TestServices.APP_PASSWORD);
        properties.put("csai.system-datasource.url", database.jdbcUrl());
        properties.put("csai.system-datasource.username", "csai_system");
        properties.put("csai.system-datasource.password", TestServices.SYSTEM_PASSWORD);
        properties.put("csai.vectors", vectors.name());
        properties.put("csai.blobs.directory", blobDirectory.toString());
        properties.put("csai.ingest.work.poll", "50ms");
        properties.put("csai.ingest.work.back-off", "50ms");
        properties.put("csai.ingest.work.lease", "3s");
        return properties;
    }

    /** @param overrides as {@code name=value} */
    ConfigurableApplicationContext start(@Nullable Class<?> fakes, String... overrides) {
        SpringApplicationBuilder builder = IngestPipeline.application();
        if (fakes != null) {
            builder.sources(fakes);
        }
        Map<String, String> settings = new HashMap<>(properties());
        for (String override : overrides) {
            int equals = override.indexOf('=');
            settings.put(override.substring(0, equals), override.substring(equals + 1));
        }
        List<String> arguments = new ArrayList<>();
        settings.forEach((name, value) -> arguments.add("--" + name + "=" + value));
        ConfigurableApplicationContext app = builder.run(arguments.toArray(String[]::new));
        apps.add(app);
        return app;
    }

    void stop(ConfigurableApplicationContext app) {
        app.close();
        apps.remove(app);
    }

    DocumentUploaded store(TenantId tenant, String fileName, byte[] bytes) {
        UUID document = Ids.next();
        try {
            StoredBlob stored = blobs.write(new BlobKey(tenant, document), new ByteArrayInputStream(bytes),
                    bytes.length);
            return new DocumentUploaded(Ids.next(), tenant.value(), Instant.EPOCH, document, fileName,
                    stored.key().toString(), stored.sha256(), stored.sizeBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    DocumentUploaded upload(TenantId tenant, String fileName, String text) {
        DocumentUploaded message = store(tenant, fileName, text.getBytes(StandardCharsets.UTF_8));
        send(message);
        return message;
    }

    static DocumentReprocessingRequested reprocessing(DocumentUploaded uploaded) {
        return new DocumentReprocessingRequested(Ids.next(), uploaded.tenantId(), Instant.EPOCH,
                uploaded.documentId(), uploaded.fileName(), uploaded.blob(), uploaded.sha256(), uploaded.sizeBytes());
    }

    static DocumentDeleted deletion(DocumentUploaded uploaded) {
        return new DocumentDeleted(Ids.next(), uploaded.tenantId(), Instant.EPOCH, uploaded.documentId(),
                uploaded.blob());
    }

    void send(Message message) {
        String destination = switch (message) {
            case DocumentUploaded _ -> DocumentUploaded.DESTINATION;
            case DocumentReprocessingRequested _ -> DocumentReprocessingRequested.DESTINATION;
            case KnowledgeWritten _ -> KnowledgeWritten.DESTINATION;
            case DocumentDeleted _ -> DocumentDeleted.DESTINATION;
            case JobRestartRequested _ -> JobRestartRequested.DESTINATION;
            case MailRequested _,UsageRecorded _ -> throw new IllegalArgumentException("not for this app");
        };
        send(destination, json.writeValueAsBytes(message));
    }

    void send(String destination, byte[] payload) {
        rabbit.send(broker.prefix() + destination, destination,
                MessageBuilder.withBody(payload).setContentType("application/json").build());
    }

    /** Waits until somebody listens to a queue. What is sent before it is bound is lost, and it exists before that. */
    void awaitConsumer(String queue) {
        var admin = new RabbitAdmin(rabbit);
        await().atMost(PATIENCE).until(() -> {
            QueueInformation found = admin.getQueueInfo(broker.prefix() + queue);
            return found != null && found.getConsumerCount() > 0;
        });
    }

    /** The next message of a queue; fails if none comes. */
    String take(String queue) {
        rabbit.setReceiveTimeout(PATIENCE.toMillis());
        var message = Objects.requireNonNull(rabbit.receive(broker.prefix() + queue), "no message in " + queue);
        return new String(message.getBody(), StandardCharsets.UTF_8);
    }

    /** What a queue holds once the outbox is empty. */
    List<String> drain(String queue) {
        await().atMost(PATIENCE).until(() -> count("ingest.outbox") == 0);
        List<String> bodies = new ArrayList<>();
        if (new RabbitAdmin(rabbit).getQueueInfo(broker.prefix() + queue) == null) {
            // It is declared with the first message.
            return bodies;
        }
        rabbit.setReceiveTimeout(0);
        for (var message = rabbit.receive(broker.prefix() + queue); message != null; message = rabbit
                .receive(broker.prefix() + queue)) {
            bodies.add(new String(message.getBody(), StandardCharsets.UTF_8));
        }
        // A relay that is stopped between the confirm and its commit publishes the same message again.
        return bodies.stream().distinct().toList();
    }

    /** Waits until the document has so many pieces of finished work and none other. */
    DocumentRow awaitEnds(UUID document, int ends) {
        await().atMost(PATIENCE).pollInterval(POLL).until(() -> sql.sql("""
                select count(*) filter (where finished_at is not null) = :ends and count(*) = :ends
                from ingest.work where document_id = :id
                """).param("id", document).param("ends", ends).query(Boolean.class).single());
        return document(document);
    }

    DocumentRow awaitEnd(DocumentUploaded message) {
        return awaitEnds(message.documentId(), 1);
    }

    /** Each long enough to be a chunk of its own. */
    static String paragraphs(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> "Paragraph number " + i + " tells of something. "
                        + "It has enough words in it to stand alone, which a shorter one could not. ".repeat(6))
                .collect(Collectors.joining("\n\n"));
    }

    /** @param condition on {@code ingest.documents} */
    void awaitUntil(UUID document, String condition) {
        await().atMost(PATIENCE).pollInterval(POLL).until(
                () -> count("ingest.documents where document_id = '" + document + "' and " + condition) == 1);
    }

    /** A condition for {@link #awaitUntil}: that the document has some work that meets another. */
    static String workOf(UUID document, String condition) {
        return "exists (select from ingest.work where document_id = '" + document + "' and (" + condition + "))";
    }

    DocumentRow document(UUID id) {
        return sql.sql("""
                select status, progress, chunk_count, problem ->> 'slug' as slug, active_generation_id,
                  (select count(*) from ingest.generations g where g.document_id = d.document_id) as generations,
                  (select count(*) from ingest.chunks c where c.document_id = d.document_id) as chunks,
                  (select count(distinct ordinal) from ingest.chunks c where c.document_id = d.document_id) as ordinals
                from ingest.documents d where document_id = :id
                """).param("id", id).query(DocumentRow.class).single();
    }

    int count(String from) {
        return sql.sql("select count(*) from " + from).query(Integer.class).single();
    }

    /** How a document looks that was ingested once, wholly, and left nothing behind. */
    void assertSearchable(DocumentUploaded message) {
        DocumentRow row = document(message.documentId());
        assertThat(row).isEqualTo(new DocumentRow("completed", 100, row.chunkCount(), null,
                row.activeGenerationId(), 1, row.chunkCount(), row.chunkCount()));
        assertThat(row.activeGenerationId()).isNotNull();
        assertThat(row.chunkCount()).isPositive();
    }

    @Override
    public void close() {
        List.copyOf(apps).forEach(this::stop);
        connections.destroy();
    }

    /** A document and what is stored of it, over all its generations. */
    record DocumentRow(String status, int progress, int chunkCount, @Nullable String slug,
            @Nullable UUID activeGenerationId, int generations, int chunks, int ordinals) {}
}
