package dev.csai.standalone.acceptance;

/** The same over RabbitMQ, PostgreSQL, Redis and S3, as it is deployed. */
class KnowledgeKindsOnServicesIT extends KnowledgeKindsIT {

    @Override
    Platform platform() {
        return Platforms.production();
    }
}
