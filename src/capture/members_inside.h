/* What the files of members share. */
#ifndef ISNAD_CAPTURE_MEMBERS_INSIDE_H
#define ISNAD_CAPTURE_MEMBERS_INSIDE_H

#include "capture/members.h"

#include <zlib.h>
#include <zstd.h>
#ifdef HAVE_LIBDEFLATE
#include <libdeflate.h>
#endif

enum {
  RAW_ROOM = 1024 * 1024,  /* packed bytes held at once */
  RAW_KEPT = 32 * 1024,    /* of those already decoded, for the search behind a damage */
  RAW_LOW = RAW_ROOM / 4,  /* refilled before a member begins with less */
  FIRST_ROOM = 1024 * 1024 /* of the window */
};

typedef enum members_packing { MEMBERS_PLAIN, MEMBERS_GZIP, MEMBERS_ZSTD } members_packing;

struct members {
  raw_input from;
  members_packing packing;
  char *raw;
  size_t raw_begin, raw_end;
  uint64_t raw_at; /* the file's place of raw[0] */
  bool raw_ended;
  char *bytes; /* the window is [begin, end) */
  size_t begin, end, room;
  uint64_t taken;             /* plain bytes before the window */
  member_place here, earlier; /* the current member, and the one before it */
  uint64_t out;               /* plain bytes of the current member so far */
  uint64_t ended_at;          /* where the member ended in the file */
  bool fresh;                 /* nothing of the member was decoded yet */
  bool started, ended, damaged;
  const char *damage; /* what is wrong, once all bytes before it have been handed out */
  isnad_status damage_status;
  z_stream gzip;
  bool gzip_open;
  ZSTD_DCtx *zstd;
  size_t zstd_pending; /* what ZSTD_decompressStream last wanted; 0 at the end of a frame */
#ifdef HAVE_LIBDEFLATE
  struct libdeflate_decompressor *whole;
#endif
};

/* Makes sure that `wanted` packed bytes are there unless the input ends first. */
isnad_status members_fill(members *m, size_t wanted, isnad_err *err);

/* Makes room for at least `wanted` bytes behind the window. */
isnad_status members_room(members *m, size_t wanted, isnad_err *err);

/* Decode some more of the current member into the window: set ended, or damage with its status. */
isnad_status members_gzip(members *m, size_t most, isnad_err *err);
isnad_status members_zstd(members *m, size_t most, isnad_err *err);

/* Makes the decoder ready for a new member. */
isnad_status members_gzip_begin(members *m, isnad_err *err);
isnad_status members_zstd_begin(members *m, isnad_err *err);

/* Reads the dictionary frame that opens the input, when there is one, else takes `given`. */
isnad_status members_zstd_dictionary(members *m, isnad_slice given, isnad_err *err);

static inline isnad_status members_no_memory(isnad_err *err) {
  return isnad_err_set(err, ISNAD_NO_MEMORY, "capture", (isnad_span){0, 0}, "out of memory");
}

#endif
