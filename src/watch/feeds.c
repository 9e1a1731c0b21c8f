/* Looks at feeds: which are due, and what one found. */
#include "watch/inside.h"

#include "base/clock.h"
#include "isnad/feed.h"
#include "watch/rhythm.h"

#include <string.h>

enum { MOST_CHILDREN = 8, MOST_LINKS = 3, HOUR = 3600, MOST_PERIOD_OF_CACHE = HOUR, MOST_BACKOFF = DAY_SECONDS };

static const isnad_slice none = {NULL, 0};

/* --- noting --- */

isnad_status watch_note_feed(bool *fresh, isnad_store *store, isnad_slice url, isnad_slice title, bool guessed, int64_t due, isnad_err *err) {
  static const char sql[] = "INSERT INTO watch_feed(url, title, kind, state, guessed, due, interval) VALUES(?1, ?2, '', 'active', ?3, ?4, 0)"
                            " ON CONFLICT(url) DO UPDATE SET state = 'active', due = ?4 WHERE state <> 'active'";
  sqlite3_stmt *s = store_statement(store, sql, err);
  if (s == NULL) return ISNAD_STORE;
  store_bind_words(s, 1, url);
  store_bind_words(s, 2, title);
  sqlite3_bind_int(s, 3, guessed);
  sqlite3_bind_int64(s, 4, due);
  isnad_status status = store_run(store, s, err);
  *fresh = status == ISNAD_OK && sqlite3_changes(store_db(store)) > 0;
  return status;
}

/* --- which are due --- */

isnad_status watch_top_up_feeds(watch *w) {
  static const char sql[] = "SELECT id, url, etag, last_modified FROM watch_feed WHERE state = 'active' AND due <= ?1 ORDER BY due LIMIT ?2";
  sqlite3_stmt *s = store_statement(w->store, sql, w->err);
  if (s == NULL) return ISNAD_STORE;
  sqlite3_bind_int64(s, 1, watch_now(w));
  sqlite3_bind_int(s, 2, WATCH_MOST_PENDING);
  isnad_status status;
  while ((status = store_step(w->store, s, w->err)) == ISNAD_OK) {
    int64_t id = sqlite3_column_int64(s, 0);
    isnad_fetch_request request = {
        .kind = ISNAD_FETCH_A_FEED, .url = store_column(s, 1), .etag = store_column(s, 2), .last_modified = store_column(s, 3)};
    if (!watch_is_asked(w, id, none) && !watch_ask_feed(w, id, &request)) break;
  }
  sqlite3_reset(s);
  return status == ISNAD_END ? ISNAD_OK : status;
}

/* --- what one found --- */

typedef struct looking {
  watch *w;
  const isnad_fetched *r;
  int64_t id;
  int64_t interval, failures, looks;
  bool guessed;
  isnad_slice kind, title;
  uint64_t fresh;
  rhythm_look rhythm;
  int64_t times[RHYTHM_TIMES];
} looking;

static isnad_status recall(looking *l) {
  static const char sql[] = "SELECT interval, failures, looks, guessed FROM watch_feed WHERE id = ?1";
  sqlite3_stmt *s = store_statement(l->w->store, sql, l->w->err);
  if (s == NULL) return ISNAD_STORE;
  sqlite3_bind_int64(s, 1, l->id);
  isnad_status status = store_step(l->w->store, s, l->w->err);
  if (status == ISNAD_OK) {
    l->interval = sqlite3_column_int64(s, 0);
    l->failures = sqlite3_column_int64(s, 1);
    l->looks = sqlite3_column_int64(s, 2);
    l->guessed = sqlite3_column_int(s, 3) != 0;
  }
  sqlite3_reset(s);
  return status == ISNAD_END ? ISNAD_NOT_FOUND : status;
}

static isnad_status note_item(looking *l, isnad_slice url, isnad_slice title, isnad_feed_time when) {
  bool fresh = false;
  l->rhythm.items++;
  if (when.when.from < when.when.to && l->rhythm.time_count < RHYTHM_TIMES) l->times[l->rhythm.time_count++] = when.when.from;
  isnad_status status = url.length > 0 ? watch_note_item(&fresh, l->w, l->id, url, title) : ISNAD_OK;
  l->fresh += fresh;
  return status;
}

static isnad_status take_items(looking *l, const isnad_feed *feed) {
  isnad_status status = ISNAD_OK;
  l->title = feed->title;
  l->kind = isnad_slice_of(isnad_feed_kind_name(feed->kind));
  if ((double)feed->period > l->rhythm.asked) l->rhythm.asked = feed->period;
  for (size_t i = 0; status == ISNAD_OK && i < feed->item_count; i++)
    status = note_item(l, feed->items[i].url, feed->items[i].title, feed->items[i].published);
  return status;
}

