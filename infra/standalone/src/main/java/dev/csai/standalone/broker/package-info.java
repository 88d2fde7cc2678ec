/** A Spring Cloud Stream binder whose broker is a few PostgreSQL tables. */
@NullMarked
package dev.csai.standalone.broker;

import org.jspecify.annotations.NullMarked;
