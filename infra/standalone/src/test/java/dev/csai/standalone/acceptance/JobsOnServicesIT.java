package dev.csai.standalone.acceptance;

/** The same on the apps as they are deployed: four processes over RabbitMQ, PostgreSQL, Redis and S3. */
class JobsOnServicesIT extends JobsIT {

    @Override
    Platform platform() {
        return Platforms.production();
    }
}
