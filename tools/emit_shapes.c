/* What names look like: log odds of runs of three letters in the names of persons against the frequent words of news, counted from the tables
 * themselves (a naive Bayes classifier of character n-grams, as in Cavnar & Trenkle 1994; Laplace smoothing). */
#include "emit.h"

#include "arabic/name_shapes.h"
#include "isnad/arabic.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

static const double SMOOTHING = 0.5, SCALE = 8.0;

typedef struct shapes {
  double names[NAME_SHAPES], words[NAME_SHAPES];
  double all_names, all_words;
} shapes;

static void count_word(double *counts, double *all, isnad_slice word, double weight) {
  size_t cells[NAME_SHAPE_LONGEST];
  size_t count = name_shape_cells(cells, word);
  for (size_t i = 0; i < count; i++) counts[cells[i]] += weight;
  *all += (double)count * weight;
}

static bool has_article(isnad_slice word) { return word.length > 4 && memcmp(word.bytes, "\xD8\xA7\xD9\x84", 4) == 0; }

static void count_phrases(shapes *s, isnad_arena *arena, isnad_slice cell) {
  isnad_tokens tokens;
  if (isnad_arabic_tokens(&tokens, arena, cell, NULL) != ISNAD_OK) exit(1);
  for (size_t i = 0; i < tokens.count; i++) {
    isnad_slice form = isnad_token_form(&tokens, i);
    if (tokens.items[i].kind == ISNAD_TOKEN_WORD && !has_article(form)) count_word(s->names, &s->all_names, form, 1);
  }
}

static void count_table(shapes *s, isnad_arena *arena, const tsv *t) {
  for (size_t row = 0; row < t->count; row++)
    for (size_t i = 0; i < t->schema->count; i++)
      if (t->schema->columns[i].kind == COLUMN_PHRASE || t->schema->columns[i].kind == COLUMN_PHRASES) count_phrases(s, arena, t->rows[row].cells[i]);
}

/* A word counts by the logarithm of how often it is seen: the rare ones are often names themselves. */
static void count_forms(shapes *s, const tsv *forms) {
  for (size_t i = 0; i < forms->count; i++) {
    double seen = strtod(forms->rows[i].cells[1].bytes, NULL);
    count_word(s->words, &s->all_words, forms->rows[i].cells[0], log(1 + seen / 100));
  }
}

static int odds(const shapes *s, size_t i) {
  double name = (s->names[i] + SMOOTHING) / (s->all_names + SMOOTHING * NAME_SHAPES);
  double word = (s->words[i] + SMOOTHING) / (s->all_words + SMOOTHING * NAME_SHAPES);
  double scaled = SCALE * log2(name / word);
  return scaled > INT8_MAX ? INT8_MAX : scaled < -INT8_MAX ? -INT8_MAX : (int)lround(scaled);
}

void emit_shapes(FILE *out, isnad_arena *arena, const tsv *tables, const tsv *forms) {
  shapes *s = isnad_arena_alloc(arena, sizeof *s);
  if (s == NULL) exit(1);
  for (size_t i = 0; i < SCHEMA_COUNT; i++)
    if (i == ISNAD_TABLE_GIVEN_NAMES || i == ISNAD_TABLE_FAMILY_NAMES || i == ISNAD_TABLE_PEOPLE) count_table(s, arena, &tables[i]);
  count_forms(s, forms);
  fprintf(out, "const signed char name_shapes[%d] = {\n", NAME_SHAPES);
  for (size_t i = 0; i < NAME_SHAPES; i++) fprintf(out, "%d,%s", odds(s, i), i % 32 == 31 ? "\n" : "");
  fputs("};\n\n", out);
}
