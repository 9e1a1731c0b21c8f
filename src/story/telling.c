/* One story as rows. Its key is made of its oldest report; which name it bears is told by names.c. */
#include "story/telling.h"

#include "base/clock.h"
#include "store/sql.h"

#include <stdlib.h>
#include <string.h>

enum { WIDEST_TAUGHT = 4 * DAY_SECONDS, STORY_ID = 20 };

/* The oldest report that is no list item gives the story its key; undated ones come last, ties go by name. NULL: only list items. */
static const report *oldest(const telling *t) {
  const report *best = NULL;
  for (size_t i = 0; i < t->count; i++) {
    const report *r = &t->members[i];
    if (r->listed) continue;
    int64_t time = report_dated(r) ? r->when.from : INT64_MAX, least = best != NULL && report_dated(best) ? best->when.from : INT64_MAX;
    if (best == NULL || time < least) best = r; /* members come in the order of names */
  }
  return best;
}

isnad_interval telling_days(const telling *t) {
  isnad_interval when = {0, 0};
  for (size_t i = 0; i < t->count; i++) {
    const report *r = &t->members[i];
    if (!report_dated(r)) continue;
    if (when.from == when.to) when = r->when;
    if (r->when.from < when.from) when.from = r->when.from;
    if (r->when.to > when.to) when.to = r->when.to;
  }
  return when;
}

/* What the story teaches of the day of a report without a date: the one day of its weekday in or beside the dated days, else those days while they
 * are few. */
static isnad_interval taught(const report *r, isnad_interval story) {
  int64_t first = story.from / DAY_SECONDS, last = (story.to + DAY_SECONDS - 1) / DAY_SECONDS, found = 0;
  isnad_interval days = {first * DAY_SECONDS, last * DAY_SECONDS};
  if (story.from == story.to || days.to - days.from > WIDEST_TAUGHT) return (isnad_interval){0, 0};
  if (r->weekday == 0) return days;
  for (int64_t day = first - 1; day <= last; day++) {
    if (clock_weekday(day) != r->weekday) continue;
    days = (isnad_interval){day * DAY_SECONDS, (day + 1) * DAY_SECONDS};
    found++;
  }
  return found == 1 ? days : (isnad_interval){0, 0};
}

/* Of the dated reports the one that taught a day: the first, in the order of time and name, whose own days meet it, else the first of all. */
static const report *teacher(const telling *t, isnad_interval day) {
  const report *best = NULL;
  bool best_meets = false;
  for (size_t i = 0; i < t->count; i++) {
    const report *r = &t->members[i];
    bool meets = r->when.from < day.to && day.from < r->when.to;
    if (!report_dated(r) || (best_meets && !meets)) continue;
    if (best != NULL && best_meets == meets && best->when.from <= r->when.from) continue;
    best = r;
    best_meets = meets;
  }
  return best;
}

/* --- counting and choosing --- */

static int by_value(const void *a, const void *b) {
  uint64_t x = *(const uint64_t *)a, y = *(const uint64_t *)b;
  return (x > y) - (x < y);
}

static int distinct(uint64_t *values, size_t count) {
  if (count == 0) return 0;
  qsort(values, count, sizeof *values, by_value);
  int different = 1;
  for (size_t i = 1; i < count; i++) different += values[i] != values[i - 1];
  return different;
}

/* A text that one outlet has more than once, and list items, are no further reports; what another outlet prints is one. */
static bool count_reports(const telling *t, int *texts, int *outlets) {
  uint64_t *bodies = isnad_arena_array(t->arena, t->count, sizeof *bodies), *names = isnad_arena_array(t->arena, t->count, sizeof *names);
  size_t body_count = 0, name_count = 0;
  if (bodies == NULL || names == NULL) return false;
  for (size_t i = 0; i < t->count; i++) {
    const report *r = &t->members[i];
    if (r->listed) continue;
    uint64_t outlet = r->outlet.length > 0 ? isnad_token_hash(r->outlet) : 0;
    bodies[body_count++] = r->body_hash ^ outlet;
    if (outlet != 0) names[name_count++] = outlet;
  }
  *texts = distinct(bodies, body_count);
  *outlets = distinct(names, name_count);
  return true;
}

/* The headline of the report that is most like all others; one of a list only when there is no other. */
static isnad_slice choose_title(const telling *t) {
  const report *best = NULL;
  int64_t most = -1;
  for (size_t i = 0; i < t->count; i++) {
    const report *r = &t->members[i];
    if (r->headline.length == 0) continue;
    int64_t central = t->central[i] + (r->listed ? 0 : (int64_t)1 << 40);
    if (central > most) best = r;
    if (central > most) most = central;
  }
  return best != NULL ? best->headline : (isnad_slice){NULL, 0};
}

