package dev.csai.standalone.acceptance;

import org.junit.jupiter.api.parallel.ResourceAccessMode;
import org.junit.jupiter.api.parallel.ResourceLock;

/** The same on the apps as they are deployed: four processes over RabbitMQ, PostgreSQL, Redis and S3. */
@ResourceLock(value = ProductionPlatform.LOCK, mode = ResourceAccessMode.READ)
class SignupOnServicesIT extends SignupIT {

    @Override
    Platform platform() {
        return Platforms.production();
    }
}
