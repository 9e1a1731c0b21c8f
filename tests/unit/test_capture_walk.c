#include "../support.h"

#include "base/buf.h"
#include "isnad/capture.h"

#include <sys/wait.h>
#include <time.h>
#include <zlib.h>
#include <zstd.h>

/* Walks the paths and writes down what was handed out, one unit a line: "path:line status bytes". Long bytes are written as their number. */
static isnad_slice walk_with(isnad_arena *arena, size_t largest, const char *const *paths, size_t count) {
  isnad_captures *captures = NULL;
  isnad_capture_options options = {largest};
  buf b = buf_new(arena, 0);
  assert_int_equal(isnad_captures_open(&captures, paths, count, &options, NULL), ISNAD_OK);
  for (;;) {
    isnad_input input;
    isnad_err err = {0};
    isnad_status status = isnad_captures_next(captures, &input, &err);
    if (status == ISNAD_END) break;
    buf_printf(&b, "%.*s:%zu ", (int)input.path.length, input.path.bytes, input.line);
    if (status != ISNAD_OK) {
      assert_int_equal(err.status, status);
      assert_true(err.message[0] != '\0');
      buf_add_text(&b, isnad_status_name(status));
    } else if (input.bytes.length > 60) {
      buf_printf(&b, "%zu bytes", input.bytes.length);
    } else {
      buf_add_slice(&b, input.bytes);
    }
    buf_add_char(&b, '\n');
  }
  isnad_input again;
  assert_int_equal(isnad_captures_next(captures, &again, NULL), ISNAD_END); /* the end stays the end */
  isnad_captures_close(captures);
  assert_false(b.failed);
  return buf_slice(&b);
}

#define walk(arena, ...) walk_with(arena, 0, (const char *const[]){__VA_ARGS__}, sizeof((const char *const[]){__VA_ARGS__}) / sizeof(char *))
#define walk_limited(arena, largest, path) walk_with(arena, largest, (const char *const[]){path}, 1)

static isnad_slice gzipped(isnad_arena *arena, isnad_slice text) {
  z_stream z = {0};
  assert_int_equal(deflateInit2(&z, 6, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY), Z_OK);
  size_t room = deflateBound(&z, (uLong)text.length) + 32;
  char *out = isnad_arena_alloc(arena, room), nothing = 0;
  z.next_in = (Bytef *)(uintptr_t)(text.length > 0 ? text.bytes : &nothing);
  z.avail_in = (unsigned)text.length;
  z.next_out = (Bytef *)out;
  z.avail_out = (unsigned)room;
  assert_int_equal(deflate(&z, Z_FINISH), Z_STREAM_END);
  size_t length = room - z.avail_out;
  deflateEnd(&z);
  return (isnad_slice){out, length};
}

static isnad_slice zstd_packed(isnad_arena *arena, isnad_slice text) {
  size_t room = ZSTD_compressBound(text.length);
  char *out = isnad_arena_alloc(arena, room);
  ZSTD_CCtx *context = ZSTD_createCCtx();
  ZSTD_CCtx_setParameter(context, ZSTD_c_checksumFlag, 1);
  size_t length = ZSTD_compress2(context, out, room, text.bytes, text.length);
  ZSTD_freeCCtx(context);
  assert_false(ZSTD_isError(length));
  return (isnad_slice){out, length};
}

static isnad_slice joined(isnad_arena *arena, isnad_slice a, isnad_slice b) {
  buf out = buf_new(arena, a.length + b.length + 1);
  buf_add_slice(&out, a);
  buf_add_slice(&out, b);
  return buf_slice(&out);
}

static isnad_slice cut(isnad_slice s, size_t length) { return (isnad_slice){s.bytes, length}; }

static void assert_ends(isnad_slice text, isnad_slice wanted) {
  assert_true(text.length >= wanted.length);
  isnad_slice end = {text.bytes + text.length - wanted.length, wanted.length};
  assert_slice(end, wanted);
}

/* --- files and folders --- */

