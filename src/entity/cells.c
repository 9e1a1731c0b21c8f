/* The cells of one article in one value: who is named beside whom. Each is its length, two bytes little-endian, and its id; in the order of ids. */
#include "entity/weaving.h"

#include "base/buf.h"

#include <stdlib.h>

static int by_id(const void *x, const void *y) { return isnad_slice_compare(*(const isnad_slice *)x, *(const isnad_slice *)y); }

static isnad_slice pack(isnad_arena *arena, const isnad_slice *cells, size_t count) {
  enum { USUAL = 24 };
  buf packed = buf_new(arena, count * USUAL + USUAL);
  for (size_t i = 0; i < count; i++) {
    if (i > 0 && isnad_slice_equal(cells[i], cells[i - 1])) continue;
    buf_add_char(&packed, (char)(cells[i].length & 0xFF));
    buf_add_char(&packed, (char)(cells[i].length >> 8 & 0xFF));
    buf_add_slice(&packed, cells[i]);
  }
  return buf_slice(&packed);
}

isnad_status cells_put(weaving *w, int64_t article, isnad_slice *cells, size_t count) {
  if (count == 0) return ISNAD_OK;
  sqlite3_stmt *s = store_statement(w->store, "INSERT INTO company(article, cells) VALUES(?1, ?2)", w->err);
  if (s == NULL) return ISNAD_STORE;
  qsort(cells, count, sizeof *cells, by_id);
  isnad_slice packed = pack(w->scratch, cells, count);
  if (packed.length == 0) return isnad_arena_fail(w->err, w->scratch, "entity");
  sqlite3_bind_int64(s, 1, article);
  store_bind_blob(s, 2, packed);
  return store_run(w->store, s, w->err);
}

bool cells_next(isnad_slice *cell, isnad_slice *packed) {
  if (packed->length < 2) return false;
  const unsigned char *at = (const unsigned char *)packed->bytes;
  size_t length = at[0] | (size_t)at[1] << 8;
  if (length > packed->length - 2) return false;
  *cell = (isnad_slice){packed->bytes + 2, length};
  *packed = (isnad_slice){packed->bytes + 2 + length, packed->length - 2 - length};
  return true;
}
