/* Writing a zip archive in memory (PKWARE APPNOTE 6.3.3; deflate by zlib). No dates: equal contents give equal bytes. */
#ifndef ISNAD_BASE_ZIP_H
#define ISNAD_BASE_ZIP_H

#include "base/buf.h"

typedef struct zip_entry {
  isnad_slice name;
  uint32_t crc, packed, size, at;
  uint16_t method;
} zip_entry;

typedef struct zip {
  isnad_arena *arena;
  buf out;
  zip_entry *entries;
  size_t count, room;
} zip;

zip zip_new(isnad_arena *arena);

/* Adds a file; `name` is ASCII with slashes and lives as long as the zip. Returns ISNAD_OK, ISNAD_LIMIT (more than 65,000 files or 4 GB: the archive
 * would need zip64, which is not written), ISNAD_NO_MEMORY. */
isnad_status zip_add(zip *z, isnad_slice name, isnad_slice bytes, isnad_err *err);

/* Writes the directory; the whole archive is in *bytes. */
isnad_status zip_finish(isnad_slice *bytes, zip *z, isnad_err *err);

#endif
