/* Web archives for tests: records made of short words, packed in every way, broken in every way, and what a reader made of them as one line. */
#ifndef ISNAD_TESTS_WARC_SUPPORT_H
#define ISNAD_TESTS_WARC_SUPPORT_H

#include "support.h"

#include "base/buf.h"
#include "base/hash.h"
#include "capture/digest.h"
#include "isnad/warc.h"

#include <zlib.h>
#include <zstd.h>

typedef enum warc_packing {
  WARC_PLAIN,
  WARC_GZIP,
  WARC_WHOLE,
  WARC_BLOCKS,
  WARC_ZSTD,
  WARC_DICTIONARY,
  WARC_PACKED_DICTIONARY,
  WARC_PACKINGS
} warc_packing;

static const char *const warc_packing_names[WARC_PACKINGS] = {"plain", "gzip", "whole", "blocks", "zstd", "dictionary", "packed-dictionary"};

static const char warc_dictionary[] = "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://news.example/Content-Type: application/http\r\n"
                                      "Content-Length: HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<p>";

static inline isnad_slice warc_gzip(isnad_arena *arena, isnad_slice text) {
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

static inline isnad_slice warc_zstd(isnad_arena *arena, isnad_slice text, bool with_dictionary) {
  size_t room = ZSTD_compressBound(text.length);
  char *out = isnad_arena_alloc(arena, room);
  ZSTD_CCtx *context = ZSTD_createCCtx();
  ZSTD_CCtx_setParameter(context, ZSTD_c_checksumFlag, 1);
  if (with_dictionary) assert_false(ZSTD_isError(ZSTD_CCtx_loadDictionary(context, warc_dictionary, sizeof warc_dictionary - 1)));
  size_t length = ZSTD_compress2(context, out, room, text.bytes, text.length);
  ZSTD_freeCCtx(context);
  assert_false(ZSTD_isError(length));
  return (isnad_slice){out, length};
}

/* One record in its packing; WARC_WHOLE and WARC_BLOCKS pack the file as a whole, later. */
static inline isnad_slice warc_pack_record(isnad_arena *arena, warc_packing packing, isnad_slice record) {
  if (packing == WARC_GZIP) return warc_gzip(arena, record);
  if (packing >= WARC_ZSTD) return warc_zstd(arena, record, packing != WARC_ZSTD);
  return record;
}

/* The file of packed records. */
static inline isnad_slice warc_pack_file(isnad_arena *arena, warc_packing packing, isnad_slice records) {
  enum { BLOCK = 100 };
  buf out = buf_new(arena, records.length + 512);
  if (packing == WARC_WHOLE) return warc_gzip(arena, records);
  if (packing >= WARC_DICTIONARY) {
    isnad_slice dictionary = {warc_dictionary, sizeof warc_dictionary - 1};
    if (packing == WARC_PACKED_DICTIONARY) dictionary = warc_zstd(arena, dictionary, false);
    buf_add(&out, "\x5D\x2A\x4D\x18", 4);
    for (int i = 0; i < 4; i++) buf_add_char(&out, (char)(dictionary.length >> 8 * i & 0xFF));
    buf_add_slice(&out, dictionary);
  }
  for (size_t at = 0; packing == WARC_BLOCKS && at < records.length; at += BLOCK) {
    isnad_slice block = {records.bytes + at, records.length - at < BLOCK ? records.length - at : BLOCK};
    buf_add_slice(&out, warc_gzip(arena, block));
  }
  if (packing != WARC_BLOCKS) buf_add_slice(&out, records);
  return buf_slice(&out);
}

/* --- records from words: "response:BODY,modifier,modifier" --- */

typedef struct warc_word {
  isnad_slice type, body;
  isnad_slice modifiers;
} warc_word;

static inline isnad_slice warc_until(isnad_slice *rest, char at) {
  const char *end = rest->length > 0 ? memchr(rest->bytes, at, rest->length) : NULL;
  isnad_slice piece = {rest->bytes, end != NULL ? (size_t)(end - rest->bytes) : rest->length};
  size_t taken = piece.length + (end != NULL);
  *rest = (isnad_slice){rest->bytes + taken, rest->length - taken};
  return piece;
}

/* Whether a modifier is there; `*number` is what follows its name. */
static inline bool warc_has(const warc_word *w, const char *name, long *number) {
  for (isnad_slice rest = w->modifiers; rest.length > 0;) {
    isnad_slice one = warc_until(&rest, ',');
    size_t length = strlen(name);
    if (!isnad_slice_starts(one, isnad_slice_of(name))) continue;
    if (one.length > length && strchr("+-0123456789", one.bytes[length]) == NULL) continue;
    char digits[24] = {0};
    memcpy(digits, one.bytes + length, one.length - length < 23 ? one.length - length : 23);
    if (number != NULL) *number = strtol(digits, NULL, 10);
    return true;
  }
  return false;
}

static inline isnad_slice warc_block(isnad_arena *arena, const warc_word *w) {
  int length = (int)w->body.length;
  if (isnad_slice_equal(w->type, S("response")))
    return isnad_arena_printf(arena, "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n%.*s", length, w->body.bytes);
  if (isnad_slice_equal(w->type, S("request")))
    return isnad_arena_printf(arena, "GET /%.*s HTTP/1.1\r\nHost: news.example\r\n\r\n", length, w->body.bytes);
  return w->body;
}

static inline isnad_slice warc_digest(isnad_arena *arena, const warc_word *w, isnad_slice block) {
  char text[80] = "sha1:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";
  uint8_t d[32];
  if (warc_has(w, "strange", NULL)) return S("crc64:0011223344556677");
  if (warc_has(w, "wrong", NULL)) return isnad_arena_copy(arena, isnad_slice_of(text));
  if (!warc_has(w, "sha256", NULL)) {
    assert_true(digest_sha1_text(text, &block, 1));
    for (char *c = text; warc_has(w, "lower", NULL) && *c != '\0'; c++) *c = (char)(*c >= 'A' && *c <= 'Z' ? *c + 32 : *c);
    return isnad_arena_copy(arena, isnad_slice_of(text));
  }
  assert_true(hash_sha256(d, &block, 1));
  strcpy(text, "SHA-256:");
  hash_hex(text + 8, d, 32);
  return isnad_arena_copy(arena, isnad_slice_of(text));
}

static inline isnad_slice warc_made(isnad_arena *arena, const warc_word *w) {
  buf out = buf_new(arena, 512);
  const char *end = warc_has(w, "lf", NULL) ? "\n" : "\r\n";
  isnad_slice block = warc_block(arena, w), d = warc_digest(arena, w, block);
  bool http = isnad_slice_equal(w->type, S("response")) || isnad_slice_equal(w->type, S("request"));
  long more = 0;
  buf_printf(&out, "%s%s",
             warc_has(w, "noversion", NULL) ? "HTTP/1.0"
             : warc_has(w, "old", NULL)     ? "WARC/0.18"
             : warc_has(w, "v11", NULL)     ? "WARC/1.1"
                                            : "WARC/1.0",
             end);
  if (!warc_has(w, "notype", NULL))
    buf_printf(&out, "%s: %.*s%s", warc_has(w, "case", NULL) ? "warc-TYPE" : "WARC-Type", (int)w->type.length, w->type.bytes, end);
  buf_printf(&out, "WARC-Record-ID: <urn:uuid:1>%sWARC-Date: 2026-11-25T10:00:00Z%s", end, end);
  if (warc_has(w, "fold", NULL)) buf_printf(&out, "X-Long: one%s  two%s\tthree%s", end, end, end);
  buf_printf(&out, "WARC-Target-URI: %shttps://news.example/%.*s%s%s", warc_has(w, "angle", NULL) ? "<" : "",
             w->body.length < 40 ? (int)w->body.length : 40, w->body.bytes, warc_has(w, "angle", NULL) ? ">" : "", end);
  if (http) buf_printf(&out, "Content-Type: application/http%s", end);
  if (!warc_has(w, "nodigest", NULL)) buf_printf(&out, "WARC-Block-Digest: %.*s%s", (int)d.length, d.bytes, end);
  (void)warc_has(w, "len", &more);
  if (warc_has(w, "nan", NULL))
    buf_printf(&out, "Content-Length: 12x%s", end);
  else if (warc_has(w, "vast", NULL))
    buf_printf(&out, "Content-Length: 4000000000000000000%s", end);
  else if (!warc_has(w, "nolength", NULL))
    buf_printf(&out, "Content-Length: %ld%s", (long)block.length + more, end);
  buf_add_text(&out, end);
  buf_add_slice(&out, block);
  if (!warc_has(w, "open", NULL)) buf_add_text(&out, end);
  if (!warc_has(w, "open", NULL) && !warc_has(w, "half", NULL)) buf_add_text(&out, end);
  assert_false(out.failed);
  return buf_slice(&out);
}

/* What happens to the packed bytes of a record. */
static inline void warc_add_harmed(buf *out, const warc_word *w, isnad_slice packed) {
  long n = 0;
  size_t from = out->length;
  if (warc_has(w, "head", &n)) packed = (isnad_slice){packed.bytes + n, packed.length - (size_t)n};
  if (warc_has(w, "cut", &n)) packed.length -= (size_t)n < packed.length ? (size_t)n : packed.length;
  buf_add_slice(out, packed);
  if (warc_has(w, "flip", &n) && out->length > from + (size_t)n) out->bytes[from + (size_t)n] ^= (char)0x55;
  if (warc_has(w, "junk", &n))
    for (long i = 0; i < n; i++) buf_add_char(out, "junk "[i % 5]);
  if (warc_has(w, "zeros", &n))
    for (long i = 0; i < n; i++) buf_add_char(out, '\0');
  if (warc_has(w, "magic", &n))
    for (long i = 0; i < n; i++) buf_add(out, "\x1F\x8B\x08\x00", 4);
}

static inline isnad_slice warc_file_of(isnad_arena *arena, warc_packing packing, isnad_slice words) {
  buf out = buf_new(arena, 4096);
  while (words.length > 0) {
    isnad_slice word = warc_until(&words, ' ');
    warc_word w = {.modifiers = word};
    isnad_slice head = warc_until(&w.modifiers, ',');
    w.type = warc_until(&head, ':');
    w.body = head;
    long times = 0;
    if (warc_has(&w, "times", &times)) {
      buf body = buf_new(arena, 64);
      for (long i = 0; i < times; i++) buf_add_slice(&body, w.body);
      w.body = buf_slice(&body);
    }
    warc_add_harmed(&out, &w, warc_pack_record(arena, packing, warc_made(arena, &w)));
  }
  return warc_pack_file(arena, packing, buf_slice(&out));
}

/* --- what a reader makes of it --- */

/* Bytes in pieces of random length. */
typedef struct warc_pieces {
  isnad_slice bytes;
  uint64_t seed;
  size_t largest; /* of a piece; 0: all that is asked for */
} warc_pieces;

static inline isnad_status warc_give(void *context, char *bytes, size_t room, size_t *got, isnad_err *err) {
  warc_pieces *p = context;
  (void)err;
  *got = p->largest > 0 ? 1 + random_below(&p->seed, p->largest) : room;
  if (*got > room) *got = room;
  if (*got > p->bytes.length) *got = p->bytes.length;
  memcpy(bytes, p->bytes.bytes, *got);
  p->bytes = (isnad_slice){p->bytes.bytes + *got, p->bytes.length - *got};
  return ISNAD_OK;
}

/* Short: "type:payload" with ! for a wrong digest, ? for an unknown one, ~ for a record that was not closed, + for one too large. Long: places,
 * lengths and complaints as well. */
static inline isnad_slice warc_transcript(isnad_arena *arena, isnad_slice file, size_t piece, uint64_t seed, bool in_full) {
  isnad_warc_reader *reader = NULL;
  isnad_warc_record r;
  isnad_err err = {0};
  isnad_warc_options options = {.largest = 100000};
  warc_pieces pieces = {file, seed, piece};
  buf out = buf_new(arena, 1024);
  isnad_status status = isnad_warc_open_input(&reader, warc_give, &pieces, &options, &err);
  if (status != ISNAD_OK) return isnad_slice_of("refused");
  while ((status = isnad_warc_next(reader, &r, &err)) != ISNAD_END) {
    if (out.length > 0) buf_add_char(&out, ' ');
    if (status != ISNAD_OK) {
      assert_true(status == ISNAD_BAD_INPUT || status == ISNAD_LIMIT);
      assert_true(strncmp(err.message, "at byte ", 8) == 0);
      buf_add_text(&out, "broken");
      if (in_full) buf_printf(&out, "(%s)", err.message);
      continue;
    }
    buf_printf(&out, "%s:%.*s", isnad_warc_type_name(r.type), r.payload.length < 40 ? (int)r.payload.length : 40,
               r.payload.length > 0 ? r.payload.bytes : "");
    if (r.block_check == ISNAD_DIGEST_WRONG) buf_add_char(&out, '!');
    if (r.block_check == ISNAD_DIGEST_UNKNOWN) buf_add_char(&out, '?');
    if (!r.closed) buf_add_char(&out, '~');
    if (!r.whole) buf_add_char(&out, '+');
    if (in_full)
      buf_printf(&out, "@%llu+%llu,%llu/%llu#%llx", (unsigned long long)r.place.offset, (unsigned long long)r.place.length,
                 (unsigned long long)r.place.inner, (unsigned long long)r.length, (unsigned long long)hash64(r.block));
  }
  assert_int_equal(isnad_warc_next(reader, &r, &err), ISNAD_END);
  isnad_warc_close(reader);
  assert_false(out.failed);
  return buf_slice(&out);
}

#endif
