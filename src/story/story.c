#include "isnad/story.h"

#include "base/clock.h"
#include "base/map.h"
#include "store/sql.h"
#include "story/score.h"

#include <stdlib.h>
#include <string.h>

enum { WIDEST_TAUGHT = 4 * DAY_SECONDS, STORY_ID = 20 };

/* One group of reports: items[first, last) of `order`. */
typedef struct gathering {
  isnad_store *store;
  const reports *all;
  const uint32_t *group;
  const double *centrality; /* per report: the sum of its links inside its group */
  const uint32_t *order;
  size_t first, last;
} gathering;

static const report *member(const gathering *g, size_t at) { return &g->all->items[g->order[at]]; }

static bool dated(const report *r) { return r->when.from < r->when.to; }

static int64_t time_of(const report *r) { return dated(r) ? r->when.from : INT64_MAX; }

/* The oldest report that is no list item gives the story its name; undated ones come last, ties go by name. NULL: only list items. */
static const report *oldest(const gathering *g) {
  const report *best = NULL;
  for (size_t i = g->first; i < g->last; i++) {
    const report *r = member(g, i);
    if (r->listed) continue;
    if (best == NULL || time_of(r) < time_of(best)) best = r; /* members come in the order of names */
  }
  return best;
}

static const report *titled(const gathering *g) {
  const report *best = NULL;
  double most = -1;
  for (size_t i = g->first; i < g->last; i++) {
    const report *r = member(g, i);
    double central = g->centrality[g->order[i]] + (r->listed ? 0 : 1000);
    if (r->headline.length > 0 && central > most) {
      best = r;
      most = central;
    }
  }
  return best;
}

