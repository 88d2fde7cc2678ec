/**
 * How text is read, word by word and sentence by sentence: it sits in the shared module because what is indexed and
 * what is asked must be analysed by the very same code, or nothing is ever found.
 */
@NullMarked
package dev.csai.shared.text;

import org.jspecify.annotations.NullMarked;
