#include "story/report.h"

#include "base/clock.h"
#include "base/room.h"
#include "store/sql.h"

#include <math.h>

/* A flash of two sentences has a dozen terms, and shares as few of them as headlines do; from forty on a report is a report. */
static float fullness_of(const report *r) {
  enum { FLASH = 8, WHOLE = 72 };
  if (r->bare || r->term_count <= FLASH) return 0;
  return r->term_count >= WHOLE ? 1 : (float)(r->term_count - FLASH) / (float)(WHOLE - FLASH);
}

float report_norm(const term *terms, uint32_t count) {
  double whole = 0;
  for (uint32_t i = 0; i < count; i++) whole += (double)terms[i].whole * (double)terms[i].whole;
  return (float)sqrt(whole);
}

/* Marks the three heaviest terms and the three behind them; equal weights: by hash, as they lie. */
static void mark_top(report *r, term *terms) {
  enum { TOP = 3 };
  term *best[TOP * REPORT_TOPS];
  size_t count = 0;
  for (uint32_t i = 0; i < r->term_count; i++) {
    size_t at = count;
    while (at > 0 && best[at - 1]->whole < terms[i].whole) at--;
    if (at == TOP * REPORT_TOPS) continue;
    if (count < TOP * REPORT_TOPS) count++;
    for (size_t k = count - 1; k > at; k--) best[k] = best[k - 1];
    best[at] = &terms[i];
  }
  for (size_t i = 0; i < count; i++) {
    best[i]->top = i < TOP ? 1 : 2;
    for (size_t k = i / TOP; k < REPORT_TOPS; k++) r->top[k] += best[i]->whole;
  }
}

static void take_norms(report *r) {
  double headline = 0, lead = 0;
  size_t ranks = 0;
  for (uint32_t i = 0; i < r->term_count; i++) {
    const term *t = &r->terms[i];
    headline += (double)t->headline * (double)t->headline;
    if (t->lead) lead += (double)t->whole * (double)t->whole;
    if (t->lead) r->lead_of[t->kind]++;
    if (t->kind == TERM_PLACE) r->towns++;
    if (t->headline > 0) r->told |= (uint8_t)(1u << t->kind);
    if (t->headline > 0 && t->kind == TERM_ORDINAL && ranks < sizeof r->ranks / sizeof r->ranks[0]) r->ranks[ranks++] = t->hash;
  }
  r->norm = report_norm(r->terms, r->term_count);
  r->headline_norm = (float)(sqrt(headline) / TERM_UNITS);
  r->lead_norm = (float)sqrt(lead);
  r->fullness = fullness_of(r);
}

static bool take_terms(report *r, isnad_arena *arena, isnad_slice packed) {
  size_t room = packed.length / TERM_BYTES;
  term *terms = arena_room(arena, room < MOST_TERMS ? room : MOST_TERMS, sizeof *terms);
  r->term_count = terms != NULL ? (uint32_t)terms_unpack(terms, packed) : 0;
  r->terms = terms;
  if (terms != NULL) mark_top(r, terms);
  if (terms != NULL) take_norms(r);
  return terms != NULL;
}

#define REPORT_COLUMNS                                                                                                                               \
  "SELECT id, name, headline, coalesce(outlet, outlet_name), published_from, published_to, weekday, length(body), body_hash, role = 'headline',"     \
  " published_basis"

isnad_status report_load(report *r, isnad_arena *arena, isnad_store *store, int64_t id, bool with_terms, isnad_err *err) {
  static const char bare[] = REPORT_COLUMNS " FROM article a WHERE id = ?1",
                    whole[] = REPORT_COLUMNS ", p.terms FROM article a JOIN packed p ON p.article = a.id WHERE a.id = ?1";
  sqlite3_stmt *row = store_statement(store, with_terms ? whole : bare, err);
  if (row == NULL) return ISNAD_STORE;
  sqlite3_bind_int64(row, 1, id);
  isnad_status status = store_step(store, row, err);
  if (status != ISNAD_OK) return status == ISNAD_END ? ISNAD_NOT_FOUND : status;
  *r = (report){.id = sqlite3_column_int64(row, 0)};
  r->name = isnad_arena_copy(arena, store_column(row, 1));
  r->headline = isnad_arena_copy(arena, store_column(row, 2));
  r->outlet = isnad_arena_copy(arena, store_column(row, 3));
  if (sqlite3_column_type(row, 4) != SQLITE_NULL) r->when = (isnad_interval){sqlite3_column_int64(row, 4), sqlite3_column_int64(row, 5)};
  r->basis = isnad_arena_copy(arena, store_column(row, 10));
  r->weekday = (unsigned)sqlite3_column_int(row, 6);
  r->bare = sqlite3_column_int(row, 7) == 0;
  r->body_hash = (uint64_t)sqlite3_column_int64(row, 8);
  r->listed = sqlite3_column_int(row, 9) != 0;
  bool good = r->name.bytes != NULL && (!with_terms || take_terms(r, arena, store_column(row, 11)));
  sqlite3_reset(row);
  return good ? ISNAD_OK : isnad_arena_fail(err, arena, "story");
}

isnad_status report_load_terms(report *r, isnad_arena *arena, isnad_store *store, isnad_err *err) {
  sqlite3_stmt *row = store_statement(store, "SELECT terms FROM packed WHERE article = ?1", err);
  if (row == NULL) return ISNAD_STORE;
  sqlite3_bind_int64(row, 1, r->id);
  isnad_status status = store_step(store, row, err);
  if (status != ISNAD_OK) return status == ISNAD_END ? ISNAD_NOT_FOUND : status;
  bool good = take_terms(r, arena, store_column(row, 0));
  sqlite3_reset(row);
  return good ? ISNAD_OK : isnad_arena_fail(err, arena, "story");
}

bool report_dated(const report *r) { return r->when.from < r->when.to; }

/* The nearest day of an interval, a day wider on both sides, that falls on a weekday. */
static bool holds_weekday(isnad_interval when, unsigned weekday) {
  int64_t first = when.from / DAY_SECONDS - 1, last = (when.to - 1) / DAY_SECONDS + 1;
  if (last - first >= 6) return true;
  for (int64_t day = first; day <= last; day++)
    if (clock_weekday(day) == weekday) return true;
  return false;
}

bool reports_time_fit(const report *a, const report *b, double *gap_days) {
  enum { MOST_DAYS = 3 };
  *gap_days = 0;
  if (report_dated(a) && report_dated(b)) {
    int64_t gap = a->when.from > b->when.to ? a->when.from - b->when.to : b->when.from > a->when.to ? b->when.from - a->when.to : 0;
    *gap_days = (double)gap / DAY_SECONDS;
    return gap <= (int64_t)MOST_DAYS * DAY_SECONDS;
  }
  if (report_dated(a)) return b->weekday == 0 || holds_weekday(a->when, b->weekday);
  if (report_dated(b)) return a->weekday == 0 || holds_weekday(b->when, a->weekday);
  unsigned apart = a->weekday > b->weekday ? a->weekday - b->weekday : b->weekday - a->weekday;
  return a->weekday == 0 || b->weekday == 0 || apart <= 1 || apart == 6;
}
