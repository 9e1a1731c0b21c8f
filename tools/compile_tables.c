/* compile_tables DATA_FOLDER OUT.c OUT.h: reads the tables of data/ and writes them as constant C. Refuses bad rows with file and line. */
#include "arabic/phrase_tables.h"
#include "isnad/arabic.h"
#include "trie.h"
#include "tsv.h"

#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static void upper(FILE *out, const char *word) {
  for (; *word != '\0'; word++) fputc(*word == '-' ? '_' : toupper((unsigned char)*word), out);
}

static void print_enum(FILE *out, const schema *s, const column *c) {
  char values[512];
  snprintf(values, sizeof values, "%s", c->values);
  fprintf(out, "typedef enum isnad_%s_%s {\n", s->name, c->name);
  for (char *word = strtok(values, " "); word != NULL; word = strtok(NULL, " ")) {
    fputs("  ISNAD_", out);
    upper(out, s->name);
    fputc('_', out);
    upper(out, c->name);
    fputc('_', out);
    upper(out, strcmp(word, "-") == 0 ? "ABSENT" : word);
    fputs(",\n", out);
  }
  fputs("  ISNAD_", out);
  upper(out, s->name);
  fputc('_', out);
  upper(out, c->name);
  fputs("_COUNT\n", out);
  fprintf(out, "} isnad_%s_%s;\n\n", s->name, c->name);
}

static void print_struct(FILE *out, const schema *s) {
  for (size_t i = 0; i < s->count; i++)
    if (s->columns[i].kind == COLUMN_ENUM) print_enum(out, s, &s->columns[i]);
  fprintf(out, "typedef struct isnad_%s_row {\n", s->name);
  for (size_t i = 0; i < s->count; i++) {
    const column *c = &s->columns[i];
    if (c->kind == COLUMN_WHY) continue;
    if (c->kind == COLUMN_ENUM)
      fprintf(out, "  isnad_%s_%s %s;\n", s->name, c->name, c->name);
    else if (c->kind == COLUMN_NUMBER)
      fprintf(out, "  unsigned %s;\n", c->name);
    else
      fprintf(out, "  const char *%s;\n", c->name);
  }
  fprintf(out, "} isnad_%s_row;\n\n", s->name);
}

static void print_cell(FILE *out, const column *c, isnad_slice cell) {
  if (c->kind == COLUMN_ENUM) {
    fprintf(out, "%d,", tsv_enum_value(c, cell));
  } else if (c->kind == COLUMN_NUMBER) {
    fprintf(out, "%.*s,", (int)cell.length, cell.bytes);
  } else if (cell.length == 1 && cell.bytes[0] == '-') {
    fputs("NULL,", out);
  } else {
    fputc('"', out);
    for (size_t i = 0; i < cell.length; i++) {
      if (cell.bytes[i] == '"' || cell.bytes[i] == '\\') fputc('\\', out);
      fputc(cell.bytes[i], out);
    }
    fputs("\",", out);
  }
}

static void print_rows(FILE *out, const tsv *t) {
  const schema *s = t->schema;
  fprintf(out, "const isnad_%s_row isnad_%s_rows[] = {\n", s->name, s->name);
  for (size_t row = 0; row < t->count; row++) {
    fputs("{", out);
    for (size_t i = 0; i < s->count; i++)
      if (s->columns[i].kind != COLUMN_WHY) print_cell(out, &s->columns[i], t->rows[row].cells[i]);
    fputs("},\n", out);
  }
  if (t->count == 0) fputs("{0}", out);
  fprintf(out, "};\nstatic const uint32_t %s_lines[] = {", s->name);
  for (size_t row = 0; row < t->count; row++) fprintf(out, "%u,", t->rows[row].line);
  fputs("0};\n\n", out);
}

