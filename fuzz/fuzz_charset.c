/* Decodes the bytes as a page of text and of markup, with the first line as what the transfer says of them. */
#include "fuzz.h"

#include <string.h>

#include "page/charset.h"
#include "page/repair.h"

enum { MEMORY_PER_BYTE = 64, MEMORY = 1 << 16 };

static void check_origins(const page_decoded *d, size_t size) {
  uint32_t last = 0, step = (uint32_t)(d->text.length / 64 + 1);
  for (uint32_t at = 0; at <= d->text.length; at += step) {
    uint32_t raw = page_origin(&d->origins, at);
    REQUIRE(raw >= last && raw <= size);
    last = raw;
  }
  REQUIRE(page_origin(&d->origins, (uint32_t)d->text.length) == size);
}

static void decode(isnad_arena *arena, isnad_slice bytes, isnad_slice content_type, bool markup) {
  page_decoded d;
  isnad_err err = {0};
  isnad_arena_reset(arena);
  isnad_status status = page_decode(&d, arena, bytes, content_type, markup, &err);
  if (status != ISNAD_OK) {
    REQUIRE(status == ISNAD_BAD_INPUT && err.message[0] != '\0');
    return;
  }
  REQUIRE(page_valid_length(d.text) == d.text.length);
  REQUIRE(d.text.length == 0 || memchr(d.text.bytes, 0, d.text.length) == NULL);
  REQUIRE(d.charset.length > 0 && d.basis.length > 0);
  check_origins(&d, bytes.length);
  REQUIRE(isnad_arena_used(arena) <= MEMORY_PER_BYTE * bytes.length + MEMORY);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
  isnad_arena *arena = NULL;
  isnad_slice bytes = {(const char *)data, size};
  const char *line = size > 0 ? memchr(data, '\n', size) : NULL;
  isnad_slice first = {bytes.bytes, line != NULL ? (size_t)(line - bytes.bytes) : 0};
  REQUIRE(isnad_arena_new(&arena, 0) == ISNAD_OK);
  decode(arena, bytes, (isnad_slice){NULL, 0}, true);
  decode(arena, (isnad_slice){bytes.bytes + first.length, size - first.length}, first, false);
  isnad_arena_free(arena);
  return 0;
}
