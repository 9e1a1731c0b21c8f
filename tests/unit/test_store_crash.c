/* What a kill -9 and a full disk may do to a store: nothing that was committed is lost, nothing is half there. */
#include "../store_support.h"

#include "store/sql.h"

#include <signal.h>
#include <sys/mount.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>

enum { BATCH = 7, KILLS = 25, MOST_BATCHES = 400 };

/* Tells each committed batch through the pipe. */
static void write_until_killed(int told) {
  isnad_store *store = NULL;
  if (isnad_store_open(&store, "killed.db", ISNAD_STORE_WRITE, NULL) != ISNAD_OK) _exit(1);
  isnad_store_counts counts;
  if (isnad_store_count(&counts, store, NULL) != ISNAD_OK) _exit(1);
  unsigned first = (unsigned)counts.captures;
  for (unsigned batch = 0; batch < MOST_BATCHES; batch++) {
    add_made(store, first + batch * BATCH, first + (batch + 1) * BATCH);
    unsigned done = first + (batch + 1) * BATCH;
    if (write(told, &done, sizeof done) != sizeof done) _exit(1);
  }
  _exit(0);
}

static unsigned run_and_kill(uint64_t *seed) {
  int ends[2];
  unsigned told = 0, more = 0;
  assert_int_equal(pipe(ends), 0);
  fflush(NULL);
  pid_t child = fork();
  assert_true(child >= 0);
  if (child == 0) write_until_killed(ends[1]);
  close(ends[1]);
  /* Behind a number of commits, so that a busy machine does not move the kill to the start; then anywhere in the next batch. */
  for (uint64_t wait = random_below(seed, 6); wait > 0 && read(ends[0], &more, sizeof more) == sizeof more; wait--) told = more;
  struct timespec pause = {0, (long)random_below(seed, 4000000)};
  nanosleep(&pause, NULL);
  assert_int_equal(kill(child, SIGKILL), 0);
  while (read(ends[0], &more, sizeof more) == sizeof more) told = more;
  close(ends[0]);
  waitpid(child, NULL, 0);
  return told;
}

static bool is_intact(isnad_store *store) {
  sqlite3_stmt *s = store_statement(store, "PRAGMA integrity_check", NULL);
  bool good = s != NULL && store_step(store, s, NULL) == ISNAD_OK && isnad_slice_equal(store_column(s, 0), S("ok"));
  if (s != NULL) sqlite3_reset(s);
  s = store_statement(store, "PRAGMA foreign_key_check", NULL);
  return good && s != NULL && store_step(store, s, NULL) == ISNAD_END;
}

static void a_kill_loses_no_committed_batch(void **state) {
  (void)state;
  uint64_t seed = 5;
  unsigned told = 0, in_the_midst = 0;
  isnad_store_close(open_store("killed.db", ISNAD_STORE_WRITE));
  for (int i = 0; i < KILLS; i++) {
    unsigned now = run_and_kill(&seed);
    told = now > told ? now : told;
    isnad_store_counts counts;
    isnad_store *store = open_store("killed.db", i % 2 == 0 ? ISNAD_STORE_READ : ISNAD_STORE_WRITE);
    assert_true(is_intact(store));
    assert_int_equal(isnad_store_count(&counts, store, NULL), ISNAD_OK);
    isnad_store_close(store);
    assert_int_equal(counts.captures % BATCH, 0);
    assert_true(counts.captures >= told);
    in_the_midst += now > 0;
  }
  assert_true(in_the_midst > KILLS / 3);
}

/* A creation that is cut short leaves a file that the next writer makes into a store. */
static void a_kill_during_creation_is_harmless(void **state) {
  (void)state;
  uint64_t seed = 9;
  for (int i = 0; i < 20; i++) {
    fflush(NULL);
    pid_t child = fork();
    if (child == 0) {
      isnad_store *store = NULL;
      _exit(isnad_store_open(&store, "young.db", ISNAD_STORE_WRITE, NULL) == ISNAD_OK ? 0 : 1);
    }
    struct timespec pause = {0, (long)random_below(&seed, 6000000)};
    nanosleep(&pause, NULL);
    kill(child, SIGKILL);
    waitpid(child, NULL, 0);
    isnad_store *store = open_store("young.db", ISNAD_STORE_WRITE);
    assert_true(is_intact(store));
    isnad_store_close(store);
    remove("young.db");
  }
}

