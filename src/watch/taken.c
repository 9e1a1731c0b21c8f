/* What came of a page that was asked for: held, seen before, unchanged, not got. */
#include "watch/inside.h"

#include "base/clock.h"
#include "base/hash.h"

enum { MOST_TRIES = 10, MINUTE = 60 };

static const isnad_slice none = {NULL, 0};

typedef struct fetched_item {
  watch *w;
  const isnad_fetched *r;
  isnad_slice key;
  bool held; /* it was there before */
  int64_t tries, checks, content, editions, first, feed;
  const isnad_record *record;
} fetched_item;

static isnad_status recall(fetched_item *f) {
  static const char sql[] =
      "SELECT state IN ('held', 'removed'), tries, checks, coalesce(content, 0), editions, coalesce(first, 0), coalesce(feed, 0)"
      " FROM watch_item WHERE key = ?1";
  sqlite3_stmt *s = store_statement(f->w->store, sql, f->w->err);
  if (s == NULL) return ISNAD_STORE;
  store_bind_words(s, 1, f->key);
  isnad_status status = store_step(f->w->store, s, f->w->err);
  if (status == ISNAD_OK) {
    int64_t *const to[] = {&f->tries, &f->checks, &f->content, &f->editions, &f->first, &f->feed};
    f->held = sqlite3_column_int(s, 0) != 0;
    for (int i = 0; i < 6; i++) *to[i] = sqlite3_column_int64(s, i + 1);
  }
  sqlite3_reset(s);
  return status == ISNAD_END ? ISNAD_NOT_FOUND : status;
}

/* Seconds after the first capture at which a page is looked at again: most corrections come within hours. 0: no more. */
static int64_t next_check(const fetched_item *f) {
  static const int64_t times[] = {1, 6, 24, 72, 168};
  if (f->w->with.no_recheck || f->checks < 0 || (size_t)f->checks >= sizeof times / sizeof times[0]) return 0;
  int64_t due = f->first + times[f->checks] * (int64_t)f->w->with.recheck, soonest = watch_now(f->w) + (int64_t)f->w->with.recheck;
  return due > soonest ? due : soonest;
}

static isnad_status write_back(fetched_item *f, const char *state, int64_t due, isnad_slice error) {
  static const char sql[] =
      "UPDATE watch_item SET state = ?2, due = ?3, tries = ?4, checks = ?5, fetched = ?6, content = ?7, editions = ?8, first = ?9,"
      " error = ?10, etag = CASE WHEN ?11 THEN ?12 ELSE etag END, last_modified = CASE WHEN ?11 THEN ?13 ELSE last_modified END"
      " WHERE key = ?1";
  sqlite3_stmt *s = store_statement(f->w->store, sql, f->w->err);
  if (s == NULL) return ISNAD_STORE;
  store_bind_words(s, 1, f->key);
  store_bind_words(s, 2, isnad_slice_of(state));
  sqlite3_bind_null(s, 3);
  if (due > 0) sqlite3_bind_int64(s, 3, due);
  sqlite3_bind_int64(s, 4, f->tries);
  sqlite3_bind_int64(s, 5, f->checks);
  sqlite3_bind_int64(s, 6, watch_now(f->w));
  sqlite3_bind_int64(s, 7, f->content);
  sqlite3_bind_int64(s, 8, f->editions);
  sqlite3_bind_int64(s, 9, f->first);
  store_bind_text(s, 10, error);
  sqlite3_bind_int(s, 11, f->r->outcome == ISNAD_FETCH_GOT);
  store_bind_text(s, 12, f->r->etag);
  store_bind_text(s, 13, f->r->last_modified);
  return store_run(f->w->store, s, f->w->err);
}

static isnad_status end(fetched_item *f, isnad_watch_event_kind kind, const char *state, int64_t due, isnad_slice message) {
  isnad_watch_event event = {.kind = kind, .outcome = f->r->outcome, .status = f->r->status, .url = f->r->asked, .message = message, .due = due};
  event.edition = (unsigned)f->editions;
  isnad_status status = write_back(f, state, due, message);
  if (status == ISNAD_OK) watch_tell(f->w, &event);
  return status;
}

