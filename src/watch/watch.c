/* The loop of a watch: ask for what is due, take what came, commit, and now and then let the stories take it in. */
#include "watch/inside.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static const isnad_span nowhere = {0, 0};

enum { BATCH_WRITES = 256 };
static const double BATCH_SECONDS = 0.1, TOP_UP_SECONDS = 0.05, LONGEST_WAIT = 0.3;

const char *isnad_watch_event_name(isnad_watch_event_kind kind) {
  static const char *const names[] = {"feed", "page", "same", "failed", "removed", "stories"};
  return (unsigned)kind < ISNAD_WATCH_EVENTS ? names[kind] : "unknown";
}

static void keep_status(watch *w, isnad_status status) {
  if (w->status == ISNAD_OK) w->status = status;
}

/* --- one watch at a time --- */

/* A lock on a file beside the store, which is no part of it. Files that another watch has just removed do not count. */
static isnad_status lock(int *fd, const watch *w) {
  char path[4096];
  struct flock whole = {.l_type = F_WRLCK, .l_whence = SEEK_SET};
  struct stat held, there;
  snprintf(path, sizeof path, "%s-watching", sqlite3_db_filename(store_db(w->store), "main"));
  for (;;) {
    *fd = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0644);
    if (*fd < 0) return isnad_err_set(w->err, ISNAD_IO, "watch", nowhere, "%s: %s", path, strerror(errno));
    if (fcntl(*fd, F_SETLK, &whole) != 0) return isnad_err_set(w->err, ISNAD_BUSY, "watch", nowhere, "another watch runs on this store");
    if (fstat(*fd, &held) == 0 && stat(path, &there) == 0 && held.st_ino == there.st_ino) return ISNAD_OK;
    close(*fd);
  }
}

static void unlock(int fd, const watch *w, bool mine) {
  char path[4096];
  snprintf(path, sizeof path, "%s-watching", sqlite3_db_filename(store_db(w->store), "main"));
  if (mine) unlink(path);
  if (fd >= 0) close(fd);
}

/* --- what comes --- */

static void done(void *context, const isnad_fetched *r) {
  watch *w = context;
  watch_pending *p = &w->pending[r->tag];
  isnad_arena_reset(w->arena);
  isnad_status status = w->status == ISNAD_OK ? watch_begin(w) : w->status;
  if (status == ISNAD_OK) status = p->is_feed ? watch_take_feed(w, p->feed, r) : watch_take_page(w, isnad_slice_of(p->key), r);
  keep_status(w, status);
  watch_pending_free(w, p);
}

/* --- the pages that were asked for by name --- */

static isnad_status ask_page(watch *w, isnad_slice url) {
  static const char sql[] =
      "SELECT url, CASE WHEN state = 'held' THEN etag END, CASE WHEN state = 'held' THEN last_modified END FROM watch_item WHERE key = ?1";
  bool fresh = false;
  isnad_slice clean;
  isnad_err why = {0};
  isnad_arena_reset(w->arena);
  isnad_status status = isnad_fetch_url(&clean, w->arena, url, &why);
  isnad_watch_event refused = {.kind = ISNAD_WATCH_NOT_GOT, .outcome = ISNAD_FETCH_REFUSED, .url = url, .message = isnad_slice_of(why.message)};
  if (status == ISNAD_BAD_INPUT) {
    w->counts.not_got++;
    watch_tell(w, &refused);
    return ISNAD_OK;
  }
  if (status == ISNAD_OK) status = watch_begin(w);
  if (status == ISNAD_OK) status = watch_note_item(&fresh, w, 0, url, (isnad_slice){NULL, 0});
  isnad_slice key = status == ISNAD_OK ? isnad_fetch_key(w->arena, clean) : (isnad_slice){NULL, 0};
  sqlite3_stmt *s = status == ISNAD_OK ? store_statement(w->store, sql, w->err) : NULL;
  if (s == NULL) return status == ISNAD_OK ? ISNAD_STORE : status;
  store_bind_words(s, 1, key);
  status = store_step(w->store, s, w->err);
  isnad_fetch_request request = {.kind = ISNAD_FETCH_A_PAGE, .url = clean};
  if (status == ISNAD_OK) request.etag = store_column(s, 1);
  if (status == ISNAD_OK) request.last_modified = store_column(s, 2);
  if (status == ISNAD_OK && !watch_is_asked(w, 0, key)) watch_ask_item(w, key, &request);
  sqlite3_reset(s);
  return status == ISNAD_END ? ISNAD_OK : status;
}

static isnad_status ask_pages(watch *w, size_t *next) {
  isnad_status status = ISNAD_OK;
  for (; status == ISNAD_OK && *next < w->with.page_count && watch_has_room_for_pages(w); ++*next) status = ask_page(w, w->with.pages[*next]);
  return status;
}

/* --- the loop --- */

static isnad_status count(watch *w) {
  static const char sql[] = "SELECT count(*), coalesce(sum(failures > 0), 0), max(coalesce(min(due), ?1) - ?1, 0),"
                            " (SELECT count(*) FROM watch_item WHERE due <= ?1) FROM watch_feed WHERE state = 'active'";
  sqlite3_stmt *s = store_statement(w->store, sql, w->err);
  if (s == NULL) return ISNAD_STORE;
  sqlite3_bind_int64(s, 1, watch_now(w));
  isnad_status status = store_step(w->store, s, w->err);
  if (status == ISNAD_OK) {
    w->counts.feeds = (uint64_t)sqlite3_column_int64(s, 0);
    w->counts.failing = (uint64_t)sqlite3_column_int64(s, 1);
    w->counts.until_next = sqlite3_column_int64(s, 2);
    w->counts.waiting = (uint64_t)sqlite3_column_int64(s, 3);
  }
  sqlite3_reset(s);
  isnad_fetcher_count(&w->counts.net, w->fetcher);
  return status;
}

