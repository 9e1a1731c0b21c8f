/* Where the bytes of stored captures lie. */
#ifndef ISNAD_STORE_PLACES_H
#define ISNAD_STORE_PLACES_H

#include "isnad/store.h"

typedef struct store_place {
  isnad_capture_place place; /* its file in the arena */
  uint8_t sha256[32];
} store_place;

/* Returns ISNAD_OK, ISNAD_NOT_FOUND, ISNAD_STORE, ISNAD_IO, ISNAD_BUSY, ISNAD_NO_MEMORY. */
isnad_status store_capture_place(store_place *out, isnad_arena *arena, isnad_store *store, int64_t capture, isnad_err *err);

#endif