/* Adds the phrases of one cell; a cell of spellings holds several. */
static void add_phrases(trie *tr, tsv *t, unsigned table, unsigned cell, uint32_t row) {
  const column *c = &t->schema->columns[cell];
  isnad_slice rest = t->rows[row].cells[cell];
  if (c->kind == COLUMN_PHRASES && rest.length == 1 && rest.bytes[0] == '-') return;
  while (rest.length > 0) {
    const char *bar = c->kind == COLUMN_PHRASES ? memchr(rest.bytes, '|', rest.length) : NULL;
    isnad_slice phrase = {rest.bytes, bar != NULL ? (size_t)(bar - rest.bytes) : rest.length};
    if (!trie_add(tr, phrase, table, cell, row)) {
      fprintf(stderr, "%s:%u: no word in the phrase: %.*s\n", t->path, t->rows[row].line, (int)phrase.length, phrase.bytes);
      t->problems++;
    }
    size_t taken = phrase.length + (bar != NULL);
    rest = (isnad_slice){rest.bytes + taken, rest.length - taken};
  }
}

static void add_table(trie *tr, tsv *t, unsigned table) {
  for (uint32_t row = 0; row < t->count; row++)
    for (unsigned i = 0; i < t->schema->count; i++)
      if (t->schema->columns[i].kind == COLUMN_PHRASE || t->schema->columns[i].kind == COLUMN_PHRASES) add_phrases(tr, t, table, i, row);
}

static void print_accepts(FILE *out, const trie *t, uint32_t *first_of_node) {
  memset(first_of_node, 0xFF, t->nodes * sizeof *first_of_node);
  fputs("const phrase_accept phrase_accepts[] = {\n", out);
  for (size_t i = 0; i < t->count; i++) {
    const trie_accept *a = &t->accepts[i];
    if (first_of_node[a->node] == UINT32_MAX) first_of_node[a->node] = (uint32_t)i;
    bool last = i + 1 == t->count || t->accepts[i + 1].node != a->node;
    fprintf(out, "{%u,%u,%u,%d},%s", a->row, a->table, a->cell, last, i % 8 == 7 ? "\n" : "");
  }
  fputs("{0,0,0,1}};\n\n", out);
}

static void print_edges(FILE *out, const trie *t, const uint32_t *first_of_node) {
  size_t room = 64;
  while (room < t->edges.count * 2) room *= 2;
  phrase_edge *edges = calloc(room, sizeof *edges);
  if (edges == NULL) exit(1);
  for (size_t i = 0; i < t->edges.room; i++) {
    if (!t->edges.used[i]) continue;
    size_t at = phrase_slot(t->edges.entries[i].key) & (room - 1);
    while (edges[at].node != 0) at = (at + 1) & (room - 1);
    uint32_t node = (uint32_t)t->edges.entries[i].value;
    edges[at] = (phrase_edge){t->edges.entries[i].key, node, first_of_node[node]};
  }
  fprintf(out, "const uint32_t phrase_edge_mask = %zu;\nconst phrase_edge phrase_edges[] = {\n", room - 1);
  for (size_t i = 0; i < room; i++)
    fprintf(out, "{0x%llXu,%u,%uu},%s", (unsigned long long)edges[i].key, edges[i].node, edges[i].accept, i % 4 == 3 ? "\n" : "");
  fputs("};\n\n", out);
  free(edges);
}

static void print_filter(FILE *out, const trie *t) {
  static uint64_t filter[PHRASE_FILTER_WORDS];
  for (size_t i = 0; i < t->edges.room; i++)
    if (t->edges.used[i]) filter[phrase_filter_word(t->edges.entries[i].key)] |= phrase_filter_bit(t->edges.entries[i].key);
  fputs("const uint64_t phrase_filter[] = {\n", out);
  for (size_t i = 0; i < PHRASE_FILTER_WORDS; i++) fprintf(out, "0x%llXu,%s", (unsigned long long)filter[i], i % 8 == 7 ? "\n" : "");
  fputs("};\n\n", out);
}

static void print_trie(FILE *out, const trie *t) {
  uint32_t *first_of_node = malloc(t->nodes * sizeof *first_of_node);
  if (first_of_node == NULL) exit(1);
  print_accepts(out, t, first_of_node);
  print_edges(out, t, first_of_node);
  print_filter(out, t);
  free(first_of_node);
}

