/* golden_notes TESTS_FOLDER [PREFIX]: reads the articles of golden_notes/, in which statements and cited sources are marked by hand
 * (golden_notes/README.md), and compares what isnad reads in them. Prints what is missed, wrong or too much; fails when a measure falls below its
 * bar. */
#include "golden.h"

enum { MOST_CASES = 512, PATH_ROOM = 1024, LEAST_OVERLAP = 50 /* per cent of both together */ };

/* What the last measured build reaches: a change that reads fewer of them has to say why. */
static const double bar_statements = 0.92, bar_speakers = 0.945, bar_sources = 0.94;

typedef struct measure {
  size_t wanted, found, read, extra, right;
} measure;

typedef struct tally {
  measure statements, sources;
  const char *name; /* of the article */
} tally;

/* --- the marks --- */

/* "{?NAME|": a statement, and whose it is. "<?": a source. */
static size_t open_mark(golden_mark *m, isnad_slice raw, size_t at) {
  m->optional = at < raw.length && raw.bytes[at] == '?';
  at += m->optional;
  if (m->opened == '<') return at;
  const char *bar = memchr(raw.bytes + at, '|', raw.length - at);
  if (bar == NULL) return raw.length;
  m->label = (isnad_slice){raw.bytes + at, (size_t)(bar - raw.bytes) - at};
  return (size_t)(bar - raw.bytes) + 1;
}

static bool is_statement(const golden_mark *m) { return m->opened == '{'; }

/* --- one thing read against the marks --- */

/* How much two spans share, in per cent of what they cover together. */
static uint32_t overlap(isnad_span a, isnad_span b) {
  uint32_t begin = a.begin > b.begin ? a.begin : b.begin, end = a.end < b.end ? a.end : b.end;
  uint32_t first = a.begin < b.begin ? a.begin : b.begin, last = a.end > b.end ? a.end : b.end;
  return end > begin ? 100 * (end - begin) / (last - first) : 0;
}

/* The free mark of its sort that shares most with the span; NULL when none shares enough. Any shared letter names the same source. */
static golden_mark *nearest(golden_text *a, isnad_span span, bool statement) {
  golden_mark *best = NULL;
  uint32_t most = statement ? LEAST_OVERLAP : 1;
  for (size_t i = 0; i < a->count; i++) {
    golden_mark *m = &a->marks[i];
    uint32_t shared = is_statement(m) == statement && !m->taken ? overlap(m->span, span) : 0;
    if (shared < most) continue;
    most = shared;
    best = m;
  }
  return best;
}

static void say(const tally *t, const char *what, isnad_slice text, isnad_slice got) {
  printf("%s: %s: %.*s%s%.*s\n", t->name, what, (int)text.length, text.bytes, got.length > 0 ? " | " : "", (int)got.length, got.bytes);
}

static void count_read(tally *t, measure *of, const golden_mark *m, isnad_slice text) {
  bool optional = m != NULL && m->optional;
  of->read += !optional;
  of->found += m != NULL && !optional;
  of->extra += m == NULL;
  if (m == NULL) say(t, "not marked", text, isnad_slice_of(""));
}

/* --- speakers --- */

/* All words of the wanted name stand in the other: a table's fuller name is the same man. */
static bool holds_words(isnad_arena *arena, isnad_slice wanted, isnad_slice name) {
  isnad_tokens a, b;
  if (isnad_arabic_tokens(&a, arena, wanted, NULL) != ISNAD_OK || isnad_arabic_tokens(&b, arena, name, NULL) != ISNAD_OK) return false;
  for (size_t i = 0; i < a.count; i++) {
    size_t k = 0;
    while (k < b.count && b.items[k].hash != a.items[i].hash) k++;
    if (k == b.count && a.items[i].kind == ISNAD_TOKEN_WORD) return false;
  }
  return name.length > 0;
}

/* "SPELLING/SPELLING": one of them is told, by the table's name or as the article writes it. */
static bool is_speaker(isnad_arena *arena, isnad_slice wanted, const isnad_quote_note *q, isnad_slice text) {
  for (size_t at = 0; at <= wanted.length;) {
    const char *bar = memchr(wanted.bytes + at, '/', wanted.length - at);
    isnad_slice one = {wanted.bytes + at, (bar != NULL ? (size_t)(bar - wanted.bytes) : wanted.length) - at};
    if (isnad_slice_equal(one, isnad_slice_of("*")) || holds_words(arena, one, q->canonical) || holds_words(arena, one, q->full) ||
        holds_words(arena, one, isnad_slice_at(text, q->speaker)))
      return true;
    at += one.length + 1;
  }
  return false;
}

