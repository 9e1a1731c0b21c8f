#include "capture/members_inside.h"

#include <stdlib.h>
#include <string.h>

static const isnad_span nowhere = {0, 0};

enum { GUESS_ROOM = 64 * 1024, OPENING = 5, MOST_GUESSES = 1000 };

static const uint64_t bomb_least = 64u * 1024 * 1024, bomb_ratio = 100;

/* --- the two buffers --- */

isnad_status members_fill(members *m, size_t wanted, isnad_err *err) {
  if (m->raw_end - m->raw_begin >= wanted || m->raw_ended) return ISNAD_OK;
  size_t gone = m->raw_begin > RAW_KEPT ? m->raw_begin - RAW_KEPT : 0;
  if (gone > 0) memmove(m->raw, m->raw + gone, m->raw_end - gone);
  m->raw_begin -= gone;
  m->raw_end -= gone;
  m->raw_at += gone;
  while (m->raw_end < RAW_ROOM && !m->raw_ended) {
    size_t got = 0;
    isnad_status status = m->from.read(m->from.context, m->raw + m->raw_end, RAW_ROOM - m->raw_end, &got, err);
    if (status != ISNAD_OK) return status;
    m->raw_ended = got == 0;
    m->raw_end += got;
  }
  return ISNAD_OK;
}

isnad_status members_room(members *m, size_t wanted, isnad_err *err) {
  if (m->begin == m->end) m->begin = m->end = 0;
  if (m->room - m->end >= wanted) return ISNAD_OK;
  size_t held = m->end - m->begin;
  if (held <= m->room / 2 && m->room - held >= wanted) {
    memmove(m->bytes, m->bytes + m->begin, held);
  } else {
    size_t room = m->room * 2 > held + wanted ? m->room * 2 : held + wanted;
    char *bytes = malloc(room);
    if (bytes == NULL) return members_no_memory(err);
    memcpy(bytes, m->bytes + m->begin, held);
    free(m->bytes);
    m->bytes = bytes;
    m->room = room;
  }
  m->begin = 0;
  m->end = held;
  return ISNAD_OK;
}

/* --- opening --- */

static bool begins(const members *m, const char *magic, size_t length) {
  return m->raw_end - m->raw_begin >= length && memcmp(m->raw + m->raw_begin, magic, length) == 0;
}

static bool at_gzip(const members *m) { return begins(m, "\x1F\x8B\x08", 3); }

static bool at_zstd(const members *m) { return begins(m, "\x28\xB5\x2F\xFD", 4); }

/* Frames 0x184D2A50 to 0x184D2A5F hold something else; a .warc.zst opens with one that holds its dictionary. */
static bool at_skippable(const members *m) {
  return m->raw_end - m->raw_begin >= 8 && ((unsigned char)m->raw[m->raw_begin] & 0xF0) == 0x50 &&
         memcmp(m->raw + m->raw_begin + 1, "\x2A\x4D\x18", 3) == 0;
}

static isnad_status prepare(members *m, isnad_slice dictionary, isnad_err *err) {
  m->raw = malloc(RAW_ROOM);
  m->bytes = malloc(FIRST_ROOM);
  m->room = FIRST_ROOM;
  if (m->raw == NULL || m->bytes == NULL) return members_no_memory(err);
  isnad_status status = members_fill(m, 8, err);
  if (status != ISNAD_OK) return status;
  if (at_gzip(m)) m->packing = MEMBERS_GZIP;
  if (at_zstd(m) || at_skippable(m)) m->packing = MEMBERS_ZSTD;
  m->ended = true;
  m->ended_at = m->here.at;
  return m->packing == MEMBERS_ZSTD ? members_zstd_dictionary(m, dictionary, err) : ISNAD_OK;
}

isnad_status members_open(members **out, raw_input from, uint64_t at, isnad_slice dictionary, isnad_err *err) {
  members *m = calloc(1, sizeof *m);
  if (m == NULL) return members_no_memory(err);
  m->from = from;
  m->raw_at = m->here.at = at;
  isnad_status status = prepare(m, dictionary, err);
  if (status != ISNAD_OK) {
    members_close(m);
    return status;
  }
  *out = m;
  return ISNAD_OK;
}

/* --- the window --- */

isnad_slice members_window(const members *m) { return (isnad_slice){m->bytes + m->begin, m->end - m->begin}; }