static isnad_interval hull(const gathering *g) {
  isnad_interval when = {0, 0};
  for (size_t i = g->first; i < g->last; i++) {
    const report *r = member(g, i);
    if (!dated(r)) continue;
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
static bool count_reports(const gathering *g, isnad_arena *arena, int *texts, int *outlets) {
  uint64_t *bodies = isnad_arena_array(arena, g->last - g->first, sizeof *bodies),
           *names = isnad_arena_array(arena, g->last - g->first, sizeof *names);
  size_t body_count = 0, name_count = 0;
  if (bodies == NULL || names == NULL) return false;
  for (size_t i = g->first; i < g->last; i++) {
    const report *r = member(g, i);
    if (r->listed) continue;
    bodies[body_count++] = r->body_hash;
    if (r->outlet.length > 0) names[name_count++] = isnad_token_hash(r->outlet);
  }
  *texts = distinct(bodies, body_count);
  *outlets = distinct(names, name_count);
  return true;
}

static void bind_interval(sqlite3_stmt *row, int at, isnad_interval when) {
  if (when.from == when.to) {
    sqlite3_bind_null(row, at);
    sqlite3_bind_null(row, at + 1);
    return;
  }
  sqlite3_bind_int64(row, at, when.from);
  sqlite3_bind_int64(row, at + 1, when.to);
}

static isnad_status write_story(const gathering *g, isnad_arena *arena, isnad_slice id, const report *from, isnad_err *err) {
  static const char sql[] =
      "INSERT INTO story (id, title, published_from, published_to, reports, outlets) VALUES (?1, coalesce(?2, ''), ?3, ?4, ?5, ?6)";
  const report *title = titled(g);
  int texts = 0, outlets = 0;
  sqlite3_stmt *row = store_statement(g->store, sql, err);
  if (row == NULL) return ISNAD_STORE;
  if (!count_reports(g, arena, &texts, &outlets)) return isnad_arena_fail(err, arena, "story");
  store_bind_text(row, 1, id);
  store_bind_text(row, 2, title != NULL ? title->headline : from->headline);
  bind_interval(row, 3, hull(g));
  sqlite3_bind_int(row, 5, texts);
  sqlite3_bind_int(row, 6, outlets);
  return store_run(g->store, row, err);
}

static isnad_status write_member(const gathering *g, isnad_slice id, const report *r, isnad_interval story, isnad_err *err) {
  static const char sql[] = "INSERT INTO story_member (story, article, published_from, published_to, published_basis)"
                            " SELECT ?1, id, ?3, ?4, CASE WHEN ?3 IS NULL THEN NULL WHEN published_from IS NULL THEN 'story' ELSE published_basis END"
                            " FROM article WHERE id = ?2";
  sqlite3_stmt *row = store_statement(g->store, sql, err);
  if (row == NULL) return ISNAD_STORE;
  store_bind_text(row, 1, id);
  sqlite3_bind_int64(row, 2, r->id);
  bind_interval(row, 3, dated(r) ? r->when : taught(r, story));
  return store_run(g->store, row, err);
}

static isnad_status write_group(const gathering *g, isnad_arena *arena, isnad_err *err) {
  const report *from = oldest(g);
  if (from == NULL) return ISNAD_OK;
  char name[STORY_ID + 4] = "s";
  if (from->name.length < 2 || from->name.length > STORY_ID) return ISNAD_OK;
  memcpy(name + 1, from->name.bytes + 1, from->name.length - 1);
  isnad_slice id = {name, from->name.length};
  isnad_status status = write_story(g, arena, id, from, err);
  isnad_interval story = hull(g);
  for (size_t i = g->first; status == ISNAD_OK && i < g->last; i++) status = write_member(g, id, member(g, i), story, err);
  return status;
}

static isnad_status write_links(isnad_store *store, const reports *all, const links *found, const uint32_t *group, isnad_err *err) {
  static const char sql[] = "INSERT INTO link (a, b, score) VALUES (?1, ?2, ?3)";
  isnad_status status = ISNAD_OK;
  for (size_t i = 0; status == ISNAD_OK && i < found->count; i++) {
    const report_link *l = &found->items[i];
    if (group[l->a] != group[l->b]) continue;
    sqlite3_stmt *row = store_statement(store, sql, err);
    if (row == NULL) return ISNAD_STORE;
    sqlite3_bind_int64(row, 1, all->items[l->a].id);
    sqlite3_bind_int64(row, 2, all->items[l->b].id);
    sqlite3_bind_double(row, 3, (double)l->score / SCORE_ONE);
    status = store_run(store, row, err);
  }
  return status;
}

/* The reports by group, inside a group by name: a counting sort over the groups' smallest members. */
static uint32_t *order_by_group(isnad_arena *arena, const uint32_t *group, size_t count) {
  uint32_t *begins = isnad_arena_array(arena, count + 2, sizeof *begins), *order = isnad_arena_array(arena, count + 1, sizeof *order);
  if (begins == NULL || order == NULL) return NULL;
  for (size_t i = 0; i < count; i++) begins[group[i] + 1]++;
  for (size_t i = 1; i <= count; i++) begins[i] += begins[i - 1];
  for (uint32_t i = 0; i < count; i++) order[begins[group[i]]++] = i;
  return order;
}

static double *centralities(isnad_arena *arena, const links *found, const uint32_t *group, size_t count) {
  double *sums = isnad_arena_array(arena, count + 1, sizeof *sums);
  for (size_t i = 0; sums != NULL && i < found->count; i++) {
    const report_link *l = &found->items[i];
    if (group[l->a] != group[l->b]) continue;
    sums[l->a] += (double)l->score;
    sums[l->b] += (double)l->score;
  }
  return sums;
}

static isnad_status write_groups(isnad_store *store, isnad_arena *arena, const reports *all, const links *found, const uint32_t *group,
                                 isnad_err *err) {
  gathering g = {.store = store, .all = all, .group = group};
  g.order = order_by_group(arena, group, all->count);
  g.centrality = centralities(arena, found, group, all->count);
  if (g.order == NULL || g.centrality == NULL) return isnad_arena_fail(err, arena, "story");
  isnad_status status = ISNAD_OK;
  for (size_t i = 0; status == ISNAD_OK && i < all->count; i = g.last) {
    g.first = i;
    g.last = i + 1;
    while (g.last < all->count && group[g.order[g.last]] == group[g.order[i]]) g.last++;
    status = write_group(&g, arena, err);
  }
  return status == ISNAD_OK ? write_links(store, all, found, group, err) : status;
}

static int by_id(const void *a, const void *b) {
  int64_t x = *(const int64_t *)a, y = *(const int64_t *)b;
  return (x > y) - (x < y);
}

/* Everything was computed anew, so everything may have changed. */
static isnad_status touch_all(isnad_ids *touched, isnad_arena *arena, const reports *all, isnad_err *err) {
  touched->items = isnad_arena_array(arena, all->count + 1, sizeof *touched->items);
  if (touched->items == NULL) return isnad_arena_fail(err, arena, "story");
  touched->count = all->count;
  for (size_t i = 0; i < all->count; i++) touched->items[i] = all->items[i].id;
  if (all->count > 1) qsort(touched->items, all->count, sizeof *touched->items, by_id);
  return ISNAD_OK;
}

static isnad_status weave(isnad_ids *touched, isnad_arena *keep, isnad_store *store, isnad_arena *arena, isnad_err *err) {
  reports all;
  links found;
  isnad_status status = reports_load(&all, arena, store, err);
  if (status != ISNAD_OK) return status;
  uint32_t *group = isnad_arena_array(arena, all.count + 1, sizeof *group);
  if (group == NULL) return isnad_arena_fail(err, arena, "story");
  status = links_find(&found, arena, &all, err);
  if (status == ISNAD_OK) status = groups_find(group, arena, &all, &found, err);
  if (status == ISNAD_OK) status = store_execute(store, "DELETE FROM story_member; DELETE FROM story; DELETE FROM link", err);
  if (status == ISNAD_OK) status = write_groups(store, arena, &all, &found, group, err);
  return status == ISNAD_OK ? touch_all(touched, keep, &all, err) : status;
}

isnad_status isnad_story_weave(isnad_ids *touched, isnad_arena *arena, isnad_store *store, const isnad_ids *fresh, unsigned threads, isnad_err *err) {
  isnad_arena *scratch = NULL;
  (void)fresh;
  (void)threads;
  *touched = (isnad_ids){0};
  if (isnad_arena_new(&scratch, 0) != ISNAD_OK) return isnad_err_set(err, ISNAD_NO_MEMORY, "story", (isnad_span){0, 0}, "out of memory");
  isnad_status status = weave(touched, arena, store, scratch, err);
  isnad_arena_free(scratch);
  return status;
}
