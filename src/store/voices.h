/* Whom an article names as its sources, whatever their kind, and whose statements it carries: as rows, for the view. */
#ifndef ISNAD_STORE_VOICES_H
#define ISNAD_STORE_VOICES_H

#include "isnad/store.h"

typedef struct store_voice {
  isnad_slice kind;  /* of a citation (see isnad_source_kind_name), or "speaker"; "anonymous": a person of whom only that is told */
  isnad_slice scope; /* of a citation */
  isnad_slice id, name;
  isnad_slice via; /* of a statement: the name of the source that carries it; empty: none is named */
  isnad_span span; /* of the citing phrase, or of the statement */
  isnad_slice rule;
  isnad_slice office; /* by which the article calls him */
} store_voice;

/* Those of one article, in the order of the page; nobody without a name. Returns ISNAD_OK, ISNAD_STORE, ISNAD_NO_MEMORY, ... */
isnad_status store_voices_of(store_voice **out, size_t *count, isnad_arena *arena, isnad_store *store, int64_t article, isnad_err *err);

#endif