void members_take(members *m, size_t length) {
  m->begin += length;
  m->taken += length;
}

/* What was read ahead to tell the packing comes first; then bytes go from the input into the window and nowhere else. */
static isnad_status more_plain(members *m, isnad_err *err) {
  size_t got = m->raw_end - m->raw_begin;
  isnad_status status = members_room(m, got > 0 ? got : FIRST_ROOM / 2, err);
  if (status != ISNAD_OK) return status;
  if (got > 0) {
    memcpy(m->bytes + m->end, m->raw + m->raw_begin, got);
    m->raw_begin = m->raw_end;
  } else if (!m->raw_ended) {
    status = m->from.read(m->from.context, m->bytes + m->end, m->room - m->end, &got, err);
    m->raw_at += got;
  }
  m->end += got;
  m->out += got;
  m->ended = status == ISNAD_OK && got == 0;
  m->ended_at = m->here.at + m->out;
  return status;
}

static isnad_status tell_damage(members *m, isnad_err *err) {
  m->damaged = true;
  return isnad_err_set(err, m->damage_status, "capture", nowhere, "%s", m->damage);
}

static bool is_bomb(const members *m) { return m->out > bomb_least && m->out / bomb_ratio > m->raw_at + m->raw_begin - m->here.at; }

isnad_status members_more(members *m, bool *ended, isnad_err *err) {
  isnad_status status = ISNAD_OK;
  size_t before = m->end - m->begin;
  if (m->damage != NULL) return tell_damage(m, err);
  if (!m->ended && m->packing == MEMBERS_PLAIN) status = more_plain(m, err);
  if (!m->ended && m->packing == MEMBERS_GZIP) status = members_gzip(m, SIZE_MAX, err);
  if (!m->ended && m->packing == MEMBERS_ZSTD) status = members_zstd(m, SIZE_MAX, err);
  if (m->packing != MEMBERS_PLAIN) m->out += m->end - m->begin - before;
  if (m->packing != MEMBERS_PLAIN && m->ended) m->ended_at = m->raw_at + m->raw_begin;
  m->fresh = false;
  if (status == ISNAD_OK && m->packing != MEMBERS_PLAIN && m->damage == NULL && is_bomb(m)) {
    m->damage = "unpacks to more than 64 MiB and a hundred times its size";
    m->damage_status = ISNAD_LIMIT;
  }
  *ended = m->ended && m->end - m->begin == before;
  return status == ISNAD_OK && m->damage != NULL && m->end - m->begin == before ? tell_damage(m, err) : status;
}

/* --- the next member --- */

static isnad_status begin(members *m, isnad_err *err) {
  m->earlier = m->here;
  m->here = (member_place){m->raw_at + m->raw_begin, m->taken + (m->end - m->begin)};
  m->out = 0;
  m->fresh = true;
  m->ended = m->damaged = false;
  m->damage = NULL;
  if (m->packing == MEMBERS_GZIP) return members_gzip_begin(m, err);
  return m->packing == MEMBERS_ZSTD ? members_zstd_begin(m, err) : ISNAD_OK;
}

/* Frames that hold no records are passed over, as is zero padding. ISNAD_END at the end of the input. */
static isnad_status pass_over(members *m, isnad_err *err) {
  uint64_t left = 0;
  for (;;) {
    isnad_status status = members_fill(m, 8, err);
    size_t held = m->raw_end - m->raw_begin;
    if (status != ISNAD_OK) return status;
    if (held == 0) return ISNAD_END;
    if (left > 0) {
      size_t step = held < left ? held : (size_t)left;
      m->raw_begin += step;
      left -= step;
    } else if (at_skippable(m) && m->packing == MEMBERS_ZSTD) {
      const unsigned char *p = (const unsigned char *)m->raw + m->raw_begin + 4;
      left = (uint64_t)p[0] + ((uint64_t)p[1] << 8) + ((uint64_t)p[2] << 16) + ((uint64_t)p[3] << 24);
      m->raw_begin += 8;
    } else if (m->raw[m->raw_begin] == '\0') {
      m->raw_begin++;
    } else {
      return ISNAD_OK;
    }
  }
}

static isnad_status no_member(members *m, isnad_err *err) {
  m->here = (member_place){m->raw_at + m->raw_begin, m->taken + (m->end - m->begin)};
  m->damage = "what follows is not packed as what went before";
  m->damage_status = ISNAD_BAD_INPUT;
  return tell_damage(m, err);
}