/* What was held and is not there any more is told as such; what was never got waits, longer each time, or is given up. */
static isnad_status not_got(fetched_item *f) {
  const isnad_fetched *r = f->r;
  f->w->counts.not_got++;
  f->tries++;
  double wait = 5 * MINUTE;
  for (int64_t i = 1; i < f->tries && wait < DAY_SECONDS; i++) wait *= 2;
  if (r->retry_after > wait) wait = r->retry_after < DAY_SECONDS ? r->retry_after : DAY_SECONDS;
  int64_t later = watch_now(f->w) + (int64_t)wait;
  if (f->held && r->outcome == ISNAD_FETCH_MISSING && (r->status == 404 || r->status == 410))
    return end(f, ISNAD_WATCH_REMOVED, "removed", 0, r->message);
  if (f->held) {
    f->checks++;
    return end(f, ISNAD_WATCH_NOT_GOT, "held", next_check(f), r->message);
  }
  if (r->outcome == ISNAD_FETCH_FAILED)
    return end(f, ISNAD_WATCH_NOT_GOT, f->tries < MOST_TRIES ? "waiting" : "failed", f->tries < MOST_TRIES ? later : 0, r->message);
  return end(f, ISNAD_WATCH_NOT_GOT, r->outcome == ISNAD_FETCH_MISSING ? "missing" : "refused", 0, r->message);
}

static isnad_status unchanged(fetched_item *f) {
  f->checks++;
  f->tries = 0;
  f->w->counts.same++;
  return end(f, ISNAD_WATCH_SAME, "held", next_check(f), none);
}

/* The words of the leading article; of a page without one, of all that is on it. */
static int64_t content_of(const isnad_record *record) {
  uint64_t hash = 1;
  bool lead = false;
  for (size_t i = 0; i < record->article_count; i++) {
    const isnad_article *a = &record->articles[i];
    if (a->role != ISNAD_ROLE_LEAD) continue;
    hash = hash64_seeded(isnad_slice_at(record->page.text, a->headline), hash + a->body_hash);
    lead = true;
  }
  for (size_t i = 0; !lead && i < record->article_count; i++) hash = hash * 31 + record->articles[i].body_hash;
  return (int64_t)(hash >> 1);
}

/* The page's own word for where it is; empty when it says nothing, or something that cannot be: a front page, another site. */
static isnad_slice own_key(const fetched_item *f) {
  isnad_slice clean, key;
  for (size_t i = 0; i < f->record->page.meta_count; i++) {
    const isnad_meta *m = &f->record->page.meta[i];
    if (m->kind != ISNAD_META_CANONICAL) continue;
    if (isnad_fetch_url(&clean, f->w->arena, m->value, NULL) != ISNAD_OK) continue;
    key = isnad_fetch_key(f->w->arena, clean);
    isnad_slice host = isnad_fetch_key(
        f->w->arena, isnad_arena_printf(f->w->arena, "http://%.*s/", (int)isnad_fetch_host(clean).length, isnad_fetch_host(clean).bytes));
    bool site = host.length > 0 && isnad_slice_starts(f->key, (isnad_slice){host.bytes, host.length - 1}), front = isnad_slice_equal(key, host);
    return site && !front ? key : none;
  }
  return none;
}

/* Whether the page is held under the name that it gives itself, or under the one to which it moved. */
static isnad_status is_twin(bool *out, fetched_item *f, isnad_slice key) {
  static const char sql[] = "SELECT 1 FROM watch_item WHERE key = ?1 AND state = 'held' AND content = ?2";
  bool fresh = false;
  if (key.length == 0 || isnad_slice_equal(key, f->key) || *out) return ISNAD_OK;
  sqlite3_stmt *s = store_statement(f->w->store, sql, f->w->err);
  if (s == NULL) return ISNAD_STORE;
  store_bind_words(s, 1, key);
  sqlite3_bind_int64(s, 2, f->content);
  isnad_status status = store_step(f->w->store, s, f->w->err);
  *out = status == ISNAD_OK;
  sqlite3_reset(s);
  if (status != ISNAD_END || f->held) return status == ISNAD_END ? ISNAD_OK : status;
  return watch_insert_item(&fresh, f->w, f->feed, key, f->r->url, none, "same"); /* who names it so later needs not fetch it */
}

