/* Files that are not a store, stores that are damaged, newer, read-only or held: each gets one clear answer and stays as it was. */
#include "../store_support.h"

#include "store/sql.h"

#include <sys/wait.h>
#include <time.h>

static void refused(const char *path, isnad_store_mode mode, isnad_status wanted, const char *words) {
  isnad_store *store = NULL;
  isnad_err err = {0};
  isnad_status got = isnad_store_open(&store, path, mode, &err);
  if (got != wanted) fail_msg("%s: %s (%s)", path, isnad_status_name(got), err.message);
  assert_null(store);
  if (strstr(err.message, words) == NULL) fail_msg("\"%s\" lacks \"%s\"", err.message, words);
  assert_null(strchr(err.message, '\n'));
}

static void refused_and_untouched(const char *path, isnad_status wanted, const char *words) {
  isnad_arena *arena = new_arena(0);
  isnad_slice before = read_file(arena, path);
  refused(path, ISNAD_STORE_READ, wanted, words);
  refused(path, ISNAD_STORE_WRITE, wanted, words);
  assert_slice(read_file(arena, path), before);
  isnad_arena_free(arena);
}

static void other_files_are_refused_and_left_alone(void **state) {
  (void)state;
  write_file("words.txt", S("this is a text of more than a hundred bytes that nobody would take for a database, whatever its name may be, I hope"));
  refused_and_untouched("words.txt", ISNAD_STORE, "not an isnad store");
  assert_int_equal(system("sqlite3 other.db 'CREATE TABLE t(x); INSERT INTO t VALUES(1)'"), 0);
  refused_and_untouched("other.db", ISNAD_STORE, "another program");
  refused("absent.db", ISNAD_STORE_READ, ISNAD_NOT_FOUND, "absent.db");
  refused("no/such/folder.db", ISNAD_STORE_WRITE, ISNAD_IO, "no/such/folder.db");
  refused("", ISNAD_STORE_WRITE, ISNAD_BAD_ARGUMENT, "name");
  refused(".", ISNAD_STORE_WRITE, ISNAD_IO, "not a file");
  refused(".", ISNAD_STORE_READ, ISNAD_IO, "not a file");
  write_file("empty.db", S(""));
  refused("empty.db", ISNAD_STORE_READ, ISNAD_STORE, "empty");
  isnad_store_close(open_store("empty.db", ISNAD_STORE_WRITE));
  assert_int_equal(captures_in("empty.db"), 0);
}

static void a_newer_schema_is_refused(void **state) {
  (void)state;
  isnad_store_close(open_store("newer.db", ISNAD_STORE_WRITE));
  assert_int_equal(system("sqlite3 newer.db 'PRAGMA user_version=7'"), 0);
  refused_and_untouched("newer.db", ISNAD_NEWER_SCHEMA, "schema 7");
  assert_int_equal(system("sqlite3 newer.db 'PRAGMA user_version=0'"), 0);
  refused_and_untouched("newer.db", ISNAD_STORE, "no schema number");
}

static bool count_line(void *context, isnad_slice line) {
  *(uint64_t *)context += line.length;
  return true;
}

/* Opens and reads all of a store that may be damaged: an answer or a clear error, never a crash. */
static isnad_status read_all_of(const char *path) {
  isnad_store *store = NULL;
  isnad_store_counts counts;
  isnad_err err = {0};
  uint64_t bytes = 0;
  isnad_status status = isnad_store_open(&store, path, ISNAD_STORE_READ, &err);
  if (status == ISNAD_OK) status = isnad_store_count(&counts, store, &err);
  if (status == ISNAD_OK) status = isnad_store_records(store, count_line, &bytes, &err);
  if (status != ISNAD_OK && strstr(err.message, path) == NULL) fail_msg("\"%s\" does not name the store", err.message);
  isnad_store_close(store);
  return status;
}