static void files_come_in_the_order_given(void **state) {
  (void)state;
  isnad_arena *arena = new_arena(0);
  write_file("b.txt", S("second"));
  write_file("a.txt", S("first\n"));
  write_file("empty", S(""));
  assert_slice(walk(arena, "b.txt", "a.txt", "empty", "b.txt"), S("b.txt:0 second\na.txt:0 first\n\nempty:0 \nb.txt:0 second\n"));
  assert_int_equal(walk_with(arena, 0, NULL, 0).length, 0);
  isnad_arena_free(arena);
}

static void a_path_is_tidied_and_no_more(void **state) {
  (void)state;
  isnad_arena *arena = new_arena(0);
  assert_int_equal(mkdir("tidy", 0700), 0);
  assert_int_equal(mkdir("tidy/in", 0700), 0);
  write_file("tidy/in/f", S("x"));
  assert_slice(walk(arena, "./tidy//in/./f"), S("tidy/in/f:0 x\n"));
  assert_slice(walk(arena, "tidy/"), S("tidy/in/f:0 x\n"));
  assert_slice(walk(arena, ".//tidy/../tidy//"), S("tidy/../tidy/in/f:0 x\n"));
  assert_int_equal(chdir("tidy"), 0);
  assert_slice(walk(arena, "."), S("in/f:0 x\n"));
  assert_slice(walk(arena, "./"), S("in/f:0 x\n"));
  assert_slice(walk(arena, "in/f"), S("in/f:0 x\n"));
  assert_int_equal(chdir(".."), 0);
  char here[1000];
  assert_non_null(getcwd(here, sizeof here));
  isnad_slice absolute = isnad_arena_printf(arena, "/%s//tidy", here);
  assert_slice(walk(arena, absolute.bytes), isnad_arena_printf(arena, "%s/tidy/in/f:0 x\n", here));
  isnad_arena_free(arena);
}

static void what_does_not_exist_is_refused_and_stops_nothing(void **state) {
  (void)state;
  isnad_arena *arena = new_arena(0);
  write_file("there", S("x"));
  assert_slice(walk(arena, "none", "there", "", "there/f", "there"),
               S("none:0 I/O error\nthere:0 x\n:0 I/O error\nthere/f:0 I/O error\nthere:0 x\n"));
  isnad_arena_free(arena);
}

/* Sorted by the bytes of the names, whatever order the file system keeps; hidden files are not captures unless they are named. */
static void folders_are_walked_in_a_stable_order(void **state) {
  (void)state;
  isnad_arena *arena = new_arena(0);
  assert_int_equal(mkdir("walk", 0700), 0);
  assert_int_equal(mkdir("walk/m", 0700), 0);
  assert_int_equal(mkdir("walk/empty", 0700), 0);
  assert_int_equal(mkdir("walk/.hidden", 0700), 0);
  write_file("walk/z", S("1"));
  write_file("walk/m/b", S("2"));
  write_file("walk/m/a", S("3"));
  write_file("walk/m.txt", S("4"));
  write_file("walk/B", S("5"));
  write_file("walk/10", S("6"));
  write_file("walk/9", S("7"));
  write_file("walk/.dot", S("8"));
  write_file("walk/.hidden/f", S("9"));
  write_file("walk/خبر", S("0"));
  assert_slice(walk(arena, "walk"), S("walk/10:0 6\nwalk/9:0 7\nwalk/B:0 5\nwalk/m/a:0 3\nwalk/m/b:0 2\nwalk/m.txt:0 4\nwalk/z:0 1\nwalk/خبر:0 0\n"));
  assert_slice(walk(arena, "walk/.dot", "walk/.hidden"), S("walk/.dot:0 8\nwalk/.hidden/f:0 9\n"));
  isnad_arena_free(arena);
}

