package dev.csai.shared.blob;

import java.io.IOException;

/** More bytes came than the upload was allowed; nothing of it is kept. */
public final class BlobTooLarge extends IOException {

    private static final long serialVersionUID = 1L;

    BlobTooLarge(BlobKey key, long maxBytes) {
        super("blob %s has more than the %d bytes allowed".formatted(key, maxBytes));
    }
}
