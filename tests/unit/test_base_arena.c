#include "../support.h"

#include "base/buf.h"

enum { ALIGNMENT = 16 };

static void new_memory_is_aligned_and_zero(void **state) {
  (void)state;
  isnad_arena *arena = new_arena(0);
  for (size_t size = 0; size < 5000; size += 7) {
    unsigned char *bytes = isnad_arena_alloc(arena, size);
    assert_non_null(bytes);
    assert_int_equal((uintptr_t)bytes % ALIGNMENT, 0);
    for (size_t i = 0; i < size; i++) assert_int_equal(bytes[i], 0);
    memset(bytes, 0xAA, size);
  }
  isnad_arena_free(arena);
}

static void memory_is_zero_again_after_reset(void **state) {
  (void)state;
  isnad_arena *arena = new_arena(0);
  for (int round = 0; round < 3; round++) {
    unsigned char *bytes = isnad_arena_alloc(arena, 10000);
    for (size_t i = 0; i < 10000; i++) assert_int_equal(bytes[i], 0);
    memset(bytes, 0xAA, 10000);
    isnad_arena_reset(arena);
    assert_int_equal(isnad_arena_used(arena), 0);
  }
  isnad_arena_free(arena);
}

/* What is kept is no more than asked for: what is taken behind it is new memory, and all of it is zero. */
static void trimmed_memory_is_zero_again(void **state) {
  (void)state;
  isnad_arena *arena = new_arena(0);
  for (size_t keep = 0; keep < 1 << 20; keep = keep * 2 + 1000) {
    for (size_t size = 1; size < 3000000; size *= 3) {
      unsigned char *bytes = isnad_arena_alloc(arena, size);
      assert_non_null(bytes);
      for (size_t i = 0; i < size; i++) assert_int_equal(bytes[i], 0);
      memset(bytes, 0xAA, size);
      if (size > 100000) isnad_arena_trim(arena, keep);
    }
    isnad_arena_trim(arena, keep);
    assert_int_equal(isnad_arena_used(arena), 0);
  }
  isnad_arena_free(arena);
}

static void allocations_do_not_overlap(void **state) {
  (void)state;
  enum { COUNT = 400 };
  isnad_arena *arena = new_arena(0);
  unsigned char *taken[COUNT];
  uint64_t seed = 1;
  size_t sizes[COUNT];
  for (size_t i = 0; i < COUNT; i++) {
    sizes[i] = random_below(&seed, i % 50 == 0 ? 300000 : 900);
    taken[i] = isnad_arena_alloc(arena, sizes[i]);
    assert_non_null(taken[i]);
    memset(taken[i], (int)(i % 251), sizes[i]);
  }
  for (size_t i = 0; i < COUNT; i++)
    for (size_t k = 0; k < sizes[i]; k++) assert_int_equal(taken[i][k], i % 251);
  isnad_arena_free(arena);
}

/* Whatever the limit, what was handed out stays below it, and a refusal says why. */
static void every_limit_holds(void **state) {
  (void)state;
  for (size_t limit = 1; limit < 700; limit++) {
    isnad_arena *arena = new_arena(limit);
    size_t taken = 0;
    while (isnad_arena_alloc(arena, 24) != NULL) taken++;
    assert_int_equal(taken, limit / 32);
    assert_true(isnad_arena_used(arena) <= limit);
    assert_int_equal(isnad_arena_status(arena), ISNAD_LIMIT);
    isnad_err err;
    assert_int_equal(isnad_arena_fail(&err, arena, "test"), ISNAD_LIMIT);
    assert_string_equal(err.stage, "test");
    isnad_arena_reset(arena);
    assert_int_equal(isnad_arena_status(arena), ISNAD_OK);
    assert_int_equal(isnad_arena_alloc(arena, 1) != NULL, limit >= 16);
    isnad_arena_free(arena);
  }
}

static void a_raised_limit_lets_work_go_on(void **state) {
  (void)state;
  isnad_arena *arena = new_arena(64);
  assert_non_null(isnad_arena_alloc(arena, 64));
  assert_null(isnad_arena_alloc(arena, 1));
  isnad_arena_limit(arena, 128);
  assert_int_equal(isnad_arena_status(arena), ISNAD_OK);
  assert_non_null(isnad_arena_alloc(arena, 64));
  assert_null(isnad_arena_alloc(arena, 1));
  isnad_arena_limit(arena, 32); /* below what is already out */
  assert_null(isnad_arena_alloc(arena, 1));
  isnad_arena_limit(arena, 0);
  assert_non_null(isnad_arena_alloc(arena, 1000000));
  isnad_arena_free(arena);
}