/* Whether the page says itself that it was changed after it was published, at a time that this capture is the first to see. */
static bool says_so(const fetched_item *f) {
  for (size_t i = 0; i < f->record->article_count; i++) {
    const isnad_article *a = &f->record->articles[i];
    if (a->role == ISNAD_ROLE_LEAD) return a->updated.when.from < a->updated.when.to && a->updated.when.to > f->first;
  }
  return false;
}

static isnad_status note_edition(fetched_item *f) {
  static const char sql[] = "INSERT OR IGNORE INTO watch_edition VALUES(?1, ?2, ?3, ?4, ?5)";
  if (f->record->article_count == 0) return ISNAD_OK;
  sqlite3_stmt *s = store_statement(f->w->store, sql, f->w->err);
  if (s == NULL) return ISNAD_STORE;
  store_bind_words(s, 1, f->key);
  sqlite3_bind_int64(s, 2, f->editions);
  store_bind_words(s, 3, isnad_slice_of(f->record->articles[0].id));
  sqlite3_bind_int64(s, 4, watch_now(f->w));
  sqlite3_bind_int(s, 5, says_so(f));
  return store_run(f->w->store, s, f->w->err);
}

static isnad_status hold(fetched_item *f, const isnad_prepared *prepared) {
  bool fresh = false;
  isnad_err why = {0};
  isnad_status status = isnad_store_put(f->w->store, &fresh, prepared, &why);
  if (status == ISNAD_BAD_INPUT) return end(f, ISNAD_WATCH_NOT_GOT, "refused", 0, isnad_slice_of(why.message));
  if (status != ISNAD_OK) return isnad_err_set(f->w->err, status, why.stage, why.span, "%s", why.message);
  f->editions++;
  if (f->first == 0) f->first = watch_now(f->w);
  if (f->held) f->checks++;
  f->tries = 0;
  f->w->unwoven += fresh;
  f->w->counts.held += !f->held;
  f->w->counts.editions += f->held;
  status = note_edition(f);
  return status == ISNAD_OK ? end(f, ISNAD_WATCH_HELD, "held", next_check(f), none) : status;
}

static isnad_status got(fetched_item *f) {
  isnad_prepared prepared = {0};
  isnad_err why = {0};
  bool twin = false;
  isnad_input input = isnad_fetched_input(f->r, f->w->with.net.record_file);
  isnad_arena_reset(f->w->page);
  isnad_status status = f->w->pipeline->read(&prepared, f->w->page, &input, &why);
  if (status != ISNAD_OK) {
    status = isnad_store_refuse(f->w->store, f->r->url, 0, &why, f->w->err);
    f->w->counts.not_got++;
    return status == ISNAD_OK ? end(f, ISNAD_WATCH_NOT_GOT, f->held ? "held" : "refused", 0, isnad_slice_of(why.message)) : status;
  }
  f->record = prepared.record;
  int64_t before = f->content;
  f->content = content_of(f->record);
  if (f->held && before == f->content) return unchanged(f);
  if (!f->held) status = is_twin(&twin, f, isnad_fetch_key(f->w->arena, f->r->url));
  if (!f->held && status == ISNAD_OK) status = is_twin(&twin, f, own_key(f));
  if (status != ISNAD_OK) return status;
  f->w->counts.same += twin;
  return twin ? end(f, ISNAD_WATCH_SAME, "same", 0, none) : hold(f, &prepared);
}

isnad_status watch_take_page(watch *w, isnad_slice key, const isnad_fetched *r) {
  fetched_item f = {.w = w, .r = r, .key = key};
  isnad_status status = recall(&f);
  if (status != ISNAD_OK) return status == ISNAD_NOT_FOUND ? ISNAD_OK : status;
  if (r->outcome == ISNAD_FETCH_GOT) return got(&f);
  return r->outcome == ISNAD_FETCH_UNCHANGED ? unchanged(&f) : not_got(&f);
}
