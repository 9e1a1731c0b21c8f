#include "../support.h"

#include "base/hash.h"
#include "base/map.h"

static void a_new_map_is_empty(void **state) {
  (void)state;
  isnad_arena *arena = new_arena(0);
  map m;
  assert_true(map_new(&m, arena, 0));
  assert_null(map_get(&m, 0));
  assert_null(map_get(&m, UINT64_MAX));
  assert_int_equal(m.count, 0);
  isnad_arena_free(arena);
}

static void zero_is_a_key_and_a_value(void **state) {
  (void)state;
  isnad_arena *arena = new_arena(0);
  map m;
  assert_true(map_new(&m, arena, 0));
  uint64_t *value = map_put(&m, 0);
  assert_non_null(value);
  assert_int_equal(*value, 0);
  *value = 5;
  assert_int_equal(*map_get(&m, 0), 5);
  assert_int_equal(*map_put(&m, 0), 5);
  assert_int_equal(m.count, 1);
  assert_null(map_get(&m, 1));
  isnad_arena_free(arena);
}

static int by_key(const void *a, const void *b) {
  uint64_t x = ((const map_entry *)a)->key, y = ((const map_entry *)b)->key;
  return (x > y) - (x < y);
}

/* Holds the map against a sorted array of the same entries. Half of the keys are drawn from a small range, so that many repeat. */
static void a_hundred_thousand_keys(void **state) {
  (void)state;
  enum { COUNT = 100000 };
  isnad_arena *arena = new_arena(0);
  map m;
  assert_true(map_new(&m, arena, 10));
  map_entry *all = malloc(COUNT * sizeof *all);
  uint64_t seed = 3;
  for (size_t i = 0; i < COUNT; i++) {
    uint64_t key = i % 2 == 0 ? random_next(&seed) : random_below(&seed, 20000);
    all[i].key = key;
    *map_put(&m, key) += 1;
  }
  qsort(all, COUNT, sizeof *all, by_key);
  size_t distinct = 0;
  for (size_t i = 0; i < COUNT;) {
    size_t run = i;
    while (run < COUNT && all[run].key == all[i].key) run++;
    uint64_t *value = map_get(&m, all[i].key);
    assert_non_null(value);
    assert_int_equal(*value, run - i);
    distinct++;
    i = run;
  }
  assert_int_equal(m.count, distinct);
  for (size_t i = 0; i < COUNT; i++) {
    map_entry absent = {random_next(&seed), 0};
    if (bsearch(&absent, all, COUNT, sizeof *all, by_key) == NULL) assert_null(map_get(&m, absent.key));
  }
  free(all);
  isnad_arena_free(arena);
}

/* Keys that differ only in few bits, in the low half or in the high half, are what ids and packed pairs look like. */
static void keys_of_every_shape_stay_apart(void **state) {
  (void)state;
  static const unsigned shifts[] = {0, 8, 16, 20, 31, 32, 40, 48};
  for (size_t s = 0; s < sizeof shifts / sizeof shifts[0]; s++) {
    isnad_arena *arena = new_arena(0);
    map m;
    assert_true(map_new(&m, arena, 0));
    for (uint64_t i = 0; i < 20000; i++) *map_put(&m, i << shifts[s]) = i;
    uint64_t kept = shifts[s] > 48 ? 0 : 20000;
    for (uint64_t i = 0; i < kept; i++) assert_int_equal(*map_get(&m, i << shifts[s]), i);
    isnad_arena_free(arena);
  }
}

/* Undoes the mixing of the map for keys below 2^32, so that all of them want one slot. */
static void keys_that_want_one_slot(void **state) {
  (void)state;
  enum { COUNT = 1500 };
  uint64_t inverse = 1, multiplier = 0x9E3779B97F4A7C15u;
  for (int i = 0; i < 6; i++) inverse *= 2 - multiplier * inverse;
  assert_int_equal(multiplier * inverse, 1);
  isnad_arena *arena = new_arena(0);
  map m;
  assert_true(map_new(&m, arena, 0));
  for (int round = 0; round < 2; round++) {
    for (uint64_t i = 0; i < COUNT; i++) {
      uint64_t wanted = i << 48 | 0xFFFFFu, half = wanted * inverse;
      uint64_t key = half ^ (half >> 32);
      if (round == 0)
        *map_put(&m, key) = i;
      else
        assert_int_equal(*map_get(&m, key), i);
    }
    assert_int_equal(m.count, COUNT);
  }
  isnad_arena_free(arena);
}

