/* How often a feed is looked at. */
#include "../support.h"

#include "watch/rhythm.h"

enum { NOW = 1750000000, HOUR = 3600 };

static rhythm_look look_of(const int64_t *times, size_t count) {
  return (rhythm_look){.least = 300, .most = 21600, .interval = 1800, .items = count, .times = times, .time_count = count, .now = NOW};
}

static void told_times_give_the_mean_distance(void **state) {
  (void)state;
  int64_t times[10];
  for (int i = 0; i < 10; i++) times[i] = NOW - 100 - (9 - i) * 1200; /* in any order */
  rhythm_look look = look_of(times, 10);
  assert_int_equal((int)rhythm_next(&look), 1200);
}

static void silence_makes_it_longer_step_by_step(void **state) {
  (void)state;
  int64_t times[4];
  for (int i = 0; i < 4; i++) times[i] = NOW - 80 * HOUR - i * 40 * HOUR;
  rhythm_look look = look_of(times, 4);
  assert_int_equal((int)rhythm_next(&look), 3600); /* twice the last one */
  look.interval = 7200;
  assert_int_equal((int)rhythm_next(&look), 14400);
  look.interval = 0;
  assert_int_equal((int)rhythm_next(&look), 21600); /* the most */
}

static void without_times_it_follows_what_was_new(void **state) {
  (void)state;
  rhythm_look look = look_of(NULL, 0);
  look.items = 10;
  assert_int_equal((int)rhythm_next(&look), 2520);
  look.fresh = 2;
  assert_int_equal((int)rhythm_next(&look), 1260);
  look.fresh = 8;
  assert_int_equal((int)rhythm_next(&look), 600);
  look.interval = 300;
  assert_int_equal((int)rhythm_next(&look), 300); /* the least */
}

static void what_the_feed_asks_for_is_the_least(void **state) {
  (void)state;
  int64_t times[20];
  for (int i = 0; i < 20; i++) times[i] = NOW - i * 1200;
  rhythm_look look = look_of(times, 20);
  look.asked = 3600;
  assert_int_equal((int)rhythm_next(&look), 3600);
  look.asked = 1e9;
  look.interval = 0;
  assert_int_equal((int)rhythm_next(&look), 19 * 1200 / 3); /* but for what would scroll out */
}

/* Times in the future, all the same, or none at all give something within the bounds. */
static void strange_times_do_no_harm(void **state) {
  (void)state;
  uint64_t seed = 7;
  for (int round = 0; round < 2000; round++) {
    int64_t times[40];
    size_t count = random_below(&seed, 41);
    for (size_t i = 0; i < count; i++) times[i] = (int64_t)NOW + (int64_t)random_below(&seed, 2000000) - 1900000 * (int64_t)(round % 3 > 0);
    for (size_t i = 1; i < count && round % 5 == 0; i++) times[i] = times[0];
    rhythm_look look = look_of(times, count);
    look.fresh = random_below(&seed, count + 1);
    look.asked = (double)random_below(&seed, 90000);
    look.interval = (double)random_below(&seed, 40000);
    double next = rhythm_next(&look);
    assert_true(next >= 300 && next <= 21600);
  }
}

int main(int argc, char **argv) {
  (void)argc, (void)argv;
  const struct CMUnitTest tests[] = {cmocka_unit_test(told_times_give_the_mean_distance), cmocka_unit_test(silence_makes_it_longer_step_by_step),
                                     cmocka_unit_test(without_times_it_follows_what_was_new), cmocka_unit_test(what_the_feed_asks_for_is_the_least),
                                     cmocka_unit_test(strange_times_do_no_harm)};
  return cmocka_run_group_tests(tests, NULL, NULL);
}
