/* The captures of one page, as the articles that stand at one place of it. */
#ifndef ISNAD_STORE_EDITIONS_H
#define ISNAD_STORE_EDITIONS_H

#include "isnad/store.h"

typedef struct store_edition {
  int64_t article;
  isnad_interval captured; /* {0, 0}: unknown */
} store_edition;

enum { STORE_MOST_EDITIONS = 256 };

/* The articles of the same address and place as this one, itself among them: by the time of capture, those without one last, then by name. At most
 * STORE_MOST_EDITIONS. Whether they tell the same is not asked: a section's front page has another lead every day. */
isnad_status store_editions_of(store_edition **out, size_t *count, isnad_arena *arena, isnad_store *store, int64_t article, isnad_err *err);

#endif
