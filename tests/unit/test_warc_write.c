/* Writing archives: what is written is read again, unchanged bodies become revisits, and a kill at any moment loses only the record being written. */
#include "../warc_support.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>

static const isnad_slice software = {"isnad/test", 10};

static isnad_warc_writer *open_writer(const char *path) {
  isnad_warc_writer *w = NULL;
  isnad_err err = {0};
  if (isnad_warc_append(&w, path, software, S("2026-11-25T10:00:00Z"), &err) != ISNAD_OK) fail_msg("%s", err.message);
  return w;
}

static isnad_slice response_of(isnad_arena *arena, const char *body) {
  return isnad_arena_printf(arena, "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\nDate: now\r\n\r\n%s", body);
}

static isnad_status write_page(isnad_warc_writer *w, const char *url, isnad_slice response, bool *revisit) {
  isnad_warc_exchange x = {.url = isnad_slice_of(url), .date = S("2026-11-25T10:00:01Z"), .address = S("127.0.0.1"), .response = response};
  x.request = S("GET / HTTP/1.1\r\nHost: news.example\r\n\r\n");
  isnad_warc_written out;
  isnad_status status = isnad_warc_write(w, &x, &out, NULL);
  if (revisit != NULL) *revisit = out.revisit;
  return status;
}

static void finish(isnad_warc_writer *w) { assert_int_equal(isnad_warc_finish(w, NULL), ISNAD_OK); }

/* "type type ..." of a file in which nothing is broken and every digest is right. */
static isnad_slice types_in(isnad_arena *arena, const char *path) {
  isnad_warc_reader *reader = NULL;
  isnad_warc_record r;
  isnad_err err = {0};
  buf out = buf_new(arena, 256);
  isnad_status status;
  assert_int_equal(isnad_warc_open(&reader, path, NULL, NULL), ISNAD_OK);
  while ((status = isnad_warc_next(reader, &r, &err)) == ISNAD_OK) {
    assert_int_equal(r.block_check, ISNAD_DIGEST_GOOD);
    assert_true(r.closed && r.place.length > 0);
    assert_true(r.payload_digest.length == 0 || r.type == ISNAD_WARC_REVISIT || r.payload_check == ISNAD_DIGEST_GOOD);
    buf_printf(&out, "%s%s", out.length > 0 ? " " : "", isnad_warc_type_name(r.type));
  }
  if (status != ISNAD_END) fail_msg("%s", err.message);
  isnad_warc_close(reader);
  return buf_slice(&out);
}

static void what_is_written_is_read(void **state) {
  (void)state;
  static const char *const names[] = {"new.warc", "new.warc.gz"};
  isnad_arena *arena = new_arena(0);
  for (int i = 0; i < 2; i++) {
    isnad_warc_writer *w = open_writer(names[i]);
    isnad_warc_reader *reader = NULL;
    isnad_warc_record r;
    isnad_slice page = response_of(arena, "<p>one</p>");
    isnad_warc_exchange x = {.url = S("https://news.example/1"), .date = S("2026-11-25T10:00:01Z"), .response = page, .truncated = true};
    isnad_warc_written out;
    assert_int_equal(isnad_warc_write(w, &x, &out, NULL), ISNAD_OK);
    finish(w);
    assert_int_equal(isnad_warc_open_at(&reader, names[i], out.place, NULL, NULL), ISNAD_OK);
    assert_int_equal(isnad_warc_next(reader, &r, NULL), ISNAD_OK);
    assert_slice(r.block, page);
    assert_slice(r.payload, S("<p>one</p>"));
    assert_slice(r.target, S("https://news.example/1"));
    assert_slice(r.truncated, S("length"));
    assert_slice(r.version, S("1.1"));
    assert_int_equal(r.place.length, out.place.length);
    assert_true(isnad_warc_field(&r, "WARC-Warcinfo-ID").length > 40);
    isnad_warc_close(reader);
    assert_slice(types_in(arena, names[i]), S("warcinfo response"));
  }
  isnad_arena_free(arena);
}

