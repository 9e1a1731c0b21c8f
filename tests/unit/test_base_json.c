#include "../support.h"

#include "base/json_reader.h"
#include "base/json_writer.h"

/* --- writer --- */

static isnad_slice written_string(isnad_arena *arena, isnad_slice text) {
  buf b = buf_new(arena, 0);
  json_writer w = json_writer_new(&b);
  json_string(&w, text);
  assert_false(b.failed);
  return buf_slice(&b);
}

static void commas_stand_between_values_only(void **state) {
  (void)state;
  isnad_arena *arena = new_arena(0);
  buf b = buf_new(arena, 0);
  json_writer w = json_writer_new(&b);
  json_open_object(&w);
  json_key(&w, "none");
  json_open_array(&w);
  json_close_array(&w);
  json_key(&w, "some");
  json_open_array(&w);
  json_u64(&w, 1);
  json_i64(&w, -2);
  json_bool(&w, true);
  json_text(&w, "x");
  json_raw(&w, S("null"));
  json_span(&w, (isnad_span){3, 5});
  json_open_object(&w);
  json_close_object(&w);
  json_close_array(&w);
  json_key_bool(&w, "b", false);
  json_key_u64(&w, "u", 7);
  json_key_fixed(&w, "f", 0.5, 3);
  json_key_text(&w, "t", "v");
  json_key_span(&w, "s", (isnad_span){0, 1});
  json_close_object(&w);
  assert_slice(buf_slice(&b), S("{\"none\":[],\"some\":[1,-2,true,\"x\",null,[3,5],{}],\"b\":false,\"u\":7,\"f\":0.5,\"t\":\"v\",\"s\":[0,1]}"));
  isnad_arena_free(arena);
}

static void an_empty_field_is_not_written(void **state) {
  (void)state;
  isnad_arena *arena = new_arena(0);
  buf b = buf_new(arena, 0);
  json_writer w = json_writer_new(&b);
  json_open_object(&w);
  json_key_string(&w, "a", S(""));
  json_key_text(&w, "b", NULL);
  json_key_text(&w, "c", "");
  json_key_text(&w, "d", "1");
  json_close_object(&w);
  assert_slice(buf_slice(&b), S("{\"d\":\"1\"}"));
  isnad_arena_free(arena);
}

static void strings_are_escaped_as_needed_and_no_more(void **state) {
  (void)state;
  isnad_arena *arena = new_arena(0);
  assert_slice(written_string(arena, S("")), S("\"\""));
  assert_slice(written_string(arena, (isnad_slice){NULL, 0}), S("\"\""));
  assert_slice(written_string(arena, S("a\"b\\c/d")), S("\"a\\\"b\\\\c/d\""));
  assert_slice(written_string(arena, S("\n\r\t")), S("\"\\n\\r\\t\""));
  assert_slice(written_string(arena, S("\0\1\x1F\x7F")), S("\"\\u0000\\u0001\\u001f\x7F\""));
  assert_slice(written_string(arena, S("قال «نعم»")), S("\"قال «نعم»\""));
  isnad_arena_free(arena);
}

/* Each character that can turn the direction or break the line of a reader's screen is written as its number. */
static void layout_characters_are_written_as_numbers(void **state) {
  (void)state;
  isnad_arena *arena = new_arena(0);
  static const unsigned controls[] = {0x061C, 0x200E, 0x200F, 0x2028, 0x2029, 0x202A, 0x202B, 0x202C, 0x202D, 0x202E, 0x2066, 0x2067, 0x2068, 0x2069};
  for (unsigned c = 0x80; c < 0x10000; c++) {
    if (c >= 0xD800 && c < 0xE000) continue;
    bool control = false;
    for (size_t i = 0; i < sizeof controls / sizeof controls[0]; i++) control = control || controls[i] == c;
    char utf8[3] = {(char)(0xE0 | (c >> 12)), (char)(0x80 | ((c >> 6) & 0x3F)), (char)(0x80 | (c & 0x3F))};
    isnad_slice text = {utf8, 3};
    if (c < 0x800) {
      utf8[1] = (char)(0xC0 | (c >> 6));
      text = (isnad_slice){utf8 + 1, 2};
    }
    isnad_slice wanted = control ? isnad_arena_printf(arena, "\"\\u%04x\"", c) : isnad_arena_printf(arena, "\"%.*s\"", (int)text.length, text.bytes);
    assert_slice(written_string(arena, text), wanted);
  }
  assert_slice(written_string(arena, S("a\xE2\x80\xAE"
                                       "b")),
               S("\"a\\u202eb\""));
  isnad_arena_free(arena);
}

