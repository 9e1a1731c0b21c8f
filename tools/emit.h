/* Writes the compiled tables as C. */
#ifndef ISNAD_TOOLS_EMIT_H
#define ISNAD_TOOLS_EMIT_H

#include "trie.h"
#include "tsv.h"

#include <stdio.h>

/* tables.h: an enum per column of fixed values, the numbers of the phrase columns, a struct per table. */
void emit_header(FILE *out);

/* The texts of a table, each once: add all, end, then tell the place of each as the initializer of a pointer. Texts of equal hash are one. */
typedef struct text_pool {
  const char *name; /* of the table */
  map places;
  size_t arrays, used; /* used: bytes of the last array; 0: it is closed */
} text_pool;

bool emit_text_new(text_pool *out, isnad_arena *arena, const char *name);
void emit_text_add(FILE *out, text_pool *pool, isnad_slice text);
void emit_text_end(FILE *out, text_pool *pool);
void emit_text_place(FILE *out, const text_pool *pool, isnad_slice text);

/* The rows of one table and their source lines. */
void emit_rows(FILE *out, isnad_arena *arena, const tsv *table);

/* How many rows each table has, and where they come from. */
void emit_indexes(FILE *out, const tsv *tables);

/* The phrases of all tables: see arabic/phrase_tables.h. */
void emit_trie(FILE *out, const trie *t);

/* Reads the counted forms, and their counts by hash. Returns how many problems the table has; they were told. */
size_t read_forms(tsv *forms, map *counts, isnad_arena *arena, const char *folder);

/* Words whose stem no rule finds, and their stems: open addressing, 0: free. */
typedef struct plural_forms {
  uint64_t *hashes;
  isnad_slice *stems;
  size_t room;
} plural_forms;

/* Reads them. Returns how many problems the table has; they were told. */
size_t emit_plurals(FILE *out, plural_forms *plurals, isnad_arena *arena, const char *folder);

/* What is known of words: see word_entry in arabic/phrase_tables.h. */
void emit_words(FILE *out, const trie *t, const tsv *forms, const map *counts, const plural_forms *plurals);

/* The kinds of event words: see story/events.h. Returns how many problems the table has; they were told. */
size_t emit_events(FILE *out, isnad_arena *arena, const char *folder, const tsv *forms, const map *counts, const plural_forms *plurals);

/* The words in the first column of a table by their hashes: see arabic/phrase_tables.h. Problems are told and counted in the table. */
void emit_hashed(FILE *out, isnad_arena *arena, tsv *table, const char *name);

/* What names look like: see arabic/name_shapes.h. */
void emit_shapes(FILE *out, isnad_arena *arena, const tsv *tables, const tsv *forms);

/* What the signs of an unknown word weigh: see arabic/name_sign_table.h. Returns how many problems the table has; they were told. */
size_t emit_signs(FILE *out, isnad_arena *arena, const char *folder);

/* The words of html_hints.tsv: see page/html_words.h. Problems are told and counted in the table. */
void emit_hints(FILE *out, isnad_arena *arena, tsv *table);

#endif