/* The response of a file: what its digests said to a reader that is content with one. */
static void check_with_one(const char *path, isnad_digest_check block, isnad_digest_check payload) {
  isnad_warc_options one = {.one_digest = true};
  isnad_warc_reader *reader = NULL;
  isnad_warc_record r;
  assert_int_equal(isnad_warc_open(&reader, path, &one, NULL), ISNAD_OK);
  do assert_int_equal(isnad_warc_next(reader, &r, NULL), ISNAD_OK);
  while (r.type != ISNAD_WARC_RESPONSE);
  assert_int_equal(r.block_check, block);
  assert_int_equal(r.payload_check, payload);
  isnad_warc_close(reader);
}

static void one_digest_is_enough_when_it_is_right(void **state) {
  (void)state;
  isnad_arena *arena = new_arena(0);
  isnad_warc_writer *w = open_writer("one.warc");
  isnad_warc_exchange x = {.url = S("https://news.example/1"), .date = S("2026-11-25T10:00:01Z"), .response = response_of(arena, "<p>one</p>")};
  assert_int_equal(isnad_warc_write(w, &x, NULL, NULL), ISNAD_OK);
  finish(w);
  check_with_one("one.warc", ISNAD_DIGEST_GOOD, ISNAD_DIGEST_UNKNOWN);
  isnad_slice file = read_file(arena, "one.warc");
  char *bytes = (char *)(uintptr_t)file.bytes;
  for (size_t i = 0; i + 17 < file.length; i++)
    if (memcmp(bytes + i, "WARC-Block-Digest", 17) == 0) memcpy(bytes + i, "Some-Other-Digest", 17);
  write_file("one.warc", file);
  check_with_one("one.warc", ISNAD_DIGEST_NONE, ISNAD_DIGEST_GOOD);
  for (size_t i = 0; i + 10 < file.length; i++)
    if (memcmp(bytes + i, "<p>one</p>", 10) == 0) bytes[i + 4] = 'N';
  write_file("one.warc", file);
  check_with_one("one.warc", ISNAD_DIGEST_NONE, ISNAD_DIGEST_WRONG);
  isnad_arena_free(arena);
}

static void an_unchanged_body_is_a_revisit(void **state) {
  (void)state;
  isnad_arena *arena = new_arena(0);
  bool revisit = true;
  isnad_warc_writer *w = open_writer("again.warc.gz");
  isnad_slice one = response_of(arena, "<p>one</p>"), two = response_of(arena, "<p>two</p>");
  isnad_slice unchanged = S("HTTP/1.1 304 Not Modified\r\nETag: \"1\"\r\n\r\n");
  assert_int_equal(write_page(w, "https://a.example/", one, &revisit), ISNAD_OK);
  assert_false(revisit);
  assert_int_equal(write_page(w, "https://a.example/", one, &revisit), ISNAD_OK);
  assert_true(revisit);
  assert_int_equal(write_page(w, "https://b.example/", one, &revisit), ISNAD_OK);
  assert_false(revisit); /* another url is another page */
  assert_int_equal(write_page(w, "https://c.example/", unchanged, &revisit), ISNAD_OK);
  assert_false(revisit); /* nothing is known that it could repeat */
  finish(w);
  w = open_writer("again.warc.gz"); /* what is in the file is known again */
  assert_int_equal(write_page(w, "https://a.example/", one, &revisit), ISNAD_OK);
  assert_true(revisit);
  assert_int_equal(write_page(w, "https://a.example/", two, &revisit), ISNAD_OK);
  assert_false(revisit);
  assert_int_equal(write_page(w, "https://b.example/", unchanged, &revisit), ISNAD_OK);
  assert_true(revisit);
  finish(w);
  assert_slice(types_in(arena, "again.warc.gz"),
               S("warcinfo response request revisit request response request response request revisit request response "
                 "request revisit request"));
  isnad_arena_free(arena);
}

