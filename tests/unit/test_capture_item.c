#include "../support.h"

#include "isnad/capture.h"

static isnad_status read_line(isnad_capture *out, isnad_arena *arena, isnad_slice line, isnad_err *err) {
  isnad_input input = {.path = S("news.jsonl"), .line = 7, .bytes = line};
  return isnad_capture_read(out, arena, &input, err);
}

static isnad_capture item(isnad_arena *arena, isnad_slice line) {
  isnad_capture out;
  isnad_err err = {0};
  if (read_line(&out, arena, line, &err) != ISNAD_OK) fail_msg("%.*s: %s", (int)line.length, line.bytes, err.message);
  assert_true(out.item);
  return out;
}

static isnad_capture file(isnad_arena *arena, isnad_slice bytes) {
  isnad_capture out;
  isnad_input input = {.path = S("page"), .bytes = bytes};
  assert_int_equal(isnad_capture_read(&out, arena, &input, NULL), ISNAD_OK);
  assert_false(out.item);
  assert_slice(out.uri, S("page"));
  assert_slice(out.bytes, bytes);
  return out;
}

/* --- whole files --- */

static void html_is_told_by_content(void **state) {
  (void)state;
  isnad_arena *arena = new_arena(0);
  static const char *const html[] = {"<!DOCTYPE html>",
                                     "<!doctype HTML><p>",
                                     "<HTML lang=ar>",
                                     " \t\r\n\f<html>",
                                     "\xEF\xBB\xBF<html>",
                                     "\xEF\xBB\xBF \n<head>",
                                     "<body>",
                                     "<script>",
                                     "<!-- x -->",
                                     "<div class=a>",
                                     "<meta charset=x>",
                                     "<title>",
                                     "<?xml version",
                                     "<table>",
                                     "<p>",
                                     "<br />\n<b>Warning</b>",
                                     "Warning: no such table\n<!DOCTYPE html>",
                                     "<unknown><html>"};
  static const char *const text[] = {
      "",         " ",     "<",      "<!doctype",           "<htm",      "x<html>", "< html>", "&lt;html>", "\xEF\xBB\xBF",
      "\xEF\xBB", "<pre>", "<pages", "<https://a.example>", "قال <html>"};
  for (size_t i = 0; i < sizeof html / sizeof html[0]; i++)
    if (file(arena, isnad_slice_of(html[i])).media != ISNAD_MEDIA_HTML) fail_msg("%s", html[i]);
  for (size_t i = 0; i < sizeof text / sizeof text[0]; i++)
    if (file(arena, isnad_slice_of(text[i])).media != ISNAD_MEDIA_TEXT) fail_msg("%s", text[i]);
  assert_int_equal(file(arena, S("\0<html>")).media, ISNAD_MEDIA_TEXT);
  isnad_arena_free(arena);
}

static void a_file_is_known_by_its_bytes(void **state) {
  (void)state;
  isnad_arena *arena = new_arena(0);
  static const uint8_t of_abc[32] = {0xba, 0x78, 0x16, 0xbf, 0x8f, 0x01, 0xcf, 0xea, 0x41, 0x41, 0x40, 0xde, 0x5d, 0xae, 0x22, 0x23,
                                     0xb0, 0x03, 0x61, 0xa3, 0x96, 0x17, 0x7a, 0x9c, 0xb4, 0x10, 0xff, 0x61, 0xf2, 0x00, 0x15, 0xad};
  isnad_capture c = file(arena, S("abc"));
  assert_memory_equal(c.sha256, of_abc, 32);
  assert_int_equal(c.id.length + c.url.length + c.title.length + c.outlet.length + c.published.length + c.captured_at.length, 0);
  isnad_arena_free(arena);
}

/* --- items --- */

