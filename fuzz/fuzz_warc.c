/* Reads the bytes as a web archive, in one piece and in small ones; as an HTTP message with its body; and as a line of an index. */
#include "fuzz.h"

#include <string.h>

#include "base/hash.h"
#include "capture/http_message.h"
#include "isnad/warc.h"

enum { LARGEST = 4000, BODY_LARGEST = 1 << 20 };

typedef struct pieces {
  const uint8_t *bytes;
  size_t left, largest;
} pieces;

static isnad_status give(void *context, char *bytes, size_t room, size_t *got, isnad_err *err) {
  pieces *p = context;
  (void)err;
  *got = p->left < room ? p->left : room;
  if (*got > p->largest) *got = p->largest;
  if (*got > 0) memcpy(bytes, p->bytes, *got);
  p->bytes += *got;
  p->left -= *got;
  return ISNAD_OK;
}

static void check_record(const isnad_warc_record *r, size_t size) {
  const isnad_slice all[] = {r->version, r->id,        r->date,      r->target,       r->content_type,
                             r->profile, r->refers_to, r->truncated, r->block_digest, r->payload_digest};
  for (size_t i = 0; i < sizeof all / sizeof all[0]; i++) {
    REQUIRE(all[i].length == 0 || r->header.length > 0);
    touch(all[i]);
  }
  touch(r->header);
  REQUIRE(r->place.offset < size && r->place.length <= size - r->place.offset);
  REQUIRE(r->type < ISNAD_WARC_TYPES && r->whole == (r->length <= LARGEST));
  REQUIRE(!r->whole || (r->block.length == r->length && inside(r->payload, r->block)));
  touch(r->block);
}

/* What came out, as one number. */
static uint64_t read_archive(const uint8_t *data, size_t size, size_t largest) {
  pieces p = {data, size, largest};
  isnad_warc_options options = {.largest = LARGEST};
  isnad_warc_reader *reader = NULL;
  isnad_warc_record r;
  isnad_err err = {0};
  uint64_t sum = 0, count = 0;
  if (isnad_warc_open_input(&reader, give, &p, &options, &err) != ISNAD_OK) return 1;
  for (isnad_status status; (status = isnad_warc_next(reader, &r, &err)) != ISNAD_END; count++) {
    REQUIRE(status == ISNAD_OK || status == ISNAD_BAD_INPUT || status == ISNAD_LIMIT);
    REQUIRE(count < 4 * (uint64_t)size + 4);
    if (status == ISNAD_OK) check_record(&r, size);
    isnad_slice what = status == ISNAD_OK ? r.header : isnad_slice_of(err.message);
    sum = hash64_seeded(what, sum + r.place.offset * 31 + r.place.length);
    sum = hash64_seeded(r.block, sum);
  }
  REQUIRE(isnad_warc_consumed(reader) <= size);
  isnad_warc_close(reader);
  return sum;
}

static void read_message(isnad_arena *arena, isnad_slice bytes) {
  http_message m;
  isnad_slice body = {NULL, 0};
  bool cut = false;
  isnad_err err = {0};
  if (http_message_read(&m, bytes, &err) != ISNAD_OK) return;
  REQUIRE(inside(m.head, bytes) && inside(m.body, bytes) && (!m.response || m.status < 1000));
  touch(http_field(&m, "Content-Type"));
  isnad_status status = http_body(&body, &cut, arena, &m, BODY_LARGEST, &err);
  REQUIRE(status == ISNAD_OK || status == ISNAD_BAD_INPUT || status == ISNAD_LIMIT);
  if (status == ISNAD_OK) REQUIRE(body.length <= BODY_LARGEST);
  if (status == ISNAD_OK) touch(body);
}

/* What was read and written is read again as the same. */
static void read_index_line(isnad_arena *arena, isnad_slice line) {
  isnad_cdxj entry, again;
  if (isnad_cdxj_read(&entry, arena, line, NULL) != ISNAD_OK) return;
  isnad_slice written = isnad_cdxj_line(arena, &entry);
  REQUIRE(isnad_cdxj_read(&again, arena, written, NULL) == ISNAD_OK);
  REQUIRE(again.place.offset == entry.place.offset && again.place.length == entry.place.length && again.place.inner == entry.place.inner);
  isnad_slice surt = isnad_surt(arena, entry.url);
  REQUIRE(surt.length <= 3 * entry.url.length + 8);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
  isnad_arena *arena = NULL;
  isnad_slice bytes = {(const char *)data, size};
  REQUIRE(isnad_arena_new(&arena, 0) == ISNAD_OK);
  REQUIRE(read_archive(data, size, SIZE_MAX) == read_archive(data, size, 5));
  read_message(arena, bytes);
  read_index_line(arena, bytes);
  isnad_arena_free(arena);
  return 0;
}