static void links_are_followed_to_files_and_not_to_folders(void **state) {
  (void)state;
  isnad_arena *arena = new_arena(0);
  assert_int_equal(mkdir("links", 0700), 0);
  assert_int_equal(mkdir("links/real", 0700), 0);
  write_file("links/real/f", S("x"));
  assert_int_equal(symlink("real/f", "links/file"), 0);
  assert_int_equal(symlink("real", "links/folder"), 0);
  assert_int_equal(symlink("..", "links/real/up"), 0); /* a loop through the folders */
  assert_int_equal(symlink("self", "links/self"), 0);  /* a link to itself */
  assert_int_equal(symlink("none", "links/broken"), 0);
  assert_slice(walk(arena, "links"), S("links/broken:0 I/O error\nlinks/file:0 x\nlinks/real/f:0 x\nlinks/self:0 I/O error\n"));
  assert_slice(walk(arena, "links/folder"), S("links/folder/f:0 x\n")); /* named by the caller */
  isnad_arena_free(arena);
}

static void pipes_inside_a_folder_are_passed_over(void **state) {
  (void)state;
  isnad_arena *arena = new_arena(0);
  assert_int_equal(mkdir("special", 0700), 0);
  assert_int_equal(mkfifo("special/pipe", 0600), 0);
  write_file("special/z", S("x"));
  assert_slice(walk(arena, "special"), S("special/z:0 x\n")); /* opening the pipe would wait for ever */
  isnad_arena_free(arena);
}

static void folders_too_deep_are_refused_by_name(void **state) {
  (void)state;
  isnad_arena *arena = new_arena(0);
  char path[1000] = "deep";
  for (int i = 0; i < 140; i++) {
    assert_int_equal(mkdir(path, 0700), 0);
    strcat(path, "/d");
  }
  write_file("deep/z", S("x"));
  isnad_slice got = walk(arena, "deep");
  assert_ends(got, S("/d/d/d:0 limit reached\ndeep/z:0 x\n"));
  isnad_arena_free(arena);
}

static void walk_without_rights(void) {
  if (geteuid() == 0 && setuid(65534) != 0) _exit(2);
  isnad_arena *arena = NULL;
  if (isnad_arena_new(&arena, 0) != ISNAD_OK) _exit(3);
  isnad_slice got = walk(arena, "rights");
  _exit(isnad_slice_equal(got, S("rights/a:0 x\nrights/closed:0 I/O error\nrights/secret:0 I/O error\nrights/z:0 y\n")) ? 0 : 1);
}

static void what_may_not_be_read_is_refused(void **state) {
  (void)state;
  assert_int_equal(chmod(".", 0755), 0);
  assert_int_equal(mkdir("rights", 0700), 0);
  assert_int_equal(chmod("rights", 0755), 0); /* whatever the umask */
  write_file("rights/a", S("x"));
  write_file("rights/secret", S("s"));
  write_file("rights/z", S("y"));
  assert_int_equal(chmod("rights/a", 0644), 0);
  assert_int_equal(chmod("rights/z", 0644), 0);
  assert_int_equal(chmod("rights/secret", 0), 0);
  assert_int_equal(mkdir("rights/closed", 0), 0);
  fflush(NULL);
  pid_t child = fork();
  assert_true(child >= 0);
  if (child == 0) walk_without_rights();
  int result = 0;
  assert_int_equal(waitpid(child, &result, 0), child);
  assert_true(WIFEXITED(result));
  assert_int_equal(WEXITSTATUS(result), 0);
}

/* --- standard input --- */

/* Runs the walk with a pipe as standard input that delivers `bytes` in pieces of `piece`. */
static isnad_slice walk_input(isnad_arena *arena, isnad_slice bytes, size_t piece, const char *path) {
  int ends[2], saved = dup(STDIN_FILENO);
  assert_int_equal(pipe(ends), 0);
  fflush(NULL);
  pid_t writer = fork();
  assert_true(writer >= 0);
  if (writer == 0) {
    close(ends[0]);
    for (size_t at = 0; at < bytes.length;) {
      ssize_t wrote = write(ends[1], bytes.bytes + at, bytes.length - at < piece ? bytes.length - at : piece);
      if (wrote <= 0) _exit(1);
      at += (size_t)wrote;
      if (piece < 1000) nanosleep(&(struct timespec){0, 20000}, NULL);
    }
    _exit(0);
  }
  close(ends[1]);
  assert_int_equal(dup2(ends[0], STDIN_FILENO), STDIN_FILENO);
  close(ends[0]);
  isnad_slice got = walk(arena, path);
  assert_int_equal(dup2(saved, STDIN_FILENO), STDIN_FILENO);
  close(saved);
  waitpid(writer, NULL, 0);
  return got;
}

