#include "story/thread_find.h"

#include "base/hash.h"
#include "base/room.h"
#include "store/segments.h"

#include <stdlib.h>
#include <string.h>

/* An association of two actors, n*n / (stories of the one * stories of the other), below which they meet as everybody meets, and one above which two
 * countries are news together. MOST_OF_ONE_THING: two whom more stories name together act in many things at once. */
static const double least_association = 0.02, close_association = 0.2;
enum { MOST_OF_ONE_THING = 32, FEW = 8 };

static bool is_within(isnad_slice outer, isnad_slice inner) {
  return inner.length > outer.length && memcmp(inner.bytes, outer.bytes, outer.length) == 0 && inner.bytes[outer.length] == '.';
}

/* "Lahij" and "the governorate of Lahij", "Barcelona" and "Barcelona of Spain": one name is the other and a word before or behind. */
static bool is_named_in(isnad_slice part, isnad_slice whole) {
  size_t rest = whole.length - part.length;
  if (part.length == 0 || part.length >= whole.length) return false;
  bool front = memcmp(whole.bytes, part.bytes, part.length) == 0 && whole.bytes[part.length] == ' ';
  return front || (memcmp(whole.bytes + rest, part.bytes, part.length) == 0 && whole.bytes[rest - 1] == ' ');
}

/* A place and what lies in it, by their ids, or what bears its name: they meet always and say nothing. */
static bool is_one_thing(const thread_actor *x, const thread_actor *y) {
  return is_within(x->entity, y->entity) || is_within(y->entity, x->entity) || is_named_in(x->name, y->name) || is_named_in(y->name, x->name);
}

static bool is_person(isnad_slice id) { return id.length > 4 && memcmp(id.bytes, "per.", 4) == 0; }

static bool is_body(isnad_slice id) { return id.length > 4 && memcmp(id.bytes, "org.", 4) == 0; }

/* The two letters of the country of a body or a place; empty: a person, a thing, a body of many countries. */
static isnad_slice country_of(isnad_slice id) {
  size_t from = is_body(id) ? 4 : 0;
  bool two = id.length >= from + 2 && (id.length == from + 2 || id.bytes[from + 2] == '.' || id.bytes[from + 2] == '-');
  return two ? (isnad_slice){id.bytes + from, 2} : (isnad_slice){NULL, 0};
}

static bool is_place(isnad_slice id) { return !is_body(id) && country_of(id).length > 0; }

/* Two that meet in whatever happens there: a town and anybody, a body and its country or another body of it, a person and a country or the body for
 * which he speaks or plays. */
static bool meets_always(isnad_slice x, isnad_slice y) {
  bool town = (is_place(x) && x.length > 2) || (is_place(y) && y.length > 2);
  bool person_there = (is_person(x) && !is_person(y)) || (is_person(y) && !is_person(x));
  return town || person_there || (country_of(x).length > 0 && isnad_slice_equal(country_of(x), country_of(y)));
}

static uint64_t pair_key(isnad_slice x, isnad_slice y) {
  bool first = isnad_slice_compare(x, y) < 0;
  uint64_t hashes[2] = {hash64(first ? x : y), hash64(first ? y : x)};
  return hash64((isnad_slice){(const char *)hashes, sizeof hashes});
}

/* The places of the stories in the order of time, those without a day last; at one time in the order of keys, in which they lie. */
static segment_entry *in_time(const finding *f) {
  const threads *t = f->out;
  segment_entry *order = arena_room(f->arena, t->story_count, sizeof *order);
  for (uint32_t s = 0; order != NULL && s < t->story_count; s++) {
    int64_t time = thread_is_dated(&t->stories[s]) ? t->stories[s].when.from : INT64_MAX;
    order[s] = (segment_entry){(uint64_t)time ^ UINT64_C(1) << 63, s}; /* so that what lies before 1970 comes first */
  }
  if (order != NULL) segments_sort(order, t->story_count);
  return order;
}

static size_t meet(meeting *out, const threads *t, uint32_t s) {
  const thread_story *story = &t->stories[s];
  size_t count = 0;
  for (uint32_t i = 0; i < story->actor_count; i++)
    for (uint32_t k = i + 1; k < story->actor_count; k++) {
      const thread_actor *x = &t->actors[story->actors[i]], *y = &t->actors[story->actors[k]];
      if (!is_one_thing(x, y)) out[count++] = (meeting){pair_key(x->entity, y->entity), s, story->actors[i], story->actors[k]};
    }
  return count;
}

