/* The story stage below the store: terms, times that fit, scores, and the quorum. */
#include "../support.h"

#include "isnad/isnad.h"
#include "story/report.h"

static const int64_t day = 86400;

static void test_terms_pack(void **state) {
  (void)state;
  isnad_arena *arena = new_arena(0);
  term terms[] = {{7, 12.5F, 3.25F, false, true}, {9, 1.0F, 0, true, false}}, got[MOST_TERMS];
  isnad_slice packed = terms_pack(arena, terms, 2);
  assert_int_equal(packed.length, 2 * TERM_BYTES);
  assert_int_equal(terms_unpack(got, packed), 2);
  for (size_t i = 0; i < 2; i++) {
    assert_true(got[i].hash == terms[i].hash && got[i].number == terms[i].number && got[i].specific == terms[i].specific);
    assert_true(got[i].whole > terms[i].whole - 0.02F && got[i].whole < terms[i].whole + 0.02F);
  }
  assert_int_equal(terms_unpack(got, (isnad_slice){packed.bytes, TERM_BYTES + 5}), 1);
  isnad_arena_free(arena);
}

static report dated(int64_t first_day, int64_t days) { return (report){.when = {first_day * day, (first_day + days) * day}}; }

static void test_times(void **state) {
  (void)state;
  double gap = 0;
  report monday = dated(19982, 1), thursday = dated(19985, 1), saturday = dated(19987, 1), unknown = {0}; /* 2024-09-16 is a Monday */
  report told_wednesday = {.weekday = 3}, told_tuesday = {.weekday = 2}, told_friday = {.weekday = 5};
  assert_true(reports_time_fits(&monday, &thursday, &gap) && gap == 2);
  assert_false(reports_time_fits(&monday, &saturday, &gap));
  assert_true(reports_time_fits(&unknown, &saturday, &gap));
  assert_true(reports_time_fits(&monday, &told_tuesday, &gap));
  assert_false(reports_time_fits(&monday, &told_wednesday, &gap));
  assert_true(reports_time_fits(&told_wednesday, &told_tuesday, &gap));
  assert_false(reports_time_fits(&told_tuesday, &told_friday, &gap));
}

/* Reports 0..count-1 on one day, linked as told; returns their groups. */
static void group(uint32_t *out, isnad_arena *arena, size_t count, report_link *found, size_t links_count) {
  report items[16];
  for (size_t i = 0; i < count; i++) items[i] = dated(100, 1);
  reports all = {items, count};
  links l = {found, links_count};
  assert_int_equal(groups_find(out, arena, &all, &l, NULL), ISNAD_OK);
}

static void test_quorum(void **state) {
  (void)state;
  isnad_arena *arena = new_arena(0);
  uint32_t groups[16];
  /* Two triangles held together by one weak link stay two: one of nine pairs is no quorum. */
  report_link chain[] = {{0, 1, 0.9F}, {0, 2, 0.9F}, {1, 2, 0.9F}, {3, 4, 0.9F}, {3, 5, 0.9F}, {4, 5, 0.9F}, {2, 3, 0.5F}};
  group(groups, arena, 6, chain, 7);
  assert_true(groups[0] == 0 && groups[1] == 0 && groups[2] == 0 && groups[3] == 3 && groups[4] == 3 && groups[5] == 3);
  /* Three of nine pairs are. */
  report_link dense[] = {{0, 1, 0.9F}, {0, 2, 0.9F}, {1, 2, 0.9F}, {3, 4, 0.9F}, {3, 5, 0.9F},
                         {4, 5, 0.9F}, {2, 3, 0.5F}, {1, 3, 0.5F}, {0, 3, 0.5F}};
  group(groups, arena, 6, dense, 9);
  for (size_t i = 0; i < 6; i++) assert_int_equal(groups[i], 0);
  isnad_arena_free(arena);
}

static void test_scores(void **state) {
  (void)state;
  term a[] = {{1, 20, 10, false, true}, {2, 20, 10, false, true}, {3, 20, 0, false, true}};
  term b[] = {{1, 20, 10, false, true}, {2, 20, 10, false, true}, {4, 20, 0, false, false}};
  term c[] = {{8, 20, 10, false, false}, {9, 20, 10, false, false}};
  report x = dated(100, 1), y = dated(100, 1), z = dated(100, 1), late = dated(110, 1);
  x.terms = a, x.term_count = 3, x.norm = 34.64F, x.headline_norm = 14.14F, x.body_hash = 1;
  y.terms = b, y.term_count = 3, y.norm = 34.64F, y.headline_norm = 14.14F, y.body_hash = 2;
  z.terms = c, z.term_count = 2, z.norm = 28.28F, z.headline_norm = 14.14F, z.body_hash = 3;
  late.terms = b, late.term_count = 3, late.norm = 34.64F, late.headline_norm = 14.14F, late.body_hash = 4;
  assert_true(reports_score(&x, &y) > 0.5F);
  assert_true(reports_score(&x, &y) == reports_score(&y, &x));
  assert_true(reports_score(&x, &z) == 0);
  assert_true(reports_score(&x, &late) == 0);
  y.body_hash = 1;
  assert_true(reports_score(&x, &y) == 1);
}

int main(void) {
  const struct CMUnitTest tests[] = {cmocka_unit_test(test_terms_pack), cmocka_unit_test(test_times), cmocka_unit_test(test_quorum),
                                     cmocka_unit_test(test_scores)};
  return cmocka_run_group_tests(tests, NULL, NULL);
}