static void standard_input_is_read_like_a_file(void **state) {
  (void)state;
  isnad_arena *arena = new_arena(0);
  assert_slice(walk_input(arena, S("a page"), 2, "-"), S("-:0 a page\n"));
  assert_slice(walk_input(arena, S(""), 1, "-"), S("-:0 \n"));
  assert_slice(walk_input(arena, S("\n{\"id\":1}\n{\"id\":2}"), 3, "-"), S("-:2 {\"id\":1}\n-:3 {\"id\":2}\n"));
  assert_slice(walk_input(arena, gzipped(arena, S("packed")), 1, "-"), S("-:0 packed\n"));
  assert_slice(walk_input(arena, zstd_packed(arena, S("packed")), 1, "-"), S("-:0 packed\n"));
  isnad_arena_free(arena);
}

static void a_file_may_be_called_minus(void **state) {
  (void)state;
  isnad_arena *arena = new_arena(0);
  assert_int_equal(mkdir("minus", 0700), 0);
  write_file("minus/-", S("file"));
  assert_int_equal(chdir("minus"), 0);
  assert_slice(walk_input(arena, S("input"), 10, "./-"), S("-:0 file\n"));
  assert_slice(walk_input(arena, S("input"), 10, "."), S("-:0 file\n"));
  assert_slice(walk_input(arena, S("input"), 10, "-"), S("-:0 input\n"));
  assert_int_equal(chdir(".."), 0);
  isnad_arena_free(arena);
}

/* --- packed files --- */

static void packed_files_are_told_by_content(void **state) {
  (void)state;
  isnad_arena *arena = new_arena(0);
  write_file("plain.gz", S("not packed at all"));
  write_file("g", gzipped(arena, S("one")));
  write_file("z", zstd_packed(arena, S("two")));
  write_file("lines", gzipped(arena, S("{\"id\":1}\n{\"id\":2}\n")));
  write_file("nothing", gzipped(arena, S("")));
  write_file("nothing.zst", zstd_packed(arena, S("")));
  assert_slice(walk(arena, "plain.gz", "g", "z", "lines", "nothing", "nothing.zst"),
               S("plain.gz:0 not packed at all\ng:0 one\nz:0 two\nlines:1 {\"id\":1}\nlines:2 {\"id\":2}\nnothing:0 \nnothing.zst:0 \n"));
  isnad_arena_free(arena);
}

static void several_members_are_one_file(void **state) {
  (void)state;
  isnad_arena *arena = new_arena(0);
  isnad_slice none = gzipped(arena, S("")), end = joined(arena, none, gzipped(arena, S(" three")));
  write_file("members", joined(arena, joined(arena, gzipped(arena, S("one")), gzipped(arena, S(" two"))), end));
  none = zstd_packed(arena, S(""));
  end = joined(arena, none, zstd_packed(arena, S(" three")));
  isnad_slice skippable = S("\x50\x2A\x4D\x18\x04\x00\x00\x00skip");
  write_file("frames", joined(arena, joined(arena, joined(arena, zstd_packed(arena, S("one")), skippable), zstd_packed(arena, S(" two"))), end));
  assert_slice(walk(arena, "members", "frames"), S("members:0 one two three\nframes:0 one two three\n"));
  isnad_arena_free(arena);
}

/* 3 MB that pack to little or to much, in lines. */
static isnad_slice many_lines(isnad_arena *arena, size_t count, bool noisy) {
  buf b = buf_new(arena, 0);
  uint64_t seed = 9;
  for (size_t i = 0; i < count; i++) buf_printf(&b, "{\"id\":%zu,\"text\":\"%016llx\"}\n", i, noisy ? (unsigned long long)random_next(&seed) : 0ull);
  return buf_slice(&b);
}

