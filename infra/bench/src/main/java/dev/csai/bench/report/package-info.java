/** Figures, budgets, the machine they come from, and the page they are written on. */
@NullMarked
package dev.csai.bench.report;

import org.jspecify.annotations.NullMarked;