static isnad_status add_list(looking *l, isnad_slice url, isnad_slice title, bool guessed) {
  bool fresh = false;
  isnad_slice clean;
  if (isnad_fetch_url(&clean, l->w->arena, url, NULL) != ISNAD_OK) return ISNAD_OK;
  return watch_note_feed(&fresh, l->w->store, clean, title, guessed, watch_now(l->w), l->w->err);
}

static bool is_recent(const looking *l, isnad_feed_time when) {
  return when.when.from < when.when.to && when.when.to > watch_now(l->w) - (int64_t)l->w->with.sitemap_days * DAY_SECONDS;
}

/* A sitemap may list all that a site ever published: only what changed of late is taken; a plain list of addresses was made for being fetched. */
static isnad_status take_sitemap(looking *l, const isnad_sitemap *map) {
  isnad_status status = ISNAD_OK;
  size_t children = 0;
  l->kind = isnad_slice_of(isnad_feed_kind_name(map->kind));
  for (size_t i = 0; status == ISNAD_OK && i < map->count; i++) {
    const isnad_sitemap_entry *e = &map->items[i];
    bool told = e->published.when.to > e->published.when.from, recent = is_recent(l, told ? e->published : e->modified);
    bool dated = told || e->modified.when.to > e->modified.when.from;
    if (map->kind == ISNAD_FEED_SITEMAP_INDEX && (recent || !dated) && children++ < MOST_CHILDREN) status = add_list(l, e->url, none, false);
    if (map->kind == ISNAD_FEED_URL_LIST || (map->kind == ISNAD_FEED_SITEMAP && recent))
      status = note_item(l, e->url, e->news_title, told ? e->published : e->modified);
  }
  return status;
}

static bool is_of_comments(const isnad_feed_link *link) {
  for (size_t i = 0; i + 7 <= link->url.length; i++)
    if (memcmp(link->url.bytes + i, "comment", 7) == 0) return true;
  return false;
}

/* A page of a site: the feeds that it names are looked at instead; where it names none, the usual places. */
static isnad_status take_site(looking *l, const isnad_feed_options *how) {
  const isnad_feed_link *links = NULL;
  size_t count = 0, named = 0;
  isnad_status status = isnad_feed_links(&links, &count, l->w->arena, l->r->body, true, how, l->w->err);
  l->kind = isnad_slice_of("page");
  for (size_t i = 0; status == ISNAD_OK && i < count; i++) {
    if (links[i].guessed && named > 0) break;
    if (is_of_comments(&links[i])) continue;
    if (links[i].guessed || named++ < MOST_LINKS) status = add_list(l, links[i].url, links[i].title, links[i].guessed);
  }
  return status == ISNAD_BAD_INPUT ? ISNAD_OK : status;
}

static isnad_status take_outlines(looking *l, const isnad_outlines *list) {
  isnad_status status = ISNAD_OK;
  l->kind = isnad_slice_of("opml");
  for (size_t i = 0; status == ISNAD_OK && i < list->count; i++)
    if (list->items[i].feed_url.length > 0) status = add_list(l, list->items[i].feed_url, list->items[i].text, false);
  return status;
}

/* ISNAD_BAD_INPUT: it is no list of anything. */
static isnad_status read_list(looking *l, isnad_err *why) {
  isnad_feed_options how = {.content_type = l->r->content_type, .url = l->r->url};
  isnad_feed feed;
  isnad_sitemap map;
  isnad_outlines list;
  isnad_arena *arena = l->w->arena;
  isnad_status status = ISNAD_OK;
  switch (isnad_feed_sniff(l->r->body)) {
  case ISNAD_FEED_SITEMAP:
  case ISNAD_FEED_SITEMAP_INDEX:
  case ISNAD_FEED_URL_LIST:
    status = isnad_sitemap_read(&map, arena, l->r->body, &how, why);
    return status == ISNAD_OK ? take_sitemap(l, &map) : status;
  case ISNAD_FEED_OPML:
    status = isnad_outlines_read(&list, arena, l->r->body, &how, why);
    return status == ISNAD_OK ? take_outlines(l, &list) : status;
  case ISNAD_FEED_NONE:
    if (l->looks == 0) return take_site(l, &how);
    return isnad_err_set(why, ISNAD_BAD_INPUT, "watch", (isnad_span){0, 0}, "it is no feed any more");
  default:
    status = isnad_feed_read(&feed, arena, l->r->body, &how, why);
    return status == ISNAD_OK ? take_items(l, &feed) : status;
  }
}

