/* A table of words by hash: data/ar/search_words.tsv, which every word of an article is looked up in, and data/ar/vouch_words.tsv. */
#include "emit.h"

#include "isnad/arabic.h"

#include <stdlib.h>

typedef struct search_words {
  uint64_t *hashes; /* open addressing, 0: free */
  uint32_t *rows;
  size_t room;
} search_words;

static void tell(tsv *t, size_t row, const char *why) {
  isnad_slice form = t->rows[row].cells[0];
  fprintf(stderr, "%s:%u: %s: %.*s\n", t->path, t->rows[row].line, why, (int)form.length, form.bytes);
  t->problems++;
}

static void put(search_words *w, isnad_arena *arena, tsv *t, size_t row) {
  isnad_tokens tokens;
  isnad_slice form = t->rows[row].cells[0];
  if (isnad_arabic_tokens(&tokens, arena, form, NULL) != ISNAD_OK || tokens.count != 1 || !isnad_slice_equal(isnad_token_form(&tokens, 0), form)) {
    tell(t, row, "not one word in its folded form");
    return;
  }
  uint64_t hash = tokens.items[0].hash;
  size_t at = hash & (w->room - 1);
  for (; w->hashes[at] != 0; at = (at + 1) & (w->room - 1)) {
    if (w->hashes[at] != hash) continue;
    tell(t, row, "the form stands twice");
    return;
  }
  w->hashes[at] = hash;
  w->rows[at] = (uint32_t)row;
}

void emit_hashed(FILE *out, isnad_arena *arena, tsv *t, const char *name) {
  search_words w = {.room = 64};
  while (w.room < t->count * 4) w.room *= 2;
  w.hashes = isnad_arena_array(arena, w.room, sizeof *w.hashes);
  w.rows = isnad_arena_array(arena, w.room, sizeof *w.rows);
  if (w.hashes == NULL || w.rows == NULL) exit(1);
  for (size_t i = 0; i < t->count; i++) put(&w, arena, t, i);
  fprintf(out, "const uint32_t %s_mask = %zuu;\nconst uint64_t %s_hashes[] = {\n", name, w.room - 1, name);
  for (size_t i = 0; i < w.room; i++) fprintf(out, "0x%llXu,%s", (unsigned long long)w.hashes[i], i % 6 == 5 ? "\n" : "");
  fprintf(out, "};\nconst uint32_t %s_rows[] = {\n", name);
  for (size_t i = 0; i < w.room; i++) fprintf(out, "%uu,%s", w.rows[i], i % 16 == 15 ? "\n" : "");
  fputs("};\n\n", out);
}
