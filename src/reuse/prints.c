#include "reuse/prints.h"

#include "base/hash.h"
#include "base/room.h"

#include <string.h>

enum { GRAM = 5, WINDOW = 8, QUOTE_GRAM = 6, QUOTE_WINDOW = 3, LEAST_TITLE = 4, VERSION = 2, KEY_BYTES = 6 };

static const uint64_t gram_base = 0x9E3779B97F4A7C15u;

static uint64_t in_space(print_space space, uint64_t hash) {
  return (uint64_t)space << PRINT_SPACE_SHIFT | (hash & (((uint64_t)1 << PRINT_BITS) - 1));
}

static uint64_t whole_key(print_space space, uint64_t hash) {
  return (uint64_t)space << PRINT_SPACE_SHIFT | (hash & (((uint64_t)1 << PRINT_SPACE_SHIFT) - 1));
}

/* The finalizer of splitmix64: the polynomial alone keeps the order of its last word, and winnowing needs an even spread. */
static uint64_t mix(uint64_t h) {
  h = (h ^ (h >> 30)) * 0xBF58476D1CE4E5B9u;
  h = (h ^ (h >> 27)) * 0x94D049BB133111EBu;
  return h ^ (h >> 31);
}

/* hashes[i] is that of words [i, i + n): a polynomial, rolled on by one word. */
static size_t hash_grams(uint64_t *hashes, const uint32_t *words, size_t count, size_t n) {
  if (count < n) return 0;
  uint64_t out_factor = 1, rolling = 0;
  for (size_t i = 1; i < n; i++) out_factor *= gram_base;
  for (size_t i = 0; i < count; i++) {
    if (i >= n) rolling -= out_factor * (words[i - n] + (uint64_t)1);
    rolling = rolling * gram_base + words[i] + 1;
    if (i + 1 >= n) hashes[i + 1 - n] = mix(rolling);
  }
  return count - n + 1;
}

static size_t smallest_in(const uint64_t *hashes, size_t first, size_t last) {
  size_t best = first;
  for (size_t i = first + 1; i < last; i++)
    if (hashes[i] <= hashes[best]) best = i;
  return best;
}

/* Keeps the smallest hash of every window, the rightmost of equal ones (Schleimer, Wilkerson and Aiken, "Winnowing", 2003). */
static void winnow(reuse_prints *prints, const uint64_t *hashes, size_t count, size_t window, print_space space) {
  if (count == 0) return;
  size_t width = count < window ? count : window, best = smallest_in(hashes, 0, width);
  prints->keys[prints->count++] = in_space(space, hashes[best]);
  for (size_t last = width; last < count; last++) {
    size_t first = last + 1 - width, before = best;
    if (hashes[last] <= hashes[best])
      best = last;
    else if (best < first)
      best = smallest_in(hashes, first, last + 1);
    if (best != before) prints->keys[prints->count++] = in_space(space, hashes[best]);
  }
}

/* By the byte at `shift`, those of equal bytes as they stood. */
static void scatter(uint64_t *to, const uint64_t *from, size_t count, unsigned shift) {
  uint32_t starts[256] = {0}, at = 0;
  for (size_t i = 0; i < count; i++) starts[from[i] >> shift & 0xFF]++;
  for (size_t d = 0; d < 256; d++) {
    uint32_t here = starts[d];
    starts[d] = at;
    at += here;
  }
  for (size_t i = 0; i < count; i++) to[starts[from[i] >> shift & 0xFF]++] = from[i];
}

static void insert_all(uint64_t *keys, size_t count) {
  for (size_t i = 1; i < count; i++) {
    uint64_t key = keys[i];
    size_t at = i;
    for (; at > 0 && keys[at - 1] > key; at--) keys[at] = keys[at - 1];
    keys[at] = key;
  }
}

/* The least first; `spare` has room for as many. Of some hundred hashes the highest byte orders nearly all, and insertion the rest. */
static void sort_by_bytes(uint64_t *keys, uint64_t *spare, size_t count) {
  enum { TOP = PRINT_BITS - 8, MANY = 512 };
  for (unsigned shift = 0; count > MANY && shift < TOP; shift += 16) {
    scatter(spare, keys, count, shift);
    scatter(keys, spare, count, shift + 8);
  }
  scatter(spare, keys, count, TOP);
  scatter(keys, spare, count, PRINT_SPACE_SHIFT);
  insert_all(keys, count);
}

/* Orders the keys from `from` on and drops those that come again; `spare` has room for as many. */
static void sort_keys(reuse_prints *prints, size_t from, uint64_t *spare) {
  if (prints->count == from) return;
  sort_by_bytes(prints->keys + from, spare, prints->count - from);
  size_t kept = from;
  for (size_t i = from; i < prints->count; i++)
    if (i == from || prints->keys[i] != prints->keys[kept - 1]) prints->keys[kept++] = prints->keys[i];
  prints->count = kept;
}

static void print_quotes(reuse_prints *prints, uint64_t *hashes, const reuse_text *text) {
  for (size_t at = text->headline; at < text->count;) {
    size_t end = at;
    while (end < text->count && text->quoted[end] && text->part[end] == text->part[at]) end++;
    winnow(prints, hashes, hash_grams(hashes, text->words + at, end - at, QUOTE_GRAM), QUOTE_WINDOW, PRINT_QUOTE);
    at = end > at ? end : at + 1;
  }
}

static uint64_t hash_words(const uint32_t *words, size_t count, uint64_t seed) {
  return hash64_seeded((isnad_slice){(const char *)words, count * sizeof *words}, seed);
}

