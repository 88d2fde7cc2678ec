package dev.csai.chat.tenancy;

import java.time.Instant;

/** @param reason as the operator gave it; the tenant's owners and admins read it in their audit log */
record Suspension(Instant since, String reason) {}
