/* The list of alerts, and a run over all of them. */
#include "alert/inside.h"

#include "base/clock.h"
#include "base/json_writer.h"

static const isnad_span nowhere = {0, 0};

const char *isnad_alert_kind_name(isnad_alert_kind kind) {
  static const char *const names[] = {"outlet", "entity", "story", "origins", "figures", "edits", "search"};
  return (unsigned)kind < ISNAD_ALERT_KINDS ? names[kind] : "unknown";
}

static isnad_alert_kind kind_of(isnad_slice name) {
  int kind = 0;
  while (kind < ISNAD_ALERT_KINDS && !isnad_slice_equal(name, isnad_slice_of(isnad_alert_kind_name((isnad_alert_kind)kind)))) kind++;
  return (isnad_alert_kind)kind;
}

/* --- looking --- */

static isnad_status look(alert_run *r) {
  switch (r->self.kind) {
  case ISNAD_ALERT_OUTLET:
    return alert_look_outlet(r);
  case ISNAD_ALERT_ENTITY:
    return alert_look_entity(r);
  case ISNAD_ALERT_STORY:
    return alert_look_story(r);
  case ISNAD_ALERT_ORIGINS:
    return alert_look_origins(r);
  case ISNAD_ALERT_FIGURES:
    return alert_look_figures(r);
  case ISNAD_ALERT_EDITS:
    return alert_look_edits(r);
  case ISNAD_ALERT_SEARCH:
    return alert_look_search(r);
  default:
    return ISNAD_OK; /* of a later version */
  }
}

static isnad_status last_article(int64_t *out, isnad_store *store, isnad_err *err) {
  static const char sql[] = "SELECT coalesce(max(id), 0) FROM article";
  return store_number(out, store, sql, err);
}

static isnad_status set_after(alert_run *r, int64_t after) {
  static const char sql[] = "UPDATE alert SET after = ?2 WHERE id = ?1";
  sqlite3_stmt *s = store_statement(r->store, sql, r->err);
  if (s == NULL) return ISNAD_STORE;
  sqlite3_bind_int64(s, 1, r->alert);
  sqlite3_bind_int64(s, 2, after);
  return store_run(r->store, s, r->err);
}

/* --- making --- */

static isnad_status insert(alert_run *r, int64_t after) {
  static const char sql[] = "INSERT INTO alert(name, kind, what, feed, command, webhook, private, created, after) VALUES(?1,?2,?3,?4,?5,?6,?7,?8,?9)"
                            " ON CONFLICT(name) DO NOTHING";
  const isnad_alert *a = &r->self;
  sqlite3_stmt *s = store_statement(r->store, sql, r->err);
  if (s == NULL) return ISNAD_STORE;
  store_bind_words(s, 1, a->name);
  store_bind_words(s, 2, isnad_slice_of(isnad_alert_kind_name(a->kind)));
  store_bind_words(s, 3, a->what);
  store_bind_text(s, 4, a->feed);
  store_bind_text(s, 5, a->command);
  store_bind_text(s, 6, a->webhook);
  sqlite3_bind_int(s, 7, a->allow_private);
  sqlite3_bind_int64(s, 8, r->now);
  sqlite3_bind_int64(s, 9, after);
  isnad_status status = store_run(r->store, s, r->err);
  if (status == ISNAD_OK && sqlite3_changes(store_db(r->store)) == 0)
    return isnad_err_set(r->err, ISNAD_BAD_ARGUMENT, "alert", nowhere, "there is an alert of this name");
  r->alert = sqlite3_last_insert_rowid(store_db(r->store));
  return status;
}

/* All editions that there are, however many. */
static isnad_status learn_edits(alert_run *r) {
  static const char sql[] = "INSERT OR IGNORE INTO alert_known SELECT ?1, item || ' edition ' || edition FROM watch_edition";
  sqlite3_stmt *s = store_statement(r->store, sql, r->err);
  if (s == NULL) return ISNAD_STORE;
  sqlite3_bind_int64(s, 1, r->alert);
  return store_run(r->store, s, r->err);
}

