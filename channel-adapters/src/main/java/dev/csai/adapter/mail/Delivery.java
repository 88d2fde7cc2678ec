package dev.csai.adapter.mail;

import java.util.UUID;

/** What becomes of a mail. A message that comes again changes nothing. */
interface Delivery {

    /** @param sealed the mail, as {@link dev.csai.shared.mail.MailSeal} seals it */
    void deliver(UUID messageId, String sealed);
}
