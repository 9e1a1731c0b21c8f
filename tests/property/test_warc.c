/* However the bytes of an archive arrive, and however it is broken, the same records, places and complaints come out. */
#include "../warc_support.h"

enum { ROUNDS = 300 };

static const char *const types[] = {"response", "request", "resource", "warcinfo", "conversion"};
static const char *const faults[] = {"len+3",  "len-1",     "len+700", "open",   "half",   "wrong", "nolength",
                                     "notype", "noversion", "junk20",  "zeros9", "magic2", "vast"};

static isnad_slice random_words(isnad_arena *arena, uint64_t *seed) {
  buf out = buf_new(arena, 256);
  size_t count = 1 + random_below(seed, 8);
  for (size_t i = 0; i < count; i++) {
    buf_printf(&out, "%s%s:b%zu,times%zu", i > 0 ? " " : "", types[random_below(seed, 5)], i,
               random_below(seed, 12) == 0 ? random_below(seed, 60000) : random_below(seed, 40));
    if (random_below(seed, 4) == 0) buf_printf(&out, ",%s", faults[random_below(seed, sizeof faults / sizeof faults[0])]);
    if (random_below(seed, 10) == 0) buf_printf(&out, ",cut%zu", random_below(seed, 90));
    if (random_below(seed, 10) == 0) buf_printf(&out, ",flip%zu", random_below(seed, 150));
  }
  return buf_slice(&out);
}

static void pieces_do_not_matter(void **state) {
  (void)state;
  static const size_t pieces[] = {1, 7, 100, 5000};
  uint64_t seed = 20261125;
  isnad_arena *arena = new_arena(0);
  unsigned broken = 0;
  for (int round = 0; round < ROUNDS; round++) {
    isnad_arena_reset(arena);
    isnad_slice words = random_words(arena, &seed);
    isnad_slice file = warc_file_of(arena, (warc_packing)(round % WARC_PACKINGS), words);
    isnad_slice whole = warc_transcript(arena, file, 0, 0, true);
    isnad_slice again = warc_transcript(arena, file, pieces[random_below(&seed, 4)], random_next(&seed), true);
    if (!isnad_slice_equal(whole, again))
      fail_msg("round %d: %.*s\n%.*s\n%.*s", round, (int)words.length, words.bytes, (int)whole.length, whole.bytes, (int)again.length, again.bytes);
    broken += strstr(isnad_arena_printf(arena, "%.*s", (int)whole.length, whole.bytes).bytes, "broken") != NULL;
  }
  print_message("%u of %d archives were broken\n", broken, ROUNDS);
  assert_true(broken > ROUNDS / 4 && broken < ROUNDS);
  isnad_arena_free(arena);
}

/* Sound records are all read, in every packing, whatever their sizes. */
static void sound_archives_are_read_whole(void **state) {
  (void)state;
  uint64_t seed = 7;
  isnad_arena *arena = new_arena(0);
  for (int round = 0; round < 60; round++) {
    isnad_slice words = {NULL, 0}, first = {NULL, 0};
    isnad_arena_reset(arena);
    buf out = buf_new(arena, 256);
    size_t count = 1 + random_below(&seed, 20);
    for (size_t i = 0; i < count; i++)
      buf_printf(&out, "%s%s:b%zu,times%zu", i > 0 ? " " : "", types[random_below(&seed, 5)], i, random_below(&seed, 9000));
    words = buf_slice(&out);
    for (int p = 0; p < WARC_PACKINGS; p++) {
      isnad_slice told = warc_transcript(arena, warc_file_of(arena, (warc_packing)p, words), 0, 0, false);
      if (p == 0) first = told;
      assert_slice(told, first);
    }
    size_t records = 1;
    for (size_t i = 0; i < first.length; i++) records += first.bytes[i] == ' ';
    assert_int_equal(records, count);
  }
  isnad_arena_free(arena);
}

int main(int argc, char **argv) {
  (void)argc, (void)argv;
  const struct CMUnitTest tests[] = {cmocka_unit_test(pieces_do_not_matter), cmocka_unit_test(sound_archives_are_read_whole)};
  return cmocka_run_group_tests(tests, enter_folder_of_its_own, leave_folder);
}
