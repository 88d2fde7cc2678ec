package dev.csai.standalone.acceptance;

/** The same over RabbitMQ, PostgreSQL and Redis, as it is deployed. */
class UsageOnServicesIT extends UsageIT {

    @Override
    Platform platform() {
        return Platforms.production();
    }
}
