package dev.csai.chat.knowledge;

import dev.csai.chat.audit.Snapshot;
import java.util.List;
import java.util.UUID;

/** What the audit log tells of a document; of its content the hash alone. */
record DocumentSnapshot(UUID id, String kind, String fileName, String contentType, long sizeBytes, String sha256)
        implements
            Snapshot {

    static DocumentSnapshot of(DocumentRow row) {
        return of(row.document(), row.sha256());
    }

    static DocumentSnapshot of(Document document, String sha256) {
        return new DocumentSnapshot(document.id(), document.kind(), document.fileName(), document.contentType(),
                document.sizeBytes(), sha256);
    }

    /** Of several that came with one request. */
    record Several(List<DocumentSnapshot> documents) implements Snapshot {

        Several {
            documents = List.copyOf(documents);
        }
    }
}
