@NullMarked
package dev.csai.billing.usage;

import org.jspecify.annotations.NullMarked;
