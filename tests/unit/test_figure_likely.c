/* How likely two numbers of two reports answer one question: what must raise it, lower it, or forbid it. */
#include "../support.h"

#include "claim/figure_compare.h"
#include "claim/values.h"

#include "tables.h"

enum { ALIKE = 60, WEIGHT = 100 };

static claim_figure figure_of(size_t report, double number, const char *thing, const char *state) {
  claim_figure f = {.report = report, .measure = isnad_slice_of("count"), .kind = isnad_slice_of("cardinal"), .times = 1};
  f.thing = isnad_slice_of(thing);
  f.state = isnad_slice_of(state);
  f.qualifier = isnad_slice_of("exact");
  claim_set_value(&f, true, number, true, number, 1);
  claim_set_bucket(&f);
  return f;
}

static figure_beside told_beside(unsigned common) {
  return (figure_beside){.alone = true, .sole = true, .lone = true, .words = {common, WEIGHT, WEIGHT, common / 10}};
}

static double chance(double one, double other, const char *thing, unsigned common) {
  claim_figure a = figure_of(0, one, thing, ""), b = figure_of(1, other, thing, "");
  figure_beside beside = told_beside(common);
  return figure_likelihood(&a, &b, &beside);
}

static void more_words_make_it_likelier(void **state) {
  (void)state;
  assert_true(chance(40, 45, "plane", 80) > chance(40, 45, "plane", 10));
  assert_true(chance(45, 45, "plane", 80) > chance(45, 45, "plane", 10));
}

static void far_numbers_are_less_likely(void **state) {
  (void)state;
  assert_true(chance(40, 45, "plane", ALIKE) > chance(40, 400, "plane", ALIKE));
}

static void digits_in_another_order_are_a_slip(void **state) {
  (void)state;
  assert_true(chance(74, 47, "plane", ALIKE) > chance(74, 48, "plane", ALIKE));
}

static void two_sides_of_a_vote_are_two(void **state) {
  (void)state;
  assert_true(chance(66, 33, "plane", ALIKE) > chance(66, 33, "vote", ALIKE));
}

static void a_rival_makes_it_less_likely(void **state) {
  (void)state;
  claim_figure a = figure_of(0, 40, "plane", ""), b = figure_of(1, 45, "plane", "");
  figure_beside beside = told_beside(ALIKE);
  double before = figure_likelihood(&a, &b, &beside);
  beside.alone = beside.sole = false;
  assert_true(figure_likelihood(&a, &b, &beside) < before);
}

static void what_is_apart_is_not_asked(void **state) {
  (void)state;
  claim_figure a = figure_of(0, 40, "plane", ""), b = figure_of(0, 45, "plane", ""), c = figure_of(1, 45, "plane", "");
  figure_beside beside = told_beside(ALIKE);
  assert_true(figure_likelihood(&a, &b, &beside) < 0); /* one report */
  c.vague = true;
  assert_true(figure_likelihood(&a, &c, &beside) < 0);
  c = figure_of(1, 45, "plane", "");
  c.measure = isnad_slice_of("percent");
  assert_true(figure_likelihood(&a, &c, &beside) < 0);
}

static void features_are_read_in_their_order(void **state) {
  (void)state;
  double x[FIGURE_FEATURES];
  claim_figure a = figure_of(0, 2, "plane", "shot"), b = figure_of(1, 2, "plane", "");
  figure_beside beside = told_beside(ALIKE);
  assert_true(figure_read_features(x, &a, &b, &beside));
  assert_true(x[ISNAD_FIGURE_WEIGHTS_FEATURE_BIAS] == 1 && x[ISNAD_FIGURE_WEIGHTS_FEATURE_TWO] == 1);
  assert_true(x[ISNAD_FIGURE_WEIGHTS_FEATURE_ONE_STATE] == 1 && x[ISNAD_FIGURE_WEIGHTS_FEATURE_SAME_STATE] == 0);
  assert_true(x[ISNAD_FIGURE_WEIGHTS_FEATURE_SAME_NUMBER] == 1 && x[ISNAD_FIGURE_WEIGHTS_FEATURE_DIGITS] == 1);
  a = figure_of(0, 30400, "plane", "");
  b = figure_of(1, 30421, "plane", "");
  assert_true(figure_read_features(x, &a, &b, &beside));
  assert_true(x[ISNAD_FIGURE_WEIGHTS_FEATURE_DIGITS] == 3); /* of the shorter: 3, 0, 4 */
}

static void every_feature_has_one_row(void **state) {
  (void)state;
  int seen[FIGURE_FEATURES] = {0};
  for (size_t i = 0; i < isnad_figure_weights_count; i++) seen[isnad_figure_weights_rows[i].feature]++;
  for (size_t i = 0; i < FIGURE_FEATURES; i++) assert_int_equal(seen[i], 1);
}

int main(int argc, char **argv) {
  (void)argc, (void)argv;
  const struct CMUnitTest tests[] = {cmocka_unit_test(more_words_make_it_likelier),        cmocka_unit_test(far_numbers_are_less_likely),
                                     cmocka_unit_test(digits_in_another_order_are_a_slip), cmocka_unit_test(two_sides_of_a_vote_are_two),
                                     cmocka_unit_test(a_rival_makes_it_less_likely),       cmocka_unit_test(what_is_apart_is_not_asked),
                                     cmocka_unit_test(features_are_read_in_their_order),   cmocka_unit_test(every_feature_has_one_row)};
  return cmocka_run_group_tests(tests, NULL, NULL);
}
