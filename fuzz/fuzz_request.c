/* Reads the target of a request, a form and an Accept line. What comes out is valid UTF-8 without control characters, within the limits, and lies in
 * the arena or in the input. */
#include "fuzz.h"

#include "serve/request.h"

static void check_words(isnad_slice words, bool lines) {
  touch(words);
  REQUIRE(utf8_is_valid(words));
  for (size_t i = 0; i < words.length; i++) {
    unsigned char c = (unsigned char)words.bytes[i];
    REQUIRE((c >= 0x20 && c != 0x7F) || (lines && (c == '\n' || c == '\r' || c == '\t')));
  }
}

static void check_request(const request *r, bool lines) {
  size_t number = 0;
  REQUIRE(r->part_count <= PATH_PARTS && r->field_count <= FIELDS_MOST);
  for (size_t i = 0; i < r->part_count; i++) check_words(r->parts[i], false);
  for (size_t i = 0; i < r->field_count; i++) {
    check_words(r->fields[i].name, false);
    check_words(r->fields[i].value, lines);
  }
  if (request_number(&number, r, "limit", 7, 500)) REQUIRE(number <= 500);
  REQUIRE(request_field(r, "no such field \xFF").length == 0);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
  isnad_slice bytes = {(const char *)data, size};
  isnad_arena *arena = NULL;
  request r;
  REQUIRE(isnad_arena_new(&arena, 4 * size + 65536) == ISNAD_OK);
  const char *wrong = request_read(&r, arena, bytes);
  if (wrong == NULL) {
    REQUIRE(size <= TARGET_MOST && inside(r.path, bytes));
    check_request(&r, false);
  }
  r = (request){.target = bytes};
  if (request_read_form(&r, arena, bytes) == NULL) check_request(&r, true);
  for (unsigned offered = 0; offered < 1u << FORMAT_COUNT; offered++) {
    format f = request_negotiate(bytes, offered);
    REQUIRE(f == FORMAT_COUNT || (offered & 1u << f) != 0);
  }
  isnad_arena_free(arena);
  return 0;
}
