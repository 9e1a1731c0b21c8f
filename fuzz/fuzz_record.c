/* Reads the bytes through the whole pure half of the pipeline, as a file and as a line of JSONL: one valid line of JSON comes out, always the same.
 */
#include "fuzz.h"

#include <string.h>

#include "base/json_reader.h"
#include "isnad/record.h"

/* What a page of this size may take (see src/isnad.c). */
static size_t memory_for(size_t size) { return 16 * 1024 * 1024 + 48 * size; }

static bool begins_character(isnad_slice text, size_t at) { return at == text.length || ((unsigned char)text.bytes[at] & 0xC0) != 0x80; }

static void check_span(isnad_slice text, isnad_span span) {
  REQUIRE(span.begin <= span.end && span.end <= text.length);
  REQUIRE(begins_character(text, span.begin) && begins_character(text, span.end));
}

static void check_article(const isnad_article *article, isnad_slice text) {
  REQUIRE(memchr(article->id, '\0', sizeof article->id) != NULL);
  check_span(text, article->headline);
  for (size_t i = 0; i < article->body_count; i++) check_span(text, article->body[i]);
  for (size_t i = 0; i < article->keyword_count; i++) check_span(text, article->keywords[i]);
}

static void check_record(const isnad_record *record) {
  isnad_slice text = record->page.text;
  uint32_t end = 0;
  touch(text);
  for (size_t i = 0; i < record->page.part_count; i++) {
    check_span(text, record->page.parts[i].span);
    REQUIRE(record->page.parts[i].span.begin >= end); /* no byte belongs to two parts */
    end = record->page.parts[i].span.end;
    REQUIRE(record->page.parts[i].article < (int64_t)record->article_count);
  }
  for (size_t i = 0; i < record->article_count; i++) check_article(&record->articles[i], text);
}

static void check_json(isnad_arena *arena, isnad_slice json) {
  json_reader r = json_reader_new(arena, json);
  REQUIRE(json.length > 0 && memchr(json.bytes, '\n', json.length) == NULL);
  REQUIRE(json_skip(&r) && json_at_end(&r));
}

static void read_as(isnad_arena *arena, isnad_slice bytes, size_t line) {
  isnad_input input = {.path = isnad_slice_of("fuzz"), .line = line, .bytes = bytes};
  isnad_record record;
  isnad_slice json = {NULL, 0}, again = {NULL, 0}, without = {NULL, 0}, joined = {NULL, 0};
  size_t text_at = 0;
  isnad_arena_reset(arena);
  isnad_arena_limit(arena, memory_for(bytes.length));
  isnad_status status = isnad_read(&record, arena, &input, NULL);
  REQUIRE(status == ISNAD_OK || status == ISNAD_BAD_INPUT);
  if (status != ISNAD_OK) return;
  check_record(&record);
  REQUIRE(isnad_record_json(&json, NULL, arena, &record, NULL) == ISNAD_OK);
  isnad_arena_limit(arena, 0);
  check_json(arena, json);
  REQUIRE(isnad_record_json(&without, &text_at, arena, &record, NULL) == ISNAD_OK);
  REQUIRE(isnad_record_join(&joined, arena, without, text_at, record.page.text, NULL) == ISNAD_OK);
  REQUIRE(isnad_slice_equal(json, joined));
  REQUIRE(isnad_read(&record, arena, &input, NULL) == ISNAD_OK && isnad_record_json(&again, NULL, arena, &record, NULL) == ISNAD_OK);
  REQUIRE(isnad_slice_equal(json, again));
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
  isnad_slice bytes = {(const char *)data, size};
  isnad_arena *arena = NULL;
  REQUIRE(isnad_arena_new(&arena, 0) == ISNAD_OK);
  read_as(arena, bytes, 0);
  read_as(arena, bytes, 1);
  isnad_arena_free(arena);
  return 0;
}
