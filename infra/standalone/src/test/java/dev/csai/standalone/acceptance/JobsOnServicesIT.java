package dev.csai.standalone.acceptance;

/** The same over RabbitMQ, PostgreSQL and Redis, as it is deployed. */
class JobsOnServicesIT extends JobsIT {

    @Override
    Platform platform() {
        return Platforms.production();
    }
}
