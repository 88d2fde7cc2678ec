/** All of CSAI on one machine: the four apps in one JVM over embedded PostgreSQL and Redis. */
@NullMarked
package dev.csai.standalone;

import org.jspecify.annotations.NullMarked;
