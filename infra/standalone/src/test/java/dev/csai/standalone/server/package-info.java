/** Tests of the embedded servers, with the real executables. */
@NullMarked
package dev.csai.standalone.server;

import org.jspecify.annotations.NullMarked;