/* The counted forms: "form TAB count" lines. */
static size_t print_forms(FILE *out, const char *folder) {
  static const column columns[] = {{"form", COLUMN_TEXT, NULL}, {"count", COLUMN_NUMBER, NULL}};
  static const schema forms = {"forms", "ar/word_forms.tsv", columns, 2};
  isnad_arena *arena = NULL;
  tsv t;
  if (isnad_arena_new(&arena, 0) != ISNAD_OK) exit(1);
  tsv_read(&t, arena, folder, &forms);
  size_t room = 64;
  while (room < t.count * 2) room *= 2;
  uint64_t *hashes = calloc(room, sizeof *hashes);
  isnad_slice *counts = calloc(room, sizeof *counts);
  if (hashes == NULL || counts == NULL) exit(1);
  for (size_t i = 0; i < t.count; i++) {
    uint64_t hash = isnad_token_hash(t.rows[i].cells[0]);
    size_t at = hash & (room - 1);
    while (hashes[at] != 0) at = (at + 1) & (room - 1);
    hashes[at] = hash;
    counts[at] = t.rows[i].cells[1];
  }
  fprintf(out, "const uint32_t form_mask = %zu;\nconst uint64_t form_hashes[] = {\n", room - 1);
  for (size_t i = 0; i < room; i++) fprintf(out, "0x%llXu,%s", (unsigned long long)hashes[i], i % 8 == 7 ? "\n" : "");
  fputs("};\nconst uint32_t form_counts[] = {\n", out);
  for (size_t i = 0; i < room; i++)
    fprintf(out, "%.*s,%s", counts[i].length > 0 ? (int)counts[i].length : 1, counts[i].length > 0 ? counts[i].bytes : "0", i % 16 == 15 ? "\n" : "");
  fputs("};\n\n", out);
  free(hashes);
  free(counts);
  isnad_arena_free(arena);
  return t.problems;
}

static void print_header(FILE *out) {
  fputs("/* Made by compile_tables from data/; do not edit. */\n#ifndef ISNAD_TABLES_H\n#define ISNAD_TABLES_H\n\n#include <stddef.h>\n#include "
        "<stdint.h>\n\n",
        out);
  for (size_t i = 0; i < SCHEMA_COUNT; i++) {
    print_struct(out, &schemas[i]);
    fprintf(out, "extern const isnad_%s_row isnad_%s_rows[];\nextern const size_t isnad_%s_count;\n\n", schemas[i].name, schemas[i].name,
            schemas[i].name);
  }
  fputs("#endif\n", out);
}

static void print_indexes(FILE *out, const tsv *tables) {
  for (size_t i = 0; i < SCHEMA_COUNT; i++) fprintf(out, "const size_t isnad_%s_count = %zu;\n", schemas[i].name, tables[i].count);
  fputs("const char *const table_files[] = {", out);
  for (size_t i = 0; i < SCHEMA_COUNT; i++)
    fprintf(out, "\"%s\",", strrchr(schemas[i].file, '/') != NULL ? strrchr(schemas[i].file, '/') + 1 : schemas[i].file);
  fputs("};\nconst uint32_t *const table_lines[] = {", out);
  for (size_t i = 0; i < SCHEMA_COUNT; i++) fprintf(out, "%s_lines,", schemas[i].name);
  fputs("};\n", out);
}

int main(int argc, char **argv) {
  isnad_arena *arena = NULL;
  trie t;
  tsv tables[SCHEMA_COUNT];
  if (argc != 4 || isnad_arena_new(&arena, 0) != ISNAD_OK || !trie_new(&t, arena)) {
    fprintf(stderr, "usage: compile_tables DATA_FOLDER OUT.c OUT.h\n");
    return 2;
  }
  FILE *code = fopen(argv[2], "w"), *header = fopen(argv[3], "w");
  if (code == NULL || header == NULL) return 2;
  fputs("/* Made by compile_tables from data/; do not edit. */\n#include \"tables.h\"\n#include \"arabic/phrase_tables.h\"\n\n", code);
  size_t problems = 0;
  for (unsigned i = 0; i < SCHEMA_COUNT; i++) {
    tsv_read(&tables[i], arena, argv[1], &schemas[i]);
    if (tables[i].problems == 0) add_table(&t, &tables[i], i);
    problems += tables[i].problems;
    if (tables[i].problems == 0) print_rows(code, &tables[i]);
  }
  trie_finish(&t);
  if (problems == 0) print_trie(code, &t);
  problems += print_forms(code, argv[1]);
  print_header(header);
  print_indexes(code, tables);
  isnad_arena_free(arena);
  return (fclose(code) != 0) | (fclose(header) != 0) | (problems > 0);
}