static void large_packed_files_come_out_whole(void **state) {
  (void)state;
  isnad_arena *arena = new_arena(0);
  for (int noisy = 0; noisy < 2; noisy++) {
    isnad_slice text = many_lines(arena, 80000, noisy == 1);
    write_file("large", text);
    isnad_slice plain = walk(arena, "large");
    write_file("large", gzipped(arena, text));
    assert_true(isnad_slice_equal(walk(arena, "large"), plain));
    write_file("large", zstd_packed(arena, text));
    assert_true(isnad_slice_equal(walk(arena, "large"), plain));
  }
  isnad_arena_free(arena);
}

static void every_truncation_of_a_packed_file_is_refused(void **state) {
  (void)state;
  isnad_arena *arena = new_arena(0);
  isnad_slice packed[] = {gzipped(arena, S("a short page of text")), zstd_packed(arena, S("a short page of text"))};
  for (size_t p = 0; p < 2; p++)
    for (size_t length = p == 0 ? 2 : 4; length < packed[p].length; length++) {
      write_file("cut", cut(packed[p], length));
      assert_slice(walk(arena, "cut", "z"), S("cut:0 bad input\nz:0 two\n"));
    }
  isnad_arena_free(arena);
}

/* The lines before the place of the damage are handed out, the one in it is refused by number, and the next file is read. */
static void damage_costs_only_what_follows_it(void **state) {
  (void)state;
  isnad_arena *arena = new_arena(0);
  isnad_slice text = many_lines(arena, 20000, true);
  for (int kind = 0; kind < 2; kind++) {
    isnad_slice packed = kind == 0 ? gzipped(arena, text) : zstd_packed(arena, text);
    char *bytes = isnad_arena_alloc(arena, packed.length);
    memcpy(bytes, packed.bytes, packed.length);
    write_file("cut", cut(packed, packed.length - 3)); /* only the check sum is missing */
    isnad_slice got = walk(arena, "cut");
    assert_ends(got, S("cut:20001 bad input\n"));
    bytes[packed.length - 2] ^= 1; /* the check sum is wrong */
    write_file("damaged", (isnad_slice){bytes, packed.length});
    got = walk(arena, "damaged");
    assert_ends(got, S("damaged:20001 bad input\n"));
    memset(bytes + packed.length / 2, 0xFF, 64);
    write_file("damaged", (isnad_slice){bytes, packed.length});
    got = walk(arena, "damaged", "z");
    assert_ends(got, S(" bad input\nz:0 two\n"));
    isnad_slice first = S("damaged:1 {\"id\":0,\"text");
    assert_slice(cut(got, first.length), first);
    assert_true(got.length > 100000);
    write_file("damaged", joined(arena, packed, S("trailing bytes")));
    got = walk(arena, "damaged");
    assert_ends(got, S("damaged:20001 bad input\n"));
  }
  isnad_arena_free(arena);
}

/* How the bytes of a pipe arrive may not change what is read from them. */
static void damage_reads_the_same_from_a_pipe(void **state) {
  (void)state;
  isnad_arena *arena = new_arena(0);
  isnad_slice text = many_lines(arena, 20000, true);
  for (int kind = 0; kind < 2; kind++) {
    isnad_slice packed = kind == 0 ? gzipped(arena, text) : zstd_packed(arena, text);
    char *bytes = isnad_arena_alloc(arena, packed.length);
    memcpy(bytes, packed.bytes, packed.length);
    memset(bytes + packed.length / 2, 0xFF, 64);
    isnad_slice damaged = {bytes, packed.length};
    isnad_slice whole = walk_input(arena, damaged, SIZE_MAX, "-");
    assert_true(isnad_slice_equal(walk_input(arena, damaged, 4001, "-"), whole));
    assert_true(isnad_slice_equal(walk_input(arena, damaged, 777, "-"), whole));
  }
  isnad_arena_free(arena);
}

/* --- JSONL --- */

