/* Files: writing one so that a reader sees the old or the new content and never a part. */
#ifndef ISNAD_BASE_FILE_H
#define ISNAD_BASE_FILE_H

#include "isnad/base.h"

/* Writes to a temporary file in the same folder, syncs it, renames it over `path`, syncs the folder. A replaced file keeps its mode.
 * Returns ISNAD_OK or ISNAD_IO. */
isnad_status file_write_atomic(const char *path, isnad_slice bytes, isnad_err *err);

#endif
