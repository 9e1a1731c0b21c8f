/* bench_warc [--make FOLDER PAGE...] | ARCHIVE...: how fast one core reads the records of web archives, with and without checking digests; and the
 * same members unpacked by zlib alone, as the floor that other readers stand on. CPU time, medians. --make writes pages.warc and pages.warc.gz of
 * about 300 MB, of the pages over and over under different addresses, for measuring. */
#include <string.h>
#include <zlib.h>

#include "bench.h"
#include "isnad/capture.h"

static const size_t made_bytes = 300u * 1000 * 1000;

/* --- making archives --- */

static void make_record(isnad_warc_writer *w, isnad_arena *arena, isnad_slice page, unsigned number) {
  char head[200], url[100];
  int head_length =
      snprintf(head, sizeof head, "HTTP/1.1 200 OK\r\nServer: made\r\nContent-Type: text/html\r\nContent-Length: %zu\r\n\r\n", page.length);
  char *bytes = isnad_arena_alloc(arena, (size_t)head_length + page.length);
  if (bytes == NULL) exit(2);
  memcpy(bytes, head, (size_t)head_length);
  memcpy(bytes + head_length, page.bytes, page.length);
  snprintf(url, sizeof url, "https://news.example/%u", number);
  isnad_warc_exchange x = {.url = isnad_slice_of(url), .date = isnad_slice_of("2026-11-25T10:00:00Z")};
  x.response = (isnad_slice){bytes, (size_t)head_length + page.length};
  if (isnad_warc_write(w, &x, NULL, NULL) != ISNAD_OK) exit(2);
}

static void make(const char *path, const isnad_slice *pages, size_t count) {
  isnad_warc_writer *w = NULL;
  isnad_arena *arena = NULL;
  isnad_err err = {0};
  size_t done = 0;
  remove(path);
  if (isnad_arena_new(&arena, 0) != ISNAD_OK) exit(2);
  if (isnad_warc_append(&w, path, isnad_slice_of("bench_warc"), isnad_slice_of("2026-11-25T10:00:00Z"), &err) != ISNAD_OK) {
    fprintf(stderr, "%s: %s\n", path, err.message);
    exit(2);
  }
  double from = bench_now();
  for (unsigned n = 0; done < made_bytes; n++) {
    isnad_arena_reset(arena);
    make_record(w, arena, pages[n % count], n);
    done += pages[n % count].length;
  }
  if (isnad_warc_finish(w, NULL) != ISNAD_OK) exit(2);
  printf("%s: written at %.1f MB/s\n", path, (double)done / (bench_now() - from) / 1e6);
  isnad_arena_free(arena);
}

static void make_all(const char *folder, const char *const *paths, size_t count) {
  enum { MOST_PAGES = 4096 };
  static isnad_slice pages[MOST_PAGES];
  isnad_captures *captures = NULL;
  isnad_arena *arena = NULL;
  isnad_input input;
  size_t held = 0;
  char path[1000];
  if (isnad_arena_new(&arena, 0) != ISNAD_OK || isnad_captures_open(&captures, paths, count, NULL, NULL) != ISNAD_OK) exit(2);
  for (isnad_status status; (status = isnad_captures_next(captures, &input, NULL)) != ISNAD_END && held < MOST_PAGES;)
    if (status == ISNAD_OK && input.bytes.length > 0) pages[held++] = isnad_arena_copy(arena, input.bytes);
  isnad_captures_close(captures);
  if (held == 0) exit(2);
  snprintf(path, sizeof path, "%s/pages.warc", folder);
  make(path, pages, held);
  snprintf(path, sizeof path, "%s/pages.warc.gz", folder);
  make(path, pages, held);
  isnad_arena_free(arena);
}

/* --- reading --- */

typedef struct sums {
  double bytes, records;
} sums;

static sums read_archive(const char *path, isnad_warc_options options) {
  isnad_warc_reader *reader = NULL;
  isnad_warc_record r;
  sums s = {0, 0};
  if (isnad_warc_open(&reader, path, &options, NULL) != ISNAD_OK) exit(2);
  for (isnad_status status; (status = isnad_warc_next(reader, &r, NULL)) != ISNAD_END;) {
    if (status != ISNAD_OK || r.block_check == ISNAD_DIGEST_WRONG) exit(2);
    s.bytes += (double)r.length;
    s.records++;
  }
  isnad_warc_close(reader);
  return s;
}

/* The members one after another through zlib's inflate, nothing else done with the bytes. */
static sums read_by_zlib(const char *path) {
  enum { ROOM = 1 << 20 };
  static unsigned char out[ROOM];
  size_t length = 0;
  char *bytes = bench_file(path, &length);
  z_stream z = {.next_in = (Bytef *)bytes, .avail_in = (unsigned)length};
  sums s = {0, 0};
  if (inflateInit2(&z, 15 + 16) != Z_OK) exit(2);
  while (z.avail_in > 0) {
    z.next_out = out;
    z.avail_out = ROOM;
    int result = inflate(&z, Z_NO_FLUSH);
    s.bytes += ROOM - z.avail_out;
    if (result == Z_STREAM_END) {
      s.records++;
      inflateReset(&z);
    } else if (result != Z_OK) {
      break;
    }
  }
  inflateEnd(&z);
  free(bytes);
  return s;
}

static sums with_digests(const char *path) { return read_archive(path, (isnad_warc_options){0}); }

static sums with_one_digest(const char *path) { return read_archive(path, (isnad_warc_options){.one_digest = true}); }

static sums without_digests(const char *path) { return read_archive(path, (isnad_warc_options){.leave_digests = true}); }

static void measure(const char *what, const char *path, sums (*run)(const char *path)) {
  double seconds[BENCH_RUNS];
  sums s = {0, 0};
  for (int i = 0; i < BENCH_RUNS; i++) {
    double from = bench_now();
    s = run(path);
    seconds[i] = bench_now() - from;
  }
  bench_print(what, seconds, s.bytes, s.records);
}

int main(int argc, char **argv) {
  if (argc > 3 && strcmp(argv[1], "--make") == 0) {
    make_all(argv[2], (const char *const *)argv + 3, (size_t)argc - 3);
    return 0;
  }
  for (int i = 1; i < argc; i++) {
    printf("%s\n", argv[i]);
    measure("records", argv[i], without_digests);
    measure("records, as captures: one digest checked", argv[i], with_one_digest);
    measure("records, both digests checked", argv[i], with_digests);
    measure("zlib alone", argv[i], read_by_zlib);
  }
  return argc > 1 ? 0 : 2;
}
