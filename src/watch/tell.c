/* Events and feeds as JSON. */
#include "base/clock.h"
#include "base/json_writer.h"
#include "watch/inside.h"

static void key_time(json_writer *w, const char *key, int64_t time) {
  char text[CLOCK_ISO_ROOM];
  if (time <= 0) return;
  size_t length = clock_iso(text, time);
  json_key_string(w, key, (isnad_slice){text, length});
}

static isnad_status end(isnad_slice *out, json_writer *w, buf *b, isnad_err *err) {
  json_close_object(w);
  *out = buf_slice(b);
  return buf_status(b, "watch", err);
}

isnad_status isnad_watch_event_json(isnad_slice *out, isnad_arena *arena, const isnad_watch_event *e, int64_t at, isnad_err *err) {
  buf b = buf_new(arena, 512);
  json_writer w = json_writer_new(&b);
  json_open_object(&w);
  json_key_text(&w, "event", isnad_watch_event_name(e->kind));
  key_time(&w, "at", at);
  json_key_string(&w, "url", e->url);
  if (e->kind != ISNAD_WATCH_WOVEN) json_key_text(&w, "outcome", isnad_fetch_outcome_name(e->outcome));
  if (e->status > 0) json_key_u64(&w, "status", e->status);
  json_key_string(&w, "title", e->title);
  if (e->kind == ISNAD_WATCH_LOOKED || e->kind == ISNAD_WATCH_WOVEN) json_key_u64(&w, "fresh", e->fresh);
  if (e->kind == ISNAD_WATCH_HELD) json_key_u64(&w, "edition", e->edition);
  json_key_string(&w, "message", e->message);
  key_time(&w, "due", e->due);
  return end(out, &w, &b, err);
}

isnad_status isnad_watched_json(isnad_slice *out, isnad_arena *arena, const isnad_watched *f, isnad_err *err) {
  buf b = buf_new(arena, 512);
  json_writer w = json_writer_new(&b);
  json_open_object(&w);
  json_key_string(&w, "url", f->url);
  json_key_string(&w, "title", f->title);
  json_key_string(&w, "kind", f->kind);
  json_key_string(&w, "state", f->state);
  key_time(&w, "due", f->due);
  key_time(&w, "looked", f->looked);
  key_time(&w, "changed", f->changed);
  json_key_u64(&w, "interval", (uint64_t)f->interval);
  json_key_u64(&w, "looks", f->looks);
  json_key_u64(&w, "failures", f->failures);
  json_key_u64(&w, "items", f->items);
  json_key_u64(&w, "held", f->held);
  json_key_string(&w, "error", f->error);
  return end(out, &w, &b, err);
}
