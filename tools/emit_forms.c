#include "emit.h"

#include "isnad/arabic.h"

#include <stdlib.h>
#include <string.h>

static const column columns[] = {{"form", COLUMN_TEXT, NULL}, {"count", COLUMN_NUMBER, NULL}};
static const schema forms_schema = {"forms", "ar/word_forms.tsv", columns, 2};

typedef struct forms {
  uint64_t *hashes; /* open addressing, 0: free */
  uint32_t *counts;
  size_t room;
} forms;

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

static bool put(forms *f, isnad_slice form, uint32_t count) {
  uint64_t hash = isnad_token_hash(form);
  size_t at = hash & (f->room - 1);
  for (; f->hashes[at] != 0; at = (at + 1) & (f->room - 1))
    if (f->hashes[at] == hash) return false;
  f->hashes[at] = hash;
  f->counts[at] = count;
  return true;
}

static void fill(forms *f, isnad_arena *arena, tsv *t) {
  for (size_t i = 0; i < t->count; i++) {
    if (!is_folded_word(arena, t->rows[i].cells[0])) tell(t, i, "not an Arabic word in its folded form");
    if (i > 0 && count_of(&t->rows[i]) > count_of(&t->rows[i - 1])) tell(t, i, "counts must fall");
    if (!put(f, t->rows[i].cells[0], count_of(&t->rows[i]))) tell(t, i, "the form stands twice");
  }
}

static void print_forms(FILE *out, const forms *f) {
  fprintf(out, "const uint32_t form_mask = %zu;\nconst uint64_t form_hashes[] = {\n", f->room - 1);
  for (size_t i = 0; i < f->room; i++) fprintf(out, "0x%llXu,%s", (unsigned long long)f->hashes[i], i % 8 == 7 ? "\n" : "");
  fputs("};\nconst uint32_t form_counts[] = {\n", out);
  for (size_t i = 0; i < f->room; i++) fprintf(out, "%u,%s", f->counts[i], i % 16 == 15 ? "\n" : "");
  fputs("};\n\n", out);
}

size_t emit_forms(FILE *out, tsv *t, isnad_arena *arena, const char *folder) {
  forms f = {.room = 64};
  tsv_read(t, arena, folder, &forms_schema);
  while (f.room < t->count * 2) f.room *= 2;
  f.hashes = isnad_arena_array(arena, f.room, sizeof *f.hashes);
  f.counts = isnad_arena_array(arena, f.room, sizeof *f.counts);
  if (f.hashes == NULL || f.counts == NULL) exit(1);
  fill(&f, arena, t);
  print_forms(out, &f);
  return t->problems;
}