static void damage_is_told(void **state) {
  (void)state;
  isnad_arena *arena = new_arena(0);
  isnad_store *store = open_store("whole.db", ISNAD_STORE_WRITE);
  add_made(store, 0, 60);
  isnad_store_close(store);
  isnad_slice whole = read_file(arena, "whole.db");
  uint64_t seed = 11;
  unsigned told = 0;
  for (size_t cut = 1; cut < whole.length; cut += whole.length / 23) {
    write_file("cut.db", (isnad_slice){whole.bytes, cut});
    if (read_all_of("cut.db") == ISNAD_OK) fail_msg("a store cut to %zu of %zu bytes was read", cut, whole.length);
  }
  for (int round = 0; round < 60; round++) {
    isnad_slice copy = isnad_arena_copy(arena, whole);
    char *bytes = (char *)(uintptr_t)copy.bytes;
    size_t at = random_below(&seed, copy.length - 512);
    if (round % 2 == 0) at -= at % 8192; /* the head of a page: where its structure is */
    for (size_t i = 0; i < 512; i++) bytes[at + i] = (char)random_next(&seed);
    write_file("flipped.db", copy);
    told += read_all_of("flipped.db") == ISNAD_STORE;
  }
  assert_true(told > 10);
  isnad_arena_free(arena);
}

static size_t files_here(void) {
  size_t count = 0;
  DIR *folder = opendir(".");
  while (readdir(folder) != NULL) count++;
  closedir(folder);
  return count;
}

static void reading_leaves_no_trace(void **state) {
  (void)state;
  isnad_arena *arena = new_arena(0);
  isnad_store *store = open_store("trace.db", ISNAD_STORE_WRITE);
  add_made(store, 0, 10);
  isnad_store_close(store);
  struct stat before, after;
  isnad_slice bytes = read_file(arena, "trace.db");
  assert_int_equal(stat("trace.db", &before), 0);
  size_t files = files_here();
  assert_true(export_file(arena, "trace.db").length > 0);
  assert_int_equal(files_here(), files);
  assert_int_equal(stat("trace.db", &after), 0);
  assert_int_equal(before.st_mtim.tv_sec, after.st_mtim.tv_sec);
  assert_int_equal(before.st_mtim.tv_nsec, after.st_mtim.tv_nsec);
  assert_slice(read_file(arena, "trace.db"), bytes);
  store = open_store("trace.db", ISNAD_STORE_READ);
  assert_int_not_equal(store_execute(store, "DELETE FROM citation", NULL), ISNAD_OK);
  isnad_store_close(store);
  isnad_arena_free(arena);
}

static void a_passing_store_leaves_nothing(void **state) {
  (void)state;
  isnad_store *store = NULL;
  isnad_store_counts counts;
  isnad_err err = {0};
  size_t files = files_here();
  assert_int_equal(isnad_store_open(&store, NULL, ISNAD_STORE_PASSING, &err), ISNAD_OK);
  add_made(store, 0, 10);
  assert_int_equal(isnad_store_count(&counts, store, &err), ISNAD_OK);
  assert_int_equal(counts.captures, 10);
  assert_int_equal(store_execute(store, "no statement", &err), ISNAD_STORE);
  assert_non_null(strstr(err.message, "the temporary store"));
  isnad_store_close(store);
  assert_int_equal(files_here(), files);
  assert_int_equal(isnad_store_open(&store, NULL, ISNAD_STORE_PASSING, &err), ISNAD_OK);
  assert_int_equal(isnad_store_count(&counts, store, &err), ISNAD_OK);
  assert_int_equal(counts.captures, 0);
  isnad_store_close(store);
}

/* Runs `check` in a process without the rights of root, which passes over all permissions. */
static int as_nobody(int (*check)(void)) {
  fflush(NULL);
  pid_t child = fork();
  assert_true(child >= 0);
  if (child == 0) {
    if (getuid() == 0 && (setgid(65534) != 0 || setuid(65534) != 0)) _exit(99);
    _exit(check());
  }
  int how = 0;
  assert_int_equal(waitpid(child, &how, 0), child);
  return WIFEXITED(how) ? WEXITSTATUS(how) : 98;
}

static int read_sealed(void) {
  isnad_store *store = NULL;
  isnad_store_counts counts;
  isnad_err err = {0};
  if (isnad_store_open(&store, "sealed/in %23?a#b.db", ISNAD_STORE_READ, &err) != ISNAD_OK) {
    fprintf(stderr, "%s\n", err.message);
    return 97;
  }
  if (isnad_store_count(&counts, store, &err) != ISNAD_OK) return 96;
  isnad_store_close(store);
  if (isnad_store_open(&store, "sealed/in %23?a#b.db", ISNAD_STORE_WRITE, &err) != ISNAD_IO) return 95;
  return (int)counts.captures;
}

