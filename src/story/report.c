#include "story/report.h"

#include "base/clock.h"
#include "store/sql.h"

#include <math.h>

static void take_norms(report *r) {
  double whole = 0, headline = 0;
  for (uint32_t i = 0; i < r->term_count; i++) {
    whole += (double)r->terms[i].whole * (double)r->terms[i].whole;
    headline += (double)r->terms[i].headline * (double)r->terms[i].headline;
    if (r->terms[i].headline > 0) r->told |= (uint8_t)(1u << r->terms[i].kind);
  }
  r->norm = (float)sqrt(whole);
  r->headline_norm = (float)sqrt(headline);
}

static bool read_row(report *r, isnad_arena *arena, sqlite3_stmt *row) {
  term terms[MOST_TERMS];
  *r = (report){.id = sqlite3_column_int64(row, 0)};
  r->name = isnad_arena_copy(arena, store_column(row, 1));
  r->headline = isnad_arena_copy(arena, store_column(row, 2));
  r->label = isnad_arena_copy(arena, store_column(row, 11));
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
                            "body_hash, terms, role = 'headline', label"
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
