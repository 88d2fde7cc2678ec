@NullMarked
package dev.csai.chat.knowledge.upload;

import org.jspecify.annotations.NullMarked;
