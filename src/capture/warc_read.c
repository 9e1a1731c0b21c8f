/* Records one after another, and the way back to them when a place is broken. */
#include "capture/warc_header.h"
#include "capture/warc_inside.h"

#include <string.h>

static const isnad_span nowhere = {0, 0};

enum { OPENING = 8, LINE = OPENING + 2 }; /* "WARC/1.0", and its line end */

static const uint64_t longest = (uint64_t)1 << 50;

static isnad_status broken(isnad_err *err, const char *what) { return isnad_err_set(err, ISNAD_BAD_INPUT, "capture", nowhere, "%s", what); }

/* --- bytes --- */

/* The bytes that may be read: the window, up to the border of a member that opens a record of its own. */
static isnad_slice readable(const isnad_warc_reader *r) {
  isnad_slice window = members_window(r->members);
  size_t border = members_border(r->members);
  return r->cut && border < window.length ? (isnad_slice){window.bytes, border} : window;
}

/* Begins the next member. One that opens a record is not crossed into from within a record: that one was cut. */
static isnad_status cross(isnad_warc_reader *r, isnad_err *err) {
  isnad_status status = members_next(r->members, err);
  size_t border = members_border(r->members);
  bool ended = false;
  while (status == ISNAD_OK && !ended && members_window(r->members).length < border + OPENING) status = members_more(r->members, &ended, err);
  if (status != ISNAD_OK) return status;
  isnad_slice window = members_window(r->members);
  r->cut = warc_opens((isnad_slice){window.bytes + border, window.length - border});
  return ISNAD_OK;
}

static isnad_status note_damage(isnad_warc_reader *r, isnad_status status) {
  r->damaged = status == ISNAD_BAD_INPUT || status == ISNAD_LIMIT;
  return status;
}

/* Brings `wanted` bytes into the window as far as the member has them. */
static isnad_status need_inside(isnad_warc_reader *r, size_t wanted, bool *ended, isnad_err *err) {
  isnad_status status = ISNAD_OK;
  *ended = r->cut;
  while (status == ISNAD_OK && !*ended && readable(r).length < wanted) status = members_more(r->members, ended, err);
  return note_damage(r, status);
}

/* Makes sure that the window holds `wanted` bytes of the record, from the next members too when it goes on there. ISNAD_END when the file, or the
 * member that holds the record, ends before. */
static isnad_status need(isnad_warc_reader *r, size_t wanted, isnad_err *err) {
  isnad_status status = ISNAD_OK;
  while (status == ISNAD_OK && readable(r).length < wanted) {
    bool ended = false;
    if (r->cut) return ISNAD_END;
    status = need_inside(r, wanted, &ended, err);
    if (status == ISNAD_OK && ended) status = note_damage(r, cross(r, err));
  }
  return status;
}

/* --- finding the way back --- */

/* Where a record opens, from byte 1 on: behind a line end, or with a line of its own behind other bytes; 0: nowhere in these bytes. */
static size_t opening_in(isnad_slice s) {
  for (size_t at = 1; at + LINE <= s.length; at++) {
    const char *found = memchr(s.bytes + at, 'W', s.length - at - (LINE - 1));
    if (found == NULL) return 0;
    at = (size_t)(found - s.bytes);
    bool line = found[OPENING] == '\n' || (found[OPENING] == '\r' && found[OPENING + 1] == '\n');
    if ((line || s.bytes[at - 1] == '\n') && warc_opens((isnad_slice){found, s.length - at})) return at;
  }
  return 0;
}

static isnad_status find_in_member(isnad_warc_reader *r, isnad_err *err) {
  for (;;) {
    isnad_slice s = readable(r);
    size_t found = opening_in(s);
    if (found > 0) {
      members_take(r->members, found);
      return ISNAD_OK;
    }
    if (r->cut) {
      members_take(r->members, s.length);
      return ISNAD_OK;
    }
    if (s.length > LINE) members_take(r->members, s.length - LINE);
    isnad_status status = need(r, readable(r).length + 1, err);
    if (status != ISNAD_OK && !(status == ISNAD_END && r->cut)) return status;
  }
}