isnad_status watch_show(watch *w) {
  if (w->with.shown == NULL) return ISNAD_OK;
  isnad_status status = count(w);
  if (status == ISNAD_OK) w->with.shown(w->with.context, &w->counts);
  return status;
}

static isnad_status top_up(watch *w, size_t *next_page) {
  if (w->with.only_pages) return ask_pages(w, next_page);
  if (w->weaving || watch_steady(w) - w->topped_at < TOP_UP_SECONDS) return ISNAD_OK;
  w->topped_at = watch_steady(w);
  isnad_status status = ask_pages(w, next_page);
  if (status == ISNAD_OK) status = watch_top_up_feeds(w);
  return status == ISNAD_OK ? watch_top_up_items(w) : status;
}

static isnad_status is_done(bool *out, watch *w, size_t next_page) {
  *out = false;
  if (!w->with.once || next_page < w->with.page_count || w->pending_count > 0 || w->unwoven > 0 || w->weaving) return ISNAD_OK;
  if (!w->with.only_pages) return watch_is_idle(out, w);
  *out = true;
  return ISNAD_OK;
}

static isnad_status turn(watch *w, bool *ended, size_t *next_page) {
  double wait = w->clock.speed > 1 ? 0.01 : LONGEST_WAIT;
  isnad_status status = top_up(w, next_page);
  if (status == ISNAD_OK && w->in_batch && w->pending_count == 0) status = watch_commit(w);
  if (status == ISNAD_OK) status = is_done(ended, w, *next_page);
  if (status != ISNAD_OK || *ended) return status;
  status = isnad_fetcher_step(w->fetcher, w->in_batch || w->pending_count > 0 || w->unwoven == 0 ? wait : 0, w->err);
  if (status == ISNAD_OK) status = w->status;
  bool full = w->in_batch && (w->batch_writes >= BATCH_WRITES || watch_steady(w) - w->batch_since >= BATCH_SECONDS);
  if (status == ISNAD_OK && full) status = watch_commit(w);
  return status == ISNAD_OK ? watch_weave_when_quiet(w) : status;
}

static isnad_status loop(watch *w) {
  size_t next_page = 0;
  bool ended = false;
  double shown = 0;
  isnad_status status = w->pipeline->weave(w->store, w->err); /* what an earlier run left */
  while (status == ISNAD_OK && !ended && !watch_stopped(w)) {
    status = turn(w, &ended, &next_page);
    if (status != ISNAD_OK || watch_steady(w) - shown < LONGEST_WAIT) continue;
    shown = watch_steady(w);
    status = watch_show(w);
  }
  if (status == ISNAD_OK) status = watch_commit(w);
  return status;
}

static void set_defaults(watch *w, isnad_fetch_options *net) {
  isnad_watch_options *o = &w->with;
  *o = *w->options;
  if (o->least == 0) o->least = 300;
  if (o->most == 0) o->most = 21600;
  if (o->most < o->least) o->most = o->least;
  if (o->recheck == 0) o->recheck = 3600;
  if (o->sitemap_days == 0) o->sitemap_days = 3;
  if (o->weave_after == 0) o->weave_after = 200;
  if (o->weave_seconds == 0) o->weave_seconds = 60;
  w->memory = watch_memory(w);
  net->memory = &w->memory;
  net->done = done;
  net->context = w;
  net->cold = !o->only_pages;
  w->clock = net->clock != NULL ? *net->clock : isnad_clock_of_system();
}

/* What a writer of millions of rows is quicker with only lies about in a process that lives for weeks: no slower was measured with a quarter of it.
 */
static const char settings[] = "PRAGMA cache_size=-16384";

static isnad_status run(watch *w) {
  isnad_fetch_options net = w->options->net;
  set_defaults(w, &net);
  isnad_status status = store_execute(w->store, settings, w->err);
  if (status == ISNAD_OK) status = isnad_arena_new(&w->arena, 0);
  if (status == ISNAD_OK) status = isnad_arena_new(&w->page, 0);
  if (status == ISNAD_OK) status = isnad_fetcher_new(&w->fetcher, &net, w->err);
  if (status == ISNAD_OK) status = loop(w);
  if (status != ISNAD_OK) isnad_store_rollback(w->store);
  isnad_fetcher_free(w->fetcher);
  for (unsigned i = 0; i < WATCH_MOST_PENDING; i++)
    if (w->pending[i].taken) watch_pending_free(w, &w->pending[i]);
  isnad_arena_free(w->arena);
  isnad_arena_free(w->page);
  return status;
}

isnad_status isnad_watch_run(isnad_watch_counts *out, isnad_store *store, const isnad_watch_options *options, const isnad_watch_pipeline *pipeline,
                             isnad_err *err) {
  watch w = {.store = store, .options = options, .pipeline = pipeline, .err = err};
  int fd = -1;
  isnad_status status = options->only_pages ? ISNAD_OK : lock(&fd, &w);
  bool mine = status == ISNAD_OK && fd >= 0;
  if (status == ISNAD_OK) status = run(&w);
  if (!options->only_pages) unlock(fd, &w, mine);
  if (out != NULL) *out = w.counts;
  return status;
}
