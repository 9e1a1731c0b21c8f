/* Reports and cells while links are looked for: what links.c and doubts.c share. */
#ifndef ISNAD_STORY_FINDER_H
#define ISNAD_STORY_FINDER_H

#include "story/actors.h"
#include "story/weaving.h"

typedef struct pair_of_ids {
  int64_t a, b; /* a < b */
} pair_of_ids;

typedef struct finder {
  isnad_store *store;
  isnad_arena *arena;
  id_set *changed;
  actor_terms *actors;  /* receives those of every report that is read */
  const report **fresh; /* the new ones */
  size_t fresh_count;
  segment_entry *own; /* where they are filed, sorted */
  size_t own_count;
  segment_entry *filed; /* the same and what the store holds of the cells that matter, sorted */
  size_t filed_count;
  struct cell_run *runs; /* the cells of `filed`, in their order */
  size_t run_count;
  map keys;               /* key -> the first run of its cells, and how many in the high half */
  uint32_t *places;       /* of each of `filed`: place in `ids` */
  id_set ids;             /* all that are filed */
  uint8_t *fresh_ids;     /* 1: a new one; per place in `ids` */
  map loaded;             /* id -> report */
  map news;               /* ids of the new ones */
  struct fresh_link *met; /* links of pairs that had none, to be written in the order of the table */
  size_t met_count, met_room;
  pair_of_ids *doubts;
  size_t doubt_count, doubt_room;
} finder;

typedef struct fresh_link {
  const report *a, *b; /* by name */
  unsigned score;
} fresh_link;

/* What a cell holds: a stretch of `filed`. */
typedef struct cell_run {
  uint64_t cell;
  size_t first, count;
} cell_run;

int finder_by_value(const void *a, const void *b); /* of uint64_t */

/* Loads those of `ids` that no weave has taken in yet, and files them. */
isnad_status finder_take(finder *f, const int64_t *ids, size_t count, isnad_err *err);

/* The cells of one key: runs [first, end). */
typedef struct key_runs {
  size_t first, end;
} key_runs;

bool finder_index_filed(finder *f);
key_runs finder_key(const finder *f, uint64_t key); /* empty: nothing is filed under it */

/* The first of a key's runs that is not before `cell`; the end: there is none. */
size_t finder_run_among(const finder *f, key_runs of, uint64_t cell);
cell_run finder_run(const finder *f, uint64_t cell); /* count 0: it holds nothing */

isnad_status finder_report(const report **out, finder *f, int64_t id, isnad_err *err);

/* Notes a link between two that had none; finder_write_links writes them. */
isnad_status finder_add_link(finder *f, const report *x, const report *y, unsigned score, isnad_err *err);
isnad_status finder_write_links(finder *f, isnad_err *err);

/* Writes a link; nothing happens when it stands there already. */
isnad_status finder_put_link(finder *f, const report *x, const report *y, unsigned score, bool copied, isnad_err *err);

/* Puts the links of a report into doubt: all, or those that stand on a copy only. */
isnad_status finder_doubt_links(finder *f, int64_t id, bool copies, isnad_err *err);

/* Pairs of copies, and pairs that were copies. */
isnad_status finder_doubt_copies(finder *f, const int64_t *ids, size_t count, isnad_err *err);

/* Judges the doubtful pairs by the cells as they are filed now. */
isnad_status finder_judge_doubts(finder *f, isnad_err *err);

#endif
