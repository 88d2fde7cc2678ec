/** What crosses a border between the apps: ids, messages, problems, sealed secrets, migrations. */
@NullMarked
package dev.csai.shared;

import org.jspecify.annotations.NullMarked;
