/* How fast the search answers and indexes, and what it finds beside others.
 *
 *   bench_search ask STORE CASES        the queries of CASES (tests/cases/search.tsv) and the commonest words of the store, each several times
 *   bench_search index FILE...          the first 10,000 captures into FTS5 with the tokenizers unicode61, isnad and (where libstemmer is) Snowball
 *   bench_search recall CASES FILE...   the rows of CASES that are words or quotations, over the captures: what each tokenizer finds
 */
#include "bench.h"

#include "isnad/isnad.h"
#include "store/sql.h"
#include "store/tokenizer.h"

#include <string.h>

#ifdef HAVE_STEMMER
#include <libstemmer.h>
#endif

enum { MOST_TEXTS = 10000, REPEATS = 5, MOST_TIMES = 100000, CELLS = 4 };

/* --- texts and tables --- */

typedef struct texts {
  isnad_arena *arena;
  isnad_slice *items, *labels;
  size_t count, bytes;
} texts;

static bool take(void *context, const isnad_result *result) {
  texts *t = context;
  if (result->status != ISNAD_OK) return true;
  t->items[t->count] = isnad_arena_copy(t->arena, result->record.page.text);
  t->labels[t->count] = isnad_arena_copy(t->arena, result->record.capture.id);
  t->bytes += t->items[t->count++].length;
  return t->count < MOST_TEXTS;
}

static void read_texts(texts *t, char **paths, int count) {
  isnad_run run = {.threads = 1, .take = take, .context = t};
  if (isnad_arena_new(&t->arena, 0) != ISNAD_OK) exit(2);
  t->items = isnad_arena_array(t->arena, MOST_TEXTS, sizeof *t->items);
  t->labels = isnad_arena_array(t->arena, MOST_TEXTS, sizeof *t->labels);
  isnad_status status = isnad_read_all((const char *const *)paths, (size_t)count, &run, NULL);
  if (status != ISNAD_OK && status != ISNAD_CANCELLED) exit(2);
}

static isnad_slice cut(isnad_slice *rest, char at) {
  const char *end = rest->length > 0 ? memchr(rest->bytes, at, rest->length) : NULL;
  isnad_slice piece = {rest->bytes, end != NULL ? (size_t)(end - rest->bytes) : rest->length};
  size_t taken = piece.length + (end != NULL);
  *rest = (isnad_slice){rest->bytes + taken, rest->length - taken};
  return piece;
}

/* The next row of a table of cases; false: no more. */
static bool next_row(isnad_slice cells[CELLS], isnad_slice *rest) {
  while (rest->length > 0) {
    isnad_slice line = cut(rest, '\n');
    if (line.length == 0 || line.bytes[0] == '#' || isnad_slice_starts(line, isnad_slice_of("query\t"))) continue;
    for (size_t i = 0; i < CELLS; i++) cells[i] = cut(&line, '\t');
    return true;
  }
  return false;
}

/* --- Snowball behind unicode61 --- */

#ifdef HAVE_STEMMER
typedef struct snowball {
  Fts5Tokenizer *base;
  fts5_tokenizer methods;
  struct sb_stemmer *stemmer;
  void *context;
  int (*take)(void *, int, const char *, int, int, int);
} snowball;

static int snowball_create(void *api, const char **arguments, int count, Fts5Tokenizer **out) {
  snowball *s = calloc(1, sizeof *s);
  void *base = NULL;
  (void)arguments;
  (void)count;
  if (s == NULL) return SQLITE_NOMEM;
  s->stemmer = sb_stemmer_new("arabic", "UTF_8");
  ((fts5_api *)api)->xFindTokenizer(api, "unicode61", &base, &s->methods);
  s->methods.xCreate(base, NULL, 0, &s->base);
  *out = (Fts5Tokenizer *)s;
  return SQLITE_OK;
}

static void snowball_delete(Fts5Tokenizer *t) {
  snowball *s = (snowball *)t;
  s->methods.xDelete(s->base);
  sb_stemmer_delete(s->stemmer);
  free(s);
}

static int snowball_take(void *context, int flags, const char *word, int length, int begin, int end) {
  snowball *s = context;
  const sb_symbol *stem = sb_stemmer_stem(s->stemmer, (const sb_symbol *)word, length);
  return s->take(s->context, flags, (const char *)stem, sb_stemmer_length(s->stemmer), begin, end);
}

static int snowball_tokenize(Fts5Tokenizer *t, void *context, int flags, const char *text, int length,
                             int (*take_term)(void *, int, const char *, int, int, int)) {
  snowball *s = (snowball *)t;
  s->context = context;
  s->take = take_term;
  return s->methods.xTokenize(s->base, s, flags, text, length, snowball_take);
}
#endif

static const char *const tokenizers[] = {"unicode61", "isnad",
#ifdef HAVE_STEMMER
                                         "snowball"
#endif
};
enum { TOKENIZERS = sizeof tokenizers / sizeof tokenizers[0] };

