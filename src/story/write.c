/* The stories as rows. The key of a story is made of its oldest report; which name it bears is told by names.c. */
#include "base/clock.h"
#include "store/sql.h"
#include "story/actors.h"
#include "story/names.h"
#include "story/weaving.h"

#include <stdlib.h>
#include <string.h>

enum { WIDEST_TAUGHT = 4 * DAY_SECONDS, STORY_ID = 20, MOST_TOLD = 64 /* reports from whom the actors are learned */ };

/* One story: the reports that have one root, in the order of names. */
typedef struct telling {
  isnad_store *store;
  isnad_arena *arena;
  report *members;
  size_t count;
  isnad_interval when;
  const actor_index *actors;
} telling;

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

static isnad_interval hull(const telling *t) {
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

/* Texts told more than once, and list items, are no further reports. */
static bool count_reports(const telling *t, int *texts, int *outlets) {
  uint64_t *bodies = isnad_arena_array(t->arena, t->count, sizeof *bodies), *names = isnad_arena_array(t->arena, t->count, sizeof *names);
  size_t body_count = 0, name_count = 0;
  if (bodies == NULL || names == NULL) return false;
  for (size_t i = 0; i < t->count; i++) {
    const report *r = &t->members[i];
    if (r->listed) continue;
    bodies[body_count++] = r->body_hash;
    if (r->outlet.length > 0) names[name_count++] = isnad_token_hash(r->outlet);
  }
  *texts = distinct(bodies, body_count);
  *outlets = distinct(names, name_count);
  return true;
}

/* The sum of a report's links inside its story. */
static isnad_status centrality(int64_t *sum, isnad_store *store, int64_t id, const map *members, isnad_err *err) {
  static const char *const sql[] = {"SELECT b, score FROM link WHERE a = ?1", "SELECT a, score FROM link WHERE b = ?1"};
  *sum = 0;
  for (size_t i = 0; i < 2; i++) {
    sqlite3_stmt *row = store_statement(store, sql[i], err);
    if (row == NULL) return ISNAD_STORE;
    sqlite3_bind_int64(row, 1, id);
    isnad_status status;
    while ((status = store_step(store, row, err)) == ISNAD_OK)
      if (map_get(members, (uint64_t)sqlite3_column_int64(row, 0)) != NULL) *sum += sqlite3_column_int64(row, 1);
    if (status != ISNAD_END) return status;
  }
  return ISNAD_OK;
}

/* The headline of the report that is most like all others; one of a list only when there is no other. */
static isnad_status choose_title(isnad_slice *title, const telling *t, isnad_err *err) {
  map members;
  const report *best = NULL;
  int64_t most = -1;
  isnad_status status = ISNAD_OK;
  if (!map_new(&members, t->arena, t->count)) return isnad_arena_fail(err, t->arena, "story");
  for (size_t i = 0; i < t->count; i++) {
    uint64_t *place = map_put(&members, (uint64_t)t->members[i].id);
    if (place == NULL) return isnad_arena_fail(err, t->arena, "story");
    *place = 1;
  }
  for (size_t i = 0; status == ISNAD_OK && i < t->count; i++) {
    const report *r = &t->members[i];
    int64_t central = 0;
    if (r->headline.length == 0) continue;
    if (t->count > 1) status = centrality(&central, t->store, r->id, &members, err);
    central += r->listed ? 0 : (int64_t)1 << 40;
    if (central > most) best = r;
    if (central > most) most = central;
  }
  *title = best != NULL ? best->headline : (isnad_slice){NULL, 0};
  return status;
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
  isnad_slice title;
  int texts = 0, outlets = 0;
  isnad_status status = choose_title(&title, t, err);
  if (status != ISNAD_OK) return status;
  sqlite3_stmt *row = store_statement(t->store, sql, err);
  if (row == NULL) return ISNAD_STORE;
  if (!count_reports(t, &texts, &outlets)) return isnad_arena_fail(err, t->arena, "story");
  store_bind_words(row, 1, id);
  store_bind_words(row, 2, title);
  bind_interval(row, 3, t->when);
  sqlite3_bind_int(row, 5, texts);
  sqlite3_bind_int(row, 6, outlets);
  sqlite3_bind_int64(row, 7, root);
  store_bind_words(row, 8, key);
  store_bind_words(row, 9, actors_of(t->arena, t->actors, t->members, t->count < MOST_TOLD ? t->count : MOST_TOLD));
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

static isnad_status write_telling(const telling *t, story_names *names, int64_t root, isnad_err *err) {
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

/* --- which stories are written anew --- */

typedef struct writing {
  isnad_store *store;
  isnad_arena *arena;
  id_set *touched;
  id_set roots; /* old and new ones of what was decided */
  story_names names;
  actor_index actors;
} writing;

static isnad_status run_on(isnad_store *store, const char *sql, int64_t a, int64_t b, isnad_err *err) {
  sqlite3_stmt *row = store_statement(store, sql, err);
  if (row == NULL) return ISNAD_STORE;
  sqlite3_bind_int64(row, 1, a);
  if (sqlite3_bind_parameter_count(row) > 1) sqlite3_bind_int64(row, 2, b);
  return store_run(store, row, err);
}

static isnad_status old_root(int64_t *out, isnad_store *store, int64_t id, isnad_err *err) {
  sqlite3_stmt *row = store_statement(store, "SELECT root FROM story_root WHERE article = ?1", err);
  *out = 0;
  if (row == NULL) return ISNAD_STORE;
  sqlite3_bind_int64(row, 1, id);
  isnad_status status = store_step(store, row, err);
  if (status == ISNAD_OK) *out = sqlite3_column_int64(row, 0);
  sqlite3_reset(row);
  return status == ISNAD_END ? ISNAD_OK : status;
}

/* Notes the new roots; only stories that one joined or left are written anew. */
static isnad_status move(writing *w, const int64_t *decided, const int64_t *root_of, size_t count, isnad_err *err) {
  static const char put[] = "INSERT OR REPLACE INTO story_root (article, root) VALUES (?1, ?2)";
  isnad_status status = ISNAD_OK;
  for (size_t i = 0; status == ISNAD_OK && i < count; i++) {
    int64_t before = 0;
    status = old_root(&before, w->store, decided[i], err);
    if (status != ISNAD_OK || before == root_of[i]) continue;
    status = run_on(w->store, put, decided[i], root_of[i], err);
    if ((before != 0 && !id_set_add(&w->roots, before)) || !id_set_add(&w->roots, root_of[i])) return isnad_arena_fail(err, w->arena, "story");
  }
  return status;
}

static isnad_status load_members(telling *t, int64_t root, isnad_err *err) {
  static const char sql[] = "SELECT r.article FROM story_root r JOIN article a ON a.id = r.article WHERE r.root = ?1 ORDER BY a.name";
  sqlite3_stmt *row = store_statement(t->store, sql, err);
  id_set ids;
  if (row == NULL) return ISNAD_STORE;
  if (!id_set_new(&ids, t->arena, 16)) return isnad_arena_fail(err, t->arena, "story");
  sqlite3_bind_int64(row, 1, root);
  isnad_status status;
  while ((status = store_step(t->store, row, err)) == ISNAD_OK)
    if (!id_set_add(&ids, sqlite3_column_int64(row, 0))) break;
  sqlite3_reset(row);
  t->members = isnad_arena_array(t->arena, ids.count + 1, sizeof *t->members);
  if (status == ISNAD_OK || t->members == NULL) return isnad_arena_fail(err, t->arena, "story");
  for (t->count = 0; status == ISNAD_END && t->count < ids.count; t->count++)
    if (report_load(&t->members[t->count], t->arena, t->store, ids.items[t->count], t->count < MOST_TOLD, err) != ISNAD_OK) return ISNAD_STORE;
  t->when = hull(t);
  return status == ISNAD_END ? ISNAD_OK : status;
}

static isnad_status write_root(writing *w, int64_t root, isnad_err *err) {
  telling t = {.store = w->store, .actors = &w->actors};
  isnad_status status = isnad_arena_new(&t.arena, 0);
  if (status != ISNAD_OK) return isnad_err_set(err, status, "story", (isnad_span){0, 0}, "out of memory");
  status = load_members(&t, root, err);
  for (size_t i = 0; status == ISNAD_OK && i < t.count; i++)
    if (!id_set_add(w->touched, t.members[i].id)) status = isnad_arena_fail(err, w->arena, "story");
  if (status == ISNAD_OK && t.count > 0) status = write_telling(&t, &w->names, root, err);
  isnad_arena_free(t.arena);
  return status;
}

/* Old names: of the stories that are written anew, with what they held. */
static const char make_old[] = "CREATE TEMP TABLE IF NOT EXISTS story_was (story TEXT, article INTEGER, began INTEGER, PRIMARY KEY (story, article))";
static const char note_old[] = "INSERT OR IGNORE INTO story_was SELECT m.story, m.article, s.published_from FROM story s"
                               " JOIN story_member m ON m.story = s.id WHERE s.root = ?1";
static const char drop_members[] = "DELETE FROM story_member WHERE story IN (SELECT id FROM story WHERE root = ?1)";
static const char loosen[] = "UPDATE story SET root = -root WHERE root = ?1";

/* Most roots are new, and to look costs less than three writes that find nothing. */
static isnad_status has_story(bool *out, isnad_store *store, int64_t root, isnad_err *err) {
  sqlite3_stmt *row = store_statement(store, "SELECT 1 FROM story WHERE root = ?1", err);
  if (row == NULL) return ISNAD_STORE;
  sqlite3_bind_int64(row, 1, root);
  isnad_status status = store_step(store, row, err);
  *out = status == ISNAD_OK;
  sqlite3_reset(row);
  return status == ISNAD_END ? ISNAD_OK : status;
}

static isnad_status take_apart(writing *w, isnad_err *err) {
  isnad_status status = ISNAD_OK;
  for (size_t i = 0; status == ISNAD_OK && i < w->roots.count; i++) {
    int64_t root = w->roots.items[i];
    bool told = false;
    status = has_story(&told, w->store, root, err);
    if (!told) continue;
    if (status == ISNAD_OK) status = run_on(w->store, note_old, root, 0, err);
    if (status == ISNAD_OK) status = run_on(w->store, drop_members, root, 0, err);
    if (status == ISNAD_OK) status = run_on(w->store, loosen, root, 0, err);
  }
  return status;
}

isnad_status stories_write(id_set *touched, isnad_store *store, const int64_t *decided, const int64_t *root_of, size_t count, isnad_err *err) {
  writing w = {.store = store, .touched = touched};
  isnad_status status = isnad_arena_new(&w.arena, 0);
  if (status != ISNAD_OK) return isnad_err_set(err, status, "story", (isnad_span){0, 0}, "out of memory");
  if (!id_set_new(&w.roots, w.arena, count)) status = isnad_arena_fail(err, w.arena, "story");
  if (status == ISNAD_OK && !actors_index_new(&w.actors, w.arena)) status = isnad_arena_fail(err, w.arena, "story");
  if (status == ISNAD_OK) status = names_new(&w.names, w.arena, err);
  if (status == ISNAD_OK) status = store_execute(store, make_old, err);
  if (status == ISNAD_OK) status = move(&w, decided, root_of, count, err);
  if (status == ISNAD_OK) status = take_apart(&w, err);
  if (status == ISNAD_OK) status = names_inherit(&w.names, store, err);
  for (size_t i = 0; status == ISNAD_OK && i < w.roots.count; i++) status = write_root(&w, w.roots.items[i], err);
  if (status == ISNAD_OK) status = store_execute(store, "DELETE FROM story WHERE root < 0", err);
  if (status == ISNAD_OK) status = names_retire(&w.names, store, err);
  isnad_arena_free(w.arena);
  return status;
}
