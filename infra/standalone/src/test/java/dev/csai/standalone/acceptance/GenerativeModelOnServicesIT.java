package dev.csai.standalone.acceptance;

import java.util.Map;

/** The same on four processes of its own, of which only chat-api is told of the provider. */
class GenerativeModelOnServicesIT extends GenerativeModelIT {

    @Override
    Platform start(Map<String, String> model) {
        return ProductionPlatform.start(model);
    }
}