/* Goes to the next record behind a broken place. */
static isnad_status find_record(isnad_warc_reader *r, isnad_err *err) {
  isnad_status status = ISNAD_OK;
  if (r->damaged) {
    members_take(r->members, members_window(r->members).length);
    r->cut = false;
    status = members_next(r->members, err);
  } else {
    status = find_in_member(r, err);
  }
  r->lost = status != ISNAD_OK;
  return note_damage(r, status);
}

/* Passes over the line ends between records; ISNAD_END at the end of the file. */
static isnad_status begin_record(isnad_warc_reader *r, isnad_err *err) {
  for (;;) {
    isnad_slice s = readable(r);
    size_t blank = 0;
    while (blank < s.length && (s.bytes[blank] == '\r' || s.bytes[blank] == '\n')) blank++;
    members_take(r->members, blank);
    if (blank < s.length) return ISNAD_OK;
    isnad_status status = need(r, 1, err);
    bool border = r->cut && readable(r).length == 0;
    if (border) r->cut = false; /* between records it is no border */
    if (status != ISNAD_OK && !(status == ISNAD_END && border)) return status;
  }
}

/* --- one record --- */

static const char cut_short[] = "the record ends too early: its length is wrong or the file was cut";

static isnad_status too_short(isnad_status status, isnad_err *err, const char *what) { return status == ISNAD_END ? broken(err, what) : status; }

static isnad_status read_head(isnad_warc_reader *r, isnad_warc_record *out, size_t *length, isnad_err *err) {
  isnad_status status = need(r, OPENING, err);
  if (status != ISNAD_OK) return too_short(status, err, "the head of the record ends too early");
  if (!warc_opens(readable(r))) return broken(err, "no record begins here");
  for (size_t seen = 0; (*length = warc_header_end(readable(r), seen)) == 0;) {
    seen = readable(r).length;
    if (seen > WARC_HEADER_MOST) return broken(err, "the head of the record is larger than 64 KiB");
    status = need(r, seen + 1, err);
    if (status != ISNAD_OK) return too_short(status, err, "the head of the record ends too early");
  }
  if (*length > WARC_HEADER_MOST) return broken(err, "the head of the record is larger than 64 KiB");
  memcpy(r->head, readable(r).bytes, *length);
  const char *problem = warc_header_read(out, r->head, *length);
  return problem != NULL ? broken(err, problem) : ISNAD_OK;
}

/* What stands at the end of a block. */
typedef struct record_end {
  size_t behind; /* where the next record may begin in the window */
  bool likely;   /* it may be the end: two line ends close it, or the next record begins or the file ends without them, as some writers leave it */
} record_end;

static void look_at_end(isnad_warc_reader *r, size_t at, isnad_warc_record *out, record_end *end) {
  isnad_slice s = readable(r);
  isnad_slice tail = {s.bytes + at, s.length - at};
  size_t blank = 0, feeds = 0;
  while (blank < tail.length && blank < 4 && (tail.bytes[blank] == '\r' || tail.bytes[blank] == '\n')) feeds += tail.bytes[blank++] == '\n';
  isnad_slice next = {tail.bytes + blank, tail.length - blank};
  out->closed = feeds >= 2;
  end->likely = out->closed || next.length == 0 || warc_opens(next);
  end->behind = at + blank;
}

/* Looks at what follows byte `at` of the window, the end of the block, and at how many bytes of the file hold the record: the member's, when nothing
 * else is in it. `plain`: the length of what stands before `at`. Damage behind the member is none of this record's. */
static isnad_status see_end(isnad_warc_reader *r, size_t at, uint64_t plain, isnad_warc_record *out, record_end *end, isnad_err *err) {
  bool ended = false;
  isnad_status status = need_inside(r, at + 4 + OPENING, &ended, err);
  if (status != ISNAD_OK) return status;
  look_at_end(r, at, out, end);
  if (ended && members_are_packed(r->members) && readable(r).length == end->behind) out->place.length = members_end(r->members) - out->place.offset;
  if (ended && !out->closed && members_are_packed(r->members) && readable(r).length == end->behind) {
    (void)need(r, at + 4, NULL);
    r->damaged = false; /* it is met again */
    look_at_end(r, at, out, end);
    if (!r->cut) out->place.length = 0;
  }
  if (!members_are_packed(r->members)) out->place.length = plain + end->behind - at;
  return ISNAD_OK;
}

