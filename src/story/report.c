#include "story/report.h"

#include "base/clock.h"
#include "store/sql.h"

#include <math.h>
#include <stdlib.h>

static void take_norms(report *r) {
  double whole = 0, headline = 0;
  for (uint32_t i = 0; i < r->term_count; i++) {
    whole += (double)r->terms[i].whole * (double)r->terms[i].whole;
    headline += (double)r->terms[i].headline * (double)r->terms[i].headline;
  }
  r->norm = (float)sqrt(whole);
  r->headline_norm = (float)sqrt(headline);
}

static bool read_row(report *r, isnad_arena *arena, sqlite3_stmt *row) {
  term terms[MOST_TERMS];
  *r = (report){.id = sqlite3_column_int64(row, 0)};
  r->name = isnad_arena_copy(arena, store_column(row, 1));
  r->headline = isnad_arena_copy(arena, store_column(row, 2));
  r->outlet = isnad_arena_copy(arena, store_column(row, 3));
  if (sqlite3_column_type(row, 4) != SQLITE_NULL) r->when = (isnad_interval){sqlite3_column_int64(row, 4), sqlite3_column_int64(row, 5)};
  r->weekday = (unsigned)sqlite3_column_int(row, 6);
  r->bare = sqlite3_column_int(row, 7) == 0;
  r->body_hash = (uint64_t)sqlite3_column_int64(row, 8);
  r->term_count = (uint32_t)terms_unpack(terms, store_column(row, 9));
  r->listed = sqlite3_column_int(row, 10) != 0;
  term *kept = isnad_arena_array(arena, r->term_count, sizeof *kept);
  for (uint32_t i = 0; kept != NULL && i < r->term_count; i++) kept[i] = terms[i];
  r->terms = kept;
  if (kept != NULL) take_norms(r);
  return kept != NULL && r->name.bytes != NULL;
}

isnad_status reports_load(reports *out, isnad_arena *arena, isnad_store *store, isnad_err *err) {
  static const char sql[] = "SELECT id, name, headline, coalesce(outlet, outlet_name), published_from, published_to, weekday, length(body), "
                            "body_hash, terms, role = 'headline'"
                            " FROM article ORDER BY name";
  *out = (reports){NULL, 0};
  sqlite3_stmt *row = store_statement(store, sql, err);
  if (row == NULL) return ISNAD_STORE;
  size_t room = 0;
  isnad_status status;
  while ((status = store_step(store, row, err)) == ISNAD_OK) {
    if (out->count == room) {
      size_t grown = room == 0 ? 4096 : room * 2;
      report *items = isnad_arena_grow(arena, out->items, room, grown, sizeof *items);
      if (items == NULL) break;
      out->items = items;
      room = grown;
    }
    if (!read_row(&out->items[out->count++], arena, row)) break;
  }
  sqlite3_reset(row);
  if (status == ISNAD_OK) return isnad_arena_fail(err, arena, "story");
  return status == ISNAD_END ? ISNAD_OK : status;
}

static bool dated(const report *r) { return r->when.from < r->when.to; }

/* The nearest day of an interval, a day wider on both sides, that falls on a weekday. */
static bool holds_weekday(isnad_interval when, unsigned weekday) {
  int64_t first = when.from / DAY_SECONDS - 1, last = (when.to - 1) / DAY_SECONDS + 1;
  if (last - first >= 6) return true;
  for (int64_t day = first; day <= last; day++)
    if (clock_weekday(day) == weekday) return true;
  return false;
}

bool reports_time_fits(const report *a, const report *b, double *gap_days) {
  enum { MOST_DAYS = 3 };
  *gap_days = 0;
  if (dated(a) && dated(b)) {
    int64_t gap = a->when.from > b->when.to ? a->when.from - b->when.to : b->when.from > a->when.to ? b->when.from - a->when.to : 0;
    *gap_days = (double)gap / DAY_SECONDS;
    return gap <= (int64_t)MOST_DAYS * DAY_SECONDS;
  }
  if (dated(a)) return b->weekday == 0 || holds_weekday(a->when, b->weekday);
  if (dated(b)) return a->weekday == 0 || holds_weekday(b->when, a->weekday);
  unsigned apart = a->weekday > b->weekday ? a->weekday - b->weekday : b->weekday - a->weekday;
  return a->weekday == 0 || b->weekday == 0 || apart <= 1 || apart == 6;
}

