package dev.csai.standalone.acceptance;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.parallel.ResourceAccessMode;
import org.junit.jupiter.api.parallel.ResourceLock;

/** The same on the apps as they are deployed: four processes, and bytes in S3. */
@Tag("corpus")
@ResourceLock(value = ProductionPlatform.LOCK, mode = ResourceAccessMode.READ)
class CorpusDocumentsOnServicesIT extends CorpusDocumentsIT {

    @Override
    Platform platform() {
        return Platforms.production();
    }
}