/* File names and captured fields may hold any bytes; what is written is valid UTF-8 all the same. */
static void broken_utf8_is_written_as_replacement_characters(void **state) {
  (void)state;
  isnad_arena *arena = new_arena(0);
  assert_slice(written_string(arena, S("a\xFF"
                                       "b")),
               S("\"a\xEF\xBF\xBD"
                 "b\""));
  assert_slice(written_string(arena, S("\x80")), S("\"\xEF\xBF\xBD\""));
  assert_slice(written_string(arena, S("\xC0\xAF")), S("\"\xEF\xBF\xBD\xEF\xBF\xBD\"")); /* an overlong slash */
  assert_slice(written_string(arena, S("\xE2\x80")), S("\"\xEF\xBF\xBD\""));             /* cut short by the end */
  assert_slice(written_string(arena, S("\xE2\x80"
                                       "a")),
               S("\"\xEF\xBF\xBD"
                 "a\""));                                                                                /* cut short by a letter */
  assert_slice(written_string(arena, S("\xD8\"")), S("\"\xEF\xBF\xBD\\\"\""));                           /* cut short by a quotation mark */
  assert_slice(written_string(arena, S("\xED\xA0\x80")), S("\"\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD\"")); /* a surrogate */
  assert_slice(written_string(arena, S("\xF4\x90\x80\x80")), S("\"\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD\"")); /* above U+10FFFF */
  assert_slice(written_string(arena, S("\xF0\x9F\x98\x80")), S("\"\xF0\x9F\x98\x80\""));
  isnad_arena_free(arena);
}

static isnad_slice written_fixed(isnad_arena *arena, double value, int decimals) {
  buf b = buf_new(arena, 0);
  json_writer w = json_writer_new(&b);
  json_fixed(&w, value, decimals);
  return buf_slice(&b);
}

static void fractions_are_rounded_and_short(void **state) {
  (void)state;
  isnad_arena *arena = new_arena(0);
  assert_slice(written_fixed(arena, 0.0, 3), S("0"));
  assert_slice(written_fixed(arena, 1.0, 3), S("1"));
  assert_slice(written_fixed(arena, 100.0, 0), S("100"));
  assert_slice(written_fixed(arena, 100.0, 2), S("100"));
  assert_slice(written_fixed(arena, 0.1 + 0.2, 4), S("0.3"));
  assert_slice(written_fixed(arena, 2.0 / 3.0, 3), S("0.667"));
  assert_slice(written_fixed(arena, -1.25, 2), S("-1.25"));
  assert_slice(written_fixed(arena, -0.0001, 2), S("0")); /* equal results print equal bytes: there is one zero */
  assert_slice(written_fixed(arena, -0.0, 2), S("0"));
  isnad_arena_free(arena);
}

static void a_number_that_json_cannot_hold_is_null(void **state) {
  (void)state;
  isnad_arena *arena = new_arena(0);
  double zero = strtod("0", NULL);
  assert_slice(written_fixed(arena, zero / zero, 2), S("null"));
  assert_slice(written_fixed(arena, 1 / zero, 2), S("null"));
  assert_slice(written_fixed(arena, -1 / zero, 2), S("null"));
  isnad_slice huge = written_fixed(arena, 1e300, 2);
  assert_int_equal(huge.length, 301);
  for (size_t i = 0; i < huge.length; i++) assert_true(huge.bytes[i] >= '0' && huge.bytes[i] <= '9');
  isnad_arena_free(arena);
}

