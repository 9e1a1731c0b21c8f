/* Reads the bytes as a feed, with and without an address, and each item as a capture. */
#include "fuzz.h"

#include "isnad/capture.h"
#include "isnad/feed.h"
#include "page/repair.h"

enum { MEMORY_PER_BYTE = 160, MEMORY = 4 << 20 }; /* the free part of growing entities, a megabyte, may be held a few times */

static void check_text(isnad_slice s) {
  touch(s);
  REQUIRE(page_valid_length(s) == s.length);
}

static void check_line(isnad_slice s) {
  check_text(s);
  for (size_t i = 0; i < s.length; i++) REQUIRE(s.bytes[i] != '\n');
}

static void check_faults(const isnad_feed_faults *faults, isnad_slice bytes) {
  REQUIRE(faults->kept <= ISNAD_FEED_FAULTS_KEPT && faults->kept <= isnad_feed_fault_count(faults));
  for (size_t i = 0; i < faults->kept; i++) {
    check_line(faults->items[i].message);
    REQUIRE(faults->items[i].message.length > 0 && faults->items[i].line <= bytes.length + 1);
  }
}

static void check_time(const isnad_feed_time *time) {
  check_line(time->written);
  REQUIRE(time->when.from <= time->when.to);
}

static void check_item(isnad_arena *arena, const isnad_feed *feed, const isnad_feed_item *item) {
  isnad_slice line;
  check_line(item->title);
  check_text(item->summary);
  check_text(item->content);
  check_text(item->content_text);
  check_text(item->author);
  check_text(item->id);
  check_time(&item->published);
  check_time(&item->updated);
  for (size_t i = 0; i < item->category_count; i++) check_line(item->categories[i]);
  for (size_t i = 0; i < item->media_count; i++) REQUIRE(item->media[i].url.length > 0);
  isnad_status status = isnad_feed_item_line(&line, arena, feed, item, NULL);
  if (status == ISNAD_NOT_FOUND) return;
  isnad_input input = {.path = isnad_slice_of("fuzz"), .line = 1, .bytes = line};
  isnad_capture capture;
  REQUIRE(status == ISNAD_OK && isnad_capture_read(&capture, arena, &input, NULL) == ISNAD_OK);
  REQUIRE(isnad_slice_equal(capture.url, item->url));
}

static void read_feed(isnad_arena *arena, isnad_slice bytes, isnad_slice url) {
  isnad_feed feed;
  isnad_err err = {0};
  isnad_feed_options options = {.url = url, .largest = 1 << 16};
  isnad_arena_reset(arena);
  isnad_status status = isnad_feed_read(&feed, arena, bytes, &options, &err);
  REQUIRE(status == ISNAD_OK || status == ISNAD_BAD_INPUT || status == ISNAD_LIMIT);
  REQUIRE(isnad_arena_used(arena) <= MEMORY_PER_BYTE * (bytes.length + options.largest) + MEMORY);
  if (status != ISNAD_OK) {
    REQUIRE(err.message[0] != '\0');
    return;
  }
  REQUIRE(feed.kind == ISNAD_FEED_RSS || feed.kind == ISNAD_FEED_RDF || feed.kind == ISNAD_FEED_ATOM || feed.kind == ISNAD_FEED_JSON);
  bool packed = bytes.length > 1 && (unsigned char)bytes.bytes[0] == 0x1F;
  if (!packed) check_faults(&feed.faults, bytes);
  check_line(feed.title);
  for (size_t i = 0; i < feed.item_count; i++) check_item(arena, &feed, &feed.items[i]);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
  isnad_arena *arena = NULL;
  isnad_slice bytes = {(const char *)data, size};
  REQUIRE(isnad_arena_new(&arena, 0) == ISNAD_OK);
  read_feed(arena, bytes, (isnad_slice){NULL, 0});
  read_feed(arena, bytes, isnad_slice_of("https://site.example/a/feed.xml"));
  isnad_arena_free(arena);
  return 0;
}
