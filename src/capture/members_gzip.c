#include "capture/members_inside.h"

enum { LEAST_ROOM = 64 * 1024 };

isnad_status members_gzip_begin(members *m, isnad_err *err) {
  if (m->gzip_open) return inflateReset(&m->gzip) == Z_OK ? ISNAD_OK : members_no_memory(err);
  if (inflateInit2(&m->gzip, 15 + 16) != Z_OK) return members_no_memory(err);
  m->gzip_open = true;
  return ISNAD_OK;
}

#ifdef HAVE_LIBDEFLATE
enum { WHOLE_MOST = 8 * 1024 * 1024 };

static isnad_status refill(members *m, isnad_err *err) { return members_fill(m, RAW_ROOM, err); }

/* Decodes a member at once when it lies whole in the packed bytes held and is of moderate size: libdeflate is three times as fast as zlib, but cannot
 * stop in the middle. What it cannot do is left to zlib, from the beginning of the member. */
static isnad_status decode_whole(members *m, bool *done, isnad_err *err) {
  bool refilled = m->raw_end - m->raw_begin < RAW_LOW;
  isnad_status status = refilled ? refill(m, err) : ISNAD_OK;
  size_t room = FIRST_ROOM / 4;
  *done = false;
  if (m->whole == NULL) m->whole = libdeflate_alloc_decompressor();
  while (status == ISNAD_OK && m->whole != NULL) {
    status = members_room(m, room, err);
    if (status != ISNAD_OK) break;
    size_t in = 0, out = 0;
    enum libdeflate_result result =
        libdeflate_gzip_decompress_ex(m->whole, m->raw + m->raw_begin, m->raw_end - m->raw_begin, m->bytes + m->end, m->room - m->end, &in, &out);
    if (result == LIBDEFLATE_SUCCESS) {
      m->raw_begin += in;
      m->end += out;
      *done = m->ended = true;
      break;
    }
    bool small = result == LIBDEFLATE_INSUFFICIENT_SPACE, cut = !small && !refilled && !m->raw_ended;
    if (!cut && (!small || m->room - m->end >= WHOLE_MOST)) break;
    if (small) room = (m->room - m->end) * 2;
    if (cut) status = refill(m, err);
    refilled = refilled || cut;
  }
  return status;
}
#endif

static isnad_status decode_some(members *m, size_t most, isnad_err *err) {
  isnad_status status = members_room(m, LEAST_ROOM, err);
  if (status == ISNAD_OK) status = members_fill(m, 1, err);
  if (status != ISNAD_OK) return status;
  size_t room = m->room - m->end < most ? m->room - m->end : most;
  unsigned asked = room < 1u << 30 ? (unsigned)room : 1u << 30;
  m->gzip.next_in = (Bytef *)m->raw + m->raw_begin;
  m->gzip.avail_in = (unsigned)(m->raw_end - m->raw_begin);
  m->gzip.next_out = (Bytef *)m->bytes + m->end;
  m->gzip.avail_out = asked;
  bool empty = m->gzip.avail_in == 0;
  int result = inflate(&m->gzip, Z_NO_FLUSH);
  m->raw_begin = m->raw_end - m->gzip.avail_in;
  m->end += asked - m->gzip.avail_out;
  m->ended = result == Z_STREAM_END;
  m->damage_status = ISNAD_BAD_INPUT;
  if (!m->ended && result != Z_OK && result != Z_BUF_ERROR) m->damage = "the gzip data is damaged";
  if (!m->ended && m->damage == NULL && empty && m->gzip.avail_out == asked) m->damage = "the gzip data ends too early";
  return ISNAD_OK;
}

/* Some calls only take in bytes; the caller is given bytes, an end or a damage. */
isnad_status members_gzip(members *m, size_t most, isnad_err *err) {
#ifdef HAVE_LIBDEFLATE
  if (m->fresh) {
    bool done = false;
    isnad_status status = decode_whole(m, &done, err);
    if (status != ISNAD_OK || done) return status;
  }
#endif
  size_t before = m->end - m->begin;
  isnad_status status = ISNAD_OK;
  while (status == ISNAD_OK && m->end - m->begin == before && !m->ended && m->damage == NULL) status = decode_some(m, most, err);
  return status;
}