/* Sizes near SIZE_MAX must not wrap round to a small block. */
static void huge_requests_are_refused(void **state) {
  (void)state;
  for (size_t less = 0; less < 200; less++) {
    isnad_arena *arena = new_arena(0);
    assert_null(isnad_arena_alloc(arena, SIZE_MAX - less));
    assert_int_not_equal(isnad_arena_status(arena), ISNAD_OK);
    assert_non_null(isnad_arena_alloc(arena, 16));
    isnad_arena_free(arena);
  }
}

static void overflowing_products_are_refused(void **state) {
  (void)state;
  isnad_arena *arena = new_arena(0);
  assert_null(isnad_arena_array(arena, SIZE_MAX / 8 + 1, 8));
  assert_int_equal(isnad_arena_status(arena), ISNAD_LIMIT);
  assert_null(isnad_arena_array(arena, SIZE_MAX, SIZE_MAX));
  assert_null(isnad_arena_array(arena, 2, SIZE_MAX / 2 + 1));
  int *items = isnad_arena_array(arena, 4, sizeof *items);
  assert_null(isnad_arena_grow(arena, items, 4, SIZE_MAX / sizeof *items + 1, sizeof *items));
  assert_null(isnad_arena_grow(arena, items, 4, SIZE_MAX / sizeof *items, sizeof *items));
  assert_null(isnad_arena_grow(arena, items, 4, 3, sizeof *items)); /* growing never shrinks */
  assert_non_null(isnad_arena_array(arena, 0, SIZE_MAX));
  assert_non_null(isnad_arena_array(arena, SIZE_MAX, 0));
  isnad_arena_free(arena);
}

static void the_last_array_grows_in_place(void **state) {
  (void)state;
  isnad_arena *arena = new_arena(0);
  uint32_t *items = isnad_arena_array(arena, 3, sizeof *items);
  for (uint32_t i = 0; i < 3; i++) items[i] = i + 1;
  uint32_t *grown = isnad_arena_grow(arena, items, 3, 1000, sizeof *items);
  assert_ptr_equal(grown, items);
  for (uint32_t i = 0; i < 1000; i++) assert_int_equal(grown[i], i < 3 ? i + 1 : 0);
  assert_int_equal(isnad_arena_used(arena), 4000);
  isnad_arena_free(arena);
}

static void an_older_array_grows_by_copying(void **state) {
  (void)state;
  isnad_arena *arena = new_arena(0);
  uint32_t *items = isnad_arena_array(arena, 3, sizeof *items);
  for (uint32_t i = 0; i < 3; i++) items[i] = i + 1;
  uint32_t *newer = isnad_arena_array(arena, 1, sizeof *newer);
  *newer = 99;
  uint32_t *grown = isnad_arena_grow(arena, items, 3, 8, sizeof *items);
  assert_ptr_not_equal(grown, items);
  for (uint32_t i = 0; i < 8; i++) assert_int_equal(grown[i], i < 3 ? i + 1 : 0);
  assert_int_equal(*newer, 99);
  isnad_arena_free(arena);
}

static void an_array_grows_out_of_its_block(void **state) {
  (void)state;
  isnad_arena *arena = new_arena(0);
  unsigned char *bytes = isnad_arena_array(arena, 60000, 1);
  memset(bytes, 7, 60000);
  bytes = isnad_arena_grow(arena, bytes, 60000, 3000000, 1);
  for (size_t i = 0; i < 3000000; i++) assert_int_equal(bytes[i], i < 60000 ? 7 : 0);
  isnad_arena_free(arena);
}

static void a_refused_growth_leaves_the_array(void **state) {
  (void)state;
  for (size_t limit = 32; limit < 512; limit += 16) {
    isnad_arena *arena = new_arena(limit);
    uint32_t *items = isnad_arena_array(arena, 8, sizeof *items);
    for (uint32_t i = 0; i < 8; i++) items[i] = i;
    size_t used = isnad_arena_used(arena);
    assert_null(isnad_arena_grow(arena, items, 8, limit / 4 + 1, sizeof *items));
    assert_int_equal(isnad_arena_used(arena), used);
    for (uint32_t i = 0; i < 8; i++) assert_int_equal(items[i], i);
    assert_non_null(isnad_arena_grow(arena, items, 8, limit / 4, sizeof *items)); /* exactly the limit */
    isnad_arena_free(arena);
  }
}

