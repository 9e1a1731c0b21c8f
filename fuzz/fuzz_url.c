/* Reads the bytes as an address, and as a robots.txt that is asked about it: what is asked for is ASCII and stable, and neither costs more than its
 * bytes. */
#include "fuzz.h"

#include <string.h>

#include "capture/robots.h"
#include "capture/url.h"
#include "fetch/target.h"

static void check_target(isnad_arena *arena, isnad_slice bytes, isnad_slice path[1]) {
  fetch_target target, again;
  isnad_err err = {0};
  isnad_status status = fetch_target_read(&target, arena, bytes, &err);
  if (status != ISNAD_OK) {
    REQUIRE(status == ISNAD_BAD_INPUT && err.message[0] != '\0');
    return;
  }
  for (size_t i = 0; i < target.url.length; i++) REQUIRE(target.url.bytes[i] > ' ' && (unsigned char)target.url.bytes[i] < 0x7F);
  REQUIRE(isnad_slice_starts(target.url, isnad_slice_of("http://")) || isnad_slice_starts(target.url, isnad_slice_of("https://")));
  REQUIRE(inside(target.host, target.origin) && inside(target.origin, target.url) && inside(target.path, target.url));
  REQUIRE(target.host.length > 0 && target.path.length > 0 && target.path.bytes[0] == '/');
  REQUIRE(memchr(target.origin.bytes, '@', target.origin.length) == NULL);
  REQUIRE(fetch_target_read(&again, arena, target.url, NULL) == ISNAD_OK && isnad_slice_equal(again.url, target.url));
  (void)fetch_host_is_private(target.host);
  *path = target.path;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
  isnad_arena *arena = NULL;
  isnad_slice bytes = {(const char *)data, size}, path = isnad_slice_of("/a/b.html?c=d");
  robots rules;
  if (isnad_arena_new(&arena, 0) != ISNAD_OK) return 0;
  check_target(arena, bytes, &path);
  touch(url_clean(arena, bytes));
  touch(url_key(arena, bytes));
  REQUIRE(robots_read(&rules, arena, bytes, isnad_slice_of("isnad"), NULL) == ISNAD_OK);
  (void)robots_allow(&rules, arena, path);
  REQUIRE(robots_allow(&rules, arena, isnad_slice_of("/robots.txt")));
  REQUIRE(isnad_arena_used(arena) <= 64 * size + 65536);
  isnad_arena_free(arena);
  return 0;
}