static void every_field_of_an_item_is_read(void **state) {
  (void)state;
  isnad_arena *arena = new_arena(0);
  isnad_capture c =
      item(arena, S("{\"id\":\"7\",\"url\":\"https://a.example/7\",\"title\":\"عنوان\",\"text\":\"نص\",\"outlet\":\"a\",\"published\":\"2024-09-13\","
                    "\"captured_at\":\"2024-09-14T10:00:00Z\",\"unknown\":{\"text\":[1]}}"));
  assert_slice(c.id, S("7"));
  assert_slice(c.url, S("https://a.example/7"));
  assert_slice(c.uri, S("https://a.example/7"));
  assert_slice(c.title, S("عنوان"));
  assert_slice(c.bytes, S("عنوان\nنص"));
  assert_slice(c.outlet, S("a"));
  assert_slice(c.published, S("2024-09-13"));
  assert_slice(c.captured_at, S("2024-09-14T10:00:00Z"));
  assert_int_equal(c.media, ISNAD_MEDIA_TEXT);
  isnad_arena_free(arena);
}

static void an_item_is_named_by_url_then_id_then_place(void **state) {
  (void)state;
  isnad_arena *arena = new_arena(0);
  assert_slice(item(arena, S("{\"id\":\"i\",\"url\":\"u\",\"text\":\"t\"}")).uri, S("u"));
  assert_slice(item(arena, S("{\"id\":\"i\",\"url\":\"\",\"text\":\"t\"}")).uri, S("i"));
  assert_slice(item(arena, S("{\"id\":\"i\",\"url\":null,\"text\":\"t\"}")).uri, S("i"));
  assert_slice(item(arena, S("{\"text\":\"t\"}")).uri, S("news.jsonl:7"));
  isnad_capture c = item(arena, S("{\"text\":\"t\"}"));
  assert_int_equal(c.id.length, 0);
  isnad_arena_free(arena);
}

static void ids_may_be_numbers(void **state) {
  (void)state;
  isnad_arena *arena = new_arena(0);
  assert_slice(item(arena, S("{\"id\":42,\"text\":\"t\"}")).id, S("42"));
  assert_slice(item(arena, S("{\"id\": 12345678901234567890 ,\"text\":\"t\"}")).id, S("12345678901234567890"));
  assert_slice(item(arena, S("{\"text\":\"t\",\"id\":-1.5}")).id, S("-1.5"));
  isnad_arena_free(arena);
}

static void other_kinds_count_as_absent(void **state) {
  (void)state;
  isnad_arena *arena = new_arena(0);
  isnad_capture c = item(arena, S("{\"id\":null,\"url\":true,\"outlet\":[\"a\"],\"published\":{\"at\":1},\"title\":false,\"text\":\"t\"}"));
  assert_int_equal(c.id.length + c.url.length + c.outlet.length + c.published.length + c.title.length, 0);
  assert_slice(c.bytes, S("t"));
  isnad_arena_free(arena);
}

static void a_title_alone_is_a_capture(void **state) {
  (void)state;
  isnad_arena *arena = new_arena(0);
  isnad_capture c = item(arena, S("{\"title\":\"عنوان وحده\"}"));
  assert_slice(c.bytes, S("عنوان وحده"));
  assert_slice(c.title, S("عنوان وحده"));
  assert_int_equal(c.media, ISNAD_MEDIA_TEXT);
  c = item(arena, S("{\"title\":\"t\",\"text\":\"\"}"));
  assert_slice(c.bytes, S("t"));
  c = item(arena, S("{\"text\":\"t\"}"));
  assert_slice(c.bytes, S("t"));
  assert_int_equal(c.title.length, 0);
  isnad_arena_free(arena);
}

/* The headline is the first line of the page text, so its own line breaks become spaces. */
static void a_title_is_one_line(void **state) {
  (void)state;
  isnad_arena *arena = new_arena(0);
  isnad_capture c = item(arena, S("{\"title\":\"a\\nb\\r\\nc\",\"text\":\"x\\ny\"}"));
  assert_slice(c.title, S("a b  c"));
  assert_slice(c.bytes, S("a b  c\nx\ny"));
  isnad_arena_free(arena);
}