static void a_read_only_file_in_a_read_only_folder_is_read(void **state) {
  (void)state;
  assert_int_equal(chmod(".", 0755), 0);
  assert_int_equal(mkdir("sealed", 0755), 0);
  isnad_store *store = open_store("sealed/in %23?a#b.db", ISNAD_STORE_WRITE);
  add_made(store, 0, 10);
  isnad_store_close(store);
  assert_int_equal(chmod("sealed/in %23?a#b.db", 0444), 0);
  assert_int_equal(chmod("sealed", 0555), 0);
  assert_int_equal(as_nobody(read_sealed), 10);
  assert_int_equal(chmod("sealed", 0755), 0);
  assert_int_equal(chmod("sealed/in %23?a#b.db", 0644), 0);
  /* A writer is at work: its log and index are there. */
  store = open_store("sealed/in %23?a#b.db", ISNAD_STORE_WRITE);
  add_made(store, 10, 13);
  assert_int_equal(chmod("sealed", 0555), 0);
  assert_int_equal(as_nobody(read_sealed), 13);
  assert_int_equal(chmod("sealed", 0755), 0);
  isnad_store_close(store);
}

/* The log of a killed writer, carried off without its index, cannot be read where nothing may be written: that is said, not passed over. */
static int read_log_without_index(void) {
  isnad_store *store = NULL;
  isnad_err err = {0};
  isnad_status status = isnad_store_open(&store, "carried/a.db", ISNAD_STORE_READ, &err);
  isnad_store_close(store);
  return status == ISNAD_IO && strstr(err.message, "-wal") != NULL ? 1 : 95;
}

static void a_log_that_cannot_be_read_is_told(void **state) {
  (void)state;
  assert_int_equal(mkdir("carried", 0755), 0);
  isnad_store *store = open_store("kept.db", ISNAD_STORE_WRITE);
  add_made(store, 0, 3);
  assert_int_equal(system("cp kept.db carried/a.db && cp kept.db-wal carried/a.db-wal && chmod 444 carried/* && chmod 555 carried"), 0);
  assert_int_equal(as_nobody(read_log_without_index), 1);
  assert_int_equal(system("chmod 755 carried && chmod 644 carried/*"), 0);
  assert_int_equal(captures_in("carried/a.db"), 3);
  isnad_store_close(store);
}

static void many_read_while_one_writes(void **state) {
  (void)state;
  isnad_store *writer = open_store("held.db", ISNAD_STORE_WRITE), *second = open_store("held.db", ISNAD_STORE_WRITE);
  isnad_err err = {0};
  add_made(writer, 0, 4);
  assert_int_equal(isnad_store_begin(writer, NULL), ISNAD_OK);
  put_made(writer, 4);
  assert_int_equal(captures_in("held.db"), 4);
  sqlite3_busy_timeout(store_db(second), 50);
  assert_int_equal(isnad_store_begin(second, &err), ISNAD_BUSY);
  assert_non_null(strstr(err.message, "another program is writing"));
  assert_int_equal(isnad_store_commit(writer, NULL), ISNAD_OK);
  assert_int_equal(isnad_store_begin(second, &err), ISNAD_OK);
  assert_false(put_made(second, 4));
  assert_int_equal(isnad_store_commit(second, NULL), ISNAD_OK);
  isnad_store_close(second);
  isnad_store_close(writer);
  assert_int_equal(captures_in("held.db"), 5);
  assert_int_not_equal(access("held.db-wal", F_OK), 0);
}

int main(int argc, char **argv) {
  (void)argc, (void)argv;
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(other_files_are_refused_and_left_alone),
      cmocka_unit_test(a_newer_schema_is_refused),
      cmocka_unit_test(damage_is_told),
      cmocka_unit_test(a_passing_store_leaves_nothing),
      cmocka_unit_test(reading_leaves_no_trace),
      cmocka_unit_test(a_read_only_file_in_a_read_only_folder_is_read),
      cmocka_unit_test(a_log_that_cannot_be_read_is_told),
      cmocka_unit_test(many_read_while_one_writes),
  };
  return cmocka_run_group_tests(tests, enter_folder_of_its_own, leave_folder);
}
