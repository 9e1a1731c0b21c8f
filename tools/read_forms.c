#include "emit.h"

#include "isnad/arabic.h"

#include <stdlib.h>

static const column columns[] = {{"form", COLUMN_TEXT, NULL}, {"count", COLUMN_NUMBER, NULL}};
static const schema forms_schema = {"forms", "ar/word_forms.tsv", columns, 2};

static void tell(tsv *t, size_t row, const char *why) {
  isnad_slice form = t->rows[row].cells[0];
  fprintf(stderr, "%s:%u: %s: %.*s\n", t->path, t->rows[row].line, why, (int)form.length, form.bytes);
  t->problems++;
}

static uint32_t count_of(const tsv_row *row) { return (uint32_t)strtoul(row->cells[1].bytes, NULL, 10); }

/* A form must be what folding gives, else nothing would ever find it. */
static bool is_folded_word(isnad_arena *arena, isnad_slice form) {
  isnad_tokens tokens;
  if (isnad_arabic_tokens(&tokens, arena, form, NULL) != ISNAD_OK || tokens.count != 1) return false;
  return (tokens.items[0].flags & ISNAD_TOKEN_ARABIC) != 0 && isnad_slice_equal(isnad_token_form(&tokens, 0), form);
}

/* False when the form was put before. */
static bool put(map *counts, isnad_slice form, uint32_t count) {
  uint64_t *value = map_put(counts, isnad_token_hash(form));
  if (value == NULL) exit(1);
  if (*value != 0) return false;
  *value = count;
  return true;
}

size_t read_forms(tsv *t, map *counts, isnad_arena *arena, const char *folder) {
  tsv_read(t, arena, folder, &forms_schema);
  if (!map_new(counts, arena, t->count * 2)) exit(1);
  for (size_t i = 0; i < t->count; i++) {
    uint32_t count = count_of(&t->rows[i]);
    if (!is_folded_word(arena, t->rows[i].cells[0])) tell(t, i, "not an Arabic word in its folded form");
    if (count == 0) tell(t, i, "a form that was never seen");
    if (i > 0 && count > count_of(&t->rows[i - 1])) tell(t, i, "counts must fall");
    if (!put(counts, t->rows[i].cells[0], count)) tell(t, i, "the form stands twice");
  }
  return t->problems;
}
