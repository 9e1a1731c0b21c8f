/* What fires: one object that tells why, with its evidence. */
#include "alert/inside.h"

#include "base/clock.h"
#include "base/json_writer.h"

void alert_show(alert_found *found, isnad_slice article, isnad_span span, isnad_slice words, isnad_slice rule) {
  if (found->evidence_count < ALERT_MOST_EVIDENCE) found->evidence[found->evidence_count++] = (alert_evidence){article, span, words, rule};
}

/* --- what it knows --- */

isnad_status alert_learn(bool *fresh, alert_run *r, isnad_slice key) {
  static const char sql[] = "INSERT INTO alert_known VALUES(?1, ?2) ON CONFLICT DO NOTHING";
  sqlite3_stmt *s = store_statement(r->store, sql, r->err);
  if (s == NULL) return ISNAD_STORE;
  sqlite3_bind_int64(s, 1, r->alert);
  store_bind_words(s, 2, key);
  isnad_status status = store_run(r->store, s, r->err);
  *fresh = status == ISNAD_OK && sqlite3_changes(store_db(r->store)) > 0;
  return status;
}

isnad_status alert_knows(bool *known, alert_run *r, isnad_slice key) {
  static const char sql[] = "SELECT 1 FROM alert_known WHERE alert = ?1 AND key = ?2";
  sqlite3_stmt *s = store_statement(r->store, sql, r->err);
  *known = false;
  if (s == NULL) return ISNAD_STORE;
  sqlite3_bind_int64(s, 1, r->alert);
  store_bind_words(s, 2, key);
  isnad_status status = store_step(r->store, s, r->err);
  *known = status == ISNAD_OK;
  sqlite3_reset(s);
  return status == ISNAD_END ? ISNAD_OK : status;
}

/* --- the object --- */

static void key_time(json_writer *w, const char *key, int64_t time) {
  char text[CLOCK_ISO_ROOM];
  json_key_string(w, key, (isnad_slice){text, clock_iso(text, time)});
}

static void write_article(json_writer *w, const char *key, const store_article *a) {
  if (a == NULL) return;
  json_key(w, key);
  json_open_object(w);
  json_key_string(w, "id", a->name);
  json_key_string(w, "label", a->label);
  json_key_string(w, "headline", alert_title(a));
  json_key_string(w, "outlet", a->outlet_name.length > 0 ? a->outlet_name : a->outlet);
  if (a->published.from < a->published.to) key_time(w, "published", a->published.from);
  json_key_string(w, "uri", a->uri);
  json_close_object(w);
}

static void write_evidence(json_writer *w, const alert_found *found) {
  json_key(w, "evidence");
  json_open_array(w);
  for (size_t i = 0; i < found->evidence_count; i++) {
    const alert_evidence *e = &found->evidence[i];
    json_open_object(w);
    json_key_string(w, "article", e->article);
    if (e->span.begin < e->span.end) json_key_span(w, "span", e->span);
    json_key_string(w, "words", e->words);
    json_key_string(w, "rule", e->rule);
    json_close_object(w);
  }
  json_close_array(w);
}

static isnad_status write_body(isnad_slice *out, alert_run *r, const alert_found *found) {
  buf b = buf_new(r->arena, 1024);
  json_writer w = json_writer_new(&b);
  json_open_object(&w);
  json_key_string(&w, "alert", r->self.name);
  json_key_text(&w, "kind", isnad_alert_kind_name(r->self.kind));
  json_key_string(&w, "what", r->self.what);
  json_key_string(&w, "why", alert_say(r, found, true));
  json_key_string(&w, "why_ar", alert_say(r, found, false));
  key_time(&w, "at", r->now);
  json_key_string(&w, "key", found->key);
  json_key_string(&w, "story", found->story);
  json_key_string(&w, "origin", found->origin);
  json_key_string(&w, "origin_kind", found->origin_kind);
  write_article(&w, "article", found->article);
  write_article(&w, "earlier", found->earlier);
  json_key_string(&w, "before", found->before);
  json_key_string(&w, "after", found->after);
  write_evidence(&w, found);
  json_close_object(&w);
  *out = buf_slice(&b);
  return buf_status(&b, "alert", r->err);
}

/* The same for a reader of feeds: lines of text. */
static isnad_slice write_words(alert_run *r, const alert_found *found) {
  buf b = buf_new(r->arena, 1024);
  isnad_slice why = alert_say(r, found, false);
  buf_printf(&b, "%.*s\n", (int)why.length, why.bytes);
  if (found->before.length > 0) buf_printf(&b, "- %.*s\n", (int)found->before.length, found->before.bytes);
  if (found->after.length > 0) buf_printf(&b, "+ %.*s\n", (int)found->after.length, found->after.bytes);
  for (size_t i = 0; i < found->evidence_count; i++) {
    const alert_evidence *e = &found->evidence[i];
    if (e->words.length == 0) continue;
    buf_printf(&b, "* %.*s (%.*s", (int)e->words.length, e->words.bytes, (int)e->article.length, e->article.bytes);
    if (e->span.begin < e->span.end) buf_printf(&b, " [%u,%u)", e->span.begin, e->span.end);
    buf_printf(&b, " %.*s)\n", (int)e->rule.length, e->rule.bytes);
  }
  return buf_slice(&b);
}

static isnad_status keep(alert_run *r, const alert_found *found, isnad_slice title, isnad_slice body) {
  static const char sql[] = "INSERT INTO alert_event(alert, at, title, body, words, link, due) VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?2)";
  sqlite3_stmt *s = store_statement(r->store, sql, r->err);
  if (s == NULL) return ISNAD_STORE;
  bool web = found->article != NULL && isnad_slice_starts(found->article->uri, isnad_slice_of("http"));
  sqlite3_bind_int64(s, 1, r->alert);
  sqlite3_bind_int64(s, 2, r->now);
  store_bind_words(s, 3, title);
  store_bind_words(s, 4, body);
  store_bind_words(s, 5, write_words(r, found));
  store_bind_text(s, 6, web ? found->article->uri : (isnad_slice){NULL, 0});
  return store_run(r->store, s, r->err);
}

isnad_status alert_fire(alert_run *r, const alert_found *found) {
  bool fresh = false;
  isnad_slice body, why = alert_words(r->self.kind, false), about = found->article != NULL ? alert_title(found->article) : found->origin;
  isnad_status status = alert_learn(&fresh, r, found->key);
  if (status != ISNAD_OK || !fresh || r->learning) return status;
  isnad_slice title = isnad_arena_printf(r->arena, "%.*s: %.*s", (int)why.length, why.bytes, (int)about.length, about.bytes);
  status = write_body(&body, r, found);
  if (status == ISNAD_OK) status = keep(r, found, title, body);
  if (status == ISNAD_OK) r->counts->fired++;
  if (status == ISNAD_OK && r->told != NULL) r->told(r->context, body);
  return status;
}
