/* data/html_hints.tsv as a table of hashes that grows no slower with its length: see page/html_words.h. */
#include "emit.h"

#include "page/html_words.h"

#include <stdlib.h>
#include <string.h>

enum { WORDS_CELL = 0, KIND_CELL = 1 };

typedef struct hints {
  uint32_t *hashes, *kinds;
  size_t room, count;
} hints;

static void put(hints *h, uint32_t hash, uint32_t kind) {
  size_t at = hash & (h->room - 1);
  while (h->hashes[at] != 0 && h->hashes[at] != hash) at = (at + 1) & (h->room - 1);
  h->hashes[at] = hash;
  h->kinds[at] |= 1u << kind;
}

static bool put_words(hints *h, isnad_slice words, uint32_t kind) {
  uint32_t first = 0, second = 0;
  size_t at = 0;
  if (!hint_next_word(words.bytes, words.length, &at, &first)) return false;
  bool pair = hint_next_word(words.bytes, words.length, &at, &second);
  put(h, pair ? hint_pair(first, second) : first, kind);
  return true;
}

static isnad_slice next_words(isnad_slice *rest) {
  const char *bar = memchr(rest->bytes, '|', rest->length);
  isnad_slice words = {rest->bytes, bar != NULL ? (size_t)(bar - rest->bytes) : rest->length};
  size_t taken = words.length + (bar != NULL);
  *rest = (isnad_slice){rest->bytes + taken, rest->length - taken};
  return words;
}

static void fill(hints *h, tsv *t) {
  for (size_t row = 0; row < t->count; row++) {
    isnad_slice rest = t->rows[row].cells[WORDS_CELL];
    uint32_t kind = (uint32_t)tsv_enum_value(&t->schema->columns[KIND_CELL], t->rows[row].cells[KIND_CELL]);
    while (rest.length > 0) {
      if (put_words(h, next_words(&rest), kind)) continue;
      fprintf(stderr, "%s:%u: no word between two bars\n", t->path, t->rows[row].line);
      t->problems++;
    }
  }
}

static size_t count_words(const tsv *t) {
  size_t count = t->count;
  for (size_t row = 0; row < t->count; row++)
    for (size_t i = 0; i < t->rows[row].cells[WORDS_CELL].length; i++) count += t->rows[row].cells[WORDS_CELL].bytes[i] == '|';
  return count;
}

static void print_numbers(FILE *out, const char *name, const uint32_t *numbers, size_t count) {
  fprintf(out, "const uint32_t %s[] = {\n", name);
  for (size_t i = 0; i < count; i++) fprintf(out, "%uu,%s", numbers[i], i % 12 == 11 ? "\n" : "");
  fputs("};\n", out);
}

void emit_hints(FILE *out, isnad_arena *arena, tsv *t) {
  hints h = {.room = 64};
  while (h.room < count_words(t) * 4) h.room *= 2;
  h.hashes = isnad_arena_array(arena, h.room, sizeof *h.hashes);
  h.kinds = isnad_arena_array(arena, h.room, sizeof *h.kinds);
  if (h.hashes == NULL || h.kinds == NULL) exit(1);
  fill(&h, t);
  fprintf(out, "const uint32_t hint_mask = %zuu;\n", h.room - 1);
  print_numbers(out, "hint_hashes", h.hashes, h.room);
  print_numbers(out, "hint_kinds", h.kinds, h.room);
}