/* Where no report has a headline, the first words of the one that gives the story its key. */
static isnad_status read_opening(isnad_slice *out, const telling *t, int64_t root, isnad_err *err) {
  sqlite3_stmt *row = store_statement(t->store, "SELECT opening FROM article WHERE id = ?1", err);
  if (row == NULL) return ISNAD_STORE;
  sqlite3_bind_int64(row, 1, root);
  isnad_status status = store_step(t->store, row, err);
  isnad_slice words = status == ISNAD_OK ? store_column(row, 0) : (isnad_slice){NULL, 0};
  *out = words.length == 0 ? words : isnad_arena_printf(t->arena, "%.*s ...", (int)words.length, words.bytes);
  sqlite3_reset(row);
  return status == ISNAD_END ? ISNAD_OK : status;
}

/* --- rows --- */

static void bind_interval(sqlite3_stmt *row, int at, isnad_interval when) {
  sqlite3_bind_null(row, at);
  sqlite3_bind_null(row, at + 1);
  if (when.from == when.to) return;
  sqlite3_bind_int64(row, at, when.from);
  sqlite3_bind_int64(row, at + 1, when.to);
}

static isnad_status write_story(const telling *t, isnad_slice id, isnad_slice key, int64_t root, isnad_err *err) {
  static const char sql[] =
      "INSERT INTO story (id, title, published_from, published_to, reports, outlets, root, key, actors)"
      " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9) ON CONFLICT(id) DO UPDATE SET title = ?2, published_from = ?3, published_to = ?4, reports = ?5,"
      " outlets = ?6, root = ?7, key = ?8, actors = ?9";
  int texts = 0, outlets = 0;
  isnad_slice title = choose_title(t);
  isnad_status status = title.length == 0 ? read_opening(&title, t, root, err) : ISNAD_OK;
  sqlite3_stmt *row = status == ISNAD_OK ? store_statement(t->store, sql, err) : NULL;
  if (row == NULL) return status == ISNAD_OK ? ISNAD_STORE : status;
  if (!count_reports(t, &texts, &outlets)) return isnad_arena_fail(err, t->arena, "story");
  store_bind_words(row, 1, id);
  store_bind_words(row, 2, title);
  bind_interval(row, 3, t->when);
  sqlite3_bind_int(row, 5, texts);
  sqlite3_bind_int(row, 6, outlets);
  sqlite3_bind_int64(row, 7, root);
  store_bind_words(row, 8, key);
  store_bind_words(row, 9, actors_of(t->arena, t->actors, t->members, t->count < TELLING_MOST ? t->count : TELLING_MOST));
  return store_run(t->store, row, err);
}

static isnad_status write_member(const telling *t, isnad_slice id, const report *r, isnad_err *err) {
  static const char sql[] =
      "INSERT INTO story_member (story, article, published_from, published_to, published_basis, taught_by) VALUES (?1, ?2, ?3, ?4, ?6, ?5)";
  isnad_interval day = report_dated(r) ? r->when : taught(r, t->when);
  const report *by = report_dated(r) || day.from == day.to ? NULL : teacher(t, day);
  sqlite3_stmt *row = store_statement(t->store, sql, err);
  if (row == NULL) return ISNAD_STORE;
  store_bind_words(row, 1, id);
  sqlite3_bind_int64(row, 2, r->id);
  bind_interval(row, 3, day);
  sqlite3_bind_null(row, 5);
  if (by != NULL) sqlite3_bind_int64(row, 5, by->id);
  store_bind_text(row, 6, report_dated(r) ? r->basis : day.from < day.to ? isnad_slice_of("story") : (isnad_slice){NULL, 0});
  return store_run(t->store, row, err);
}

isnad_status telling_write(const telling *t, story_names *names, int64_t root, isnad_err *err) {
  const report *from = oldest(t);
  char room[STORY_ID + 4] = "s";
  if (from == NULL || from->name.length < 2 || from->name.length > STORY_ID) return ISNAD_OK;
  memcpy(room + 1, from->name.bytes + 1, from->name.length - 1);
  isnad_slice key = {room, from->name.length}, id;
  isnad_status status = names_choose(&id, names, t->store, key, root, err);
  if (status == ISNAD_OK) status = write_story(t, id, key, root, err);
  for (size_t i = 0; status == ISNAD_OK && i < t->count; i++) status = write_member(t, id, &t->members[i], err);
  return status;
}
