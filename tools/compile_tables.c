/* compile_tables DATA_FOLDER OUT.c OUT.h: reads the tables of data/ and writes them as constant C. Refuses bad rows with file and line; all
 * problems of all tables are told at once. */
#include "emit.h"

#include "isnad/arabic.h"

#include <stdlib.h>
#include <string.h>

static isnad_slice next_phrase(isnad_slice *rest, column_kind kind, bool *more) {
  const char *bar = kind == COLUMN_PHRASES && rest->length > 0 ? memchr(rest->bytes, '|', rest->length) : NULL;
  isnad_slice phrase = {rest->bytes, bar != NULL ? (size_t)(bar - rest->bytes) : rest->length};
  *more = bar != NULL;
  if (bar != NULL) *rest = (isnad_slice){bar + 1, rest->length - phrase.length - 1};
  return phrase;
}

/* Adds the phrases of one cell; a cell of spellings holds several. */
static void add_phrases(trie *tr, tsv *t, unsigned table, unsigned cell, uint32_t row) {
  column_kind kind = t->schema->columns[cell].kind;
  isnad_slice rest = t->rows[row].cells[cell];
  if (rest.length == 0 || (rest.length == 1 && rest.bytes[0] == '-')) return;
  for (bool more = true; more;) {
    isnad_slice phrase = next_phrase(&rest, kind, &more);
    if (trie_add(tr, phrase, table, cell, row)) continue;
    fprintf(stderr, "%s:%u: no word in the phrase \"%.*s\" of column %s, or too many\n", t->path, t->rows[row].line, (int)phrase.length, phrase.bytes,
            t->schema->columns[cell].name);
    t->problems++;
  }
}

static void add_table(trie *tr, tsv *t, unsigned table) {
  for (uint32_t row = 0; row < t->count; row++)
    for (unsigned i = 0; i < t->schema->count; i++)
      if (t->schema->columns[i].kind == COLUMN_PHRASE || t->schema->columns[i].kind == COLUMN_PHRASES) add_phrases(tr, t, table, i, row);
}

static size_t compile(FILE *code, isnad_arena *arena, const char *folder) {
  static tsv tables[SCHEMA_COUNT];
  trie t;
  size_t problems = 0;
  if (!trie_new(&t, arena)) return 1;
  fputs("/* Made by compile_tables from data/; do not edit. */\n#include \"tables.h\"\n#include \"arabic/name_shapes.h\"\n#include "
        "\"arabic/name_sign_table.h\"\n#include "
        "\"arabic/phrase_tables.h\"\n#include \"page/html_words.h\"\n#include \"story/events.h\"\n\n",
        code);
  for (unsigned i = 0; i < SCHEMA_COUNT; i++) {
    tsv_read(&tables[i], arena, folder, &schemas[i]);
    add_table(&t, &tables[i], i);
    problems += tables[i].problems;
  }
  static tsv forms;
  plural_forms plurals;
  map counts;
  problems += read_forms(&forms, &counts, arena, folder);
  problems += emit_plurals(code, &plurals, arena, folder);
  problems += emit_events(code, arena, folder, &forms, &counts, &plurals);
  emit_hints(code, arena, &tables[ISNAD_TABLE_HTML_HINTS]);
  problems += tables[ISNAD_TABLE_HTML_HINTS].problems;
  emit_hashed(code, arena, &tables[ISNAD_TABLE_SEARCH_WORDS], "search_word");
  emit_hashed(code, arena, &tables[ISNAD_TABLE_VOUCH_WORDS], "vouch_word");
  problems += tables[ISNAD_TABLE_SEARCH_WORDS].problems + tables[ISNAD_TABLE_VOUCH_WORDS].problems;
  problems += emit_signs(code, arena, folder);
  if (problems > 0) return problems;
  trie_finish(&t, &counts);
  for (size_t i = 0; i < SCHEMA_COUNT; i++) emit_rows(code, arena, &tables[i]);
  emit_trie(code, &t);
  emit_words(code, &t, &forms, &counts, &plurals);
  emit_shapes(code, arena, tables, &forms);
  emit_indexes(code, tables);
  return 0;
}

/* The header changes with the columns, seldom with the rows: left alone when it says the same, so that a new word does not build everything anew. */
static bool same_as_file(const char *path, const char *text, size_t length) {
  FILE *in = fopen(path, "r");
  bool same = in != NULL;
  for (size_t i = 0; same && i < length; i++) same = fgetc(in) == (unsigned char)text[i];
  same = same && fgetc(in) == EOF;
  if (in != NULL) fclose(in);
  return same;
}

static bool write_header(const char *path) {
  char *text = NULL;
  size_t length = 0;
  FILE *memory = open_memstream(&text, &length);
  if (memory == NULL) return false;
  emit_header(memory);
  bool written = fclose(memory) == 0;
  if (written && !same_as_file(path, text, length)) {
    FILE *out = fopen(path, "w");
    written = out != NULL && fwrite(text, 1, length, out) == length;
    if (out != NULL) written = fclose(out) == 0 && written;
  }
  free(text);
  return written;
}

int main(int argc, char **argv) {
  isnad_arena *arena = NULL;
  if (argc != 4 || isnad_arena_new(&arena, 0) != ISNAD_OK) {
    fprintf(stderr, "usage: compile_tables DATA_FOLDER OUT.c OUT.h\n");
    return 2;
  }
  FILE *code = fopen(argv[2], "w");
  if (code == NULL || !write_header(argv[3])) {
    fprintf(stderr, "compile_tables: cannot write %s and %s\n", argv[2], argv[3]);
    return 2;
  }
  size_t problems = compile(code, arena, argv[1]);
  isnad_arena_free(arena);
  bool written = fclose(code) == 0;
  return !written || problems > 0;
}
