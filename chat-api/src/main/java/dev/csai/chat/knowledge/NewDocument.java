package dev.csai.chat.knowledge;

import dev.csai.shared.blob.StoredBlob;
import java.util.UUID;

/**
 * A document whose bytes are stored already.
 *
 * @param fileName of what was typed, its title
 */
public record NewDocument(UUID id, Kind kind, String fileName, String contentType, StoredBlob blob) {}