static void jsonl_is_told_by_its_first_line(void **state) {
  (void)state;
  isnad_arena *arena = new_arena(0);
  write_file("one.txt", S("{\"id\":1}"));
  write_file("two.html", S("  { \"id\":1}\r\n{}\r\n"));
  write_file("three", S("\xEF\xBB\xBF{\"id\":1}\n"));
  write_file("four", S("{}\n"));
  write_file("five.jsonl", S("plain words\n{\"id\":1}\n"));
  write_file("six", S("{ braces }\n"));
  write_file("seven", S("{"));
  write_file("eight", S("\n \r\n\t{\"id\":1}\n"));
  assert_slice(walk(arena, "one.txt", "two.html", "three", "four", "five.jsonl", "six", "seven", "eight"),
               S("one.txt:1 {\"id\":1}\ntwo.html:1   { \"id\":1}\ntwo.html:2 {}\nthree:1 \xEF\xBB\xBF{\"id\":1}\nfour:1 {}\n"
                 "five.jsonl:0 plain words\n{\"id\":1}\n\nsix:0 { braces }\n\nseven:0 {\neight:3 \t{\"id\":1}\n"));
  isnad_arena_free(arena);
}

static void lines_keep_their_numbers(void **state) {
  (void)state;
  isnad_arena *arena = new_arena(0);
  write_file("lines", S("{\"id\":1}\n\n  \t\r\nnot json\r\n{\"id\":2}\n\n{\"id\":3}"));
  assert_slice(walk(arena, "lines"), S("lines:1 {\"id\":1}\nlines:4 not json\nlines:5 {\"id\":2}\nlines:7 {\"id\":3}\n"));
  write_file("lines", S("{\"id\":1}\n\n\n"));
  assert_slice(walk(arena, "lines"), S("lines:1 {\"id\":1}\n"));
  write_file("lines", S("{\"a\":\"x\0y\"}\n{\"b\":\"\r\"}\n"));
  assert_slice(walk(arena, "lines"), S("lines:1 {\"a\":\"x\0y\"}\nlines:2 {\"b\":\"\r\"}\n"));
  isnad_arena_free(arena);
}

/* For a limit below, at and far above the first buffer, and a line shorter, as long, and longer than the limit. */
static void too_long_lines_are_passed_over(void **state) {
  (void)state;
  static const size_t limits[] = {20, 1000, 262144, 262145, 600000};
  for (size_t i = 0; i < sizeof limits / sizeof limits[0]; i++) {
    for (size_t length = limits[i] - 1; length <= 3 * limits[i]; length = length <= limits[i] ? length + 1 : length * 2) {
      isnad_arena *arena = new_arena(0);
      char *middle = isnad_arena_alloc(arena, length);
      memset(middle, 'x', length);
      middle[0] = '{';
      middle[1] = '"';
      buf b = buf_new(arena, 0);
      buf_add_text(&b, "{\"id\":1}\n");
      buf_add(&b, middle, length);
      buf_add_text(&b, "\n{\"id\":3}\n");
      buf_add(&b, middle, length); /* the last line has no line feed */
      write_file("long", buf_slice(&b));
      isnad_slice got = walk_limited(arena, limits[i], "long");
      bool fits = length <= limits[i];
      isnad_slice shown = fits && length > 60 ? isnad_arena_printf(arena, "%zu bytes", length) : (isnad_slice){middle, length};
      if (!fits) shown = S("limit reached");
      assert_slice(got, isnad_arena_printf(arena, "long:1 {\"id\":1}\nlong:2 %.*s\nlong:3 {\"id\":3}\nlong:4 %.*s\n", (int)shown.length, shown.bytes,
                                           (int)shown.length, shown.bytes));
      isnad_arena_free(arena);
    }
  }
}

