/* Pulls a whole text through the JSON reader, and writes each string back and reads it again. */
#include "fuzz.h"

#include "base/json_reader.h"
#include "base/json_writer.h"

typedef struct walk {
  json_reader r;
  isnad_arena *arena;
  size_t values;
} walk;

static void check_place(const json_reader *r) {
  REQUIRE(r->at <= r->text.length);
  REQUIRE(r->depth <= JSON_DEPTH + 1);
}

static void check_string(const walk *w, isnad_slice s) {
  touch(s);
  REQUIRE(s.length <= w->r.text.length);
  buf b = buf_new(w->arena, 0);
  json_writer writer = json_writer_new(&b);
  json_string(&writer, s);
  if (b.failed) return;
  isnad_slice first = {NULL, 0}, again = {NULL, 0};
  json_reader back = json_reader_new(w->arena, buf_slice(&b));
  if (!json_read_string(&back, &first)) {
    REQUIRE(isnad_arena_status(w->arena) == ISNAD_LIMIT);
    return;
  }
  REQUIRE(json_at_end(&back));
  /* broken bytes became U+FFFD; after that nothing changes any more */
  buf c = buf_new(w->arena, 0);
  writer = json_writer_new(&c);
  json_string(&writer, first);
  back = json_reader_new(w->arena, buf_slice(&c));
  if (!c.failed && json_read_string(&back, &again)) REQUIRE(isnad_slice_equal(first, again));
}

static bool read_value(walk *w) {
  json_kind kind;
  isnad_slice s = {NULL, 0};
  bool first = true;
  check_place(&w->r);
  w->values++;
  if (!json_peek(&w->r, &kind)) return false;
  switch (kind) {
  case JSON_STRING:
    if (!json_read_string(&w->r, &s)) return false;
    check_string(w, s);
    return true;
  case JSON_NUMBER:
    if (!json_read_number(&w->r, &s)) return false;
    REQUIRE(s.length > 0 && inside(s, w->r.text));
    return true;
  case JSON_OBJECT:
    if (!json_enter(&w->r, kind)) return false;
    while (json_next_key(&w->r, &s, &first)) {
      check_string(w, s);
      if (!read_value(w)) return false;
    }
    return w->r.problem == NULL;
  case JSON_ARRAY:
    if (!json_enter(&w->r, kind)) return false;
    while (json_next_item(&w->r, &first))
      if (!read_value(w)) return false;
    return w->r.problem == NULL;
  default:
    return json_skip(&w->r);
  }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
  isnad_slice text = {(const char *)data, size};
  walk w = {0};
  isnad_arena *skipping = NULL;
  REQUIRE(isnad_arena_new(&w.arena, 64 * size + 4096) == ISNAD_OK && isnad_arena_new(&skipping, 0) == ISNAD_OK);
  w.r = json_reader_new(w.arena, text);
  bool read = read_value(&w) && json_at_end(&w.r);
  check_place(&w.r);
  REQUIRE(read == (w.r.problem == NULL));
  REQUIRE(w.values <= size + 1);
  if (read) REQUIRE(w.r.depth == 0);
  /* passing over a text and reading it agree on whether it is one */
  json_reader s = json_reader_new(skipping, text);
  bool skipped = json_skip(&s) && json_at_end(&s);
  if (isnad_arena_status(w.arena) == ISNAD_OK) REQUIRE(read == skipped);
  REQUIRE(isnad_arena_used(skipping) <= 32 * size + 64);
  isnad_arena_free(skipping);
  isnad_arena_free(w.arena);
  return 0;
}
