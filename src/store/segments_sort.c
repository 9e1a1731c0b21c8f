#include "store/segments.h"

#include "base/room.h"

#include <stdlib.h>
#include <string.h>

enum { DIGIT_BITS = 11, DIGITS = 1 << DIGIT_BITS, KEY_DIGITS = 6, VALUE_DIGITS = 6 };

static size_t digit_of(const segment_entry *e, unsigned pass) {
  if (pass < VALUE_DIGITS) return (size_t)(e->value >> (pass * DIGIT_BITS)) & (DIGITS - 1);
  return (size_t)(e->key >> ((pass - VALUE_DIGITS) * DIGIT_BITS)) & (DIGITS - 1);
}

/* False when all entries have the same digit, and nothing moved. */
static bool scatter(segment_entry *to, const segment_entry *from, size_t count, unsigned pass) {
  size_t starts[DIGITS] = {0};
  for (size_t i = 0; i < count; i++) starts[digit_of(&from[i], pass)]++;
  if (starts[digit_of(&from[0], pass)] == count) return false;
  size_t at = 0;
  for (size_t d = 0; d < DIGITS; d++) {
    size_t here = starts[d];
    starts[d] = at;
    at += here;
  }
  for (size_t i = 0; i < count; i++) to[starts[digit_of(&from[i], pass)]++] = from[i];
  return true;
}

static int by_key(const void *x, const void *y) {
  const segment_entry *a = x, *b = y;
  if (a->key != b->key) return a->key < b->key ? -1 : 1;
  return a->value < b->value ? -1 : a->value > b->value;
}

enum { SMALL_SORT = 2000 };

static bool values_ascend(const segment_entry *entries, size_t count) {
  for (size_t i = 1; i < count; i++)
    if (entries[i].value < entries[i - 1].value) return false;
  return true;
}

static void sort_by_digits(segment_entry *entries, segment_entry *spare, size_t count) {
  segment_entry *from = entries, *to = spare;
  for (unsigned pass = values_ascend(entries, count) ? VALUE_DIGITS : 0; pass < VALUE_DIGITS + KEY_DIGITS; pass++) {
    if (!scatter(to, from, count, pass)) continue;
    segment_entry *swap = from;
    from = to;
    to = swap;
  }
  if (from != entries) memcpy(entries, from, count * sizeof *entries);
}

void segments_sort(segment_entry *entries, size_t count) {
  isnad_arena *arena = NULL;
  segment_entry *spare = NULL;
  if (count >= SMALL_SORT && isnad_arena_new(&arena, 0) == ISNAD_OK) spare = arena_room(arena, count, sizeof *spare);
  if (spare != NULL)
    sort_by_digits(entries, spare, count);
  else if (count > 1)
    qsort(entries, count, sizeof *entries, by_key);
  isnad_arena_free(arena);
}
