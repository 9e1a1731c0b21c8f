/* The names of a store in memory: which bearers one of whose spellings holds some words. */
#ifndef ISNAD_ENTITY_DIRECTORY_H
#define ISNAD_ENTITY_DIRECTORY_H

#include "isnad/arabic.h"
#include "store/sql.h"

/* A bearer that fits. The id lives as long as the directory. */
typedef struct directory_fit {
  isnad_slice id;
  unsigned fit; /* ENTITY_FITS_PART: a spelling holds all the words; ENTITY_FITS_WHOLE: and no other */
} directory_fit;

/* The bearers one of whose spellings holds every word (folded; proclitics stay), each once, by its best spelling, in no order that means anything.
 * The names are read when they are first asked for, and again when the store has changed: some tens of milliseconds and 90 bytes for each spelling;
 * then an answer costs the spellings that hold the rarest of the words. Returns ISNAD_OK (count may be 0), ISNAD_STORE, ISNAD_IO, ISNAD_NO_MEMORY. */
isnad_status directory_find(directory_fit **out, size_t *count, isnad_arena *arena, isnad_store *store, const isnad_tokens *words, isnad_err *err);

#endif
