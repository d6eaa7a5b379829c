/**
 * Checklists as files: from what an author wrote, with its places in the file, to what runs.
 *
 * <p>Reading never stops at the first mistake: every value that can't be read is reported and
 * replaced by a stand-in, and a file with at least one problem is refused as a whole.
 */
@NullMarked
package io.souffleur.server.checklist;

import org.jspecify.annotations.NullMarked;
