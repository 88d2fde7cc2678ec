package dev.csai.chat.knowledge.upload;

import java.net.URI;
import java.time.Instant;
import java.util.UUID;

/**
 * Where the bytes of a document go.
 *
 * @param uploadUrl takes one {@code PUT} of the bytes, with the announced {@code Content-Type} and no credential
 */
record PresignedUpload(UUID documentId, URI uploadUrl, Instant expiresAt) {}
