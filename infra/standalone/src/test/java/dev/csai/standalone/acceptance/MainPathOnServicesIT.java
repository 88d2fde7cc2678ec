package dev.csai.standalone.acceptance;

/** The same over RabbitMQ, PostgreSQL and Redis, as it is deployed. */
class MainPathOnServicesIT extends MainPathIT {

    @Override
    Platform platform() {
        return Platforms.production();
    }
}
