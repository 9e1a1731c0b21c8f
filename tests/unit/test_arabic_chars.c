/* Every code point there is: the compiled tables say what the rules say, and folding settles at once. */
#include "../support.h"

#include "arabic/chars.h"

enum { LAST_POINT = 0x10FFFF };

static bool is_surrogate(uint32_t point) { return point >= 0xD800 && point <= 0xDFFF; }

static void check_entry(uint32_t point, const uint32_t *table, isnad_fold strength) {
  char source[4], by_table[4], by_rule[CHAR_MOST_BYTES];
  size_t length = chars_encode(source, point), read = 0, folded = 0, rule_read = 0;
  uint32_t entry = chars_entry(table, (const unsigned char *)source, length, &read);
  char_class kind = chars_rare(by_rule, &folded, (isnad_slice){source, length}, 0, &rule_read, strength);
  if (rule_read != length) fail_msg("U+%04X reads %zu of %zu bytes", (unsigned)point, rule_read, length);
  if (folded > length && ((unsigned char)source[0] != CHAR_GROWING || folded > length + CHAR_MOST_GROWTH))
    fail_msg("U+%04X folds from %zu to %zu bytes", (unsigned)point, length, folded);
  if (chars_entry_class(entry) == CHAR_RARE) return;
  chars_entry_put(by_table, entry);
  if (read != length || chars_entry_class(entry) != kind || chars_entry_length(entry) != folded || memcmp(by_table, by_rule, folded) != 0)
    fail_msg("U+%04X: the table differs from the rule", (unsigned)point);
}

static void test_tables_say_what_the_rules_say(void **state) {
  (void)state;
  for (uint32_t point = 1; point <= LAST_POINT; point++) {
    if (is_surrogate(point)) continue;
    check_entry(point, chars_match, ISNAD_FOLD_MATCH);
    check_entry(point, chars_name, ISNAD_FOLD_NAME);
  }
}

static void check_settled(uint32_t point, isnad_fold strength) {
  char_fold once, again;
  chars_fold(&once, point, strength);
  for (size_t i = 0; i < once.count; i++) {
    chars_fold(&again, once.points[i], strength);
    if (again.count != 1 || again.points[0] != once.points[i])
      fail_msg("U+%04X folds to U+%04X, which folds on", (unsigned)point, (unsigned)once.points[i]);
    if (i == 0 && again.kind != once.kind) fail_msg("U+%04X changes its class when folded", (unsigned)point);
  }
}

static void test_folding_is_idempotent(void **state) {
  (void)state;
  for (uint32_t point = 0; point <= LAST_POINT; point++) {
    if (is_surrogate(point)) continue;
    check_settled(point, ISNAD_FOLD_MATCH);
    check_settled(point, ISNAD_FOLD_NAME);
  }
}

static void test_matching_gives_up_more_than_names(void **state) {
  (void)state;
  for (uint32_t point = 0; point <= LAST_POINT; point++) {
    char_fold name, direct, through;
    if (is_surrogate(point)) continue;
    chars_fold(&name, point, ISNAD_FOLD_NAME);
    chars_fold(&direct, point, ISNAD_FOLD_MATCH);
    if (name.count != 1) continue;
    chars_fold(&through, name.points[0], ISNAD_FOLD_MATCH);
    if (direct.count != 1 || direct.points[0] != through.points[0]) fail_msg("U+%04X: a folded name folds to another match form", (unsigned)point);
  }
}

static void test_decoding_refuses_what_is_no_utf8(void **state) {
  (void)state;
  const isnad_slice bad[] = {
      S("\x80"), S("\xC0\x80"), S("\xC2"), S("\xE0\x80\x80"), S("\xED\xA0\x80"), S("\xF4\x90\x80\x80"), S("\xF8\x88\x80\x80\x80"), S("\xFF")};
  for (size_t i = 0; i < sizeof bad / sizeof bad[0]; i++) {
    size_t length = 0;
    assert_int_equal(chars_decode(bad[i], 0, &length), CHAR_NOT_UTF8);
    assert_int_equal(length, 1);
  }
}

static void test_decoding_undoes_encoding(void **state) {
  (void)state;
  for (uint32_t point = 0; point <= LAST_POINT; point++) {
    char bytes[4];
    size_t length = 0;
    if (is_surrogate(point)) continue;
    size_t written = chars_encode(bytes, point);
    if (chars_decode((isnad_slice){bytes, written}, 0, &length) != point || length != written) fail_msg("U+%04X", (unsigned)point);
  }
}

int main(int argc, char **argv) {
  (void)argc, (void)argv;
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_tables_say_what_the_rules_say),     cmocka_unit_test(test_folding_is_idempotent),
      cmocka_unit_test(test_matching_gives_up_more_than_names), cmocka_unit_test(test_decoding_refuses_what_is_no_utf8),
      cmocka_unit_test(test_decoding_undoes_encoding),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