/* Under every limit a refused key leaves the map as it was. */
static void a_full_arena_refuses_a_key(void **state) {
  (void)state;
  for (size_t limit = 16; limit < 20000; limit += 97) {
    isnad_arena *arena = new_arena(limit);
    map m;
    if (!map_new(&m, arena, 0)) {
      assert_true(limit < 17 * 16);
      isnad_arena_free(arena);
      continue;
    }
    uint64_t added = 0;
    for (uint64_t *value; (value = map_put(&m, added * 77)) != NULL; added++) *value = added;
    assert_int_equal(m.count, added);
    assert_true(added >= 12);
    for (uint64_t i = 0; i < added; i++) assert_int_equal(*map_get(&m, i * 77), i);
    assert_null(map_get(&m, added * 77));
    assert_int_equal(isnad_arena_status(arena), ISNAD_LIMIT);
    isnad_arena_free(arena);
  }
}

static void an_impossible_size_is_refused(void **state) {
  (void)state;
  isnad_arena *arena = new_arena(1000000);
  map m;
  assert_false(map_new(&m, arena, SIZE_MAX));
  assert_false(map_new(&m, arena, SIZE_MAX / 2));
  assert_false(map_new(&m, arena, SIZE_MAX / 32));
  assert_true(map_new(&m, arena, 1000));
  for (uint64_t i = 0; i < 1000; i++) assert_non_null(map_put(&m, i));
  isnad_arena_free(arena);
}

static void digest_is(const isnad_slice *parts, size_t count, const char *wanted) {
  uint8_t digest[32];
  char hex[65];
  assert_true(hash_sha256(digest, parts, count));
  hash_hex(hex, digest, sizeof digest);
  assert_string_equal(hex, wanted);
}

/* The vectors of FIPS 180-4's examples. */
static void sha256_gives_the_standard_digests(void **state) {
  (void)state;
  isnad_slice none = {NULL, 0}, abc = S("abc"), two = S("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq");
  digest_is(&none, 1, "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  digest_is(NULL, 0, "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  digest_is(&abc, 1, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  digest_is(&two, 1, "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1");
  char *million = malloc(1000000);
  memset(million, 'a', 1000000);
  isnad_slice whole = {million, 1000000}, parts[] = {{million, 1}, {million, 0}, {million, 63}, {million, 999936}};
  digest_is(&whole, 1, "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0");
  digest_is(parts, 4, "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0");
  free(million);
}

/* Ids are made of these hashes and stored: they may never change. */
static void xxh3_gives_the_published_values(void **state) {
  (void)state;
  assert_int_equal(hash64((isnad_slice){NULL, 0}), 0x2D06800538D394C2u);
  assert_int_equal(hash64_seeded(S(""), 0), 0x2D06800538D394C2u);
  assert_int_equal(hash64(S("abc")), hash64_seeded(S("abc"), 0));
  assert_int_not_equal(hash64(S("abc")), hash64_seeded(S("abc"), 1));
  assert_int_not_equal(hash64(S("abc")), hash64(S("abc\0")));
}

static void hex_is_lower_case(void **state) {
  (void)state;
  char hex[9];
  hash_hex(hex, (const uint8_t *)"\x00\xFF\x1a\xB2", 4);
  assert_string_equal(hex, "00ff1ab2");
  hash_hex(hex, NULL, 0);
  assert_string_equal(hex, "");
}

int main(int argc, char **argv) {
  (void)argc, (void)argv;
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(a_new_map_is_empty),
      cmocka_unit_test(zero_is_a_key_and_a_value),
      cmocka_unit_test(a_hundred_thousand_keys),
      cmocka_unit_test(keys_of_every_shape_stay_apart),
      cmocka_unit_test(keys_that_want_one_slot),
      cmocka_unit_test(a_full_arena_refuses_a_key),
      cmocka_unit_test(an_impossible_size_is_refused),
      cmocka_unit_test(sha256_gives_the_standard_digests),
      cmocka_unit_test(xxh3_gives_the_published_values),
      cmocka_unit_test(hex_is_lower_case),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
