/* A stored record together with what the other reports taught of its articles. */
#ifndef ISNAD_STORE_TAUGHT_H
#define ISNAD_STORE_TAUGHT_H

#include "isnad/store.h"

/* Puts into the record of a capture (JSON without its text) the days that stories taught its articles: "published" with basis "story", in place of
 * a bare weekday or of nothing; the span and rule of a told weekday stay as its evidence. Returns ISNAD_OK, ISNAD_STORE, ISNAD_NO_MEMORY. */
isnad_status store_taught(isnad_slice *json, isnad_arena *arena, isnad_store *store, int64_t capture, isnad_err *err);

#endif