static void html_goes_before_text(void **state) {
  (void)state;
  isnad_arena *arena = new_arena(0);
  isnad_capture c = item(arena, S("{\"title\":\"t\",\"text\":\"plain\",\"html\":\"<p>\\u0642</p>\"}"));
  assert_int_equal(c.media, ISNAD_MEDIA_HTML);
  assert_slice(c.bytes, S("<p>\xD9\x82</p>"));
  assert_slice(c.title, S("t"));
  c = item(arena, S("{\"text\":\"<html>\"}")); /* the field says what it is, not the content */
  assert_int_equal(c.media, ISNAD_MEDIA_TEXT);
  isnad_arena_free(arena);
}

static void the_last_of_two_equal_keys_counts(void **state) {
  (void)state;
  isnad_arena *arena = new_arena(0);
  assert_slice(item(arena, S("{\"text\":\"a\",\"text\":\"b\"}")).bytes, S("b"));
  assert_slice(item(arena, S("{\"te\\u0078t\":\"escaped key\"}")).bytes, S("escaped key"));
  isnad_arena_free(arena);
}

static void dirty_lines_are_read(void **state) {
  (void)state;
  isnad_arena *arena = new_arena(0);
  assert_slice(item(arena, S("\xEF\xBB\xBF{\"text\":\"bom\"}")).bytes, S("bom"));
  assert_slice(item(arena, S(" \t{ \"text\" : \"spaces\" } \r")).bytes, S("spaces"));
  assert_slice(item(arena, S("{\"text\":\"a\x01\0\tb\xFF\"}")).bytes, S("a\x01\0\tb\xFF"));
  assert_slice(item(arena, S("{\"text\":\"a\\ud83d\"}")).bytes, S("a\xEF\xBF\xBD"));
  isnad_arena_free(arena);
}

static void bad_lines_are_refused_with_their_place(void **state) {
  (void)state;
  isnad_arena *arena = new_arena(0);
  static const struct {
    const char *line;
    uint32_t place;
    const char *said;
  } rows[] = {{"", 0, "object"},
              {"[]", 0, "object"},
              {"\"text\"", 0, "object"},
              {"{}", 0, "neither"},
              {"{\"id\":1,\"url\":\"u\"}", 0, "neither"},
              {"{\"title\":\"\",\"text\":\"\",\"html\":\"\"}", 0, "neither"},
              {"{\"text\":null}", 0, "neither"},
              {"{\"text\":\"a\"", 11, "byte 11"},
              {"{\"text\":\"a\"} x", 13, "byte 13"},
              {"{\"text\":\"a\"}{\"text\":\"b\"}", 12, "byte 12"},
              {"{\"text\":\"a\",}", 12, "byte 12"},
              {"{\"text\" \"a\"}", 8, "byte 8"},
              {"{\"text\":\"a\",\"x\":[1,]}", 19, "byte 19"},
              {"{\"text\":\"a\",\"id\":01}", 18, "byte 18"}};
  for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
    isnad_capture out;
    isnad_err err = {0};
    assert_int_equal(read_line(&out, arena, isnad_slice_of(rows[i].line), &err), ISNAD_BAD_INPUT);
    assert_string_equal(err.stage, "capture");
    if (err.span.begin != rows[i].place || strstr(err.message, rows[i].said) == NULL)
      fail_msg("%s: %u: %s", rows[i].line, err.span.begin, err.message);
  }
  isnad_arena_free(arena);
}

static void every_truncation_of_a_line_is_refused(void **state) {
  (void)state;
  isnad_arena *arena = new_arena(0);
  isnad_slice line = S("{\"id\":1,\"title\":\"\\u0639\",\"text\":\"t\\n\",\"x\":[{},null,1.5]}");
  isnad_capture out;
  assert_int_equal(read_line(&out, arena, line, NULL), ISNAD_OK);
  for (size_t length = 0; length < line.length; length++) {
    isnad_err err;
    assert_int_equal(read_line(&out, arena, (isnad_slice){line.bytes, length}, &err), ISNAD_BAD_INPUT);
    assert_true(err.span.begin <= length);
  }
  isnad_arena_free(arena);
}

