/** The database and cache servers that the standalone mode brings along, as child processes that die with this JVM. */
@NullMarked
package dev.csai.standalone.server;

import org.jspecify.annotations.NullMarked;