static void too_large_files_are_refused(void **state) {
  (void)state;
  isnad_arena *arena = new_arena(0);
  static const size_t limits[] = {1, 1000, 262143, 262144, 300000};
  for (size_t i = 0; i < sizeof limits / sizeof limits[0]; i++)
    for (size_t length = limits[i] - 1; length <= limits[i] + 1; length++) {
      char *text = isnad_arena_alloc(arena, length);
      memset(text, 'x', length);
      write_file("big", (isnad_slice){text, length});
      isnad_slice shown =
          length > 60 ? isnad_arena_printf(arena, "big:0 %zu bytes\n", length) : isnad_arena_printf(arena, "big:0 %.*s\n", (int)length, text);
      assert_slice(walk_limited(arena, limits[i], "big"), length <= limits[i] ? shown : S("big:0 limit reached\n"));
    }
  /* what unpacks to more than is allowed, however small it is */
  char *zeros = isnad_arena_alloc(arena, 20000000);
  write_file("bomb", gzipped(arena, (isnad_slice){zeros, 20000000}));
  assert_slice(walk_limited(arena, 1000000, "bomb"), S("bomb:0 limit reached\n"));
  write_file("bomb", zstd_packed(arena, (isnad_slice){zeros, 20000000}));
  assert_slice(walk_limited(arena, 1000000, "bomb"), S("bomb:0 limit reached\n"));
  isnad_arena_free(arena);
}

static void progress_ends_where_all_is_read(void **state) {
  (void)state;
  isnad_arena *arena = new_arena(0);
  assert_int_equal(mkdir("progress", 0700), 0);
  write_file("progress/a", S("12345"));
  write_file("progress/b", S("{\"id\":1}\n{\"id\":2}\n"));
  write_file("progress/c", gzipped(arena, S("packed")));
  isnad_captures *captures = NULL;
  assert_int_equal(isnad_captures_open(&captures, (const char *const[]){"progress"}, 1, NULL, NULL), ISNAD_OK);
  uint64_t done = 0, total = 0, last = 0;
  isnad_input input;
  while (isnad_captures_next(captures, &input, NULL) == ISNAD_OK) {
    isnad_captures_progress(captures, &done, &total);
    assert_true(done >= last);
    assert_true(done <= total);
    last = done;
  }
  isnad_captures_progress(captures, &done, &total);
  assert_int_equal(done, total);
  assert_int_equal(total, 5 + 18 + gzipped(arena, S("packed")).length);
  isnad_captures_close(captures);
  isnad_arena_free(arena);
}

static void a_walk_may_be_left_at_any_time(void **state) {
  (void)state;
  for (int steps = 0; steps < 6; steps++) {
    isnad_captures *captures = NULL;
    isnad_input input;
    assert_int_equal(isnad_captures_open(&captures, (const char *const[]){"progress", "none"}, 2, NULL, NULL), ISNAD_OK);
    for (int i = 0; i < steps; i++) isnad_captures_next(captures, &input, NULL);
    isnad_captures_close(captures);
  }
  isnad_captures_close(NULL);
}

int main(int argc, char **argv) {
  (void)argc, (void)argv;
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(files_come_in_the_order_given),
      cmocka_unit_test(a_path_is_tidied_and_no_more),
      cmocka_unit_test(what_does_not_exist_is_refused_and_stops_nothing),
      cmocka_unit_test(folders_are_walked_in_a_stable_order),
      cmocka_unit_test(links_are_followed_to_files_and_not_to_folders),
      cmocka_unit_test(pipes_inside_a_folder_are_passed_over),
      cmocka_unit_test(folders_too_deep_are_refused_by_name),
      cmocka_unit_test(what_may_not_be_read_is_refused),
      cmocka_unit_test(standard_input_is_read_like_a_file),
      cmocka_unit_test(a_file_may_be_called_minus),
      cmocka_unit_test(packed_files_are_told_by_content),
      cmocka_unit_test(several_members_are_one_file),
      cmocka_unit_test(large_packed_files_come_out_whole),
      cmocka_unit_test(every_truncation_of_a_packed_file_is_refused),
      cmocka_unit_test(damage_costs_only_what_follows_it),
      cmocka_unit_test(damage_reads_the_same_from_a_pipe),
      cmocka_unit_test(jsonl_is_told_by_its_first_line),
      cmocka_unit_test(lines_keep_their_numbers),
      cmocka_unit_test(too_long_lines_are_passed_over),
      cmocka_unit_test(too_large_files_are_refused),
      cmocka_unit_test(progress_ends_where_all_is_read),
      cmocka_unit_test(a_walk_may_be_left_at_any_time),
  };
  return cmocka_run_group_tests(tests, enter_folder_of_its_own, leave_folder);
}