static void check_speaker(tally *t, isnad_arena *arena, const golden_mark *m, const isnad_quote_note *q, isnad_slice text) {
  bool right = is_speaker(arena, m->label, q, text);
  t->statements.right += right;
  if (!right) say(t, "speaker", m->label, q->canonical);
}

/* --- the articles --- */

static void compare(tally *t, isnad_arena *arena, golden_text *wanted, const isnad_record *r) {
  for (size_t i = 0; i < r->article_count; i++) {
    const isnad_article *a = &r->articles[i];
    for (size_t k = 0; k < a->quote_count; k++) {
      golden_mark *m = nearest(wanted, a->quotes[k].span, true);
      count_read(t, &t->statements, m, isnad_slice_at(r->page.text, a->quotes[k].span));
      if (m != NULL && !m->optional) check_speaker(t, arena, m, &a->quotes[k], r->page.text);
      if (m != NULL) m->taken = true;
    }
    for (size_t k = 0; k < a->source_count; k++) {
      golden_mark *m = nearest(wanted, a->sources[k].named.span, false);
      if (m == NULL && a->sources[k].kind != ISNAD_SOURCE_AGENCY && a->sources[k].kind != ISNAD_SOURCE_OUTLET) continue; /* not all are marked */
      count_read(t, &t->sources, m, isnad_slice_at(r->page.text, a->sources[k].named.span));
      if (m != NULL) m->taken = true;
    }
  }
  for (size_t i = 0; i < wanted->count; i++) {
    const golden_mark *m = &wanted->marks[i];
    if (m->optional) continue;
    (is_statement(m) ? &t->statements : &t->sources)->wanted++;
    if (!m->taken) say(t, is_statement(m) ? "statement missed" : "source missed", isnad_slice_at(wanted->text, m->span), isnad_slice_of(""));
  }
}

static bool run_case(tally *t, const char *path) {
  isnad_arena *arena = NULL;
  isnad_record record;
  isnad_err err = {0};
  if (isnad_arena_new(&arena, 0) != ISNAD_OK) return false;
  golden_text *wanted = isnad_arena_alloc(arena, sizeof *wanted);
  memset(wanted, 0, sizeof *wanted);
  bool good = golden_marked(wanted, arena, golden_file(arena, path), "{<", open_mark) && wanted->count > 0;
  isnad_input input = {.path = isnad_slice_of("article.txt"), .bytes = wanted->text};
  good = good && isnad_read(&record, arena, &input, &err) == ISNAD_OK;
  if (good)
    compare(t, arena, wanted, &record);
  else
    printf("%s: marks that do not pair, or unread: %s\n", t->name, err.message);
  isnad_arena_free(arena);
  return good;
}

static double f1(const measure *m) { return m->wanted + m->read > 0 ? 2.0 * (double)m->found / (double)(m->wanted + m->read) : 0; }

int main(int argc, char **argv) {
  char folder[PATH_ROOM], path[2 * PATH_ROOM], *names[MOST_CASES];
  size_t count = 0, failed = 0;
  tally t = {0};
  if (argc < 2) return 2;
  snprintf(folder, sizeof folder, "%s/golden_notes", argv[1]);
  count = golden_cases(folder, names, MOST_CASES);
  for (size_t i = 0; i < count; i++) {
    snprintf(path, sizeof path, "%s/%s", folder, names[i]);
    t.name = names[i];
    if (argc < 3 || strncmp(names[i], argv[2], strlen(argv[2])) == 0) failed += !run_case(&t, path);
  }
  double speakers = t.statements.found > 0 ? (double)t.statements.right / (double)t.statements.found : 0;
  failed += (size_t)(f1(&t.statements) < bar_statements) + (size_t)(speakers < bar_speakers) + (size_t)(f1(&t.sources) < bar_sources);
  printf("%zu articles: statements F1 %.3f (%zu of %zu, %zu too many), speakers %.3f (%zu wrong), sources F1 %.3f (%zu of %zu, %zu too many)\n",
         count, f1(&t.statements), t.statements.found, t.statements.wanted, t.statements.extra, speakers, t.statements.found - t.statements.right,
         f1(&t.sources), t.sources.found, t.sources.wanted, t.sources.extra);
  printf("%zu passed, %zu failed\n", t.statements.right + t.sources.found, failed);
  for (size_t i = 0; i < count; i++) free(names[i]);
  return failed == 0 && count > 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
