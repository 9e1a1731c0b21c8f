/* One weave of new articles into the store: what its steps share.
 *
 * Which pairs are compared is a rule on the set of articles, so that the order of adding does not matter:
 *   - articles with the same body key, or the same title key, form a class; the HUBS members with the least names are its hubs;
 *   - inside a class every member is paired with every hub;
 *   - two classes are akin when the keys that they share and that at most CAP classes hold give POINTS_NEEDED points, twice as many where at most
 *     RARE classes hold one; akin classes pair their hubs.
 * A key that more classes come to hold is worth less or dies, and a hub may be displaced by a lesser name: the pairs that lived on them are then
 * judged again.
 */
#ifndef ISNAD_REUSE_WEAVING_H
#define ISNAD_REUSE_WEAVING_H

#include "reuse/held.h"
#include "reuse/join.h"

enum { REUSE_HUBS = 8, REUSE_CAP = 64, REUSE_RARE = 3, REUSE_POINTS_NEEDED = 4 };

extern const char reuse_index[]; /* the kind of its segments */

unsigned reuse_points_of(uint64_t key);

/* The hubs of a class: least names, ascending. */
typedef struct reuse_class {
  uint64_t key;
  uint64_t hubs[REUSE_HUBS];
  uint8_t hub_count;
  bool fresh;              /* no old article is of it */
  uint64_t stand_in;       /* the value under which an old article stands for it in the index, when not fresh */
  uint64_t representative; /* of the new members, the one whose fingerprints stand for the class: its place in `articles` */
} reuse_class;

typedef struct reuse_pair {
  uint64_t a, b; /* names, a < b */
} reuse_pair;

typedef struct reuse_pairs {
  isnad_arena *arena;
  reuse_pair *items;
  size_t count, room;
} reuse_pairs;

/* Row ids of articles whose passages came or went, in no order. */
typedef struct reuse_ids {
  isnad_arena *arena;
  int64_t *items;
  size_t count, room;
} reuse_ids;

typedef struct reuse_weaving {
  isnad_store *store;
  isnad_arena *arena;
  unsigned threads;
  held_article *articles; /* the new ones, by name */
  size_t count;
  reuse_class *classes; /* of the new articles, by key */
  size_t class_count;
  segment_entry *posted; /* what goes into the index, sorted */
  size_t posted_count;
  reuse_pairs wanted;   /* to be compared: at least one of each is new; distinct, ascending */
  reuse_pairs doubtful; /* old pairs that share passages and may have lost what brought them together */
} reuse_weaving;

isnad_status reuse_add_ids(reuse_ids *ids, int64_t x, int64_t y, isnad_err *err);

/* Adds the pair of two names in order; nothing when they are equal. */
isnad_status reuse_add_pair(reuse_pairs *pairs, uint64_t x, uint64_t y, isnad_err *err);
void reuse_sort_pairs(reuse_pairs *pairs); /* ascending, distinct */

/* Puts pairs that hang together, through others too, one after another: who compares them in this order reads most texts once. */
isnad_status reuse_gather_pairs(reuse_pairs *pairs, isnad_err *err);

reuse_class *reuse_class_of(reuse_class *classes, size_t count, uint64_t key);

/* The new article of a name; NULL: it is none of the new ones. */
const held_article *reuse_new_article(const reuse_weaving *w, uint64_t name);

/* Looks up what the store knows of the new articles' keys and fills classes, posted, wanted and doubtful. */
isnad_status reuse_find_candidates(reuse_weaving *w, isnad_err *err);

/* The hubs of classes by their keys (ascending, distinct), as the index knows them now. */
isnad_status reuse_find_hubs(reuse_class **out, isnad_arena *arena, isnad_store *store, const uint64_t *keys, size_t count, isnad_err *err);

/* Adds to `doubtful` the stored pairs of an article. */
isnad_status reuse_doubt(reuse_weaving *w, uint64_t name, isnad_err *err);

/* Drops those wanted pairs that cannot share a passage. */
isnad_status reuse_sift(reuse_weaving *w, isnad_err *err);

/* Compares the wanted pairs on all threads and writes the passages of those that share any. `touched` receives both ends. */
isnad_status reuse_compare(reuse_weaving *w, reuse_ids *touched, isnad_err *err);

/* Drops those doubtful pairs that the rule no longer brings together. `touched` receives their ends. */
isnad_status reuse_recheck(reuse_weaving *w, reuse_ids *touched, isnad_err *err);

#endif