/* Decodes the first bytes of what may be a member: it is one when they open a record. The input is not moved while it is tried. */
static isnad_status try_member(members *m, bool *good, isnad_err *err) {
  isnad_status status = begin(m, err);
  size_t last = SIZE_MAX;
  m->fresh = false;
  while (status == ISNAD_OK && m->end - m->begin < OPENING && m->damage == NULL && !m->ended && m->raw_begin < m->raw_end && last != m->raw_begin) {
    last = m->raw_begin;
    status = m->packing == MEMBERS_GZIP ? members_gzip(m, OPENING, err) : members_zstd(m, OPENING, err);
  }
  *good = m->end - m->begin >= OPENING && memcmp(m->bytes + m->begin, "WARC/", OPENING) == 0;
  if (*good) m->out = m->end - m->begin;
  if (*good && m->ended) m->ended_at = m->raw_at + m->raw_begin;
  return status;
}

/* Looks for a member that opens a record, from the byte behind the beginning of the damaged one as far as it is still held. What looks like a member
 * and is none is met once in 16 MB of damaged bytes; an input that is full of it is given up. */
static isnad_status search(members *m, isnad_err *err) {
  uint64_t from = m->here.at + 1 > m->raw_at ? m->here.at + 1 : m->raw_at;
  m->raw_begin = from - m->raw_at < m->raw_end ? (size_t)(from - m->raw_at) : m->raw_end;
  m->damage = NULL;
  for (unsigned tried = 0;;) {
    isnad_status status = members_fill(m, GUESS_ROOM, err);
    if (status != ISNAD_OK) return status;
    if (m->raw_begin == m->raw_end) return ISNAD_END;
    const char *found = memchr(m->raw + m->raw_begin, m->packing == MEMBERS_GZIP ? 0x1F : 0x28, m->raw_end - m->raw_begin);
    if (found == NULL) m->raw_begin = m->raw_end;
    if (found == NULL) continue;
    m->raw_begin = (size_t)(found - m->raw);
    status = members_fill(m, GUESS_ROOM, err);
    if (status != ISNAD_OK) return status;
    uint64_t candidate = m->raw_at + m->raw_begin;
    bool good = false;
    if (m->packing == MEMBERS_GZIP ? at_gzip(m) : at_zstd(m)) status = try_member(m, &good, err);
    if (status != ISNAD_OK || good) return status;
    if (++tried > MOST_GUESSES) return ISNAD_END;
    m->end = m->begin;
    m->raw_begin = (size_t)(candidate - m->raw_at) + 1;
  }
}

isnad_status members_next(members *m, isnad_err *err) {
  if (m->packing == MEMBERS_PLAIN) {
    if (m->started) return ISNAD_END;
    m->started = true;
    return begin(m, err);
  }
  if (m->damaged) return search(m, err);
  isnad_status status = pass_over(m, err);
  if (status != ISNAD_OK) return status;
  return (m->packing == MEMBERS_GZIP ? at_gzip(m) : at_zstd(m)) ? begin(m, err) : no_member(m, err);
}

/* --- places --- */

member_place members_place(const members *m) {
  member_place of = m->taken >= m->here.before ? m->here : m->earlier;
  if (m->packing == MEMBERS_PLAIN) return (member_place){m->here.at + m->taken, 0};
  return (member_place){of.at, m->taken - of.before};
}

size_t members_border(const members *m) { return m->here.before > m->taken ? (size_t)(m->here.before - m->taken) : 0; }

uint64_t members_end(const members *m) { return m->ended ? m->ended_at : m->here.at; }

bool members_are_packed(const members *m) { return m->packing != MEMBERS_PLAIN; }

uint64_t members_consumed(const members *m) { return m->raw_at + (m->packing == MEMBERS_PLAIN ? m->raw_end : m->raw_begin); }

void members_close(members *m) {
  if (m == NULL) return;
  if (m->gzip_open) inflateEnd(&m->gzip);
  ZSTD_freeDCtx(m->zstd);
#ifdef HAVE_LIBDEFLATE
  if (m->whole != NULL) libdeflate_free_decompressor(m->whole);
#endif
  free(m->raw);
  free(m->bytes);
  free(m);
}
