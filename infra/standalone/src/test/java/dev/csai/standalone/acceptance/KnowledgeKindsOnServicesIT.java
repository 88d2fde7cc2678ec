package dev.csai.standalone.acceptance;

/** The same over RabbitMQ, PostgreSQL and Redis, as it is deployed. */
class KnowledgeKindsOnServicesIT extends KnowledgeKindsIT {

    @Override
    Platform platform() {
        return Platforms.production();
    }
}