isnad_status isnad_alert_add(isnad_store *store, const isnad_alert *alert, int64_t now, isnad_err *err) {
  isnad_alert_counts counts = {0};
  int64_t after = 0;
  alert_run r = {.store = store, .now = now, .self = *alert, .learning = true, .counts = &counts, .err = err};
  if (alert->name.length == 0 || alert->what.length == 0)
    return isnad_err_set(err, ISNAD_BAD_ARGUMENT, "alert", nowhere, "an alert needs a name and something to wait for");
  if (isnad_arena_new(&r.arena, 0) != ISNAD_OK) return isnad_err_set(err, ISNAD_NO_MEMORY, "alert", nowhere, "out of memory");
  isnad_status status = isnad_store_begin(store, err);
  if (status == ISNAD_OK) status = last_article(&after, store, err);
  if (status == ISNAD_OK) status = insert(&r, after);
  r.after = after;
  if (status == ISNAD_OK) status = look(&r);
  if (status == ISNAD_OK && alert->kind == ISNAD_ALERT_EDITS) status = learn_edits(&r);
  if (status == ISNAD_OK) status = isnad_store_commit(store, err);
  if (status != ISNAD_OK) isnad_store_rollback(store);
  isnad_arena_free(r.arena);
  return status;
}

isnad_status isnad_alert_remove(isnad_store *store, isnad_slice name, isnad_err *err) {
  static const char *const steps[] = {"DELETE FROM alert_event WHERE alert = (SELECT id FROM alert WHERE name = ?1)",
                                      "DELETE FROM alert_known WHERE alert = (SELECT id FROM alert WHERE name = ?1)",
                                      "DELETE FROM alert WHERE name = ?1"};
  isnad_status status = isnad_store_begin(store, err);
  for (size_t i = 0; status == ISNAD_OK && i < sizeof steps / sizeof steps[0]; i++) {
    sqlite3_stmt *s = store_statement(store, steps[i], err);
    if (s == NULL) status = ISNAD_STORE;
    if (s != NULL) store_bind_words(s, 1, name);
    if (s != NULL) status = store_run(store, s, err);
  }
  if (status == ISNAD_OK && sqlite3_changes(store_db(store)) == 0)
    status = isnad_err_set(err, ISNAD_NOT_FOUND, "alert", nowhere, "there is no alert of this name");
  if (status == ISNAD_OK) return isnad_store_commit(store, err);
  isnad_store_rollback(store);
  return status;
}

/* --- telling --- */

static const char columns[] = "SELECT id, after, name, kind, what, feed, command, webhook, private, created,"
                              " (SELECT count(*) FROM alert_event e WHERE e.alert = a.id),"
                              " (SELECT count(*) FROM alert_event e WHERE e.alert = a.id AND e.done = 0) FROM alert a ORDER BY name";

static isnad_alert read_row(sqlite3_stmt *s) {
  isnad_alert a = {.name = store_column(s, 2), .kind = kind_of(store_column(s, 3)), .what = store_column(s, 4), .feed = store_column(s, 5)};
  a.command = store_column(s, 6);
  a.webhook = store_column(s, 7);
  a.allow_private = sqlite3_column_int(s, 8) != 0;
  a.created = sqlite3_column_int64(s, 9);
  a.fired = (uint64_t)sqlite3_column_int64(s, 10);
  a.waiting = (uint64_t)sqlite3_column_int64(s, 11);
  return a;
}

isnad_status isnad_alert_each(isnad_store *store, bool (*take)(void *context, const isnad_alert *alert), void *context, isnad_err *err) {
  sqlite3_stmt *s = store_statement(store, columns, err);
  if (s == NULL) return ISNAD_STORE;
  isnad_status status;
  while ((status = store_step(store, s, err)) == ISNAD_OK) {
    isnad_alert alert = read_row(s);
    if (take(context, &alert)) continue;
    sqlite3_reset(s);
    return ISNAD_CANCELLED;
  }
  return status == ISNAD_END ? ISNAD_OK : status;
}