/* --- reader --- */

static bool accepts(isnad_arena *arena, isnad_slice text) {
  json_reader r = json_reader_new(arena, text);
  return json_skip(&r) && json_at_end(&r);
}

static void correct_texts_are_accepted(void **state) {
  (void)state;
  isnad_arena *arena = new_arena(0);
  static const char *const texts[] = {"null",
                                      "true",
                                      "false",
                                      "0",
                                      "-0",
                                      "12",
                                      "-1.5",
                                      "1e5",
                                      "1E+5",
                                      "1.25e-7",
                                      "\"\"",
                                      "[]",
                                      "{}",
                                      " [ ] ",
                                      "{ }",
                                      "[1]",
                                      "[1,2]",
                                      "[[],[]]",
                                      "[{}]",
                                      "{\"a\":1}",
                                      "{\"a\":{}}",
                                      "{\"\":null}",
                                      "\t[\r\n1 , 2 ]\n",
                                      "{\"a\":1,\"a\":2}",
                                      "\"\\u0041\\n\\/\"",
                                      "\"\\ud83d\\ude00\""};
  for (size_t i = 0; i < sizeof texts / sizeof texts[0]; i++)
    if (!accepts(arena, isnad_slice_of(texts[i]))) fail_msg("%s was refused", texts[i]);
  isnad_arena_free(arena);
}

static void wrong_texts_are_refused(void **state) {
  (void)state;
  isnad_arena *arena = new_arena(0);
  static const char *const texts[] = {"",
                                      " ",
                                      "nul",
                                      "nulll",
                                      "True",
                                      "tru",
                                      "[",
                                      "]",
                                      "{",
                                      "}",
                                      "[1",
                                      "[1,",
                                      "[1,]",
                                      "[,1]",
                                      "[1 2]",
                                      "[,]",
                                      "{,}",
                                      "{\"a\"}",
                                      "{\"a\":}",
                                      "{\"a\":1",
                                      "{\"a\":1,",
                                      "{\"a\":1,}",
                                      "{\"a\" 1}",
                                      "{a:1}",
                                      "{1:1}",
                                      "{'a':1}",
                                      "[1}",
                                      "{\"a\":1]",
                                      "\"",
                                      "\"a",
                                      "\"\\",
                                      "\"\\\"",
                                      "\"\\x\"",
                                      "\"\\u\"",
                                      "\"\\u12\"",
                                      "\"\\u123g\"",
                                      "\"\\ud83d\\u\"",
                                      "\"\\u-123\"",
                                      "\"\\u 123\"",
                                      "1 2",
                                      "[] []",
                                      "{}x",
                                      "+1",
                                      "-",
                                      "--1",
                                      "1.",
                                      ".5",
                                      "1e",
                                      "1e+",
                                      "01",
                                      "-01",
                                      "1.2.3",
                                      "1-2",
                                      "1e5e5",
                                      "0x10",
                                      "1,",
                                      "NaN",
                                      "Infinity",
                                      "//",
                                      "/**/1",
                                      "[1]/**/",
                                      "\xEF\xBB\xBF[]",
                                      "\x0B[]",
                                      "\xC2\xA0[]",
                                      "[\"a\":1]",
                                      "{\"a\",1}",
                                      "{\"a\":1 \"b\":2}",
                                      "{\"a\"::1}"};
  for (size_t i = 0; i < sizeof texts / sizeof texts[0]; i++) {
    json_reader r = json_reader_new(arena, isnad_slice_of(texts[i]));
    if (json_skip(&r) && json_at_end(&r)) fail_msg("%s was accepted", texts[i]);
    assert_non_null(r.problem);
    assert_true(r.at <= r.text.length);
  }
  assert_false(accepts(arena, S("\0")));
  assert_false(accepts(arena, S("[]\0")));
  assert_false(accepts(arena, S("[\0]")));
  assert_false(accepts(arena, S("1\0")));
  assert_false(accepts(arena, S("\"\\\0\"")));
  isnad_arena_free(arena);
}