/* Adds until the system gives no more room; returns how many captures were committed. */
static unsigned fill(const char *path, isnad_status *last, isnad_err *err) {
  isnad_store *store = open_store(path, ISNAD_STORE_WRITE);
  unsigned done = 0;
  *last = ISNAD_OK;
  while (*last == ISNAD_OK && done < 100000) {
    *last = isnad_store_begin(store, err);
    for (unsigned n = done; *last == ISNAD_OK && n < done + BATCH; n++) {
      isnad_arena *arena = new_arena(0);
      isnad_prepared prepared = prepare_made(arena, n, NULL);
      bool fresh = false;
      *last = isnad_store_put(store, &fresh, &prepared, err);
      isnad_arena_free(arena);
    }
    if (*last == ISNAD_OK)
      *last = isnad_store_commit(store, err);
    else
      isnad_store_rollback(store);
    if (*last == ISNAD_OK) done += BATCH;
  }
  assert_int_equal(isnad_store_commit(store, NULL), ISNAD_BAD_ARGUMENT);
  isnad_store_close(store);
  return done;
}

static void all_is_there(const char *path, unsigned done) {
  isnad_store_counts counts;
  isnad_store *store = open_store(path, ISNAD_STORE_WRITE);
  assert_true(is_intact(store));
  assert_int_equal(isnad_store_count(&counts, store, NULL), ISNAD_OK);
  assert_int_equal(counts.captures, done);
  add_made(store, done, done + BATCH);
  isnad_store_close(store);
  assert_int_equal(captures_in(path), done + BATCH);
}

static void a_file_that_may_not_grow_loses_nothing(void **state) {
  (void)state;
  signal(SIGXFSZ, SIG_IGN);
  for (rlim_t room = 700000; room < 3000000; room += 510000) {
    struct rlimit old, tight = {room, RLIM_INFINITY};
    isnad_status last = ISNAD_OK;
    isnad_err err = {0};
    isnad_store_close(open_store("tight.db", ISNAD_STORE_WRITE));
    assert_int_equal(getrlimit(RLIMIT_FSIZE, &old), 0);
    tight.rlim_max = old.rlim_max;
    assert_int_equal(setrlimit(RLIMIT_FSIZE, &tight), 0);
    unsigned done = fill("tight.db", &last, &err);
    assert_int_equal(setrlimit(RLIMIT_FSIZE, &old), 0);
    assert_int_equal(last, ISNAD_IO);
    assert_true(done > 0);
    assert_non_null(strstr(err.message, "tight.db"));
    all_is_there("tight.db", done);
    remove("tight.db");
  }
}

static void a_full_disk_loses_nothing(void **state) {
  (void)state;
  assert_int_equal(mkdir("disk", 0755), 0);
  if (getuid() != 0 || mount("isnad-test", "disk", "tmpfs", 0, "size=1500k") != 0) skip();
  isnad_status last = ISNAD_OK;
  isnad_err err = {0};
  unsigned done = fill("disk/full.db", &last, &err);
  int grown = mount("isnad-test", "disk", "tmpfs", MS_REMOUNT, "size=8000k");
  if (last == ISNAD_IO && grown == 0) all_is_there("disk/full.db", done);
  umount("disk");
  assert_int_equal(grown, 0);
  assert_int_equal(last, ISNAD_IO);
  assert_true(done > 0);
  assert_non_null(strstr(err.message, "the disk is full"));
}

int main(int argc, char **argv) {
  (void)argc, (void)argv;
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(a_kill_loses_no_committed_batch),
      cmocka_unit_test(a_kill_during_creation_is_harmless),
      cmocka_unit_test(a_file_that_may_not_grow_loses_nothing),
      cmocka_unit_test(a_full_disk_loses_nothing),
  };
  return cmocka_run_group_tests(tests, enter_folder_of_its_own, leave_folder);
}
