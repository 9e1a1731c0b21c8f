/* Reads the bytes as a whole file and as a line of JSONL. */
#include "fuzz.h"

#include <string.h>

#include "isnad/capture.h"

/* A slice of a capture lies in its input, or was made in the arena; the sanitizer sees one that lies in neither. */
static void check_slice(isnad_slice s, const isnad_input *input) {
  REQUIRE(s.length == 0 || s.bytes != NULL);
  REQUIRE(inside(s, input->bytes) || inside(s, input->path) || s.length <= input->bytes.length + input->path.length + 32);
  touch(s);
}

static bool only_one_line(isnad_slice s) {
  return s.length == 0 || (memchr(s.bytes, '\n', s.length) == NULL && memchr(s.bytes, '\r', s.length) == NULL);
}

static void check_capture(const isnad_capture *c, const isnad_input *input) {
  const isnad_slice all[] = {c->uri, c->id, c->url, c->bytes, c->title, c->outlet, c->published, c->captured_at};
  for (size_t i = 0; i < sizeof all / sizeof all[0]; i++) check_slice(all[i], input);
  REQUIRE(c->uri.length > 0);
  REQUIRE(c->item == (input->line > 0));
  REQUIRE(c->media == ISNAD_MEDIA_TEXT || c->media == ISNAD_MEDIA_HTML);
  REQUIRE(only_one_line(c->title));
  if (c->item) REQUIRE(c->bytes.length > 0);
  if (c->item && c->media == ISNAD_MEDIA_TEXT) REQUIRE(isnad_slice_starts(c->bytes, c->title));
  if (!c->item) REQUIRE(c->bytes.bytes == input->bytes.bytes && c->bytes.length == input->bytes.length);
}

static isnad_status read_as(isnad_capture *out, isnad_arena *arena, isnad_slice bytes, size_t line) {
  isnad_input input = {.path = isnad_slice_of("fuzz"), .line = line, .bytes = bytes};
  isnad_err err = {0};
  isnad_status status = isnad_capture_read(out, arena, &input, &err);
  if (status == ISNAD_OK) {
    check_capture(out, &input);
  } else {
    REQUIRE(status == ISNAD_BAD_INPUT || status == ISNAD_LIMIT);
    REQUIRE(err.status == status && err.message[0] != '\0');
    REQUIRE(err.span.begin <= err.span.end && err.span.end <= bytes.length);
  }
  return status;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
  isnad_slice bytes = {(const char *)data, size};
  isnad_arena *arena = NULL;
  isnad_capture first, again;
  REQUIRE(isnad_arena_new(&arena, 0) == ISNAD_OK);
  REQUIRE(read_as(&first, arena, bytes, 0) == ISNAD_OK);
  isnad_status status = read_as(&first, arena, bytes, 1);
  REQUIRE(isnad_arena_used(arena) <= 32 * size + 256); /* bounded by the input */
  REQUIRE(read_as(&again, arena, bytes, 1) == status);
  if (status == ISNAD_OK) {
    REQUIRE(memcmp(first.sha256, again.sha256, sizeof first.sha256) == 0);
    isnad_arena_reset(arena);
    isnad_arena_limit(arena, size / 2 + 1);
    isnad_status limited = read_as(&again, arena, bytes, 1);
    REQUIRE(limited == ISNAD_OK || limited == ISNAD_LIMIT);
  }
  isnad_arena_free(arena);
  return 0;
}
