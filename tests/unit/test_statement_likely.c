/* How likely two statements are one utterance: what must raise it, lower it, or forbid it. */
#include "../support.h"

#include "claim/statement_matching.h"
#include "claim/values.h"

#include "tables.h"

enum { WEIGHT = 100, DAY = 24 * 3600, NOW = 1750000000 };

static claim_statement said_in(size_t report, const char *by, int64_t at) {
  claim_statement s = {.report = report};
  s.mention.claimant = isnad_slice_of(by);
  s.mention.claimant_id = isnad_slice_of(by);
  s.mention.published = (isnad_interval){at, at + 1};
  return s;
}

static terms_overlap sharing(unsigned common) { return (terms_overlap){common, WEIGHT, WEIGHT, common / 10}; }

static double chance(unsigned common, unsigned telling, int64_t gap) {
  claim_statement a = said_in(0, "per.one", NOW), b = said_in(1, "per.one", NOW + gap);
  return statement_likelihood(&a, &b, sharing(common), sharing(telling));
}

static void words_in_common_make_it_likelier(void **state) {
  (void)state;
  assert_true(chance(80, 60, 0) > chance(30, 60, 0));
  assert_true(chance(60, 60, 0) > chance(60, 0, 0)); /* all that is shared is what the story is about */
}

static void days_make_it_less_likely(void **state) {
  (void)state;
  assert_true(chance(60, 60, 0) > chance(60, 60, DAY));
  assert_true(chance(60, 60, 3 * DAY) == chance(60, 60, 9 * DAY));
}

static void one_speaker_makes_it_likelier(void **state) {
  (void)state;
  claim_statement a = said_in(0, "per.one", NOW), b = said_in(1, "", NOW);
  assert_true(chance(60, 60, 0) > statement_likelihood(&a, &b, sharing(60), sharing(60)));
}

static void what_is_apart_is_not_asked(void **state) {
  (void)state;
  claim_statement a = said_in(0, "per.one", NOW), b = said_in(0, "per.one", NOW), c = said_in(1, "per.one", NOW);
  assert_true(statement_likelihood(&a, &b, sharing(60), sharing(60)) < 0); /* one report */
  assert_true(statement_likelihood(&a, &c, sharing(0), sharing(0)) < 0);   /* nothing in common */
  c.denies = true;
  assert_true(statement_likelihood(&a, &c, sharing(60), sharing(60)) < 0);
}

static void every_feature_has_one_row(void **state) {
  (void)state;
  int seen[STATEMENT_FEATURES] = {0};
  for (size_t i = 0; i < isnad_statement_weights_count; i++) seen[isnad_statement_weights_rows[i].feature]++;
  for (size_t i = 0; i < STATEMENT_FEATURES; i++) assert_int_equal(seen[i], 1);
}

int main(int argc, char **argv) {
  (void)argc, (void)argv;
  const struct CMUnitTest tests[] = {cmocka_unit_test(words_in_common_make_it_likelier), cmocka_unit_test(days_make_it_less_likely),
                                     cmocka_unit_test(one_speaker_makes_it_likelier), cmocka_unit_test(what_is_apart_is_not_asked),
                                     cmocka_unit_test(every_feature_has_one_row)};
  return cmocka_run_group_tests(tests, NULL, NULL);
}
