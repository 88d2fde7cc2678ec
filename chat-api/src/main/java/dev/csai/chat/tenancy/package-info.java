/** What operators do with tenants: find and found them, look after them, suspend them, and act for them for a while. */
@NullMarked
package dev.csai.chat.tenancy;

import org.jspecify.annotations.NullMarked;