/* By pair, and of each in the order of time. */
static meeting *list_meetings(size_t *count, const finding *f) {
  const threads *t = f->out;
  size_t room = t->story_count * (STORY_ACTORS * (STORY_ACTORS - 1) / 2);
  const segment_entry *order = in_time(f);
  meeting *met = arena_room(f->arena, room, sizeof *met), *all = arena_room(f->arena, room + 1, sizeof *all);
  segment_entry *keys = arena_room(f->arena, room, sizeof *keys);
  *count = 0;
  if (order == NULL || met == NULL || all == NULL || keys == NULL) return NULL;
  for (size_t s = 0; s < t->story_count; s++) *count += meet(met + *count, t, (uint32_t)order[s].value);
  for (size_t i = 0; i < *count; i++) keys[i] = (segment_entry){met[i].key, i};
  segments_sort(keys, *count);
  for (size_t i = 0; i < *count; i++) all[i] = met[keys[i].value];
  return all;
}

static int by_size(const void *a, const void *b) {
  const run *x = a, *y = b;
  if (x->count != y->count) return x->count > y->count ? -1 : 1;
  return (x->key > y->key) - (x->key < y->key);
}

/* The key of a chain is that of its pair and its first story: later stories do not change it. The chain of the pair's own first story has the pair's.
 */
static uint64_t chain_key(const finding *f, const meeting *all, const meeting *first) {
  if (first->story == all->story) return all->key;
  uint64_t hashes[2] = {first->key, hash64(f->out->stories[first->story].key)};
  return hash64((isnad_slice){(const char *)hashes, sizeof hashes});
}

/* Writes the chains of two stories and more behind `runs`. */
static bool cut_into_chains(run *runs, size_t *count, const finding *f, const meeting *all, uint32_t n, thread_bond bond) {
  uint32_t pair[2] = {all->a, all->b}, *stories = isnad_arena_array(f->arena, n, sizeof *stories), placed = 0;
  meeting *kept = isnad_arena_array(f->arena, n, sizeof *kept);
  if (stories == NULL || kept == NULL) return false;
  for (uint32_t i = 0; i < n; i++) stories[i] = all[i].story;
  const uint32_t *chain = thread_chains(f->arena, f->out, pair, stories, n, bond);
  if (chain == NULL) return false;
  for (uint32_t head = 0; head < n; head++) {
    uint32_t first = placed;
    for (uint32_t i = head; chain[head] == head && i < n; i++)
      if (chain[i] == head) kept[placed++] = all[i];
    if (placed - first >= 2) runs[(*count)++] = (run){&kept[first], placed - first, chain_key(f, all, &kept[first])};
  }
  return true;
}

/* Two countries stand side by side in every list of states: unless half the news of each is news of both, that is no matter of theirs. */
thread_bond thread_bond_of(isnad_slice x, isnad_slice y, size_t stories, double association) {
  if (stories > MOST_OF_ONE_THING) return THREAD_BOND_TWO;
  if (meets_always(x, y)) return stories > FEW ? THREAD_BOND_TWO : THREAD_BOND_ONE;
  return is_place(x) && is_place(y) && association < close_association ? THREAD_BOND_ONE : THREAD_BOND_NEAR;
}

/* The chains of one pair, whose meetings are `n` from `first` on. */
static bool list_pair(run *runs, size_t *count, const finding *f, const meeting *first, size_t n) {
  const thread_actor *x = &f->out->actors[first->a], *y = &f->out->actors[first->b];
  double association = (double)n * (double)n / ((double)x->stories * (double)y->stories);
  if (n < 2 || association < least_association) return true;
  return cut_into_chains(runs, count, f, first, (uint32_t)n, thread_bond_of(x->entity, y->entity, n, association));
}

run *thread_runs(size_t *count, const finding *f) {
  size_t all_count = 0;
  const meeting *all = list_meetings(&all_count, f);
  run *runs = all != NULL ? isnad_arena_array(f->arena, all_count + 1, sizeof *runs) : NULL;
  *count = 0;
  for (size_t i = 0, last = 0; runs != NULL && i < all_count; i = last) {
    for (last = i; last < all_count && all[last].key == all[i].key; last++) continue;
    if (!list_pair(runs, count, f, &all[i], last - i)) return NULL;
  }
  if (runs != NULL && *count > 1) qsort(runs, *count, sizeof *runs, by_size);
  return runs;
}
