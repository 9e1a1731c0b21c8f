/* Reads the bytes as a list of feeds, a sitemap and a page that names feeds; what is written of a list is read again as the same. */
#include "fuzz.h"

#include "isnad/feed.h"
#include "page/repair.h"

static void check_text(isnad_slice s) {
  touch(s);
  REQUIRE(page_valid_length(s) == s.length);
}

static void read_outlines(isnad_arena *arena, isnad_slice bytes) {
  isnad_outlines first, second;
  isnad_slice written, again;
  isnad_feed_options options = {.largest = 1 << 16};
  if (isnad_outlines_read(&first, arena, bytes, &options, NULL) != ISNAD_OK) return;
  for (size_t i = 0; i < first.count; i++) {
    const isnad_outline *o = &first.items[i];
    check_text(o->text);
    check_text(o->feed_url);
    REQUIRE(o->parent == UINT32_MAX || (o->parent < i && first.items[o->parent].depth + 1 == o->depth));
  }
  REQUIRE(isnad_outlines_write(&written, arena, &first, NULL) == ISNAD_OK);
  if (isnad_outlines_read(&second, arena, written, NULL, NULL) != ISNAD_OK) return; /* charset and nesting may be beyond what is read */
  REQUIRE(second.count == first.count);
  REQUIRE(isnad_outlines_write(&again, arena, &second, NULL) == ISNAD_OK);
}

static void read_sitemap(isnad_arena *arena, isnad_slice bytes) {
  isnad_sitemap map;
  isnad_feed_options options = {.url = isnad_slice_of("https://site.example/sitemap.xml"), .largest = 1 << 16};
  if (isnad_sitemap_read(&map, arena, bytes, &options, NULL) != ISNAD_OK) return;
  for (size_t i = 0; i < map.count; i++) {
    REQUIRE(map.items[i].url.length > 0);
    check_text(map.items[i].url);
    check_text(map.items[i].news_title);
    REQUIRE(map.items[i].modified.when.from <= map.items[i].modified.when.to);
  }
}

static void read_links(isnad_arena *arena, isnad_slice bytes) {
  const isnad_feed_link *links = NULL;
  size_t count = 0;
  isnad_feed_options options = {.url = isnad_slice_of("https://site.example/")};
  if (isnad_feed_links(&links, &count, arena, bytes, true, &options, NULL) != ISNAD_OK) return;
  for (size_t i = 0; i < count; i++) check_text(links[i].url);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
  isnad_arena *arena = NULL;
  isnad_slice bytes = {(const char *)data, size};
  REQUIRE(isnad_arena_new(&arena, 0) == ISNAD_OK);
  REQUIRE(isnad_feed_kind_name(isnad_feed_sniff(bytes))[0] != '\0');
  read_outlines(arena, bytes);
  read_sitemap(arena, bytes);
  read_links(arena, bytes);
  isnad_slice url = isnad_url_resolve(arena, isnad_slice_of("https://site.example/a/b?c"), bytes);
  REQUIRE(isnad_slice_equal(isnad_url_resolve(arena, (isnad_slice){NULL, 0}, url), url));
  isnad_arena_free(arena);
  return 0;
}
