#include "../support.h"

#include "base/pool.h"

#include <stdatomic.h>
#include <time.h>

typedef struct job {
  size_t number;
  uint64_t result;
} job;

typedef struct run {
  size_t jobs, stop_at, slow_job, slots;
  size_t made, taken; /* each changed by one thread only */
  atomic_size_t worked, under_way, most_under_way;
  bool out_of_order, wrong_result, too_many;
} run;

static void pause_ms(long ms) {
  struct timespec time = {0, ms * 1000000};
  nanosleep(&time, NULL);
}

static bool make(void *context, void *slot) {
  run *r = context;
  if (r->made == r->jobs) return false;
  *(job *)slot = (job){r->made++, 0};
  size_t under_way = atomic_fetch_add(&r->under_way, 1) + 1;
  if (under_way > r->slots) r->too_many = true;
  return true;
}

static uint64_t answer(size_t number) {
  uint64_t state = number;
  return random_next(&state);
}

static void work(void *context, void *slot) {
  run *r = context;
  job *j = slot;
  if (j->number == r->slow_job) pause_ms(30);
  j->result = answer(j->number);
  atomic_fetch_add(&r->worked, 1);
}

static bool take(void *context, void *slot) {
  run *r = context;
  const job *j = slot;
  if (j->number != r->taken) r->out_of_order = true;
  if (j->result != answer(j->number)) r->wrong_result = true;
  atomic_fetch_sub(&r->under_way, 1);
  r->taken++;
  return r->taken != r->stop_at;
}

enum { MOST_SLOTS = 64 };

static isnad_status run_pool(run *r, size_t slots, unsigned threads) {
  job memory[MOST_SLOTS];
  r->slots = slots;
  pool_work functions = {make, work, take, r};
  isnad_status status = pool_run(&functions, memory, slots, sizeof memory[0], threads, NULL);
  assert_false(r->out_of_order);
  assert_false(r->wrong_result);
  assert_false(r->too_many);
  return status;
}

static const unsigned thread_counts[] = {0, 1, 2, 8};
enum { THREAD_COUNTS = 4 };
#define NEVER SIZE_MAX

static void results_come_in_order(void **state) {
  (void)state;
  static const size_t slot_counts[] = {1, 2, 3, 7, 64};
  for (size_t t = 0; t < THREAD_COUNTS; t++)
    for (size_t s = 0; s < 5; s++)
      for (size_t jobs = 1; jobs < 3000; jobs = jobs * 3 + 1) {
        run r = {.jobs = jobs, .stop_at = NEVER, .slow_job = NEVER};
        assert_int_equal(run_pool(&r, slot_counts[s], thread_counts[t]), ISNAD_OK);
        assert_int_equal(r.made, jobs);
        assert_int_equal(r.worked, jobs);
        assert_int_equal(r.taken, jobs);
      }
}

static void no_jobs_are_soon_done(void **state) {
  (void)state;
  for (size_t t = 0; t < THREAD_COUNTS; t++) {
    run r = {.jobs = 0, .stop_at = NEVER, .slow_job = NEVER};
    assert_int_equal(run_pool(&r, 4, thread_counts[t]), ISNAD_OK);
    assert_int_equal(r.taken, 0);
    assert_int_equal(r.worked, 0);
  }
}

/* Wherever the taker stops, nothing is taken after it, the workers end, and the caller hears of it. */
static void the_taker_may_stop_at_each_job(void **state) {
  (void)state;
  for (size_t t = 0; t < THREAD_COUNTS; t++)
    for (size_t stop_at = 1; stop_at <= 40; stop_at++) {
      run r = {.jobs = 40, .stop_at = stop_at, .slow_job = NEVER};
      assert_int_equal(run_pool(&r, 5, thread_counts[t]), ISNAD_CANCELLED);
      assert_int_equal(r.taken, stop_at);
      assert_true(r.made <= stop_at + 5);
    }
}

static void a_slow_job_holds_its_place(void **state) {
  (void)state;
  for (size_t t = 0; t < THREAD_COUNTS; t++)
    for (size_t slow = 0; slow < 12; slow += 5) {
      run r = {.jobs = 12, .stop_at = NEVER, .slow_job = slow};
      assert_int_equal(run_pool(&r, 4, thread_counts[t]), ISNAD_OK);
      assert_int_equal(r.taken, 12);
    }
}

static void stopping_while_a_job_is_slow(void **state) {
  (void)state;
  for (size_t t = 0; t < THREAD_COUNTS; t++) {
    run r = {.jobs = 100, .stop_at = 3, .slow_job = 3};
    assert_int_equal(run_pool(&r, 8, thread_counts[t]), ISNAD_CANCELLED);
    assert_int_equal(r.taken, 3);
  }
}

static bool make_slowly(void *context, void *slot) {
  pause_ms(2);
  return make(context, slot);
}

static void a_slow_maker_is_waited_for(void **state) {
  (void)state;
  for (size_t t = 0; t < THREAD_COUNTS; t++) {
    run r = {.jobs = 10, .stop_at = NEVER, .slow_job = NEVER, .slots = 4};
    job memory[4];
    pool_work functions = {make_slowly, work, take, &r};
    assert_int_equal(pool_run(&functions, memory, 4, sizeof memory[0], thread_counts[t], NULL), ISNAD_OK);
    assert_int_equal(r.taken, 10);
    assert_false(r.out_of_order);
  }
}

static void more_threads_than_the_pool_allows(void **state) {
  (void)state;
  run r = {.jobs = 500, .stop_at = NEVER, .slow_job = NEVER};
  assert_int_equal(run_pool(&r, MOST_SLOTS, 100000), ISNAD_OK);
  assert_int_equal(r.taken, 500);
}

int main(int argc, char **argv) {
  (void)argc, (void)argv;
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(results_come_in_order),
      cmocka_unit_test(no_jobs_are_soon_done),
      cmocka_unit_test(the_taker_may_stop_at_each_job),
      cmocka_unit_test(a_slow_job_holds_its_place),
      cmocka_unit_test(stopping_while_a_job_is_slow),
      cmocka_unit_test(a_slow_maker_is_waited_for),
      cmocka_unit_test(more_threads_than_the_pool_allows),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