isnad_status isnad_alert_json(isnad_slice *out, isnad_arena *arena, const isnad_alert *a, isnad_err *err) {
  buf b = buf_new(arena, 512);
  json_writer w = json_writer_new(&b);
  char created[CLOCK_ISO_ROOM];
  json_open_object(&w);
  json_key_string(&w, "name", a->name);
  json_key_text(&w, "kind", isnad_alert_kind_name(a->kind));
  json_key_string(&w, "what", a->what);
  json_key_string(&w, "feed", a->feed);
  json_key_string(&w, "command", a->command);
  json_key_string(&w, "webhook", a->webhook);
  json_key_string(&w, "created", (isnad_slice){created, clock_iso(created, a->created)});
  json_key_u64(&w, "fired", a->fired);
  json_key_u64(&w, "waiting", a->waiting);
  json_close_object(&w);
  *out = buf_slice(&b);
  return buf_status(&b, "alert", err);
}

/* --- the run --- */

typedef struct listed {
  isnad_alert self;
  int64_t id, after;
} listed;

static isnad_slice copied(isnad_arena *arena, isnad_slice s) { return isnad_arena_copy(arena, s); }

static isnad_status list_all(listed **out, size_t *count, isnad_arena *arena, isnad_store *store, isnad_err *err) {
  sqlite3_stmt *s = store_statement(store, columns, err);
  size_t room = 0;
  *out = NULL;
  *count = 0;
  if (s == NULL) return ISNAD_STORE;
  isnad_status status;
  while ((status = store_step(store, s, err)) == ISNAD_OK) {
    isnad_alert a = read_row(s);
    listed *more = *count < room ? *out : isnad_arena_grow(arena, *out, room, room * 2 + 8, sizeof *more);
    if (more == NULL) break;
    if (*count == room) room = room * 2 + 8;
    *out = more;
    a = (isnad_alert){copied(arena, a.name),
                      a.kind,
                      copied(arena, a.what),
                      copied(arena, a.feed),
                      copied(arena, a.command),
                      copied(arena, a.webhook),
                      a.allow_private,
                      a.created,
                      a.fired,
                      a.waiting};
    more[(*count)++] = (listed){a, sqlite3_column_int64(s, 0), sqlite3_column_int64(s, 1)};
  }
  sqlite3_reset(s);
  if (isnad_arena_status(arena) != ISNAD_OK) return isnad_arena_fail(err, arena, "alert");
  return status == ISNAD_END ? ISNAD_OK : status;
}

/* What is wrong with one alert keeps no other from firing. */
static bool of_its_own(isnad_status status) {
  return status == ISNAD_BAD_INPUT || status == ISNAD_BAD_ARGUMENT || status == ISNAD_NOT_FOUND || status == ISNAD_LIMIT;
}

/* What fires and what is known go into the store together. */
static isnad_status look_at_one(alert_run *r, const listed *one, int64_t last) {
  isnad_arena_reset(r->arena);
  r->self = one->self;
  r->alert = one->id;
  r->after = one->after;
  isnad_status status = isnad_store_begin(r->store, r->err);
  if (status == ISNAD_OK) status = look(r);
  if (status == ISNAD_OK) status = set_after(r, last);
  if (status == ISNAD_OK) status = isnad_store_commit(r->store, r->err);
  if (status == ISNAD_OK) return ISNAD_OK;
  isnad_store_rollback(r->store);
  r->counts->failed++;
  return of_its_own(status) ? ISNAD_OK : status;
}

isnad_status isnad_alert_run(isnad_alert_counts *out, isnad_store *store, const isnad_fetch_options *net, int64_t now,
                             void (*told)(void *context, isnad_slice json), void *context, isnad_err *err) {
  isnad_arena *arena = NULL;
  listed *all = NULL;
  size_t count = 0;
  int64_t last = 0;
  alert_run r = {.store = store, .now = now, .counts = out, .told = told, .context = context, .err = err};
  *out = (isnad_alert_counts){0};
  bool room = isnad_arena_new(&arena, 0) == ISNAD_OK && isnad_arena_new(&r.arena, 0) == ISNAD_OK;
  isnad_status status = room ? last_article(&last, store, err) : isnad_err_set(err, ISNAD_NO_MEMORY, "alert", nowhere, "out of memory");
  if (status == ISNAD_OK) status = list_all(&all, &count, arena, store, err);
  for (size_t i = 0; status == ISNAD_OK && i < count; i++) status = look_at_one(&r, &all[i], last);
  if (status == ISNAD_OK && count > 0) status = alert_deliver(&r, net);
  isnad_arena_free(r.arena);
  isnad_arena_free(arena);
  return status;
}