static void nothing_grows_into_something(void **state) {
  (void)state;
  isnad_arena *arena = new_arena(0);
  int *none = isnad_arena_grow(arena, NULL, 0, 5, sizeof *none);
  assert_non_null(none);
  char *empty = isnad_arena_alloc(arena, 0), *next = isnad_arena_alloc(arena, 16);
  memset(next, 'n', 16);
  char *grown = isnad_arena_grow(arena, empty, 0, 16, 1); /* shares its address with `next` */
  memset(grown, 'g', 16);
  for (int i = 0; i < 16; i++) assert_int_equal(next[i], 'n');
  isnad_arena_free(arena);
}

static void copies_and_prints(void **state) {
  (void)state;
  isnad_arena *arena = new_arena(0);
  char source[] = "a\0b";
  isnad_slice copy = isnad_arena_copy(arena, (isnad_slice){source, 3});
  source[0] = 'x';
  assert_slice(copy, S("a\0b"));
  assert_null(isnad_arena_copy(arena, (isnad_slice){NULL, 0}).bytes);
  assert_slice(isnad_arena_printf(arena, "%d-%s", 42, "end"), S("42-end"));
  assert_slice(isnad_arena_printf(arena, "%s", ""), S(""));
  isnad_arena_limit(arena, 1);
  assert_null(isnad_arena_printf(arena, "%d", 1).bytes);
  assert_null(isnad_arena_copy(arena, S("a")).bytes);
  isnad_arena_free(arena);
  isnad_arena_free(NULL);
}

static void slices_compare_and_cut(void **state) {
  (void)state;
  assert_true(isnad_slice_equal((isnad_slice){NULL, 0}, S("")));
  assert_false(isnad_slice_equal(S("a"), S("a\0")));
  assert_true(isnad_slice_compare(S("a"), S("ab")) < 0);
  assert_true(isnad_slice_compare(S("b"), S("ab")) > 0);
  assert_true(isnad_slice_compare(S("\xFF"), S("a")) > 0); /* bytes are unsigned */
  assert_int_equal(isnad_slice_compare(S("ab"), S("ab")), 0);
  assert_true(isnad_slice_starts(S("abc"), S("ab")));
  assert_true(isnad_slice_starts(S(""), (isnad_slice){NULL, 0}));
  assert_false(isnad_slice_starts(S("a"), S("ab")));
  assert_slice(isnad_slice_at(S("abc"), (isnad_span){1, 3}), S("bc"));
  assert_int_equal(isnad_slice_at(S("abc"), (isnad_span){1, 4}).length, 0);
  assert_int_equal(isnad_slice_at(S("abc"), (isnad_span){2, 1}).length, 0);
  assert_int_equal(isnad_slice_of(NULL).length, 0);
  assert_slice(isnad_slice_of("abc"), S("abc"));
}

static void a_buffer_grows_byte_by_byte(void **state) {
  (void)state;
  isnad_arena *arena = new_arena(0);
  buf b = buf_new(arena, 0);
  assert_int_equal(buf_slice(&b).length, 0);
  for (size_t i = 0; i < 100000; i++) buf_add_char(&b, (char)('a' + i % 26));
  assert_int_equal(b.length, 100000);
  for (size_t i = 0; i < b.length; i++) assert_int_equal(b.bytes[i], 'a' + (int)(i % 26));
  isnad_arena_free(arena);
}

static void two_buffers_grow_side_by_side(void **state) {
  (void)state;
  isnad_arena *arena = new_arena(0);
  buf a = buf_new(arena, 8), b = buf_new(arena, 8);
  for (size_t i = 0; i < 5000; i++) {
    buf_add_text(&a, "first");
    buf_printf(&b, "%s-%d", "second", 2);
  }
  for (size_t i = 0; i < 5000; i++) {
    assert_memory_equal(a.bytes + 5 * i, "first", 5);
    assert_memory_equal(b.bytes + 8 * i, "second-2", 8);
  }
  isnad_arena_free(arena);
}

static void numbers_are_written_whole(void **state) {
  (void)state;
  isnad_arena *arena = new_arena(0);
  buf b = buf_new(arena, 4);
  buf_add_u64(&b, 0);
  buf_add_char(&b, ' ');
  buf_add_u64(&b, UINT64_MAX);
  buf_add_char(&b, ' ');
  buf_add_i64(&b, INT64_MIN);
  buf_add_char(&b, ' ');
  buf_add_i64(&b, INT64_MAX);
  assert_slice(buf_slice(&b), S("0 18446744073709551615 -9223372036854775808 9223372036854775807"));
  isnad_arena_free(arena);
}

