/* What the files of the WARC reader share. */
#ifndef ISNAD_CAPTURE_WARC_INSIDE_H
#define ISNAD_CAPTURE_WARC_INSIDE_H

#include "capture/digest.h"
#include "capture/members.h"

struct isnad_warc_reader {
  members *members;
  isnad_warc_options options;
  isnad_arena *scratch;  /* of one record: a payload whose chunks were joined */
  char *head;            /* the lines of the record handed out, WARC_HEADER_MOST bytes */
  digest block, payload; /* checks under way */
  size_t hold;           /* bytes of the window that belong to the record handed out */
  uint64_t size;         /* of a plain file, when known; else UINT64_MAX */
  bool cut;              /* the member ended inside a record, and the next one opens a record: nothing is read across that border */
  bool lost, damaged;    /* the place where the next record begins must be found; the member itself is damaged */
  bool told;             /* the last call told a broken place, in the member or at the place told_at */
  uint64_t told_at;
  bool over;
  int fd;
  bool owns_fd;
};

/* Checks the digests of a record whose block is there, and finds its payload. */
isnad_status warc_check(isnad_warc_reader *r, isnad_warc_record *record, isnad_err *err);

#endif
