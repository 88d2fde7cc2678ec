package dev.csai.chat.audit;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * What an entry tells of a thing before or after a change. Only records that were made for this implement it, for an
 * entry is never changed again: no secret is in them, and no body of a request.
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public interface Snapshot {}
