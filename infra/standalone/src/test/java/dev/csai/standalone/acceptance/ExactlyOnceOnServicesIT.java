package dev.csai.standalone.acceptance;

/** The same over RabbitMQ, PostgreSQL and Redis, as it is deployed. */
class ExactlyOnceOnServicesIT extends ExactlyOnceIT {

    @Override
    Platform platform() {
        return Platforms.production();
    }
}
