/* count_forms LEAST MOST < CORPUS: the folded Arabic words of a corpus with their counts per 100 million words, rounded up, the most frequent first:
 * at most MOST forms, each seen LEAST times or more. The corpus is plain text, or JSON lines whose "title" and "text" are counted.
 * Made data/ar/word_forms.tsv. */
#include "base/json_reader.h"
#include "base/map.h"
#include "isnad/arabic.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const uint64_t SCALE = 100000000;

typedef struct form {
  isnad_slice bytes;
  uint64_t count;
} form;

typedef struct counter {
  isnad_arena *kept; /* the forms */
  isnad_arena *line; /* what one line needs */
  map places;        /* hash -> index in forms, plus 1 */
  form *forms;
  size_t count, room;
  uint64_t words;
} counter;

static void no_memory(void) {
  fprintf(stderr, "count_forms: out of memory\n");
  exit(1);
}

static void count_word(counter *c, isnad_slice word, uint64_t hash) {
  uint64_t *place = map_put(&c->places, hash);
  if (place == NULL) no_memory();
  if (*place == 0) {
    if (c->count == c->room) {
      c->room = c->room == 0 ? 65536 : c->room * 2;
      c->forms = realloc(c->forms, c->room * sizeof *c->forms);
      if (c->forms == NULL) no_memory();
    }
    c->forms[c->count++] = (form){isnad_arena_copy(c->kept, word), 0};
    *place = c->count;
  }
  c->forms[*place - 1].count++;
  c->words++;
}

static void count_text(counter *c, isnad_slice text) {
  isnad_tokens tokens;
  if (isnad_arabic_tokens(&tokens, c->line, text, NULL) != ISNAD_OK) no_memory();
  for (size_t i = 0; i < tokens.count; i++)
    if (tokens.items[i].kind == ISNAD_TOKEN_WORD && (tokens.items[i].flags & ISNAD_TOKEN_ARABIC) != 0)
      count_word(c, isnad_token_form(&tokens, i), tokens.items[i].hash);
}

static bool count_record(counter *c, isnad_slice line) {
  json_reader r = json_reader_new(c->line, line);
  isnad_slice key = {NULL, 0}, value = {NULL, 0};
  json_kind kind;
  bool first = true;
  if (!json_enter(&r, JSON_OBJECT)) return false;
  while (json_next_key(&r, &key, &first)) {
    bool wanted = isnad_slice_equal(key, isnad_slice_of("title")) || isnad_slice_equal(key, isnad_slice_of("text"));
    if (wanted && json_peek(&r, &kind) && kind == JSON_STRING) {
      if (!json_read_string(&r, &value)) return false;
      count_text(c, value);
    } else if (!json_skip(&r)) {
      return false;
    }
  }
  return r.problem == NULL;
}

static bool count_lines(counter *c, FILE *in) {
  char *line = NULL;
  size_t room = 0;
  bool good = true;
  unsigned long number = 0;
  for (ssize_t length = 0; good && (length = getline(&line, &room, in)) > 0;) {
    isnad_slice text = {line, (size_t)length};
    isnad_arena_reset(c->line);
    number++;
    if (line[0] == '{')
      good = count_record(c, text);
    else
      count_text(c, text);
  }
  if (!good) fprintf(stderr, "count_forms: line %lu is no JSON object\n", number);
  free(line);
  return good;
}

static int by_count(const void *a, const void *b) {
  const form *x = a, *y = b;
  if (x->count != y->count) return x->count > y->count ? -1 : 1;
  return isnad_slice_compare(x->bytes, y->bytes);
}

static void print(const counter *c, uint64_t least, size_t most) {
  if (c->count > 0) qsort(c->forms, c->count, sizeof *c->forms, by_count);
  printf("form\tcount\n");
  for (size_t i = 0; i < c->count && i < most && c->forms[i].count >= least; i++)
    printf("%.*s\t%llu\n", (int)c->forms[i].bytes.length, c->forms[i].bytes.bytes,
           (unsigned long long)((c->forms[i].count * SCALE + c->words - 1) / c->words));
}

int main(int argc, char **argv) {
  counter c = {0};
  if (argc != 3) {
    fprintf(stderr, "usage: count_forms LEAST MOST < CORPUS\n");
    return 2;
  }
  if (isnad_arena_new(&c.kept, 0) != ISNAD_OK || isnad_arena_new(&c.line, 0) != ISNAD_OK || !map_new(&c.places, c.kept, 1 << 20)) no_memory();
  bool good = count_lines(&c, stdin);
  if (good) print(&c, strtoull(argv[1], NULL, 10), strtoul(argv[2], NULL, 10));
  fprintf(stderr, "count_forms: %llu words, %zu forms\n", (unsigned long long)c.words, c.count);
  free(c.forms);
  isnad_arena_free(c.line);
  isnad_arena_free(c.kept);
  return good ? 0 : 1;
}
