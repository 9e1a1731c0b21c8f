#include "emit.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

/* ISNAD_<a>_<b>_<c>, in capitals; "-" is called ABSENT. */
static void print_constant(FILE *out, const char *a, const char *b, const char *c) {
  const char *parts[] = {a, b, strcmp(c, "-") == 0 ? "ABSENT" : c};
  fputs("ISNAD", out);
  for (size_t i = 0; i < 3; i++) {
    fputc('_', out);
    for (const char *p = parts[i]; *p != '\0'; p++) fputc(toupper((unsigned char)*p), out);
  }
}

static void print_enum(FILE *out, const schema *s, const column *c) {
  char values[4096];
  if (strlen(c->values) >= sizeof values) abort();
  strcpy(values, c->values);
  fprintf(out, "typedef enum isnad_%s_%s {\n", s->name, c->name);
  for (char *word = strtok(values, " "); word != NULL; word = strtok(NULL, " ")) {
    fputs("  ", out);
    print_constant(out, s->name, c->name, word);
    fputs(",\n", out);
  }
  fputs("  ", out);
  print_constant(out, s->name, c->name, "COUNT");
  fprintf(out, "\n} isnad_%s_%s;\n\n", s->name, c->name);
}

/* The numbers that isnad_phrase.cell takes; none for a table that holds no phrases. */
static void print_cell_numbers(FILE *out, const schema *s) {
  size_t printed = 0;
  for (size_t i = 0; i < s->count; i++) {
    if (s->columns[i].kind != COLUMN_PHRASE && s->columns[i].kind != COLUMN_PHRASES) continue;
    fputs(printed++ == 0 ? "enum {\n  " : ",\n  ", out);
    print_constant(out, s->name, "CELL", s->columns[i].name);
    fprintf(out, " = %zu", i);
  }
  if (printed > 0) fputs("\n};\n\n", out);
}

static void print_struct(FILE *out, const schema *s) {
  for (size_t i = 0; i < s->count; i++)
    if (s->columns[i].kind == COLUMN_ENUM) print_enum(out, s, &s->columns[i]);
  print_cell_numbers(out, s);
  fprintf(out, "typedef struct isnad_%s_row {\n", s->name);
  for (size_t i = 0; i < s->count; i++) {
    const column *c = &s->columns[i];
    if (c->kind == COLUMN_WHY) continue;
    if (c->kind == COLUMN_ENUM)
      fprintf(out, "  isnad_%s_%s %s;\n", s->name, c->name, c->name);
    else if (c->kind == COLUMN_NUMBER)
      fprintf(out, "  unsigned %s;\n", c->name);
    else if (c->kind == COLUMN_WEIGHT)
      fprintf(out, "  double %s;\n", c->name);
    else
      fprintf(out, "  const char *%s;\n", c->name);
  }
  fprintf(out, "} isnad_%s_row;\n\n", s->name);
}

static bool is_text(const column *c, isnad_slice cell) {
  if (c->kind == COLUMN_WHY || c->kind == COLUMN_ENUM || c->kind == COLUMN_NUMBER || c->kind == COLUMN_WEIGHT) return false;
  return !(cell.length == 1 && cell.bytes[0] == '-');
}

static void print_cell(FILE *out, const text_pool *pool, const column *c, isnad_slice cell) {
  if (is_text(c, cell))
    emit_text_place(out, pool, cell);
  else if (c->kind == COLUMN_ENUM)
    fprintf(out, "%d,", tsv_enum_value(c, cell));
  else if (c->kind == COLUMN_NUMBER || c->kind == COLUMN_WEIGHT)
    fprintf(out, "%.*s,", (int)cell.length, cell.bytes);
  else
    fputs("NULL,", out);
}

static void print_texts(FILE *out, text_pool *pool, const tsv *t) {
  for (size_t row = 0; row < t->count; row++)
    for (size_t i = 0; i < t->schema->count; i++)
      if (is_text(&t->schema->columns[i], t->rows[row].cells[i])) emit_text_add(out, pool, t->rows[row].cells[i]);
  emit_text_end(out, pool);
}

static size_t order_column; /* by which rows are compared: qsort hands nothing on */