/* A revisit says what it repeats, and holds the head of its own response. */
static void a_revisit_points_to_its_original(void **state) {
  (void)state;
  isnad_arena *arena = new_arena(0);
  isnad_warc_writer *w = open_writer("points.warc");
  isnad_warc_reader *reader = NULL;
  isnad_warc_record r;
  char id[80] = {0};
  assert_int_equal(write_page(w, "https://a.example/", response_of(arena, "<p>one</p>"), NULL), ISNAD_OK);
  assert_int_equal(write_page(w, "https://a.example/", response_of(arena, "<p>one</p>"), NULL), ISNAD_OK);
  finish(w);
  assert_int_equal(isnad_warc_open(&reader, "points.warc", NULL, NULL), ISNAD_OK);
  while (isnad_warc_next(reader, &r, NULL) == ISNAD_OK) {
    if (r.type == ISNAD_WARC_RESPONSE) memcpy(id, r.id.bytes, r.id.length);
    if (r.type != ISNAD_WARC_REVISIT) continue;
    assert_slice(r.refers_to, isnad_slice_of(id));
    assert_slice(r.refers_to_target, S("https://a.example/"));
    assert_slice(r.refers_to_date, S("2026-11-25T10:00:01Z"));
    assert_slice(r.profile, S("http://netpreserve.org/warc/1.1/revisit/identical-payload-digest"));
    assert_true(isnad_slice_starts(r.block, S("HTTP/1.1 200 OK\r\n")));
    assert_int_equal(r.payload.length, 0);
  }
  assert_true(id[0] != '\0');
  isnad_warc_close(reader);
  isnad_arena_free(arena);
}

/* Memory is bounded: behind so many other responses an unchanged body is written whole again, and is known from then on. */
static void what_was_long_ago_is_forgotten(void **state) {
  (void)state;
  isnad_arena *arena = new_arena(0);
  isnad_warc_writer *w = open_writer("long.warc");
  isnad_slice page = response_of(arena, "<p>the same</p>");
  bool revisit = false;
  assert_int_equal(write_page(w, "https://news.example/first", page, NULL), ISNAD_OK);
  for (int i = 1; i < ISNAD_WARC_KNOWN; i++) {
    char url[64];
    snprintf(url, sizeof url, "https://news.example/%d", i);
    assert_int_equal(write_page(w, url, page, NULL), ISNAD_OK);
  }
  assert_int_equal(write_page(w, "https://news.example/first", page, &revisit), ISNAD_OK);
  assert_true(revisit);
  assert_int_equal(write_page(w, "https://news.example/one-more", page, NULL), ISNAD_OK);
  assert_int_equal(write_page(w, "https://news.example/first", page, &revisit), ISNAD_OK);
  assert_false(revisit);
  assert_int_equal(write_page(w, "https://news.example/first", page, &revisit), ISNAD_OK);
  assert_true(revisit);
  finish(w);
  remove("long.warc");
  isnad_arena_free(arena);
}

static void what_cannot_be_written_is_refused(void **state) {
  (void)state;
  isnad_arena *arena = new_arena(0);
  isnad_warc_writer *w = open_writer("refuse.warc.gz"), *other = NULL;
  isnad_slice before = read_file(arena, "refuse.warc.gz"), page = response_of(arena, "x");
  assert_int_equal(write_page(w, "https://a.example/\r\nX: y", page, NULL), ISNAD_BAD_ARGUMENT);
  assert_int_equal(write_page(w, "", page, NULL), ISNAD_BAD_ARGUMENT);
  assert_int_equal(write_page(w, "https://a.example/", S("no message"), NULL), ISNAD_BAD_ARGUMENT);
  assert_int_equal(write_page(w, "https://a.example/", S("GET / HTTP/1.1\r\n\r\n"), NULL), ISNAD_BAD_ARGUMENT);
  finish(w);
  assert_slice(read_file(arena, "refuse.warc.gz"), before);
  write_file("text", S("This is some text that nobody wants to lose.\n"));
  assert_int_equal(isnad_warc_append(&other, "text", software, S("2026-11-25T10:00:00Z"), NULL), ISNAD_BAD_INPUT);
  assert_slice(read_file(arena, "text"), S("This is some text that nobody wants to lose.\n"));
  write_file("packed.zst", warc_file_of(arena, WARC_ZSTD, S("response:a")));
  assert_int_equal(isnad_warc_append(&other, "packed.zst", software, S("2026-11-25T10:00:00Z"), NULL), ISNAD_BAD_INPUT);
  assert_int_equal(isnad_warc_append(&other, "none/file.warc", software, S("2026-11-25T10:00:00Z"), NULL), ISNAD_IO);
  isnad_arena_free(arena);
}

