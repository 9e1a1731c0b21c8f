#include "emit.h"

#include "isnad/arabic.h"

#include <stdlib.h>
#include <string.h>

static const column columns[] = {{"singular", COLUMN_TEXT, NULL}, {"plurals", COLUMN_TEXT, NULL}, {"why", COLUMN_WHY, NULL}};
static const schema plurals_schema = {"plurals", "ar/plurals.tsv", columns, 3};

static void tell(tsv *t, size_t row, const char *why, isnad_slice form) {
  fprintf(stderr, "%s:%u: %s: %.*s\n", t->path, t->rows[row].line, why, (int)form.length, form.bytes);
  t->problems++;
}

/* The folded form of a single word; empty when it is not one. */
static isnad_slice fold_word(isnad_arena *arena, isnad_slice cell) {
  isnad_tokens tokens;
  if (isnad_arabic_tokens(&tokens, arena, cell, NULL) != ISNAD_OK || tokens.count != 1) return (isnad_slice){NULL, 0};
  return (tokens.items[0].flags & ISNAD_TOKEN_ARABIC) != 0 ? isnad_token_form(&tokens, 0) : (isnad_slice){NULL, 0};
}

static bool put(plural_forms *p, isnad_slice form, isnad_slice stem) {
  uint64_t hash = isnad_token_hash(form);
  size_t at = hash & (p->room - 1);
  for (; p->hashes[at] != 0; at = (at + 1) & (p->room - 1))
    if (p->hashes[at] == hash) return false;
  p->hashes[at] = hash;
  p->stems[at] = stem;
  return true;
}

static void fill_row(plural_forms *p, isnad_arena *arena, tsv *t, size_t row) {
  isnad_slice singular = t->rows[row].cells[0], rest = t->rows[row].cells[1], stem = fold_word(arena, singular);
  if (stem.length == 0) tell(t, row, "not one Arabic word", singular);
  while (rest.length > 0) {
    const char *bar = memchr(rest.bytes, '|', rest.length);
    isnad_slice form = {rest.bytes, bar != NULL ? (size_t)(bar - rest.bytes) : rest.length};
    size_t used = bar != NULL ? form.length + 1 : form.length;
    isnad_slice folded = fold_word(arena, form);
    rest = (isnad_slice){rest.bytes + used, rest.length - used};
    if (folded.length == 0)
      tell(t, row, "not one Arabic word", form);
    else if (!put(p, folded, stem))
      tell(t, row, "the form stands twice", form);
  }
}

/* A singular is its own stem, unless it is another word's plural. */
static void keep_singular(plural_forms *p, isnad_arena *arena, tsv *t, size_t row) {
  isnad_slice stem = fold_word(arena, t->rows[row].cells[0]);
  if (stem.length > 0) put(p, stem, stem);
}

static void print_plurals(FILE *out, const plural_forms *p) {
  fprintf(out, "const uint32_t plural_mask = %zu;\nconst uint64_t plural_hashes[] = {\n", p->room - 1);
  for (size_t i = 0; i < p->room; i++) fprintf(out, "0x%llXu,%s", (unsigned long long)p->hashes[i], i % 8 == 7 ? "\n" : "");
  fputs("};\nconst char *const plural_stems[] = {\n", out);
  for (size_t i = 0; i < p->room; i++) {
    if (p->hashes[i] == 0)
      fputs("0,", out);
    else
      fprintf(out, "\"%.*s\",", (int)p->stems[i].length, p->stems[i].bytes);
    if (i % 8 == 7) fputc('\n', out);
  }
  fputs("};\n\n", out);
}

size_t emit_plurals(FILE *out, plural_forms *p, isnad_arena *arena, const char *folder) {
  static tsv t;
  tsv_read(&t, arena, folder, &plurals_schema);
  p->room = 64;
  while (p->room < t.count * 12) p->room *= 2;
  p->hashes = isnad_arena_array(arena, p->room, sizeof *p->hashes);
  p->stems = isnad_arena_array(arena, p->room, sizeof *p->stems);
  if (p->hashes == NULL || p->stems == NULL) exit(1);
  for (size_t i = 0; i < t.count; i++) fill_row(p, arena, &t, i);
  for (size_t i = 0; i < t.count; i++) keep_singular(p, arena, &t, i);
  print_plurals(out, p);
  return t.problems;
}
