package dev.csai.chat.conversation;

import dev.csai.chat.contact.ContactClaim;
import dev.csai.chat.web.LanguageTags;
import dev.csai.chat.web.PlainText;
import dev.csai.shared.Ids;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a visitor sends. Two requests with one {@code clientMessageId} are the same utterance or a mistake. */
record ChatRequest(
        @Nullable String sessionId,
        @Nullable UUID clientMessageId,
        @Nullable String text,
        @Nullable String locale,
        @Nullable ContactClaim contact) {

    static final int MAX_TEXT = 5000;

    /** The utterance this request makes, checked. */
    Utterance toUtterance() {
        String checkedText = PlainText.required(text, "/text", MAX_TEXT);
        return new Utterance(clientMessageId == null ? Ids.next() : clientMessageId, checkedText,
                LanguageTags.optional(locale, "/locale"));
    }

    @Nullable
    ContactClaim checkedContact() {
        return contact == null ? null : contact.checked();
    }

    /** @param clientMessageId the key under which it answers and bills once */
    record Utterance(UUID clientMessageId, String text, @Nullable String locale) {

        /**
         * What must be equal when the key comes again. A session is not part of it, for the first answer may be lost, nor
         * is a contact, whose token may be a newer one.
         */
        byte[] fingerprint() {
            try {
                return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException("SHA-256 is part of every JDK", e);
            }
        }
    }
}