/* The end must be one, or the digest must say that the block is right all the same. */
static isnad_status judge_end(isnad_warc_reader *r, const isnad_warc_record *out, const record_end *end, isnad_err *err) {
  bool good = out->block_check == ISNAD_DIGEST_GOOD, wrong = out->block_check == ISNAD_DIGEST_WRONG;
  if (!good && (!end->likely || (wrong && !out->closed))) return broken(err, "the record does not end where its length says");
  r->hold = end->behind;
  return ISNAD_OK;
}

/* The block is in the window: checks where it ends, and its digests. */
static isnad_status take_whole(isnad_warc_reader *r, isnad_warc_record *out, size_t head, isnad_err *err) {
  size_t length = (size_t)out->length;
  record_end end = {0, false};
  isnad_status status = need(r, head + length, err);
  if (status != ISNAD_OK) return too_short(status, err, cut_short);
  status = see_end(r, head + length, head + length, out, &end, err);
  if (status != ISNAD_OK) return status;
  out->block = (isnad_slice){readable(r).bytes + head, length};
  out->whole = true;
  status = warc_check(r, out, err);
  return status == ISNAD_OK ? judge_end(r, out, &end, err) : status;
}

/* The block is too large to be handed out: it goes by, and its digest is checked. */
static isnad_status pass_block(isnad_warc_reader *r, isnad_warc_record *out, size_t head, isnad_err *err) {
  record_end end = {0, false};
  if (!r->options.leave_digests && !digest_begin(&r->block, out->block_digest)) return broken(err, "the digest cannot be computed");
  members_take(r->members, head);
  for (uint64_t left = out->length; left > 0;) {
    isnad_status status = need(r, 1, err);
    if (status != ISNAD_OK) return too_short(status, err, cut_short);
    isnad_slice s = readable(r);
    if (s.length > left) s.length = (size_t)left;
    digest_add(&r->block, s);
    members_take(r->members, s.length);
    left -= s.length;
  }
  if (!r->options.leave_digests) out->block_check = digest_end(&r->block);
  if (out->payload_digest.length > 0) out->payload_check = ISNAD_DIGEST_UNKNOWN;
  isnad_status status = see_end(r, 0, head + out->length, out, &end, err);
  return status == ISNAD_OK ? judge_end(r, out, &end, err) : status;
}

static isnad_status read_record(isnad_warc_reader *r, isnad_warc_record *out, isnad_err *err) {
  size_t head = 0;
  isnad_status status = read_head(r, out, &head, err);
  if (status != ISNAD_OK) return status;
  if (out->length > longest) return broken(err, "the length of the record is beyond any file");
  if (r->size < UINT64_MAX && (head + out->place.offset > r->size || out->length > r->size - head - out->place.offset)) return broken(err, cut_short);
  return out->length <= r->options.largest ? take_whole(r, out, head, err) : pass_block(r, out, head, err);
}

static isnad_status next_once(isnad_warc_reader *r, isnad_warc_record *out, isnad_err *err) {
  *out = (isnad_warc_record){0};
  if (r->over) return ISNAD_END;
  members_take(r->members, r->hold);
  r->hold = 0;
  isnad_status status = r->lost ? find_record(r, err) : ISNAD_OK;
  if (status == ISNAD_OK) status = begin_record(r, err);
  member_place place = members_place(r->members);
  out->place = (isnad_warc_place){place.at, 0, place.before};
  if (status == ISNAD_OK) status = read_record(r, out, err);
  r->lost = status == ISNAD_BAD_INPUT || status == ISNAD_LIMIT;
  r->over = status != ISNAD_OK && !r->lost;
  return status;
}

/* A record may be broken because its member is damaged, which is found later: that is one place, told once. */
isnad_status isnad_warc_next(isnad_warc_reader *r, isnad_warc_record *out, isnad_err *err) {
  isnad_err why = {0};
  isnad_status status;
  do status = next_once(r, out, &why);
  while (r->lost && r->damaged && r->told && r->told_at == out->place.offset);
  r->told = r->lost;
  r->told_at = out->place.offset;
  if (status == ISNAD_OK || status == ISNAD_END) return status;
  return isnad_err_set(err, status, "capture", nowhere, "at byte %llu: %s", (unsigned long long)out->place.offset, why.message);
}