static sqlite3 *new_table(const char *tokenizer) {
  sqlite3 *db = NULL;
  char sql[128];
  if (sqlite3_open(":memory:", &db) != SQLITE_OK || tokenizer_register(db) != SQLITE_OK) exit(2);
#ifdef HAVE_STEMMER
  fts5_tokenizer methods = {snowball_create, snowball_delete, snowball_tokenize};
  fts5_api *api = tokenizer_fts5(db);
  api->xCreateTokenizer(api, "snowball", api, &methods, NULL);
#endif
  snprintf(sql, sizeof sql, "CREATE VIRTUAL TABLE t USING fts5(x, tokenize='%s')", tokenizer);
  if (sqlite3_exec(db, sql, NULL, NULL, NULL) != SQLITE_OK) exit(2);
  return db;
}

static sqlite3 *fill_table(const char *tokenizer, const texts *t) {
  sqlite3 *db = new_table(tokenizer);
  sqlite3_stmt *s = NULL;
  sqlite3_exec(db, "BEGIN", NULL, NULL, NULL);
  sqlite3_prepare_v2(db, "INSERT INTO t(rowid, x) VALUES(?1, ?2)", -1, &s, NULL);
  for (size_t i = 0; i < t->count; i++) {
    sqlite3_bind_int64(s, 1, (sqlite3_int64)i + 1);
    sqlite3_bind_text64(s, 2, t->items[i].bytes, t->items[i].length, SQLITE_STATIC, SQLITE_UTF8);
    if (sqlite3_step(s) != SQLITE_DONE) exit(2);
    sqlite3_reset(s);
  }
  sqlite3_finalize(s);
  sqlite3_exec(db, "COMMIT", NULL, NULL, NULL);
  return db;
}

static int bench_index(char **paths, int count) {
  texts t = {0};
  double times[TOKENIZERS][BENCH_RUNS];
  read_texts(&t, paths, count);
  for (size_t run = 0; run < BENCH_RUNS; run++) {
    for (size_t i = 0; i < TOKENIZERS; i++) {
      double began = bench_now();
      sqlite3_close(fill_table(tokenizers[i], &t));
      times[i][run] = bench_now() - began;
    }
  }
  for (size_t i = 0; i < TOKENIZERS; i++) bench_print(tokenizers[i], times[i], (double)t.bytes, (double)t.count);
  return 0;
}

/* --- what they find --- */

/* A query of words and quotations as FTS5 takes it: everything in quotation marks. */
static void as_match(char *out, size_t room, isnad_slice query) {
  isnad_arena *arena = NULL;
  isnad_search_query q;
  size_t used = 0;
  out[0] = '\0';
  if (isnad_arena_new(&arena, 0) != ISNAD_OK) exit(2);
  if (isnad_search_parse(&q, arena, query, 0, NULL) == ISNAD_OK)
    for (size_t i = 0; i < q.count; i++)
      used += (size_t)snprintf(out + used, room - used, "%s\"%.*s\"", i > 0 ? " AND " : "", (int)q.clauses[i].words.length, q.clauses[i].words.bytes);
  isnad_arena_free(arena);
}

static bool is_plain(isnad_slice why) {
  static const char *const kinds[] = {"form of one word", "no false join", "spelling that folds", "all words must be there", "quotation", "number"};
  for (size_t i = 0; i < sizeof kinds / sizeof kinds[0]; i++)
    if (isnad_slice_equal(why, isnad_slice_of(kinds[i]))) return true;
  return false;
}

typedef struct score {
  size_t wanted, found, unwanted, wrong;
} score;

static bool holds(sqlite3_stmt *s, const texts *t, isnad_slice label) {
  bool held = false;
  sqlite3_reset(s);
  while (sqlite3_step(s) == SQLITE_ROW) held = held || isnad_slice_equal(t->labels[sqlite3_column_int64(s, 0) - 1], label);
  return held;
}

static void judge(score *sum, sqlite3 *db, const texts *t, const isnad_slice cells[CELLS]) {
  char match[1024];
  sqlite3_stmt *s = NULL;
  isnad_slice find = cells[1], no = cells[2], none = {"-", 1};
  as_match(match, sizeof match, cells[0]);
  sqlite3_prepare_v2(db, "SELECT rowid FROM t WHERE t MATCH ?1", -1, &s, NULL);
  sqlite3_bind_text(s, 1, match, -1, SQLITE_STATIC);
  while (find.length > 0 && !isnad_slice_equal(cells[1], none)) {
    sum->wanted++;
    sum->found += holds(s, t, cut(&find, ' '));
  }
  while (no.length > 0 && !isnad_slice_equal(cells[2], none)) {
    sum->unwanted++;
    sum->wrong += holds(s, t, cut(&no, ' '));
  }
  sqlite3_finalize(s);
}