static void a_problem_is_said_once_and_stays(void **state) {
  (void)state;
  isnad_arena *arena = new_arena(0);
  json_reader r = json_reader_new(arena, S("[x, 1]"));
  json_kind kind;
  isnad_slice out;
  bool first = true;
  assert_true(json_enter(&r, JSON_ARRAY));
  assert_true(json_next_item(&r, &first));
  assert_false(json_peek(&r, &kind));
  const char *problem = r.problem;
  assert_false(json_peek(&r, &kind));
  assert_false(json_enter(&r, JSON_ARRAY));
  assert_false(json_next_item(&r, &first));
  assert_false(json_next_key(&r, &out, &first));
  assert_false(json_read_string(&r, &out));
  assert_false(json_read_number(&r, &out));
  assert_false(json_skip(&r));
  assert_false(json_at_end(&r));
  assert_ptr_equal(r.problem, problem);
  assert_int_equal(r.at, 1);
  isnad_arena_free(arena);
}

/* The place of an error is where reading stopped, for every kind of error. */
static void errors_name_their_place(void **state) {
  (void)state;
  isnad_arena *arena = new_arena(0);
  static const struct {
    const char *text;
    size_t at;
  } rows[] = {{"[1 2]", 3}, {"[1,]", 3},  {"{\"a\" 1}", 5}, {"{1:1}", 1}, {"[tru]", 1},
              {"[1]x", 3},  {"[\"ab", 2}, {"[1", 2},        {"", 0},      {"[\"a\\x\"]", 5}};
  for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
    json_reader r = json_reader_new(arena, isnad_slice_of(rows[i].text));
    assert_false(json_skip(&r) && json_at_end(&r));
    if (r.at != rows[i].at) fail_msg("%s: error at %zu, wanted %zu", rows[i].text, r.at, rows[i].at);
  }
  isnad_arena_free(arena);
}

static void every_truncation_is_refused(void **state) {
  (void)state;
  isnad_arena *arena = new_arena(0);
  isnad_slice text = S("{\"a\":[1.5e3,\"\\ud83d\\ude00\\n\",{\"b\":null}],\"قال\":[true,false,[[]]],\"\\u0041\":\"«\"}");
  assert_true(accepts(arena, text));
  for (size_t length = 0; length < text.length; length++) {
    char *copy = malloc(length + 1); /* its own block, so that the sanitizer sees a read past the end */
    memcpy(copy, text.bytes, length);
    char *exact = realloc(copy, length > 0 ? length : 1);
    if (accepts(arena, (isnad_slice){exact, length})) fail_msg("accepted %zu bytes", length);
    free(exact);
  }
  isnad_arena_free(arena);
}

static void nesting_ends_at_its_limit(void **state) {
  (void)state;
  isnad_arena *arena = new_arena(0);
  char text[2 * JSON_DEPTH + 8];
  for (size_t depth = JSON_DEPTH - 1; depth <= JSON_DEPTH + 1; depth++) {
    memset(text, '[', depth);
    memset(text + depth, ']', depth);
    assert_int_equal(accepts(arena, (isnad_slice){text, 2 * depth}), depth <= JSON_DEPTH);
  }
  size_t deep = 1000000;
  char *opening = malloc(deep);
  memset(opening, '[', deep);
  assert_false(accepts(arena, (isnad_slice){opening, deep}));
  for (size_t i = 0; i + 5 <= deep; i += 5) memcpy(opening + i, "{\"a\":", 5);
  assert_false(accepts(arena, (isnad_slice){opening, deep}));
  free(opening);
  /* depth is given back: many shallow values one after another are fine */
  buf b = buf_new(arena, 0);
  json_writer w = json_writer_new(&b);
  json_open_array(&w);
  for (int i = 0; i < 2000; i++) json_raw(&w, S("[{}]"));
  json_close_array(&w);
  assert_true(accepts(arena, buf_slice(&b)));
  isnad_arena_free(arena);
}

