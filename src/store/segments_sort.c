#include "store/segments.h"

#include "base/room.h"

#include <stdlib.h>
#include <string.h>

/* Parts of few entries are sorted by insertion; a cut makes parts of about PART entries, but no more parts than a cache has lines. */
enum { FEW = 24, PART = 4, LEAST_BITS = 3, MOST_BITS = 11 };

static bool comes_before(const segment_entry *a, const segment_entry *b) { return a->key < b->key || (a->key == b->key && a->value < b->value); }

static void insert_all(segment_entry *entries, size_t count) {
  for (size_t i = 1; i < count; i++) {
    segment_entry one = entries[i];
    size_t at = i;
    for (; at > 0 && comes_before(&one, &entries[at - 1]); at--) entries[at] = entries[at - 1];
    entries[at] = one;
  }
}

/* The bits by which a part is cut: the highest in which its entries differ, of the keys or, where those are equal, of the values. */
typedef struct digit {
  unsigned shift, bits;
  bool of_value;
} digit;

static size_t digit_of(const segment_entry *e, digit d) {
  return (size_t)((d.of_value ? e->value : e->key) >> d.shift) & (((size_t)1 << d.bits) - 1);
}

static unsigned bits_in(uint64_t n) {
  unsigned bits = 0;
  while (n >> bits != 0 && ++bits < 64) continue;
  return bits;
}

/* False when all entries are equal. */
static bool choose_digit(digit *out, const segment_entry *entries, size_t count) {
  uint64_t keys = 0, values = 0;
  for (size_t i = 1; i < count; i++) {
    keys |= entries[i].key ^ entries[0].key;
    values |= entries[i].value ^ entries[0].value;
  }
  unsigned top = bits_in(keys != 0 ? keys : values), wanted = bits_in(count / PART);
  out->bits = wanted < LEAST_BITS ? LEAST_BITS : wanted > MOST_BITS ? MOST_BITS : wanted;
  out->shift = top > out->bits ? top - out->bits : 0;
  out->of_value = keys == 0;
  return top > 0;
}

static void sort_part(segment_entry *entries, segment_entry *spare, size_t count) {
  size_t ends[1 << MOST_BITS], at = 0;
  digit d;
  if (!choose_digit(&d, entries, count)) return;
  memset(ends, 0, sizeof *ends << d.bits);
  for (size_t i = 0; i < count; i++) ends[digit_of(&entries[i], d)]++;
  for (size_t n = 0; n < (size_t)1 << d.bits; n++) {
    size_t here = ends[n];
    ends[n] = at;
    at += here;
  }
  for (size_t i = 0; i < count; i++) spare[ends[digit_of(&entries[i], d)]++] = entries[i];
  memcpy(entries, spare, count * sizeof *entries);
  for (size_t n = 0, first = 0; n < (size_t)1 << d.bits; first = ends[n++]) {
    if (ends[n] - first > FEW)
      sort_part(entries + first, spare + first, ends[n] - first);
    else
      insert_all(entries + first, ends[n] - first);
  }
}

static int by_key(const void *x, const void *y) { return comes_before(x, y) ? -1 : comes_before(y, x); }

/* From the highest bits down (McIlroy, Bostic, McIlroy 1993): after one cut through everything the parts fit the processor's cache. */
void segments_sort(segment_entry *entries, size_t count) {
  isnad_arena *arena = NULL;
  segment_entry *spare = NULL;
  if (count <= FEW) {
    insert_all(entries, count);
    return;
  }
  if (isnad_arena_new(&arena, 0) == ISNAD_OK) spare = arena_room(arena, count, sizeof *spare);
  if (spare != NULL)
    sort_part(entries, spare, count);
  else
    qsort(entries, count, sizeof *entries, by_key);
  isnad_arena_free(arena);
}