static int bench_recall(const char *cases, char **paths, int count) {
  texts t = {0};
  size_t length = 0, queries = 0;
  char *table = bench_file(cases, &length);
  read_texts(&t, paths, count);
  for (size_t i = 0; i < TOKENIZERS; i++) {
    score sum = {0, 0, 0, 0};
    isnad_slice rest = {table, length}, cells[CELLS];
    sqlite3 *db = fill_table(tokenizers[i], &t);
    for (queries = 0; next_row(cells, &rest);) {
      if (!is_plain(cells[3])) continue;
      queries++;
      judge(&sum, db, &t, cells);
    }
    sqlite3_close(db);
    printf("%-10s %zu queries: recall %.3f (%zu of %zu), precision %.3f (%zu of %zu that must not be found were)\n", tokenizers[i], queries,
           (double)sum.found / (double)sum.wanted, sum.found, sum.wanted, (double)sum.found / (double)(sum.found + sum.wrong), sum.wrong,
           sum.unwanted);
  }
  free(table);
  isnad_arena_free(t.arena);
  return 0;
}

/* --- how long an answer takes --- */

typedef struct asking {
  isnad_search *search;
  double times[MOST_TIMES];
  size_t count;
} asking;

static double ask_once(isnad_search *search, isnad_slice query) {
  isnad_arena *arena = NULL;
  isnad_search_page page;
  isnad_search_options options = {.now = 1520000000};
  if (isnad_arena_new(&arena, 0) != ISNAD_OK) exit(2);
  double began = bench_now();
  isnad_search_run(&page, arena, search, query, &options, NULL);
  double took = bench_now() - began;
  isnad_arena_free(arena);
  return took;
}

static void report_times(const char *what, asking *a) {
  qsort(a->times, a->count, sizeof a->times[0], bench_order);
  printf("%-28s %5zu answers: median %.2f ms, p95 %.2f, p99 %.2f, longest %.2f\n", what, a->count, 1e3 * a->times[a->count / 2],
         1e3 * a->times[a->count * 95 / 100], 1e3 * a->times[a->count * 99 / 100], 1e3 * a->times[a->count - 1]);
  a->count = 0;
}

static void ask_cases(asking *a, const char *cases) {
  size_t length = 0;
  char *table = bench_file(cases, &length);
  for (size_t run = 0; run < REPEATS; run++) {
    isnad_slice rest = {table, length}, cells[CELLS];
    while (next_row(cells, &rest) && a->count < MOST_TIMES) a->times[a->count++] = ask_once(a->search, cells[0]);
  }
  free(table);
  report_times("queries of the cases", a);
}

static void ask_commonest(asking *a, isnad_store *store) {
  enum { WORDS = 200 };
  static char words[WORDS][128];
  size_t count = 0;
  sqlite3_stmt *s = store_statement(store, "SELECT term FROM search_term ORDER BY reports DESC, term LIMIT 200", NULL);
  while (s != NULL && store_step(store, s, NULL) == ISNAD_OK && count < WORDS) {
    isnad_slice term = store_column(s, 0);
    snprintf(words[count++], sizeof words[0], "%.*s", (int)term.length, term.bytes);
  }
  for (size_t run = 0; run < REPEATS; run++)
    for (size_t i = 0; i < count; i++) a->times[a->count++] = ask_once(a->search, isnad_slice_of(words[i]));
  report_times("the 200 commonest words", a);
  for (size_t run = 0; run < REPEATS; run++) {
    for (size_t i = 0; i + 1 < count; i++) {
      char pair[sizeof words[0] * 2 + 8];
      snprintf(pair, sizeof pair, "%.127s OR %.127s", words[i], words[i + 1]);
      a->times[a->count++] = ask_once(a->search, isnad_slice_of(pair));
    }
  }
  report_times("two of them, either", a);
}

static int bench_ask(const char *path, const char *cases) {
  static asking a;
  isnad_store *store = NULL;
  isnad_err err = {0};
  if (isnad_store_open(&store, path, ISNAD_STORE_READ, &err) != ISNAD_OK) {
    fprintf(stderr, "%s\n", err.message);
    return 2;
  }
  double began = bench_now();
  if (isnad_search_open(&a.search, store, &err) != ISNAD_OK) return 2;
  printf("%-28s %.2f ms\n", "opening", 1e3 * (bench_now() - began));
  ask_cases(&a, cases);
  ask_commonest(&a, store);
  isnad_search_close(a.search);
  isnad_store_close(store);
  return 0;
}

int main(int argc, char **argv) {
  if (argc == 4 && strcmp(argv[1], "ask") == 0) return bench_ask(argv[2], argv[3]);
  if (argc > 2 && strcmp(argv[1], "index") == 0) return bench_index(argv + 2, argc - 2);
  if (argc > 3 && strcmp(argv[1], "recall") == 0) return bench_recall(argv[2], argv + 3, argc - 3);
  fprintf(stderr, "usage: bench_search ask STORE CASES | index FILE... | recall CASES FILE...\n");
  return 2;
}
