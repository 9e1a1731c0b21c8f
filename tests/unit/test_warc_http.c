/* HTTP messages, their bodies, and lines of an index. */
#include "../warc_support.h"

#include "capture/http_message.h"

/* Status, and the body or the complaint; "..." behind a body that was cut. */
static isnad_slice body_of(isnad_arena *arena, isnad_slice bytes, size_t largest) {
  http_message m;
  isnad_err err = {0};
  isnad_slice body = {NULL, 0};
  bool cut = false;
  if (http_message_read(&m, bytes, &err) != ISNAD_OK) return isnad_arena_printf(arena, "no: %s", err.message);
  if (http_body(&body, &cut, arena, &m, largest, &err) != ISNAD_OK) return isnad_arena_printf(arena, "%u no: %s", m.status, err.message);
  return isnad_arena_printf(arena, "%u %.*s%s", m.status, (int)body.length, body.length > 0 ? body.bytes : "", cut ? "..." : "");
}

static isnad_slice message(isnad_arena *arena, const char *head, isnad_slice body) {
  buf out = buf_new(arena, 256);
  buf_printf(&out, "HTTP/1.1 200 OK\r\n%s\r\n\r\n", head);
  buf_add_slice(&out, body);
  return buf_slice(&out);
}

static isnad_slice chunked(isnad_arena *arena, isnad_slice body, size_t size) {
  buf out = buf_new(arena, 256);
  for (size_t at = 0; at < body.length; at += size) {
    size_t length = body.length - at < size ? body.length - at : size;
    buf_printf(&out, "%zx\r\n", length);
    buf_add(&out, body.bytes + at, length);
    buf_add_text(&out, "\r\n");
  }
  buf_add_text(&out, "0\r\n\r\n");
  return buf_slice(&out);
}

static isnad_slice deflated(isnad_arena *arena, isnad_slice text, int bits) {
  z_stream z = {0};
  assert_int_equal(deflateInit2(&z, 6, Z_DEFLATED, bits, 8, Z_DEFAULT_STRATEGY), Z_OK);
  size_t room = deflateBound(&z, (uLong)text.length) + 32;
  char *out = isnad_arena_alloc(arena, room);
  z.next_in = (Bytef *)(uintptr_t)text.bytes;
  z.avail_in = (unsigned)text.length;
  z.next_out = (Bytef *)out;
  z.avail_out = (unsigned)room;
  assert_int_equal(deflate(&z, Z_FINISH), Z_STREAM_END);
  size_t length = room - z.avail_out;
  deflateEnd(&z);
  return (isnad_slice){out, length};
}

static void heads_are_read(void **state) {
  (void)state;
  isnad_arena *arena = new_arena(0);
  const struct {
    isnad_slice bytes;
    const char *wanted;
  } cases[] = {{S("HTTP/1.1 200 OK\r\nA: b\r\n\r\nbody"), "200 body"},
               {S("HTTP/1.0 404 Not Found\n\nbody"), "404 body"},
               {S("HTTP/2 301\r\nlocation: /x\r\n\r\n"), "301 "},
               {S("HTTP/1.1 200 \r\n\r\nx"), "200 x"},
               {S("HTTP/1.1  200 OK\r\n\r\nx"), "200 x"},
               {S("GET /path HTTP/1.1\r\nHost: a\r\n\r\n"), "0 "},
               {S("HTTP/1.1 20 OK\r\n\r\nx"), "no: no HTTP message"},
               {S("HTTP/1.1 200 OK\r\nA: b"), "no: the HTTP head has no end"},
               {S("<html>"), "no: no HTTP message"},
               {S(""), "no: no HTTP message"}};
  for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) assert_slice(body_of(arena, cases[i].bytes, 1000), isnad_slice_of(cases[i].wanted));
  http_message m;
  isnad_slice head = S("HTTP/1.1 200 OK\r\ncontent-TYPE:text/html;charset=windows-1256 \r\nContent-Type: text/plain\r\nX\r\n\r\n");
  assert_int_equal(http_message_read(&m, head, NULL), ISNAD_OK);
  assert_slice(http_field(&m, "Content-Type"), S("text/html;charset=windows-1256"));
  assert_int_equal(http_field(&m, "X").length, 0);
  isnad_arena_free(arena);
}

static void chunks_are_joined(void **state) {
  (void)state;
  isnad_arena *arena = new_arena(0);
  const struct {
    isnad_slice body;
    const char *wanted;
  } cases[] = {{S("5\r\nhello\r\n6\r\n world\r\n0\r\n\r\n"), "200 hello world"},
               {S("5;name=value\r\nhello\r\n0\r\nTrailer: x\r\n\r\n"), "200 hello"},
               {S("00005 \r\nhello\r\n0\r\n\r\n"), "200 hello"},
               {S("5\nhello\n0\n\n"), "200 hello"},
               {S("0\r\n\r\n"), "200 "},
               {S("5\r\nhello\r\n"), "200 hello..."},
               {S("ff\r\nhello"), "200 hello..."},
               {S("5\r\nhello\r\nzz\r\n"), "200 hello..."},
               {S("ffffffffffffffffff\r\nhello"), "200 ffffffffffffffffff\r\nhello"},
               {S("<p>joined before</p>"), "200 <p>joined before</p>"},
               {S(""), "200 "}};
  for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++)
    assert_slice(body_of(arena, message(arena, "Transfer-Encoding: Chunked", cases[i].body), 1000), isnad_slice_of(cases[i].wanted));
  isnad_arena_free(arena);
}

