#include "search/spelling.h"

#include <string.h>

enum { MOST_LETTERS = 32, MOST_SUGGESTED = 5, MOST_SCANNED = 300000, FEW = 3, TWICE = 2, SHORT_WORD = 4, TIMES_MORE = 5 };

/* --- the distance: optimal string alignment in a band (Ukkonen 1985; a transposition is one edit, Damerau 1964) --- */

static size_t letters_of(uint32_t out[MOST_LETTERS], isnad_slice word) {
  size_t count = 0;
  for (size_t i = 0; i < word.length && count < MOST_LETTERS; count++) {
    uint32_t letter = (unsigned char)word.bytes[i++];
    for (; i < word.length && ((unsigned char)word.bytes[i] & 0xC0) == 0x80; i++) letter = letter << 8 | (unsigned char)word.bytes[i];
    out[count] = letter;
  }
  return count;
}

static unsigned least(unsigned a, unsigned b) { return a < b ? a : b; }

static unsigned distance(const uint32_t *a, size_t m, const uint32_t *b, size_t n, unsigned most) {
  unsigned rows[3][MOST_LETTERS + 1];
  if ((m > n ? m - n : n - m) > most) return most + 1;
  for (size_t j = 0; j <= n; j++) rows[0][j] = (unsigned)j;
  for (size_t i = 1; i <= m; i++) {
    unsigned *now = rows[i % 3], *last = rows[(i + 2) % 3], *before = rows[(i + 1) % 3], lowest = (unsigned)i;
    now[0] = (unsigned)i;
    for (size_t j = 1; j <= n; j++) {
      now[j] = least(last[j - 1] + (a[i - 1] != b[j - 1]), least(last[j], now[j - 1]) + 1);
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) now[j] = least(now[j], before[j - 2] + 1);
      lowest = least(lowest, now[j]);
    }
    if (lowest > most) return most + 1;
  }
  return least(rows[m % 3][n], most + 1);
}

unsigned spelling_distance(isnad_slice a, isnad_slice b, unsigned most) {
  uint32_t x[MOST_LETTERS], y[MOST_LETTERS];
  size_t m = letters_of(x, a), n = letters_of(y, b);
  return distance(x, m, y, n, most);
}

/* --- one word --- */

/* The word without each of its possible proclitics. */
typedef struct variant {
  uint32_t letters[MOST_LETTERS];
  size_t count, cut;
  uint64_t has; /* a bit for each letter, by its low bits */
  unsigned most;
} variant;

typedef struct suggesting {
  isnad_arena *arena;
  const expression *e;
  isnad_slice word; /* folded */
  variant variants[ISNAD_MOST_CUTS];
  size_t variant_count;
  uint64_t own; /* reports that hold the word itself */
  isnad_slice best;
  uint64_t best_reports;
  unsigned best_distance;
  size_t best_cut;
} suggesting;

static uint64_t bits_of(const uint32_t *letters, size_t count) {
  uint64_t bits = 0;
  for (size_t i = 0; i < count; i++) bits |= UINT64_C(1) << (letters[i] & 63);
  return bits;
}

static unsigned ones(uint64_t bits) {
  unsigned count = 0;
  for (; bits != 0; bits &= bits - 1) count++;
  return count;
}

static void add_variant(suggesting *s, size_t cut) {
  variant *v = &s->variants[s->variant_count];
  v->count = letters_of(v->letters, (isnad_slice){s->word.bytes + cut, s->word.length - cut});
  if (v->count < 3) return;
  v->cut = cut;
  v->has = bits_of(v->letters, v->count);
  v->most = v->count <= SHORT_WORD ? 1 : 2;
  s->variant_count++;
}

static void make_variants(suggesting *s) {
  isnad_cut cuts[ISNAD_MOST_CUTS];
  size_t count = isnad_arabic_cuts(cuts, s->word);
  for (size_t i = 0; i < count; i++)
    if (cuts[i].article != ISNAD_CUT_ARTICLE_LOST) add_variant(s, cuts[i].bytes);
}

/* Nearer, then much commoner, then commoner, then the one that leaves most of the word as it is. */
static bool is_better(const suggesting *s, unsigned away, uint64_t reports, size_t cut) {
  if (s->best.length == 0 || away != s->best_distance) return s->best.length == 0 || away < s->best_distance;
  return reports != s->best_reports ? reports > s->best_reports : cut < s->best_cut;
}

/* bits_of the letters of a term, without reading them: the low bits of a letter are those of its last byte. */
static uint64_t bits_of_term(isnad_slice term) {
  uint64_t bits = 0;
  for (size_t i = 0; i < term.length; i++) {
    bool last = i + 1 == term.length || ((unsigned char)term.bytes[i + 1] & 0xC0) != 0x80;
    bits |= (uint64_t)last << ((unsigned char)term.bytes[i] & 63);
  }
  return bits;
}

