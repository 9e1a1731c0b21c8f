/* name_words FILE: every word of the articles in FILE (form feeds between them) that may be a name by its letters, one a line, to fit the weights of
 * data/ar/name_signs.tsv on (docs/NAMES.md). Six columns: what the rules take it for (P person, L place, B body, F facility, X another name, O none),
 * the article, the bytes it stands at (two columns), the word, and its signs. Words that the model itself took for a name are left out, and so are
 * words that a table explains as something else: what is learned is to tell names that a table knows, met as if it did not, from words that are none.
 */
#include "bench.h"

#include "note/names/name_likely.h"

#include <string.h>

static void print_sign(void *none, isnad_slice sign) {
  (void)none;
  printf("%.*s ", (int)sign.length, sign.bytes);
}

/* The shortest name over the word; NULL: none. */
static const isnad_name_note *name_over(const note_scan *s, isnad_span span) {
  const isnad_name_note *best = NULL;
  for (size_t i = 0; i < s->name_count; i++) {
    const isnad_name_note *n = &s->names[i];
    if (n->form != ISNAD_FORM_NAME || n->span.begin >= span.end || n->span.end <= span.begin) continue;
    if (best == NULL || n->span.end - n->span.begin <= best->span.end - best->span.begin) best = n;
  }
  return best;
}

static char label_of(const isnad_name_note *name) {
  if (name == NULL) return 'O';
  switch (name->type) {
  case ISNAD_NAME_PERSON:
    return 'P';
  case ISNAD_NAME_PLACE:
    return 'L';
  case ISNAD_NAME_FACILITY:
    return 'F';
  case ISNAD_NAME_ORGANIZATION:
  case ISNAD_NAME_OUTLET:
    return 'B';
  default:
    return 'X';
  }
}

/* A word beside the question: of another table where it is no name, the noun or title of a name where it is in one. */
static bool is_beside(const name_finder *f, const note_unit *u, size_t at, bool named) {
  enum { NOUN = 1u << ISNAD_TABLE_ORG_HEADS | 1u << ISNAD_TABLE_PLACE_HEADS | 1u << ISNAD_TABLE_TITLES | 1u << ISNAD_TABLE_STOPS };
  return named ? name_has_table(u, at, NOUN) : u->tables[at - u->first] != 0 && !name_is_unknown(f, u, at);
}

static void print_words(const note_scan *s, name_finder *f, name_asked *asked, size_t count, size_t article) {
  for (size_t i = 0; i < count; i++) {
    name_asked *a = &asked[i];
    isnad_span span = f->tokens[a->at].span;
    const isnad_name_note *name = name_over(s, span);
    if (name_answer_at(f, a->u, a->at) == NAME_LIKELY || is_beside(f, a->u, a->at, name != NULL)) continue;
    a->hide = true;
    a->occurrences = 0;
    for (size_t k = 0; k < count; k++) a->occurrences += isnad_slice_equal(a->word, asked[k].word);
    printf("%c\t%zu\t%u\t%u\t%.*s\t", label_of(name), article, span.begin, span.end, (int)a->word.length, a->word.bytes);
    name_read_signs(a, print_sign, NULL);
    printf("\n");
  }
}

static bool read_article(isnad_arena *arena, isnad_slice text, size_t number) {
  static void (*const stages[])(note_scan *) = {note_units, note_times, note_figures, note_citations, note_names};
  isnad_page page = {.text = text};
  isnad_span body = {0, (uint32_t)text.length};
  isnad_article article = {.body = &body, .body_count = 1};
  note_scan s = {.arena = arena, .page = &page, .article = &article};
  if (isnad_arabic_tokens(&page.tokens, arena, text, NULL) != ISNAD_OK) return false;
  for (size_t i = 0; i < sizeof stages / sizeof stages[0]; i++) stages[i](&s);
  name_finder f = {.s = &s, .tokens = page.tokens.items, .likely = isnad_arena_array(arena, s.unit_count + 1, sizeof *f.likely)};
  name_asked *asked = isnad_arena_array(arena, page.tokens.count + 1, sizeof *asked);
  size_t count = 0;
  if (s.failed || f.likely == NULL || asked == NULL) return false;
  name_ask(&f);
  for (size_t i = 0; i < s.unit_count; i++)
    for (size_t at = s.units[i].first; at < s.units[i].last; at++) count += name_may_ask(&asked[count], &f, &s.units[i], at);
  print_words(&s, &f, asked, count, number);
  return !s.failed;
}

int main(int argc, char **argv) {
  isnad_arena *arena = NULL;
  isnad_slice text;
  if (argc < 2 || isnad_arena_new(&arena, 0) != ISNAD_OK) return 2;
  text.bytes = bench_file(argv[1], &text.length);
  for (size_t at = 0, number = 0, length = 0; at < text.length; at += length + 1, number++) {
    const char *end = memchr(text.bytes + at, '\f', text.length - at);
    length = end != NULL ? (size_t)(end - text.bytes) - at : text.length - at;
    isnad_arena_reset(arena);
    if (!read_article(arena, (isnad_slice){text.bytes + at, length}, number)) return 1;
  }
  isnad_arena_free(arena);
  free((void *)(uintptr_t)text.bytes);
  return 0;
}
