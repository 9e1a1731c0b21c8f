#include "capture/members_inside.h"

#include <stdlib.h>
#include <string.h>

enum { LEAST_ROOM = 128 * 1024, DICTIONARY_MOST = 16 * 1024 * 1024 };

static const isnad_span nowhere = {0, 0};

isnad_status members_zstd_begin(members *m, isnad_err *err) {
  if (m->zstd == NULL) m->zstd = ZSTD_createDCtx();
  if (m->zstd == NULL) return members_no_memory(err);
  ZSTD_DCtx_reset(m->zstd, ZSTD_reset_session_only); /* keeps the dictionary */
  m->zstd_pending = 0;
  return ISNAD_OK;
}

/* Feeds what the library asks for, one block at a time: then all blocks before a damaged one are handed out, however the bytes arrived. */
static isnad_status decode_some(members *m, size_t most, isnad_err *err) {
  isnad_status status = members_room(m, LEAST_ROOM, err);
  if (status == ISNAD_OK) status = members_fill(m, 1, err);
  if (status != ISNAD_OK) return status;
  size_t room = m->room - m->end < most ? m->room - m->end : most, ready = m->raw_end - m->raw_begin;
  size_t asked = m->zstd_pending > 0 ? m->zstd_pending : 1;
  ZSTD_outBuffer out = {m->bytes + m->end, room, 0};
  ZSTD_inBuffer in = {m->raw + m->raw_begin, ready < asked ? ready : asked, 0};
  m->zstd_pending = ZSTD_decompressStream(m->zstd, &out, &in);
  m->raw_begin += in.pos;
  m->end += out.pos;
  m->damage_status = ISNAD_BAD_INPUT;
  if (ZSTD_isError(m->zstd_pending))
    m->damage = "the zstd data is damaged";
  else if (m->zstd_pending == 0)
    m->ended = true;
  else if (ready == 0 && out.pos == 0)
    m->damage = "the zstd data ends too early";
  return ISNAD_OK;
}

isnad_status members_zstd(members *m, size_t most, isnad_err *err) {
  size_t before = m->end - m->begin;
  isnad_status status = ISNAD_OK;
  while (status == ISNAD_OK && m->end - m->begin == before && !m->ended && m->damage == NULL) status = decode_some(m, most, err);
  return status;
}

/* --- the dictionary --- */

static isnad_status bad_dictionary(isnad_err *err, const char *what) {
  return isnad_err_set(err, ISNAD_BAD_INPUT, "capture", nowhere, "the dictionary of the zstd file %s", what);
}

static isnad_status load(members *m, isnad_slice bytes, isnad_err *err) {
  isnad_status status = members_zstd_begin(m, err);
  if (status != ISNAD_OK) return status;
  return ZSTD_isError(ZSTD_DCtx_loadDictionary(m->zstd, bytes.bytes, bytes.length)) ? bad_dictionary(err, "cannot be used") : ISNAD_OK;
}

/* The dictionary itself may be packed. */
static isnad_status unpack(members *m, isnad_slice packed, isnad_err *err) {
  unsigned long long size = ZSTD_getFrameContentSize(packed.bytes, packed.length);
  if (size == ZSTD_CONTENTSIZE_ERROR) return bad_dictionary(err, "is damaged");
  size_t room = size < DICTIONARY_MOST ? (size_t)size : DICTIONARY_MOST;
  char *bytes = malloc(room > 0 ? room : 1);
  if (bytes == NULL) return members_no_memory(err);
  size_t length = ZSTD_decompress(bytes, room, packed.bytes, packed.length);
  isnad_status status = ZSTD_isError(length) ? bad_dictionary(err, "is damaged or larger than 16 MiB") : load(m, (isnad_slice){bytes, length}, err);
  free(bytes);
  return status;
}

static isnad_status take(members *m, isnad_slice bytes, isnad_err *err) {
  return isnad_slice_starts(bytes, (isnad_slice){"\x28\xB5\x2F\xFD", 4}) ? unpack(m, bytes, err) : load(m, bytes, err);
}

static isnad_status take_frame(members *m, char *bytes, size_t length, isnad_err *err) {
  isnad_status status = ISNAD_OK;
  size_t done = 0;
  m->raw_begin += 8;
  while (status == ISNAD_OK && done < length) {
    status = members_fill(m, 1, err);
    size_t step = m->raw_end - m->raw_begin < length - done ? m->raw_end - m->raw_begin : length - done;
    if (status == ISNAD_OK && step == 0) status = bad_dictionary(err, "ends too early");
    memcpy(bytes + done, m->raw + m->raw_begin, step);
    m->raw_begin += step;
    done += step;
  }
  if (status != ISNAD_OK) return status;
  return take(m, (isnad_slice){bytes, length}, err);
}

/* "Zstandard-compressed WARC files" (IIPC, 2021): the first frame may be a skippable one of magic 0x184D2A5D that holds the dictionary of all others.
 */
isnad_status members_zstd_dictionary(members *m, isnad_slice given, isnad_err *err) {
  const unsigned char *p = (const unsigned char *)m->raw + m->raw_begin;
  if (memcmp(p, "\x5D\x2A\x4D\x18", 4) != 0) return given.length > 0 ? take(m, given, err) : ISNAD_OK;
  size_t length = (size_t)p[4] + ((size_t)p[5] << 8) + ((size_t)p[6] << 16) + ((size_t)p[7] << 24);
  if (length > DICTIONARY_MOST) return bad_dictionary(err, "is larger than 16 MiB");
  char *bytes = malloc(length > 0 ? length : 1);
  if (bytes == NULL) return members_no_memory(err);
  isnad_status status = take_frame(m, bytes, length, err);
  free(bytes);
  return status;
}