/* Locks are of processes. */
static void only_one_program_writes(void **state) {
  (void)state;
  isnad_warc_writer *w = open_writer("lock.warc.gz");
  fflush(NULL);
  pid_t child = fork();
  assert_true(child >= 0);
  if (child == 0) {
    isnad_warc_writer *second = NULL;
    _exit(isnad_warc_append(&second, "lock.warc.gz", software, S("2026-11-25T10:00:00Z"), NULL) == ISNAD_BUSY ? 0 : 1);
  }
  int status = 0;
  waitpid(child, &status, 0);
  assert_true(WIFEXITED(status) && WEXITSTATUS(status) == 0);
  finish(w);
}

/* The file cut at every byte of its last record, and with zeros in place of it: what went before stays, and writing goes on. */
static void a_half_written_record_is_cut_off(void **state) {
  (void)state;
  static const char *const names[] = {"half.warc", "half.warc.gz"};
  isnad_arena *arena = new_arena(0);
  for (int i = 0; i < 2; i++) {
    remove(names[i]);
    isnad_warc_writer *w = open_writer(names[i]);
    assert_int_equal(write_page(w, "https://a.example/1", response_of(arena, "one"), NULL), ISNAD_OK);
    finish(w);
    isnad_slice first = read_file(arena, names[i]);
    w = open_writer(names[i]);
    isnad_warc_exchange x = {.url = S("https://a.example/2"), .date = S("2026-11-25T10:00:02Z"), .response = response_of(arena, "two")};
    assert_int_equal(isnad_warc_write(w, &x, NULL, NULL), ISNAD_OK);
    finish(w);
    isnad_slice both = read_file(arena, names[i]);
    for (size_t length = first.length; length <= both.length; length++) {
      isnad_slice cut = {both.bytes, length};
      write_file(names[i], cut);
      finish(open_writer(names[i]));
      assert_slice(read_file(arena, names[i]), length == both.length ? both : first);
    }
    char *zeroed = isnad_arena_alloc(arena, both.length);
    memcpy(zeroed, first.bytes, first.length);
    write_file(names[i], (isnad_slice){zeroed, both.length});
    w = open_writer(names[i]);
    assert_int_equal(isnad_warc_write(w, &x, NULL, NULL), ISNAD_OK);
    finish(w);
    assert_slice(read_file(arena, names[i]), both); /* the same records get the same ids */
  }
  isnad_arena_free(arena);
}

/* --- kill -9 --- */

enum { KILLS = 20 };

static void write_until_killed(int told) {
  isnad_arena *arena = NULL;
  isnad_warc_writer *w = NULL;
  if (isnad_arena_new(&arena, 0) != ISNAD_OK || isnad_warc_append(&w, "killed.warc.gz", software, S("2026-11-25T10:00:00Z"), NULL) != ISNAD_OK)
    _exit(1);
  for (unsigned n = 0;; n++) {
    char body[20000], url[64];
    snprintf(url, sizeof url, "https://a.example/%ld/%u", (long)getpid(), n);
    for (size_t i = 0; i < sizeof body - 1; i++) body[i] = (char)('a' + hash64_seeded((isnad_slice){url, strlen(url)}, i) % 26);
    body[sizeof body - 1] = '\0';
    isnad_arena_reset(arena);
    if (write_page(w, url, response_of(arena, body), NULL) != ISNAD_OK || write(told, &n, sizeof n) != sizeof n) _exit(1);
  }
}