static void packing_is_undone(void **state) {
  (void)state;
  isnad_arena *arena = new_arena(0);
  isnad_slice text = S("<p>one two three one two three</p>"), wanted = isnad_arena_printf(arena, "200 %s", text.bytes);
  isnad_slice gzip = warc_gzip(arena, text), zstd = warc_zstd(arena, text, false);
  /* A stored block of brotli (RFC 7932, 9.2): window bits, uncompressed length 5, then the bytes, then an empty last block. */
  isnad_slice brotli = S("\x0B\x02\x80hello\x03");
  const struct {
    const char *head;
    isnad_slice body;
    isnad_slice wanted;
  } cases[] = {{"Content-Encoding: gzip", gzip, wanted},
               {"content-encoding: X-GZIP", gzip, wanted},
               {"Content-Encoding: deflate", deflated(arena, text, 15), wanted},
               {"Content-Encoding: deflate", deflated(arena, text, -15), wanted},
               {"Content-Encoding: zstd", zstd, wanted},
               {"Content-Encoding: identity", text, wanted},
               {"Content-Encoding: gzip, zstd", warc_zstd(arena, gzip, false), wanted},
               {"Content-Encoding: gzip", text, wanted},
               {"Content-Encoding: zstd", text, wanted},
               {"Content-Encoding: deflate", text, wanted},
               {"Content-Encoding: br", S("<html>x</html>"), S("200 <html>x</html>")},
               {"Content-Encoding: gzip", S(""), S("200 ")},
               {"Transfer-Encoding: chunked\r\nContent-Encoding: gzip", chunked(arena, gzip, 7), wanted},
               {"Content-Encoding: compress", text, S("200 no: the body is packed as compress, which is not known")},
               {"Content-Encoding: gzip,gzip,gzip,gzip,gzip", text, S("200 no: the body is packed more than 4 times")},
               {"Content-Encoding: gzip", S("\x1F\x8B\xFF\xFF garbage"), S("200 no: the gzip data of the body is damaged")},
               {"Content-Encoding: zstd", S("\x28\xB5\x2F\xFD\xFF\xFF\xFF garbage"), S("200 no: the zstd data of the body is damaged")},
#ifdef HAVE_BROTLI
               {"Content-Encoding: br", brotli, S("200 hello")},
               {"Content-Encoding: br", S("\xFF\xFF garbage"), S("200 no: the brotli data of the body is damaged")},
#endif
               {"Content-Encoding: gzip", warc_gzip(arena, S("")), S("200 ")}};
  (void)brotli;
  for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++)
    assert_slice(body_of(arena, message(arena, cases[i].head, cases[i].body), 100000), cases[i].wanted);
  isnad_slice cut = body_of(arena, message(arena, "Content-Encoding: gzip", (isnad_slice){gzip.bytes, gzip.length - 4}), 100000);
  assert_slice(cut, isnad_arena_printf(arena, "200 %s...", text.bytes)); /* what could be unpacked is given */
  isnad_arena_free(arena);
}

/* The limit is to the byte, and what unpacks to more costs no more memory than the limit. */
static void bodies_that_unpack_to_too_much_are_refused(void **state) {
  (void)state;
  enum { ZEROS = 20 * 1024 * 1024, LARGEST = 100000 };
  isnad_arena *arena = new_arena(0), *tight = new_arena(0);
  char *zeros = isnad_arena_alloc(arena, ZEROS);
  isnad_slice all = {zeros, ZEROS}, exact = {zeros, LARGEST}, over = {zeros, LARGEST + 1};
  isnad_slice bombs[] = {message(arena, "Content-Encoding: gzip", warc_gzip(arena, all)),
                         message(arena, "Content-Encoding: deflate", deflated(arena, all, 15)),
                         message(arena, "Content-Encoding: zstd", warc_zstd(arena, all, false)),
                         message(arena, "Content-Encoding: gzip", warc_gzip(arena, over)), message(arena, "A: b", over)};
  http_message m;
  isnad_slice body;
  bool cut;
  for (size_t i = 0; i < sizeof bombs / sizeof bombs[0]; i++) {
    isnad_arena_reset(tight);
    assert_int_equal(http_message_read(&m, bombs[i], NULL), ISNAD_OK);
    assert_int_equal(http_body(&body, &cut, tight, &m, LARGEST, NULL), ISNAD_LIMIT);
    assert_true(isnad_arena_used(tight) < 4 * (LARGEST + 200000));
  }
  assert_int_equal(http_message_read(&m, message(arena, "Content-Encoding: gzip", warc_gzip(arena, exact)), NULL), ISNAD_OK);
  assert_int_equal(http_body(&body, &cut, tight, &m, LARGEST, NULL), ISNAD_OK);
  assert_int_equal(body.length, LARGEST);
  isnad_arena_free(tight);
  isnad_arena_free(arena);
}