/* Under every limit the buffer holds a whole prefix of the writes, stays failed, and says so. */
static void a_refused_write_makes_the_buffer_fail(void **state) {
  (void)state;
  size_t completed = 0;
  for (size_t limit = 1; limit < 3000; limit += 13) {
    isnad_arena *arena = new_arena(limit);
    buf b = buf_new(arena, 0);
    for (int i = 0; i < 200; i++) buf_printf(&b, "%05d", i);
    assert_int_equal(b.length % 5, 0);
    isnad_err err;
    if (b.failed) {
      size_t length = b.length;
      assert_int_equal(buf_status(&b, "test", &err), ISNAD_LIMIT);
      buf_add_char(&b, 'x');
      assert_int_equal(b.length, length);
    } else {
      assert_int_equal(buf_status(&b, "test", &err), ISNAD_OK);
      assert_int_equal(b.length, 1000);
      completed++;
    }
    for (size_t i = 0; i < b.length; i += 5) {
      char wanted[24];
      snprintf(wanted, sizeof wanted, "%05zu", i / 5);
      assert_memory_equal(b.bytes + i, wanted, 5);
    }
    isnad_arena_free(arena);
  }
  assert_true(completed > 0);
  isnad_arena *arena = new_arena(8);
  assert_true(buf_new(arena, 100).failed);
  isnad_arena_free(arena);
}

static void errors_carry_their_place(void **state) {
  (void)state;
  isnad_err err;
  assert_int_equal(isnad_err_set(&err, ISNAD_BAD_INPUT, "page", (isnad_span){3, 9}, "byte %d", 7), ISNAD_BAD_INPUT);
  assert_int_equal(err.status, ISNAD_BAD_INPUT);
  assert_string_equal(err.stage, "page");
  assert_int_equal(err.span.begin, 3);
  assert_int_equal(err.span.end, 9);
  assert_string_equal(err.message, "byte 7");
  assert_int_equal(isnad_err_set(NULL, ISNAD_IO, "page", (isnad_span){0, 0}, "%s", "nobody listens"), ISNAD_IO);
}

static void every_status_has_its_own_name(void **state) {
  (void)state;
  for (int a = ISNAD_OK; a <= ISNAD_CANCELLED; a++) {
    assert_string_not_equal(isnad_status_name((isnad_status)a), "unknown status");
    for (int b = ISNAD_OK; b < a; b++) assert_string_not_equal(isnad_status_name((isnad_status)a), isnad_status_name((isnad_status)b));
  }
  assert_string_equal(isnad_status_name((isnad_status)(ISNAD_CANCELLED + 1)), "unknown status");
}

/* A long message is cut between characters, so that it can always be shown. */
static void a_long_message_is_cut_between_characters(void **state) {
  (void)state;
  char text[600];
  for (size_t shift = 0; shift < 8; shift++) {
    memset(text, 'x', sizeof text);
    for (size_t i = shift; i + 4 < sizeof text; i += 4) memcpy(text + i, "\xF0\x9F\x98\x80", 4);
    text[sizeof text - 1] = '\0';
    isnad_err err;
    isnad_err_set(&err, ISNAD_IO, "test", (isnad_span){0, 0}, "%s", text);
    size_t length = strlen(err.message);
    assert_true(length >= sizeof err.message - 5);
    assert_int_equal((length - shift) % 4, 0);
  }
}

int main(int argc, char **argv) {
  (void)argc, (void)argv;
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(new_memory_is_aligned_and_zero),
      cmocka_unit_test(memory_is_zero_again_after_reset),
      cmocka_unit_test(trimmed_memory_is_zero_again),
      cmocka_unit_test(allocations_do_not_overlap),
      cmocka_unit_test(every_limit_holds),
      cmocka_unit_test(a_raised_limit_lets_work_go_on),
      cmocka_unit_test(huge_requests_are_refused),
      cmocka_unit_test(overflowing_products_are_refused),
      cmocka_unit_test(the_last_array_grows_in_place),
      cmocka_unit_test(an_older_array_grows_by_copying),
      cmocka_unit_test(an_array_grows_out_of_its_block),
      cmocka_unit_test(a_refused_growth_leaves_the_array),
      cmocka_unit_test(nothing_grows_into_something),
      cmocka_unit_test(copies_and_prints),
      cmocka_unit_test(slices_compare_and_cut),
      cmocka_unit_test(a_buffer_grows_byte_by_byte),
      cmocka_unit_test(two_buffers_grow_side_by_side),
      cmocka_unit_test(numbers_are_written_whole),
      cmocka_unit_test(a_refused_write_makes_the_buffer_fail),
      cmocka_unit_test(errors_carry_their_place),
      cmocka_unit_test(every_status_has_its_own_name),
      cmocka_unit_test(a_long_message_is_cut_between_characters),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
