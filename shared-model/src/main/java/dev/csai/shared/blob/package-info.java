/** Where the bytes of uploaded documents lie: written by the door, read by the ingestion. */
@NullMarked
package dev.csai.shared.blob;

import org.jspecify.annotations.NullMarked;