/* --- indexes --- */

static void urls_become_keys(void **state) {
  (void)state;
  isnad_arena *arena = new_arena(0);
  const char *const cases[][2] = {{"https://www.Example.com/A?b=2&a=1", "com,example)/a?a=1&b=2"},
                                  {"http://example.com", "com,example)/"},
                                  {"http://example.com/", "com,example)/"},
                                  {"http://example.com:80/a/", "com,example)/a"},
                                  {"https://example.com:443/a", "com,example)/a"},
                                  {"http://example.com:8080/a", "com,example:8080)/a"},
                                  {"https://user:word@news.example.co.uk/x#part", "uk,co,example,news)/x"},
                                  {"http://www2.example.com/a?", "com,example)/a"},
                                  {"http://127.0.0.1:8000/a", "1,0,0,127:8000)/a"},
                                  {"http://example.com./a", "com,example)/a"},
                                  {"http://example.com/a;jsessionid=0123456789abcdef0123456789abcdef?x=1", "com,example)/a?x=1"},
                                  {"http://example.com/a?PHPSESSID=9682993c8daa2c5497996114facdc805&x=1", "com,example)/a?x=1"},
                                  {"http://example.com/\xD8\xAE\xD8\xA8\xD8\xB1", "com,example)/%d8%ae%d8%a8%d8%b1"},
                                  {"http://example.com/%D8%AE", "com,example)/%d8%ae"},
                                  {"urn:x:y", "urn:x:y"},
                                  {"", ""}};
  for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++)
    assert_slice(isnad_surt(arena, isnad_slice_of(cases[i][0])), isnad_slice_of(cases[i][1]));
  isnad_arena_free(arena);
}

static void lines_of_an_index_are_read(void **state) {
  (void)state;
  isnad_arena *arena = new_arena(0);
  isnad_cdxj e;
  isnad_slice line =
      S("com,example)/a 20261125100001 {\"url\": \"https://example.com/a\", \"mime\": \"text/html\", \"status\": 200, \"digest\": \"sha1:A\", "
        "\"length\": \"12\", \"offset\": 34, \"filename\": \"x.warc.gz\", \"extra\": {\"a\": [1, null]}}\r\n");
  assert_int_equal(isnad_cdxj_read(&e, arena, line, NULL), ISNAD_OK);
  assert_slice(e.key, S("com,example)/a"));
  assert_slice(e.timestamp, S("20261125100001"));
  assert_slice(e.url, S("https://example.com/a"));
  assert_slice(e.status, S("200"));
  assert_int_equal(e.place.offset, 34);
  assert_int_equal(e.place.length, 12);
  assert_slice(isnad_cdxj_line(arena, &e),
               S("com,example)/a 20261125100001 {\"url\":\"https://example.com/a\",\"mime\":\"text/html\",\"status\":\"200\","
                 "\"digest\":\"sha1:A\",\"length\":\"12\",\"offset\":\"34\",\"filename\":\"x.warc.gz\"}"));
  assert_int_equal(isnad_cdxj_read(&e, arena, S(""), NULL), ISNAD_END);
  assert_int_equal(isnad_cdxj_read(&e, arena, S("!meta {\"format\": \"cdxj\"}"), NULL), ISNAD_END);
  static const char *const bad[] = {"com,example)/a",
                                    "com,example)/a 2026x {}",
                                    "com,example)/a 2026 []",
                                    "com,example)/a 2026 {\"offset\": \"x\"}",
                                    "com,example)/a 2026 {\"offset\": \"99999999999999999999\"}",
                                    "com,example)/a 2026 {\"url\": ",
                                    "com,example)/a 2026 {} x",
                                    " CDX N b a m s k r M S V g"};
  for (size_t i = 0; i < sizeof bad / sizeof bad[0]; i++) assert_int_equal(isnad_cdxj_read(&e, arena, isnad_slice_of(bad[i]), NULL), ISNAD_BAD_INPUT);
  isnad_arena_free(arena);
}

int main(int argc, char **argv) {
  (void)argc, (void)argv;
  const struct CMUnitTest tests[] = {cmocka_unit_test(heads_are_read),    cmocka_unit_test(chunks_are_joined),
                                     cmocka_unit_test(packing_is_undone), cmocka_unit_test(bodies_that_unpack_to_too_much_are_refused),
                                     cmocka_unit_test(urls_become_keys),  cmocka_unit_test(lines_of_an_index_are_read)};
  return cmocka_run_group_tests(tests, enter_folder_of_its_own, leave_folder);
}
