package dev.csai.adapter.mail;

import dev.csai.shared.mail.Mail;
import java.util.UUID;
import java.util.function.Supplier;

/** What becomes of a mail. A message that comes again changes nothing. */
interface Delivery {

    /** @param opened opens what is sealed */
    void deliver(UUID messageId, String sealed, Supplier<Mail> opened);
}