static isnad_status write_back(looking *l, int64_t due, const char *state, isnad_slice error, bool changed) {
  static const char sql[] = "UPDATE watch_feed SET due = ?2, interval = ?3, failures = ?4, looks = looks + 1, looked = ?5, error = ?6, state = ?7,"
                            " kind = coalesce(?8, kind), title = CASE WHEN ?9 IS NULL OR title <> '' THEN title ELSE ?9 END,"
                            " changed = CASE WHEN ?10 THEN ?5 ELSE changed END, etag = CASE WHEN ?11 THEN ?12 ELSE etag END,"
                            " last_modified = CASE WHEN ?11 THEN ?13 ELSE last_modified END WHERE id = ?1";
  const isnad_fetched *r = l->r;
  sqlite3_stmt *s = store_statement(l->w->store, sql, l->w->err);
  if (s == NULL) return ISNAD_STORE;
  sqlite3_bind_int64(s, 1, l->id);
  sqlite3_bind_int64(s, 2, due);
  sqlite3_bind_int64(s, 3, l->interval);
  sqlite3_bind_int64(s, 4, l->failures);
  sqlite3_bind_int64(s, 5, watch_now(l->w));
  store_bind_text(s, 6, error);
  store_bind_words(s, 7, isnad_slice_of(state));
  store_bind_text(s, 8, l->kind);
  store_bind_text(s, 9, l->title);
  sqlite3_bind_int(s, 10, changed);
  sqlite3_bind_int(s, 11, r->outcome == ISNAD_FETCH_GOT && error.length == 0);
  store_bind_text(s, 12, r->etag);
  store_bind_text(s, 13, r->last_modified);
  return store_run(l->w->store, s, l->w->err);
}

/* It moved for good: from now on it is asked for there, unless that is looked at already. */
static isnad_status move(looking *l) {
  static const char sql[] = "UPDATE OR IGNORE watch_feed SET url = ?2 WHERE id = ?1";
  if (l->r->moved.length == 0) return ISNAD_OK;
  sqlite3_stmt *s = store_statement(l->w->store, sql, l->w->err);
  if (s == NULL) return ISNAD_STORE;
  sqlite3_bind_int64(s, 1, l->id);
  store_bind_words(s, 2, l->r->moved);
  return store_run(l->w->store, s, l->w->err);
}

static isnad_status failed(looking *l, isnad_slice why, bool for_good) {
  double wait = l->w->with.least;
  for (int64_t i = 0; i < l->failures && wait < MOST_BACKOFF; i++) wait *= 2;
  if (l->r->retry_after > wait) wait = l->r->retry_after;
  if (wait > MOST_BACKOFF) wait = MOST_BACKOFF;
  l->failures++;
  l->w->counts.failed_looks++;
  bool gone = for_good || (l->guessed && l->looks == 0 && l->r->outcome != ISNAD_FETCH_FAILED);
  int64_t due = watch_now(l->w) + (int64_t)wait;
  isnad_watch_event event = {.kind = ISNAD_WATCH_LOOKED, .outcome = l->r->outcome, .status = l->r->status, .url = l->r->asked, .message = why};
  event.due = gone ? 0 : due;
  isnad_status status = write_back(l, due, gone ? "gone" : "active", why, false);
  if (status == ISNAD_OK) watch_tell(l->w, &event);
  return status;
}

static isnad_status looked(looking *l) {
  double fresh_for = l->r->max_age < MOST_PERIOD_OF_CACHE ? l->r->max_age : MOST_PERIOD_OF_CACHE;
  bool is_site = isnad_slice_is(l->kind, "page");
  l->rhythm.least = l->w->with.least;
  l->rhythm.most = l->w->with.most;
  l->rhythm.interval = (double)l->interval;
  l->rhythm.fresh = l->fresh;
  l->rhythm.times = l->times;
  l->rhythm.now = (double)watch_now(l->w);
  if (fresh_for > l->rhythm.asked) l->rhythm.asked = fresh_for;
  l->interval = (int64_t)rhythm_next(&l->rhythm);
  l->failures = 0;
  l->w->counts.items += l->fresh;
  int64_t due = watch_now(l->w) + l->interval;
  isnad_watch_event event = {.kind = ISNAD_WATCH_LOOKED, .outcome = l->r->outcome, .status = l->r->status, .url = l->r->asked, .title = l->title};
  event.fresh = l->fresh;
  event.due = is_site ? 0 : due;
  isnad_status status = write_back(l, due, is_site ? "gone" : "active", none, l->fresh > 0);
  if (status == ISNAD_OK) status = move(l);
  if (status == ISNAD_OK) watch_tell(l->w, &event);
  return status;
}

isnad_status watch_take_feed(watch *w, int64_t feed, const isnad_fetched *r) {
  looking l = {.w = w, .r = r, .id = feed};
  isnad_err why = {0};
  isnad_status status = recall(&l);
  w->counts.looks++;
  if (status != ISNAD_OK) return status == ISNAD_NOT_FOUND ? ISNAD_OK : status;
  if (r->outcome == ISNAD_FETCH_UNCHANGED) return looked(&l);
  if (r->outcome != ISNAD_FETCH_GOT) return failed(&l, r->message, r->status == 410);
  status = read_list(&l, &why);
  if (status == ISNAD_BAD_INPUT || status == ISNAD_LIMIT) return failed(&l, isnad_slice_of(why.message), false);
  return status == ISNAD_OK ? looked(&l) : status;
}