static isnad_slice read_string(isnad_arena *arena, isnad_slice text) {
  json_reader r = json_reader_new(arena, text);
  isnad_slice out = {NULL, 0};
  if (!json_read_string(&r, &out) || !json_at_end(&r)) fail_msg("%.*s: %s", (int)text.length, text.bytes, r.problem);
  return out;
}

static void escapes_become_characters(void **state) {
  (void)state;
  isnad_arena *arena = new_arena(0);
  assert_slice(read_string(arena, S("\"\\\"\\\\\\/\\b\\f\\n\\r\\t\"")), S("\"\\/\b\f\n\r\t"));
  assert_slice(read_string(arena, S("\"\\u0041\\u00e9\\u0642\\uFFFF\"")), S("A\xC3\xA9\xD9\x82\xEF\xBF\xBF"));
  assert_slice(read_string(arena, S("\"\\ud83d\\ude00\"")), S("\xF0\x9F\x98\x80"));
  assert_slice(read_string(arena, S("\"\\uD800\\uDC00\"")), S("\xF0\x90\x80\x80"));
  assert_slice(read_string(arena, S("\"\\uDBFF\\uDFFF\"")), S("\xF4\x8F\xBF\xBF"));
  assert_slice(read_string(arena, S("\"a\\u0000b\"")), S("a\0b"));
  isnad_arena_free(arena);
}

static void lone_surrogates_become_replacement_characters(void **state) {
  (void)state;
  isnad_arena *arena = new_arena(0);
  assert_slice(read_string(arena, S("\"\\ud83d\"")), S("\xEF\xBF\xBD"));
  assert_slice(read_string(arena, S("\"\\ude00\"")), S("\xEF\xBF\xBD"));
  assert_slice(read_string(arena, S("\"\\ud83dx\"")), S("\xEF\xBF\xBDx"));
  assert_slice(read_string(arena, S("\"\\ud83d\\n\"")), S("\xEF\xBF\xBD\n"));
  assert_slice(read_string(arena, S("\"\\ud83d\\u0041\"")), S("\xEF\xBF\xBD"
                                                              "A"));
  assert_slice(read_string(arena, S("\"\\ud83d\\ud83d\\ude00\"")), S("\xEF\xBF\xBD\xF0\x9F\x98\x80"));
  assert_slice(read_string(arena, S("\"\\ude00\\ud83d\"")), S("\xEF\xBF\xBD\xEF\xBF\xBD"));
  assert_slice(read_string(arena, S("\"\\ude00\\ude00\"")), S("\xEF\xBF\xBD\xEF\xBF\xBD"));
  assert_slice(read_string(arena, S("\"\\ud83d\\ud83d\"")), S("\xEF\xBF\xBD\xEF\xBF\xBD"));
  isnad_arena_free(arena);
}

static void dirty_strings_pass_through(void **state) {
  (void)state;
  isnad_arena *arena = new_arena(0);
  assert_slice(read_string(arena, S("\"a\nb\tc\x01\x1F\"")), S("a\nb\tc\x01\x1F"));
  assert_slice(read_string(arena, S("\"a\0b\"")), S("a\0b"));
  assert_slice(read_string(arena, S("\"\xFF\xC7\xE1\"")), S("\xFF\xC7\xE1"));
  assert_slice(read_string(arena, S("\"\0\\n\xFF\"")), S("\0\n\xFF"));
  isnad_arena_free(arena);
}

