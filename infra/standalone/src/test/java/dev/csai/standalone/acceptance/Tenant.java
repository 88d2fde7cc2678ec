package dev.csai.standalone.acceptance;

import dev.csai.shared.TenantId;

/** A tenant of its own for one suite, so that suites do not count each other's turns. */
record Tenant(TenantId id, Member owner, Visitor visitor) {}