/* Most terms have other letters, which is seen at once. */
static void try_word(suggesting *s, isnad_slice term, uint64_t reports) {
  uint32_t letters[MOST_LETTERS];
  size_t count = 0;
  uint64_t has = bits_of_term(term);
  for (size_t i = 0; i < s->variant_count; i++) {
    const variant *v = &s->variants[i];
    if (ones(v->has ^ has) > 2 * v->most) continue;
    if (count == 0) count = letters_of(letters, term);
    unsigned away = distance(v->letters, v->count, letters, count, v->most);
    if (away == 0 || away > v->most || !is_better(s, away, reports, v->cut)) continue;
    s->best = isnad_arena_copy(s->arena, term);
    s->best_reports = reports;
    s->best_distance = away;
    s->best_cut = v->cut;
  }
}

static isnad_status scan(suggesting *s) {
  static const char sql[] = "SELECT term, reports FROM search_term WHERE reports >= ?2 LIMIT ?1";
  isnad_status status;
  uint64_t needed = s->own * TIMES_MORE > TWICE ? s->own * TIMES_MORE : TWICE;
  sqlite3_stmt *rows = store_statement(s->e->store, sql, s->e->err);
  if (rows == NULL) return ISNAD_STORE;
  sqlite3_bind_int(rows, 1, MOST_SCANNED);
  sqlite3_bind_int64(rows, 2, (sqlite3_int64)needed);
  while ((status = store_step(s->e->store, rows, s->e->err)) == ISNAD_OK) {
    uint64_t reports = (uint64_t)sqlite3_column_int64(rows, 1);
    isnad_slice term = store_column(rows, 0);
    if (term.length + 8 >= s->word.length / 2 && term.length <= s->word.length + 6) try_word(s, term, reports);
  }
  return status == ISNAD_END ? ISNAD_OK : status;
}

/* --- the page --- */

static void add(isnad_search_page *page, isnad_search_suggestion *items, isnad_arena *arena, const expression *e, uint32_t clause, isnad_slice other,
                uint64_t reports, bool taken) {
  if (page->suggestion_count == MOST_SUGGESTED) return;
  isnad_span span = e->query->clauses[clause].span;
  isnad_slice text = e->query->text;
  buf b = buf_new(arena, text.length + other.length + 1);
  buf_add(&b, text.bytes, span.begin);
  buf_add_slice(&b, other);
  buf_add(&b, text.bytes + span.end, text.length - span.end);
  items[page->suggestion_count++] =
      (isnad_search_suggestion){e->query->clauses[clause].words, isnad_arena_copy(arena, other), buf_slice(&b), reports, taken};
}

static isnad_status suggest_for(isnad_search_page *page, isnad_search_suggestion *items, isnad_arena *arena, const expression *e, uint32_t at) {
  const isnad_search_clause *c = &e->query->clauses[at];
  suggesting s = {.arena = arena, .e = e, .own = e->reports[at]};
  isnad_tokens tokens;
  if (c->excluded || c->exact || c->prefix || e->reports[at] >= FEW) return ISNAD_OK;
  isnad_status status = isnad_arabic_tokens(&tokens, arena, c->words, e->err);
  if (status != ISNAD_OK || tokens.count != 1) return status;
  s.word = isnad_token_form(&tokens, 0);
  if (s.word.length > 2 * MOST_LETTERS) return ISNAD_OK;
  make_variants(&s);
  if (s.variant_count > 0) status = scan(&s);
  if (status != ISNAD_OK || s.best.length == 0) return status;
  isnad_slice other = isnad_arena_printf(arena, "%.*s%.*s", (int)s.best_cut, s.word.bytes, (int)s.best.length, s.best.bytes);
  add(page, items, arena, e, at, other, s.best_reports, false);
  return ISNAD_OK;
}

static bool was_taken(const expression *e, uint32_t clause) {
  for (size_t i = 0; i < e->taken_count; i++)
    if (e->taken[i].clause == clause) return true;
  return false;
}

isnad_status spelling_suggest(isnad_search_page *page, isnad_arena *arena, const expression *e) {
  isnad_search_suggestion *items = isnad_arena_array(arena, MOST_SUGGESTED, sizeof *items);
  isnad_status status = items == NULL ? isnad_arena_fail(e->err, arena, "search") : ISNAD_OK;
  page->suggestions = items;
  for (size_t i = 0; status == ISNAD_OK && i < e->taken_count; i++) {
    uint64_t reports = 0;
    status = expression_reports(&reports, e->store, e->taken[i].word, e->err);
    if (status == ISNAD_OK) add(page, items, arena, e, e->taken[i].clause, e->taken[i].word, reports, true);
  }
  for (uint32_t i = 0; status == ISNAD_OK && i < e->query->count; i++)
    if (!was_taken(e, i)) status = suggest_for(page, items, arena, e, i);
  return status;
}