static void plain_strings_point_into_the_input(void **state) {
  (void)state;
  isnad_arena *arena = new_arena(0);
  isnad_slice text = S("  \"plain\"  ");
  assert_ptr_equal(read_string(arena, text).bytes, text.bytes + 3);
  assert_int_equal(isnad_arena_used(arena), 0);
  isnad_arena_free(arena);
}

static void a_full_arena_stops_the_reader(void **state) {
  (void)state;
  isnad_arena *arena = new_arena(16);
  isnad_slice out;
  json_reader r = json_reader_new(arena, S("\"a longer string with \\n in it\""));
  assert_false(json_read_string(&r, &out));
  assert_string_equal(r.problem, "out of memory");
  assert_int_equal(isnad_arena_status(arena), ISNAD_LIMIT);
  isnad_arena_free(arena);
}

static void members_come_in_order_duplicates_included(void **state) {
  (void)state;
  isnad_arena *arena = new_arena(0);
  json_reader r = json_reader_new(arena, S(" { \"a\" : 1 , \"b\" : \"x\" , \"a\" : -2.5e1 } "));
  isnad_slice key, value;
  bool first = true;
  json_kind kind;
  assert_true(json_peek(&r, &kind));
  assert_int_equal(kind, JSON_OBJECT);
  assert_true(json_enter(&r, JSON_OBJECT));
  assert_true(json_next_key(&r, &key, &first));
  assert_slice(key, S("a"));
  assert_true(json_read_number(&r, &value));
  assert_slice(value, S("1"));
  assert_true(json_next_key(&r, &key, &first));
  assert_slice(key, S("b"));
  assert_true(json_read_string(&r, &value));
  assert_slice(value, S("x"));
  assert_true(json_next_key(&r, &key, &first));
  assert_slice(key, S("a"));
  assert_true(json_read_number(&r, &value));
  assert_slice(value, S("-2.5e1"));
  assert_false(json_next_key(&r, &key, &first));
  assert_null(r.problem);
  assert_true(json_at_end(&r));
  isnad_arena_free(arena);
}

static void the_wrong_kind_is_refused(void **state) {
  (void)state;
  isnad_arena *arena = new_arena(0);
  isnad_slice out;
  json_reader r = json_reader_new(arena, S("[1]"));
  assert_false(json_enter(&r, JSON_OBJECT));
  r = json_reader_new(arena, S("{}"));
  assert_false(json_enter(&r, JSON_ARRAY));
  r = json_reader_new(arena, S("12"));
  assert_false(json_read_string(&r, &out));
  r = json_reader_new(arena, S("\"12\""));
  assert_false(json_read_number(&r, &out));
  isnad_arena_free(arena);
}

int main(int argc, char **argv) {
  (void)argc, (void)argv;
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(commas_stand_between_values_only),
      cmocka_unit_test(an_empty_field_is_not_written),
      cmocka_unit_test(strings_are_escaped_as_needed_and_no_more),
      cmocka_unit_test(layout_characters_are_written_as_numbers),
      cmocka_unit_test(broken_utf8_is_written_as_replacement_characters),
      cmocka_unit_test(fractions_are_rounded_and_short),
      cmocka_unit_test(a_number_that_json_cannot_hold_is_null),
      cmocka_unit_test(correct_texts_are_accepted),
      cmocka_unit_test(wrong_texts_are_refused),
      cmocka_unit_test(a_problem_is_said_once_and_stays),
      cmocka_unit_test(errors_name_their_place),
      cmocka_unit_test(every_truncation_is_refused),
      cmocka_unit_test(nesting_ends_at_its_limit),
      cmocka_unit_test(escapes_become_characters),
      cmocka_unit_test(lone_surrogates_become_replacement_characters),
      cmocka_unit_test(dirty_strings_pass_through),
      cmocka_unit_test(plain_strings_point_into_the_input),
      cmocka_unit_test(a_full_arena_stops_the_reader),
      cmocka_unit_test(members_come_in_order_duplicates_included),
      cmocka_unit_test(the_wrong_kind_is_refused),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
