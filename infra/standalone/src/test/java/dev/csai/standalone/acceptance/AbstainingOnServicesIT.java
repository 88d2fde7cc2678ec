package dev.csai.standalone.acceptance;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.parallel.ResourceAccessMode;
import org.junit.jupiter.api.parallel.ResourceLock;

/** The same on the apps as they are deployed, with vectors in pgvector. */
@Tag("corpus")
@ResourceLock(value = ProductionPlatform.LOCK, mode = ResourceAccessMode.READ)
class AbstainingOnServicesIT extends AbstainingIT {

    @Override
    Platform platform() {
        return Platforms.production();
    }
}
