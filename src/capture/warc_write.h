/* Records as bytes, for the writer. */
#ifndef ISNAD_CAPTURE_WARC_WRITE_H
#define ISNAD_CAPTURE_WARC_WRITE_H

#include "base/buf.h"
#include "isnad/warc.h"

enum { WARC_ID_ROOM = 64 };

/* What a record of ours says of itself; empty fields are left out. */
typedef struct warc_draft {
  isnad_warc_type type;
  isnad_slice id, info_id, date, target, address, concurrent_to, content_type, profile, refers_to, refers_to_target, refers_to_date, truncated;
  isnad_slice payload_digest;
  isnad_slice block[2]; /* one after the other */
} warc_draft;

/* "<urn:uuid:...>" made of the SHA-256 of the parts (RFC 9562, version 8): the same records get the same ids. False when it cannot be computed. */
bool warc_id(char out[WARC_ID_ROOM], const isnad_slice *parts, size_t count);

/* The record with its digest and its closing line ends, as a gzip member when `gzip`, behind what `out` holds. */
isnad_status warc_draft_add(buf *out, const warc_draft *draft, bool gzip, isnad_err *err);

#endif