/* The marks are in it because the quote keys depend on them: what shares a body key has the same keys. */
static uint64_t body_key(const reuse_text *text) {
  size_t count = text->count - text->headline;
  uint64_t marks = hash64((isnad_slice){(const char *)text->quoted + text->headline, count});
  return whole_key(PRINT_BODY, hash_words(text->words + text->headline, count, marks));
}

static bool make_sketch(reuse_sketch *out, isnad_arena *arena, const reuse_text *text) {
  uint8_t *words = arena_room(arena, text->count, 1);
  for (uint32_t i = 0; words != NULL && i < text->count; i++) words[i] = sketch_of_word(text->words[i], text->quoted[i]);
  *out = (reuse_sketch){words, text->count, text->headline};
  return words != NULL;
}

isnad_status reuse_prints_make(reuse_prints *out, isnad_arena *arena, const reuse_text *text, isnad_err *err) {
  *out = (reuse_prints){0};
  uint64_t *hashes = arena_room(arena, (size_t)text->count * 2, sizeof *hashes); /* then room for sorting */
  out->keys = arena_room(arena, (size_t)text->count * 2, sizeof *out->keys);
  if (hashes == NULL || out->keys == NULL || !make_sketch(&out->sketch, arena, text)) return isnad_arena_fail(err, arena, "reuse");
  size_t body = text->count - text->headline;
  if (body > 0) {
    winnow(out, hashes, hash_grams(hashes, text->words + text->headline, body, GRAM), WINDOW, PRINT_PASSAGE);
    print_quotes(out, hashes, text);
    sort_keys(out, 0, hashes);
    out->body = body_key(text);
  }
  out->head_from = out->count;
  winnow(out, hashes, hash_grams(hashes, text->words, text->headline, GRAM), 1, PRINT_HEADLINE);
  sort_keys(out, out->head_from, hashes);
  if (text->headline >= LEAST_TITLE) out->title = whole_key(PRINT_TITLE, hash_words(text->words, text->headline, 0));
  return ISNAD_OK;
}

/* --- the blob: version, title and body keys, counts, the low six bytes of each key with its space, the sketch --- */

static void put(uint8_t **at, uint64_t value, size_t bytes) {
  for (size_t i = 0; i < bytes; i++) *(*at)++ = (uint8_t)(value >> (8 * i));
}

static uint64_t get(const uint8_t **at, size_t bytes) {
  uint64_t value = 0;
  for (size_t i = 0; i < bytes; i++) value |= (uint64_t) * (*at)++ << (8 * i);
  return value;
}

enum { HEAD_BYTES = 1 + 8 + 8 + 4 + 4 + 4 + 4 };

isnad_status reuse_prints_pack(isnad_slice *out, isnad_arena *arena, const reuse_prints *prints, isnad_err *err) {
  size_t length = HEAD_BYTES + prints->count * KEY_BYTES + prints->sketch.count;
  uint8_t *bytes = isnad_arena_alloc(arena, length), *at = bytes;
  if (bytes == NULL) return isnad_arena_fail(err, arena, "reuse");
  put(&at, VERSION, 1);
  put(&at, prints->title, 8);
  put(&at, prints->body, 8);
  put(&at, prints->count, 4);
  put(&at, prints->head_from, 4);
  put(&at, prints->sketch.count, 4);
  put(&at, prints->sketch.headline, 4);
  for (size_t i = 0; i < prints->count; i++) {
    put(&at, prints->keys[i], KEY_BYTES - 1);
    put(&at, (uint64_t)print_space_of(prints->keys[i]), 1);
  }
  if (prints->sketch.count > 0) memcpy(at, prints->sketch.words, prints->sketch.count);
  *out = (isnad_slice){(const char *)bytes, length};
  return ISNAD_OK;
}

static isnad_status damaged(isnad_err *err) {
  return isnad_err_set(err, ISNAD_STORE, "reuse", (isnad_span){0, 0}, "stored fingerprints are damaged");
}

isnad_status reuse_prints_unpack(reuse_prints *out, isnad_arena *arena, isnad_slice packed, isnad_err *err) {
  *out = (reuse_prints){0};
  if (packed.length == 0) return ISNAD_OK; /* a record that was stored without them */
  const uint8_t *at = (const uint8_t *)packed.bytes;
  if (packed.length < HEAD_BYTES || get(&at, 1) != VERSION) return damaged(err);
  out->title = get(&at, 8);
  out->body = get(&at, 8);
  out->count = (size_t)get(&at, 4);
  out->head_from = (size_t)get(&at, 4);
  out->sketch.count = (uint32_t)get(&at, 4);
  out->sketch.headline = (uint32_t)get(&at, 4);
  if (packed.length != HEAD_BYTES + out->count * KEY_BYTES + out->sketch.count || out->head_from > out->count) return damaged(err);
  out->keys = arena_room(arena, out->count, sizeof *out->keys);
  out->sketch.words =
      (const uint8_t *)isnad_arena_copy(arena, (isnad_slice){packed.bytes + packed.length - out->sketch.count, out->sketch.count}).bytes;
  if (out->keys == NULL || (out->sketch.count > 0 && out->sketch.words == NULL)) return isnad_arena_fail(err, arena, "reuse");
  for (size_t i = 0; i < out->count; i++) {
    uint64_t low = get(&at, KEY_BYTES - 1);
    out->keys[i] = get(&at, 1) << PRINT_SPACE_SHIFT | low;
  }
  return ISNAD_OK;
}
