#include "../support.h"

#include "isnad/page.h"
#include "page/repair.h"

typedef struct repair_case {
  isnad_slice bytes, text;
  uint32_t invalid, nul, bom;
} repair_case;

static void repairs_are_made_and_counted(void **state) {
  (void)state;
  const repair_case cases[] = {
      {S("plain"), S("plain"), 0, 0, 0},
      {S("سطر"), S("سطر"), 0, 0, 0},
      {S("\xEF\xBB\xBFسطر"), S("سطر"), 0, 0, 1},
      {S("a\0b"), S("a b"), 0, 1, 0},
      {S("a\xFF"
         "b"),
       S("a\xEF\xBF\xBD"
         "b"),
       1, 0, 0},
      {S("\xD8"), S("\xEF\xBF\xBD"), 1, 0, 0},
      {S("\xD8 x"), S("\xEF\xBF\xBD x"), 1, 0, 0},
      {S("\xC0\xAF"), S("\xEF\xBF\xBD\xEF\xBF\xBD"), 2, 0, 0},                                 /* overlong */
      {S("\xED\xA0\x80"), S("\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD"), 3, 0, 0},                 /* a surrogate */
      {S("\xF4\x90\x80\x80"), S("\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD"), 4, 0, 0}, /* above U+10FFFF */
      {S("\xE2\x80"), S("\xEF\xBF\xBD"), 1, 0, 0},                                             /* a maximal part is one */
      {S("\xF0\x9F\x92x"), S("\xEF\xBF\xBDx"), 1, 0, 0},
      {S("\xF0\x9F\x92\xA9"), S("\xF0\x9F\x92\xA9"), 0, 0, 0},
      {S(""), S(""), 0, 0, 0},
      {S("\xEF\xBB\xBF"), S(""), 0, 0, 1},
  };
  for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
    isnad_arena *arena = new_arena(0);
    isnad_slice text;
    isnad_repairs repairs;
    assert_int_equal(page_repair(&text, &repairs, arena, cases[i].bytes, NULL), ISNAD_OK);
    assert_slice(text, cases[i].text);
    if (repairs.invalid_utf8 != cases[i].invalid || repairs.nul != cases[i].nul || repairs.bom != cases[i].bom)
      fail_msg("case %zu: %u invalid, %u NUL, %u marks", i, repairs.invalid_utf8, repairs.nul, repairs.bom);
    isnad_arena_free(arena);
  }
}

static void sound_text_is_not_copied(void **state) {
  (void)state;
  isnad_arena *arena = new_arena(0);
  isnad_capture capture = {.uri = S("test"), .bytes = S("سطر من نص سليم")};
  isnad_page page;
  assert_int_equal(isnad_page_read(&page, arena, &capture, NULL), ISNAD_OK);
  assert_true(page.text_is_capture);
  assert_ptr_equal(page.text.bytes, capture.bytes.bytes);
  assert_slice(page.language, S("ar"));
  isnad_arena_free(arena);
}

static void refused(isnad_slice bytes, isnad_status wanted) {
  isnad_arena *arena = new_arena(0);
  isnad_slice text;
  isnad_repairs repairs;
  isnad_err err = {0};
  assert_int_equal(page_repair(&text, &repairs, arena, bytes, &err), wanted);
  assert_int_equal(err.status, wanted);
  assert_string_equal(err.stage, "page");
  isnad_arena_free(arena);
}

static void binary_bytes_are_refused(void **state) {
  (void)state;
  static char zeros[4096], high[4096];
  memset(high, 0xE7, sizeof high); /* as in windows-1256 */
  refused((isnad_slice){zeros, sizeof zeros}, ISNAD_BAD_INPUT);
  refused((isnad_slice){high, sizeof high}, ISNAD_BAD_INPUT);
  refused(S("\xFF\xFE\x33\x06"), ISNAD_BAD_INPUT);
  refused((isnad_slice){zeros, (size_t)UINT32_MAX + 1}, ISNAD_LIMIT);
}

/* The same verdict byte by byte as from the definition of UTF-8, over random bytes near Arabic. */
static bool slow_valid(const uint8_t *b, size_t n) {
  for (size_t i = 0; i < n;) {
    size_t length = b[i] < 0x80 ? 1 : b[i] < 0xC0 ? 0 : b[i] < 0xE0 ? 2 : b[i] < 0xF0 ? 3 : b[i] < 0xF8 ? 4 : 0;
    if (length == 0 || i + length > n) return false;
    uint32_t c = length == 1 ? b[i] : (uint32_t)b[i] & (0x7Fu >> length);
    for (size_t k = 1; k < length; k++) {
      if ((b[i + k] & 0xC0) != 0x80) return false;
      c = c << 6 | (uint32_t)(b[i + k] & 0x3F);
    }
    static const uint32_t least[] = {0, 0, 0x80, 0x800, 0x10000};
    if (c < least[length] || c > 0x10FFFF || (c >= 0xD800 && c < 0xE000)) return false;
    i += length;
  }
  return true;
}

static void validity_by_definition(void **state) {
  (void)state;
  static const uint8_t alphabet[] = {'a', ' ', 0xD8, 0xD9, 0xA7, 0x85, 0xC1, 0xC2, 0xDF, 0xE0, 0xE2, 0xED, 0x80, 0xBF, 0xF0, 0xF4, 0x90};
  uint64_t seed = 11;
  uint8_t bytes[40];
  size_t valid = 0;
  for (int round = 0; round < 300000; round++) {
    size_t length = random_below(&seed, sizeof bytes + 1), near = random_below(&seed, 3);
    for (size_t i = 0; i < length; i++) {
      bytes[i] = alphabet[random_below(&seed, near == 0 ? sizeof alphabet : 6)];
      if (near == 2 && i > 0 && (bytes[i - 1] == 0xD8 || bytes[i - 1] == 0xD9))
        bytes[i] = 0xA7;
      else if (near == 2)
        bytes[i] = (uint8_t)(i % 3 == 0 ? ' ' : 0xD8);
    }
    bool fast = page_valid_length((isnad_slice){(const char *)bytes, length}) == length, slow = slow_valid(bytes, length);
    valid += slow;
    if (fast != slow) fail_msg("round %d: %d, by definition %d", round, fast, slow);
  }
  assert_true(valid > 1000);
}

int main(int argc, char **argv) {
  (void)argc, (void)argv;
  const struct CMUnitTest tests[] = {cmocka_unit_test(repairs_are_made_and_counted), cmocka_unit_test(sound_text_is_not_copied),
                                     cmocka_unit_test(binary_bytes_are_refused), cmocka_unit_test(validity_by_definition)};
  return cmocka_run_group_tests(tests, NULL, NULL);
}
