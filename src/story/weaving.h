/* One weave of articles into the stories: what its steps share.
 *
 * All that is found is a function of the set of articles, by rules that look at neighbours only, so that an add costs what it touches:
 *   - the KEYS heaviest terms of a report are its keys; a cell holds the reports of one key and one day, or those of a key that bear no day;
 *   - two reports meet on a key when they lie at most WINDOW_DAYS apart and neither's cell holds more than CELL_MOST; a report without a day meets
 * the others of a key when no more than KEY_MOST bear it at all; two that meet on FEWEST_KEYS are compared, and so are copies (table passage);
 *   - links of CORE_LINK hold components together, inside which groups are made; what is left attaches to a neighbour (groups.c).
 * Cells that fill up, and groups within two steps of what changed, are judged again.
 */
#ifndef ISNAD_STORY_WEAVING_H
#define ISNAD_STORY_WEAVING_H

#include "base/map.h"
#include "isnad/story.h"
#include "store/segments.h"
#include "story/actors.h"
#include "story/score.h"

enum {
  PLAIN_KEYS = 14,
  STRONG_KEYS = 4,
  KEYS = PLAIN_KEYS + STRONG_KEYS,
  CELL_MOST = 64,
  KEY_MOST = 256,
  FEWEST_KEYS = 2,
  WINDOW_DAYS = 4,
  CORE_LINK = 500,
  JOIN_MEAN = 260,
  JOIN_DOUBLING = 40,
  ATTACH_MEAN = 260,
  ATTACH_PAIR = 300,
  ATTACH_BARE_MEAN = 350,
  ALONE_MEAN = 200,
  ALONE_DOUBLING = 60
};

/* A set of article ids that grows. */
typedef struct id_set {
  isnad_arena *arena;
  map places;
  int64_t *items;
  size_t count, room;
} id_set;

bool id_set_new(id_set *out, isnad_arena *arena, size_t expected);
bool id_set_add(id_set *set, int64_t id); /* false: no memory */

/* The place of an id in `items`; count: it is not in the set. */
static inline size_t id_set_place(const id_set *set, int64_t id) {
  const uint64_t *place = map_get(&set->places, (uint64_t)id);
  return place != NULL ? (size_t)*place - 1 : set->count;
}

/* The keys of a report, in the order of their weight; 48 bits each. Returns how many. */
size_t report_keys(uint64_t keys[KEYS], const report *r);

/* The cell of a key on the day of a report; cell_of_all: of all that bear the key; cell_undated: of those without a day. */
uint64_t cell_of(uint64_t key, const report *r);
uint64_t cell_on(uint64_t key, int64_t day);
uint64_t cell_of_all(uint64_t key);
uint64_t cell_undated(uint64_t key);
uint64_t key_of_cell(uint64_t cell);
bool cell_is_undated(uint64_t cell);

extern const char story_index[]; /* the kind of its segments */

/* Brings the table link up to date for articles that are new or whose passages changed; `changed` receives these and the ends of links that came,
 * went or weigh differently, `actors` the terms of the reports that were read. */
isnad_status links_update(id_set *changed, actor_terms *actors, isnad_store *store, const isnad_ids *fresh, isnad_err *err);

/* The reports around `changed`: their components, and those within four steps of them. `steps` counts the steps. */
typedef struct region {
  reports all;
  uint8_t *steps;            /* per report */
  links found;               /* between them */
  const actor_terms *actors; /* of those that were read for their links; NULL: of none */
} region;

enum { DECIDED_STEPS = 2, LAST_STEP = 4 };

isnad_status region_load(region *out, isnad_arena *arena, isnad_store *store, const id_set *changed, isnad_err *err);

/* Writes the stories whose roots are given: `root_of` holds, for the reports of `decided`, all of the region, the article id of their root. `touched`
 * receives all members of stories that changed. */
isnad_status stories_write(id_set *touched, isnad_store *store, const region *around, const int64_t *decided, const int64_t *root_of, size_t count,
                           isnad_err *err);

#endif
