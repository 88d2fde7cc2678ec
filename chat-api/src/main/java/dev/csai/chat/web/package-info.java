/** What every endpoint shares: problem documents, strict JSON, pages of lists. */
@NullMarked
package dev.csai.chat.web;

import org.jspecify.annotations.NullMarked;
