/** The real PostgreSQL, RabbitMQ and Redis that tests of every module run on. */
@NullMarked
package dev.csai.shared.testing;

import org.jspecify.annotations.NullMarked;
