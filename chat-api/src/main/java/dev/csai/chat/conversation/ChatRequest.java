package dev.csai.chat.conversation;

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

    /** What the page says of the person who chats; unsigned claims prove nothing and are shown as unverified. */
    record ContactClaim(
            @Nullable String externalId,
            @Nullable String name,
            @Nullable String email,
            @Nullable String signature) {

        private static final int MAX = 320;

        ContactClaim checked() {
            return new ContactClaim(PlainText.optional(externalId, "/contact/externalId", MAX),
                    PlainText.optional(name, "/contact/name", MAX), PlainText.optional(email, "/contact/email", MAX),
                    PlainText.optional(signature, "/contact/signature", MAX * 10));
        }
    }

    /** The utterance this request makes, checked. */
    Utterance toUtterance() {
        String checkedText = PlainText.required(text, "/text", MAX_TEXT);
        return new Utterance(clientMessageId == null ? Ids.next() : clientMessageId, checkedText,
                LanguageTags.optional(locale, "/locale"), contact == null ? null : contact.checked());
    }

    /** @param clientMessageId the key under which it answers and bills once */
    record Utterance(UUID clientMessageId, String text, @Nullable String locale, @Nullable ContactClaim contact) {

        /** What must be equal when the key comes again. A session is not part of it: the first answer may be lost. */
        byte[] fingerprint() {
            try {
                return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException("SHA-256 is part of every JDK", e);
            }
        }
    }
}
