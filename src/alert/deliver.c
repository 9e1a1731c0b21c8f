/* What fired, brought to where it is to go; what could not be brought waits, longer each time. */
#include "alert/deliver.h"

#include <stdio.h>

enum { MOST_AT_ONCE = 64, MOST_TRIES = 20, FIRST_WAIT = 60, LONGEST_WAIT = 21600 };

static isnad_status list(alert_event **out, size_t *count, alert_run *r) {
  static const char sql[] = "SELECT e.id, e.sent, e.tries, e.body, a.id, a.name, a.feed, a.command, a.webhook, a.private FROM alert_event e"
                            " JOIN alert a ON a.id = e.alert WHERE e.done = 0 AND e.due <= ?1 ORDER BY e.due, e.id LIMIT ?2";
  sqlite3_stmt *s = store_statement(r->store, sql, r->err);
  *count = 0;
  *out = isnad_arena_array(r->arena, MOST_AT_ONCE, sizeof **out);
  if (s == NULL || *out == NULL) return s == NULL ? ISNAD_STORE : isnad_arena_fail(r->err, r->arena, "alert");
  sqlite3_bind_int64(s, 1, r->now);
  sqlite3_bind_int(s, 2, MOST_AT_ONCE);
  isnad_status status;
  while ((status = store_step(r->store, s, r->err)) == ISNAD_OK) {
    alert_event *e = &(*out)[(*count)++];
    *e = (alert_event){.id = sqlite3_column_int64(s, 0), .tries = sqlite3_column_int64(s, 2), .alert = sqlite3_column_int64(s, 4)};
    e->sent = (unsigned)sqlite3_column_int(s, 1);
    e->body = store_column_copy(r->arena, s, 3);
    e->name = store_column_copy(r->arena, s, 5);
    e->feed = store_column_copy(r->arena, s, 6);
    e->command = store_column_copy(r->arena, s, 7);
    e->webhook = store_column_copy(r->arena, s, 8);
    e->allow_private = sqlite3_column_int(s, 9) != 0;
  }
  return status == ISNAD_END ? ISNAD_OK : status;
}

static unsigned wanted(const alert_event *e) {
  return (e->feed.length > 0 ? ALERT_FEED : 0u) | (e->command.length > 0 ? ALERT_COMMAND : 0u) | (e->webhook.length > 0 ? ALERT_WEBHOOK : 0u);
}

static isnad_status write_back(alert_run *r, const alert_event *e) {
  static const char sql[] = "UPDATE alert_event SET sent = ?2, done = ?3, tries = ?4, due = ?5, error = ?6 WHERE id = ?1";
  bool all = (wanted(e) & ~e->sent) == 0;
  int64_t tries = e->tries + !all, wait = FIRST_WAIT;
  for (int64_t i = 1; i < tries && wait < LONGEST_WAIT; i++) wait *= 2;
  isnad_status status = isnad_store_begin(r->store, r->err);
  sqlite3_stmt *s = status == ISNAD_OK ? store_statement(r->store, sql, r->err) : NULL;
  if (s == NULL) return status == ISNAD_OK ? ISNAD_STORE : status;
  sqlite3_bind_int64(s, 1, e->id);
  sqlite3_bind_int(s, 2, (int)e->sent);
  sqlite3_bind_int(s, 3, all ? 1 : tries >= MOST_TRIES ? 2 : 0);
  sqlite3_bind_int64(s, 4, tries);
  sqlite3_bind_int64(s, 5, r->now + wait);
  store_bind_text(s, 6, isnad_slice_of(e->error[0] != '\0' ? e->error : NULL));
  status = store_run(r->store, s, r->err);
  if (status == ISNAD_OK) status = isnad_store_commit(r->store, r->err);
  if (status != ISNAD_OK) isnad_store_rollback(r->store);
  r->counts->delivered += all;
  r->counts->failed += !all;
  return status;
}

/* A feed holds all that fired, so one writing serves all its events. */
static isnad_status to_feeds(alert_run *r, alert_event *events, size_t count) {
  for (size_t i = 0; i < count; i++) {
    alert_event *e = &events[i];
    isnad_err why = {0};
    if (e->feed.length == 0 || (e->sent & ALERT_FEED) != 0) continue;
    isnad_status status = alert_write_feed(r, e, &why);
    if (status != ISNAD_OK && status != ISNAD_IO) return isnad_err_set(r->err, status, "alert", (isnad_span){0, 0}, "%s", why.message);
    for (size_t k = i; k < count; k++) {
      if (events[k].alert != e->alert) continue;
      if (status == ISNAD_OK) events[k].sent |= ALERT_FEED;
      if (status != ISNAD_OK) snprintf(events[k].error, sizeof events[k].error, "%s", why.message);
    }
  }
  return ISNAD_OK;
}

isnad_status alert_deliver(alert_run *r, const isnad_fetch_options *net) {
  alert_event *events = NULL;
  size_t count = 0;
  isnad_arena_reset(r->arena);
  isnad_status status = list(&events, &count, r);
  if (status == ISNAD_OK) status = to_feeds(r, events, count);
  for (size_t i = 0; status == ISNAD_OK && i < count; i++)
    if (events[i].command.length > 0 && (events[i].sent & ALERT_COMMAND) == 0) alert_run_command(&events[i]);
  if (status == ISNAD_OK) status = alert_post(r, events, count, net);
  for (size_t i = 0; status == ISNAD_OK && i < count; i++) status = write_back(r, &events[i]);
  return status;
}
