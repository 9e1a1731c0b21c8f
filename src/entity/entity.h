/* Who a store's articles name: the bearers that fit a name, and the articles that name one. */
#ifndef ISNAD_ENTITY_ENTITY_H
#define ISNAD_ENTITY_ENTITY_H

#include "isnad/store.h"

/* One bearer. Strings are in the arena that was passed in. `id` is that of a table's row; one that only articles know has none and is told by its
 * canonical name. */
typedef struct entity_card {
  isnad_slice id, canonical, type;
  uint64_t mentions, articles;
} entity_card;

/* The bearers whose name holds every word of `name` (folded; proclitics stay), those that have no other word first, then by articles, by mentions and
 * by name. Returns ISNAD_OK (count may be 0), ISNAD_STORE, ISNAD_NO_MEMORY. */
isnad_status entity_find(entity_card **out, size_t *count, isnad_arena *arena, isnad_store *store, isnad_slice name, isnad_err *err);

/* The keys of the articles that name a bearer, by date, then by label. Returns ISNAD_OK, ISNAD_STORE, ISNAD_NO_MEMORY. */
isnad_status entity_articles(int64_t **out, size_t *count, isnad_arena *arena, isnad_store *store, const entity_card *card, isnad_err *err);

/* One office that the tables know the bearer to have held: "ru.president"; from and to are as in data/office_holders.tsv, NULL: open. */
typedef struct entity_office {
  const char *office, *from, *to;
  uint32_t row; /* of office_holders */
} entity_office;

/* The next office of the person `id` at or after row *row, which is moved on. False when there is none. */
bool entity_next_office(entity_office *out, uint32_t *row, isnad_slice id);

#endif
