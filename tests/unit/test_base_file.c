#include "../support.h"

#include "base/file.h"

#include <fcntl.h>
#include <pthread.h>
#include <signal.h>
#include <stdatomic.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>

static size_t entries_of(const char *path) {
  size_t count = 0;
  DIR *folder = opendir(path);
  assert_non_null(folder);
  while (readdir(folder) != NULL) count++;
  closedir(folder);
  return count - 2;
}

static void content_is(const char *path, isnad_slice wanted) {
  isnad_arena *arena = new_arena(0);
  assert_slice(read_file(arena, path), wanted);
  isnad_arena_free(arena);
}

static void a_file_is_made_and_replaced(void **state) {
  (void)state;
  assert_int_equal(mkdir("made", 0700), 0);
  assert_int_equal(file_write_atomic("made/f", S("one\0two"), NULL), ISNAD_OK);
  content_is("made/f", S("one\0two"));
  assert_int_equal(file_write_atomic("made/f", S(""), NULL), ISNAD_OK);
  content_is("made/f", S(""));
  assert_int_equal(file_write_atomic("bare", S("x"), NULL), ISNAD_OK);
  content_is("bare", S("x"));
  assert_int_equal(entries_of("made"), 1);
}

/* Others may read what the umask lets them read, and a file that is replaced keeps its mode. */
static void modes_are_those_of_an_ordinary_file(void **state) {
  (void)state;
  struct stat info;
  mode_t old = umask(022);
  assert_int_equal(file_write_atomic("mode", S("x"), NULL), ISNAD_OK);
  assert_int_equal(stat("mode", &info), 0);
  assert_int_equal(info.st_mode & 0777, 0644);
  assert_int_equal(chmod("mode", 0600), 0);
  assert_int_equal(file_write_atomic("mode", S("y"), NULL), ISNAD_OK);
  assert_int_equal(stat("mode", &info), 0);
  assert_int_equal(info.st_mode & 0777, 0600);
  umask(077);
  assert_int_equal(file_write_atomic("secret", S("x"), NULL), ISNAD_OK);
  assert_int_equal(stat("secret", &info), 0);
  assert_int_equal(info.st_mode & 0777, 0600);
  umask(old);
}

static void a_bad_target_is_refused_by_name(void **state) {
  (void)state;
  isnad_err err;
  assert_int_equal(mkdir("folder", 0700), 0);
  assert_int_equal(file_write_atomic("folder", S("x"), &err), ISNAD_IO);
  assert_non_null(strstr(err.message, "folder"));
  assert_int_equal(entries_of("folder"), 0);
  assert_int_equal(file_write_atomic("none/f", S("x"), &err), ISNAD_IO);
  assert_non_null(strstr(err.message, "none/f"));
  assert_int_equal(file_write_atomic("", S("x"), &err), ISNAD_IO);
  size_t before = entries_of(".");
  char path[6000];
  memset(path, 'x', sizeof path);
  path[sizeof path - 1] = '\0';
  assert_int_equal(file_write_atomic(path, S("x"), &err), ISNAD_IO);
  assert_int_equal(entries_of("."), before);
}

/* Runs a body in a child, so that it can give up its rights. */
static void in_a_child(void (*body)(void)) {
  fflush(NULL);
  pid_t child = fork();
  assert_true(child >= 0);
  if (child == 0) {
    body();
    _exit(99);
  }
  int result = 0;
  assert_int_equal(waitpid(child, &result, 0), child);
  assert_true(WIFEXITED(result));
  assert_int_equal(WEXITSTATUS(result), 0);
}

static void write_without_rights(void) {
  if (geteuid() == 0 && setuid(65534) != 0) _exit(1);
  isnad_err err;
  if (file_write_atomic("closed/f", S("new"), &err) != ISNAD_IO) _exit(2);
  _exit(strstr(err.message, "closed/f") != NULL ? 0 : 3);
}

static void a_read_only_folder_keeps_the_old_content(void **state) {
  (void)state;
  assert_int_equal(chmod(".", 0755), 0);
  assert_int_equal(mkdir("closed", 0700), 0);
  write_file("closed/f", S("old"));
  assert_int_equal(chmod("closed", 0555), 0);
  in_a_child(write_without_rights);
  content_is("closed/f", S("old"));
  assert_int_equal(entries_of("closed"), 1);
}

static void write_on_a_full_disk(void) {
  struct rlimit none = {4096, 4096};
  signal(SIGXFSZ, SIG_IGN);
  if (setrlimit(RLIMIT_FSIZE, &none) != 0) _exit(1);
  static char large[10000];
  isnad_err err;
  if (file_write_atomic("full/f", (isnad_slice){large, sizeof large}, &err) != ISNAD_IO) _exit(2);
  _exit(strstr(err.message, "full/f") != NULL ? 0 : 3);
}

static void a_full_disk_keeps_the_old_content(void **state) {
  (void)state;
  assert_int_equal(mkdir("full", 0700), 0);
  write_file("full/f", S("old"));
  in_a_child(write_on_a_full_disk);
  content_is("full/f", S("old"));
  assert_int_equal(entries_of("full"), 1);
}

static void *keep_writing(void *context) {
  atomic_bool *stop = context;
  static char content[100000];
  for (int round = 0; !atomic_load(stop) && round < 100000; round++) {
    memset(content, 'a' + round % 26, sizeof content);
    if (file_write_atomic("watched", (isnad_slice){content, 1000 + (size_t)(round % 26) * 3000}, NULL) != ISNAD_OK) return context;
  }
  return NULL;
}

static void a_reader_sees_the_old_or_the_new_content(void **state) {
  (void)state;
  static char seen[200000];
  atomic_bool stop = false;
  pthread_t writer;
  write_file("watched", S(""));
  assert_int_equal(pthread_create(&writer, NULL, keep_writing, &stop), 0);
  size_t whole = 0;
  for (int i = 0; i < 300; i++) {
    int fd = open("watched", O_RDONLY);
    if (fd < 0) break;
    ssize_t length = 0, got;
    while ((got = read(fd, seen + length, sizeof seen - (size_t)length)) > 0) length += got;
    close(fd);
    bool same = true;
    for (ssize_t k = 1; k < length; k++) same = same && seen[k] == seen[0];
    whole += length == 0 || (same && length == 1000 + (seen[0] - 'a') * 3000);
    nanosleep(&(struct timespec){0, 300000}, NULL);
  }
  atomic_store(&stop, true);
  void *failed = NULL;
  pthread_join(writer, &failed);
  assert_null(failed);
  assert_int_equal(whole, 300);
}

int main(int argc, char **argv) {
  (void)argc, (void)argv;
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(a_file_is_made_and_replaced),       cmocka_unit_test(modes_are_those_of_an_ordinary_file),
      cmocka_unit_test(a_bad_target_is_refused_by_name),   cmocka_unit_test(a_read_only_folder_keeps_the_old_content),
      cmocka_unit_test(a_full_disk_keeps_the_old_content), cmocka_unit_test(a_reader_sees_the_old_or_the_new_content),
  };
  return cmocka_run_group_tests(tests, enter_folder_of_its_own, leave_folder);
}
