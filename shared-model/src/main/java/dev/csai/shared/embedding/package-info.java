/**
 * The embedding model that needs nothing but the JDK: it sits in the shared module because the chunk and the question
 * are embedded by different apps, and only vectors of the very same model and pooling can be compared.
 */
@NullMarked
package dev.csai.shared.embedding;

import org.jspecify.annotations.NullMarked;
