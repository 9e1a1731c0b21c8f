#include "capture/http_message.h"
#include "capture/warc_header.h"
#include "capture/warc_inside.h"

static isnad_status refused(isnad_err *err) {
  return isnad_err_set(err, ISNAD_NO_MEMORY, "capture", (isnad_span){0, 0}, "the digest cannot be computed");
}

static bool is_http(const isnad_warc_record *record) {
  isnad_slice kind = record->content_type;
  if (kind.length > 16) kind.length = 16;
  return header_same(kind, "application/http") &&
         (record->type == ISNAD_WARC_RESPONSE || record->type == ISNAD_WARC_REQUEST || record->type == ISNAD_WARC_REVISIT);
}

static isnad_status check_one(isnad_digest_check *out, digest *d, isnad_slice stated, isnad_slice bytes, isnad_err *err) {
  if (!digest_begin(d, stated)) return refused(err);
  digest_add(d, bytes);
  *out = digest_end(d);
  return ISNAD_OK;
}

/* The standard's payload has its chunks joined; most writers, wget and warcio among them, take the bytes as they were transferred. Both are right. */
static isnad_status check_payload(isnad_warc_reader *r, isnad_warc_record *record, isnad_err *err) {
  isnad_status status = check_one(&record->payload_check, &r->payload, record->payload_digest, record->payload, err);
  if (status != ISNAD_OK || record->payload_check != ISNAD_DIGEST_WRONG || !is_http(record)) return status;
  http_message message;
  isnad_slice joined = {NULL, 0};
  bool cut = false;
  if (http_message_read(&message, record->block, NULL) != ISNAD_OK) return ISNAD_OK;
  isnad_arena_reset(r->scratch);
  status = http_body_joined(&joined, &cut, r->scratch, &message, err);
  if (status != ISNAD_OK || joined.bytes == message.body.bytes) return status;
  return check_one(&record->payload_check, &r->payload, record->payload_digest, joined, err);
}

isnad_status warc_check(isnad_warc_reader *r, isnad_warc_record *record, isnad_err *err) {
  size_t head = is_http(record) ? http_head_length(record->block) : 0;
  record->payload = (isnad_slice){record->block.bytes + head, record->block.length - head};
  if (r->options.leave_digests) return ISNAD_OK;
  isnad_status status = check_one(&record->block_check, &r->block, record->block_digest, record->block, err);
  /* wget states for a revisit the digest of the whole response, which it left out. */
  if (record->type == ISNAD_WARC_REVISIT && record->block_check == ISNAD_DIGEST_WRONG) record->block_check = ISNAD_DIGEST_UNKNOWN;
  if (status != ISNAD_OK || record->payload_digest.length == 0) return status;
  record->payload_check = ISNAD_DIGEST_UNKNOWN;
  if (r->options.one_digest && record->block_check == ISNAD_DIGEST_GOOD) return ISNAD_OK;
  return record->type == ISNAD_WARC_REVISIT ? ISNAD_OK : check_payload(r, record, err);
}