/* Whatever the limit, reading ends with a capture or with the limit, never with half of one. */
static void every_memory_limit_is_told(void **state) {
  (void)state;
  isnad_slice line = S("{\"title\":\"a\\nb\",\"text\":\"some \\u0642 text that is longer than the title\",\"x\":\"\\n\"}");
  size_t enough = 0;
  for (size_t limit = 1; limit < 600; limit++) {
    isnad_arena *arena = new_arena(limit);
    isnad_capture out;
    isnad_err err = {0};
    isnad_status status = read_line(&out, arena, line, &err);
    if (status == ISNAD_OK) {
      assert_slice(out.bytes, S("a b\nsome \xD9\x82 text that is longer than the title"));
      assert_slice(out.uri, S("news.jsonl:7"));
      enough++;
    } else {
      assert_int_equal(status, ISNAD_LIMIT);
      assert_int_equal(err.status, ISNAD_LIMIT);
      assert_int_equal(enough, 0);
    }
    isnad_arena_free(arena);
  }
  assert_true(enough > 0);
}

static void the_digest_hangs_on_every_field(void **state) {
  (void)state;
  isnad_arena *arena = new_arena(0);
  static const char *const lines[] = {"{\"text\":\"t\"}",
                                      "{\"title\":\"t\"}",
                                      "{\"html\":\"t\"}",
                                      "{\"text\":\"u\"}",
                                      "{\"text\":\"t\",\"id\":1}",
                                      "{\"text\":\"t\",\"url\":\"1\"}",
                                      "{\"text\":\"t\",\"title\":\"1\"}",
                                      "{\"text\":\"t\",\"html\":\"1\"}",
                                      "{\"text\":\"t\",\"outlet\":\"1\"}",
                                      "{\"text\":\"t\",\"published\":\"1\"}",
                                      "{\"text\":\"t\",\"captured_at\":\"1\"}",
                                      "{\"text\":\"t\",\"id\":\"2\"}",
                                      "{\"text\":\"t1\"}",
                                      "{\"title\":\"t\",\"text\":\"t\"}"};
  enum { COUNT = sizeof lines / sizeof lines[0] };
  isnad_capture read[COUNT];
  for (size_t i = 0; i < COUNT; i++) {
    read[i] = item(arena, isnad_slice_of(lines[i]));
    for (size_t k = 0; k < i; k++)
      if (memcmp(read[i].sha256, read[k].sha256, 32) == 0) fail_msg("%s and %s", lines[i], lines[k]);
  }
  isnad_capture same = item(arena, S(" { \"unknown\":[], \"te\\u0078t\" : \"\\u0074\" }")); /* how it is written does not count */
  assert_memory_equal(same.sha256, read[0].sha256, 32);
  same = item(arena, S("{\"id\":\"1\",\"text\":\"t\"}"));
  assert_memory_equal(same.sha256, read[4].sha256, 32);
  isnad_arena_free(arena);
}

int main(int argc, char **argv) {
  (void)argc, (void)argv;
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(html_is_told_by_content),
      cmocka_unit_test(a_file_is_known_by_its_bytes),
      cmocka_unit_test(every_field_of_an_item_is_read),
      cmocka_unit_test(an_item_is_named_by_url_then_id_then_place),
      cmocka_unit_test(ids_may_be_numbers),
      cmocka_unit_test(other_kinds_count_as_absent),
      cmocka_unit_test(a_title_alone_is_a_capture),
      cmocka_unit_test(a_title_is_one_line),
      cmocka_unit_test(html_goes_before_text),
      cmocka_unit_test(the_last_of_two_equal_keys_counts),
      cmocka_unit_test(dirty_lines_are_read),
      cmocka_unit_test(bad_lines_are_refused_with_their_place),
      cmocka_unit_test(every_truncation_of_a_line_is_refused),
      cmocka_unit_test(every_memory_limit_is_told),
      cmocka_unit_test(the_digest_hangs_on_every_field),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
