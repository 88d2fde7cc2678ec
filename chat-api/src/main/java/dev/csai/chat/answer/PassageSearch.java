package dev.csai.chat.answer;

import dev.csai.chat.retrieval.Retrieved;
import dev.csai.shared.TenantId;
import reactor.core.publisher.Mono;

/** Where the flow gets its passages from: the best first, however good. */
interface PassageSearch {

    Mono<Retrieved> find(TenantId tenant, String question, int limit);
}