/* Rows of one key stay in the order of the table. */
static int by_key(const void *a, const void *b) {
  const tsv_row *one = *(const tsv_row *const *)a, *other = *(const tsv_row *const *)b;
  int order = isnad_slice_compare(one->cells[order_column], other->cells[order_column]);
  return order != 0 ? order : (one > other) - (one < other);
}

/* A column by which a row is found by halving. */
static bool is_key(const column *c) { return c->kind == COLUMN_ID || c->kind == COLUMN_KEY; }

static const char *key_name(const column *c) { return c->kind == COLUMN_ID ? "id" : c->name; }

/* The rows of a table in the order of one of its columns. */
static void print_order(FILE *out, const tsv *t, size_t by) {
  const tsv_row **rows = malloc((t->count + 1) * sizeof *rows);
  if (rows == NULL) exit(1);
  for (size_t i = 0; i < t->count; i++) rows[i] = &t->rows[i];
  order_column = by;
  qsort(rows, t->count, sizeof *rows, by_key);
  fprintf(out, "const uint32_t isnad_%s_by_%s[] = {", t->schema->name, key_name(&t->schema->columns[by]));
  for (size_t i = 0; i < t->count; i++) fprintf(out, "%zu,", (size_t)(rows[i] - t->rows));
  fputs("0};\n\n", out);
  free(rows);
}

void emit_rows(FILE *out, isnad_arena *arena, const tsv *t) {
  const schema *s = t->schema;
  text_pool pool;
  if (!emit_text_new(&pool, arena, s->name)) exit(1);
  print_texts(out, &pool, t);
  fprintf(out, "const isnad_%s_row isnad_%s_rows[] = {\n", s->name, s->name);
  for (size_t row = 0; row < t->count; row++) {
    fputs("{", out);
    for (size_t i = 0; i < s->count; i++)
      if (s->columns[i].kind != COLUMN_WHY) print_cell(out, &pool, &s->columns[i], t->rows[row].cells[i]);
    fputs("},\n", out);
  }
  if (t->count == 0) fputs("{0}", out);
  fprintf(out, "};\nstatic const uint32_t %s_lines[] = {", s->name);
  for (size_t row = 0; row < t->count; row++) fprintf(out, "%u,", t->rows[row].line);
  fputs("0};\n\n", out);
  for (size_t i = 0; i < s->count; i++)
    if (is_key(&s->columns[i])) print_order(out, t, i);
}

void emit_header(FILE *out) {
  fputs("/* Made by compile_tables from data/; do not edit. */\n#ifndef ISNAD_TABLES_H\n#define ISNAD_TABLES_H\n\n#include <stddef.h>\n#include "
        "<stdint.h>\n\n",
        out);
  for (size_t i = 0; i < SCHEMA_COUNT; i++) {
    print_struct(out, &schemas[i]);
    fprintf(out, "extern const isnad_%s_row isnad_%s_rows[];\nextern const size_t isnad_%s_count;\n\n", schemas[i].name, schemas[i].name,
            schemas[i].name);
    for (size_t c = 0; c < schemas[i].count; c++)
      if (is_key(&schemas[i].columns[c]))
        fprintf(out, "extern const uint32_t isnad_%s_by_%s[]; /* rows, sorted by it */\n\n", schemas[i].name, key_name(&schemas[i].columns[c]));
  }
  fputs("#endif\n", out);
}

void emit_indexes(FILE *out, const tsv *tables) {
  for (size_t i = 0; i < SCHEMA_COUNT; i++) fprintf(out, "const size_t isnad_%s_count = %zu;\n", schemas[i].name, tables[i].count);
  fputs("const char *const table_files[] = {", out);
  for (size_t i = 0; i < SCHEMA_COUNT; i++)
    fprintf(out, "\"%s\",", strrchr(schemas[i].file, '/') != NULL ? strrchr(schemas[i].file, '/') + 1 : schemas[i].file);
  fputs("};\nconst uint32_t *const table_lines[] = {", out);
  for (size_t i = 0; i < SCHEMA_COUNT; i++) fprintf(out, "%s_lines,", schemas[i].name);
  fputs("};\n", out);
}