/* What two reports share, in one walk over their sorted terms. */
typedef struct shared {
  double whole, headline;      /* products */
  double a_covered, b_covered; /* squared headline weight of one that is found anywhere in the other */
  unsigned terms, specific;
  bool a_numbers, b_numbers, same_number; /* numbers in the headlines */
} shared;

static void share_term(shared *s, const term *a, const term *b) {
  s->terms++;
  s->specific += a->specific;
  s->whole += (double)a->whole * (double)b->whole;
  s->headline += (double)a->headline * (double)b->headline;
  s->a_covered += (double)a->headline * (double)a->headline;
  s->b_covered += (double)b->headline * (double)b->headline;
  if (a->number && a->headline > 0 && b->headline > 0) s->same_number = true;
}

static shared share(const report *a, const report *b) {
  shared s = {0};
  for (uint32_t i = 0; i < a->term_count; i++) s.a_numbers = s.a_numbers || (a->terms[i].number && a->terms[i].headline > 0);
  for (uint32_t i = 0; i < b->term_count; i++) s.b_numbers = s.b_numbers || (b->terms[i].number && b->terms[i].headline > 0);
  for (uint32_t i = 0, j = 0; i < a->term_count && j < b->term_count;) {
    if (a->terms[i].hash < b->terms[j].hash)
      i++;
    else if (a->terms[i].hash > b->terms[j].hash)
      j++;
    else
      share_term(&s, &a->terms[i++], &b->terms[j++]);
  }
  return s;
}

static double ratio(double part, double whole) { return whole > 0 ? part / whole : 0; }

/* A bare headline is the same event when most of what it says is said in the other report. */
static double bare_score(const report *a, const report *b, const shared *s) {
  double cosine = ratio(s->headline, (double)a->headline_norm * (double)b->headline_norm);
  if (a->bare && b->bare) return cosine;
  double covered = a->bare ? ratio(s->a_covered, (double)a->headline_norm * (double)a->headline_norm)
                           : ratio(s->b_covered, (double)b->headline_norm * (double)b->headline_norm);
  return 0.5 * covered * covered + 0.5 * (cosine > 0 ? cosine : covered * 0.6);
}

/* Reports of one event share its own rare words; reports of one subject share only the subject's. */
static double specificity(const shared *s) {
  static const double factors[] = {0.75, 0.95, 1.15, 1.35};
  return factors[s->specific < 3 ? s->specific : 3];
}

static double full_score(const report *a, const report *b, const shared *s) {
  double whole = ratio(s->whole, (double)a->norm * (double)b->norm);
  whole *= specificity(s);
  if (a->headline_norm <= 0 || b->headline_norm <= 0) return whole;
  double headline = ratio(s->headline, (double)a->headline_norm * (double)b->headline_norm);
  /* The same headline with other numbers is the next edition of a template (a rate, a toll, a day of a series), not the same event. */
  if (headline > 0.6 && s->a_numbers && s->b_numbers && !s->same_number) return 0;
  return 0.75 * whole + 0.25 * headline;
}

float reports_score(const report *a, const report *b) {
  enum { FEWEST_SHARED = 2 };
  double gap = 0;
  if (!reports_time_fits(a, b, &gap)) return 0;
  if (!a->bare && !b->bare && a->body_hash == b->body_hash) return 1;
  shared s = share(a, b);
  if (s.terms < FEWEST_SHARED) return 0;
  double score = a->bare || b->bare ? bare_score(a, b, &s) : full_score(a, b, &s);
  /* Reports of one day are likelier of one event than reports that lie apart, or of which nobody knows the day. */
  bool same_day = dated(a) && dated(b) && gap <= 1;
  return (float)(score * (same_day ? 1.1 : 1 - 0.08 * gap));
}
