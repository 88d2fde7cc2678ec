/** Tests of the broker over PostgreSQL, with a real server. */
@NullMarked
package dev.csai.standalone.broker;

import org.jspecify.annotations.NullMarked;