static unsigned run_and_kill(uint64_t *seed) {
  int ends[2];
  unsigned told = 0, n = 0;
  assert_int_equal(pipe(ends), 0);
  fflush(NULL);
  pid_t child = fork();
  assert_true(child >= 0);
  if (child == 0) write_until_killed(ends[1]);
  close(ends[1]);
  for (uint64_t wait = 1 + random_below(seed, 4); wait > 0 && read(ends[0], &n, sizeof n) == sizeof n; wait--) told++;
  struct timespec pause = {0, (long)random_below(seed, 3000000)};
  nanosleep(&pause, NULL);
  assert_int_equal(kill(child, SIGKILL), 0);
  while (read(ends[0], &n, sizeof n) == sizeof n) told++;
  close(ends[0]);
  waitpid(child, NULL, 0);
  return told;
}

static void a_kill_loses_no_record_that_was_told(void **state) {
  (void)state;
  isnad_arena *arena = new_arena(0);
  uint64_t seed = 11;
  unsigned told = 0;
  for (int i = 0; i < KILLS; i++) {
    told += run_and_kill(&seed);
    finish(open_writer("killed.warc.gz"));
    isnad_slice types = types_in(arena, "killed.warc.gz");
    unsigned responses = 0;
    for (size_t at = 0; at + 8 <= types.length; at++) responses += memcmp(types.bytes + at, "response", 8) == 0;
    assert_true(responses >= told);
    assert_true(responses <= told + (unsigned)i + 1);
  }
  assert_true(told >= KILLS);
  isnad_arena_free(arena);
}

/* When the system gives no more room, the file is as before, and writing goes on once there is room. */
static void a_file_that_may_not_grow_stays_sound(void **state) {
  (void)state;
  isnad_arena *arena = new_arena(0);
  isnad_warc_writer *w = open_writer("tight.warc");
  struct rlimit old, tight;
  char body[3000];
  memset(body, 'x', sizeof body - 1);
  body[sizeof body - 1] = '\0';
  signal(SIGXFSZ, SIG_IGN);
  assert_int_equal(getrlimit(RLIMIT_FSIZE, &old), 0);
  tight = (struct rlimit){10000, old.rlim_max};
  assert_int_equal(setrlimit(RLIMIT_FSIZE, &tight), 0);
  isnad_status status = ISNAD_OK;
  unsigned good = 0;
  for (unsigned n = 0; n < 10 && status == ISNAD_OK; n++) {
    char url[64];
    snprintf(url, sizeof url, "https://a.example/%u", n);
    status = write_page(w, url, response_of(arena, body), NULL);
    good += status == ISNAD_OK;
  }
  assert_int_equal(setrlimit(RLIMIT_FSIZE, &old), 0);
  assert_int_equal(status, ISNAD_IO);
  assert_true(good >= 1);
  assert_int_equal(write_page(w, "https://a.example/last", response_of(arena, body), NULL), ISNAD_OK);
  finish(w);
  isnad_slice types = types_in(arena, "tight.warc");
  unsigned responses = 0;
  for (size_t at = 0; at + 8 <= types.length; at++) responses += memcmp(types.bytes + at, "response", 8) == 0;
  assert_int_equal(responses, good + 1);
  isnad_arena_free(arena);
}

int main(int argc, char **argv) {
  (void)argc, (void)argv;
  const struct CMUnitTest tests[] = {cmocka_unit_test(what_is_written_is_read),
                                     cmocka_unit_test(one_digest_is_enough_when_it_is_right),
                                     cmocka_unit_test(an_unchanged_body_is_a_revisit),
                                     cmocka_unit_test(a_revisit_points_to_its_original),
                                     cmocka_unit_test(what_was_long_ago_is_forgotten),
                                     cmocka_unit_test(what_cannot_be_written_is_refused),
                                     cmocka_unit_test(only_one_program_writes),
                                     cmocka_unit_test(a_half_written_record_is_cut_off),
                                     cmocka_unit_test(a_kill_loses_no_record_that_was_told),
                                     cmocka_unit_test(a_file_that_may_not_grow_stays_sound)};
  return cmocka_run_group_tests(tests, enter_folder_of_its_own, leave_folder);
}
