#include "base/hash.h"
#include "capture/digest.h"
#include "capture/unpack.h"
#include "capture/warc_write.h"

#include <stdio.h>

bool warc_id(char out[WARC_ID_ROOM], const isnad_slice *parts, size_t count) {
  uint8_t d[32];
  char hex[33];
  if (!hash_sha256(d, parts, count)) return false;
  d[6] = (uint8_t)(0x80 | (d[6] & 0x0F));
  d[8] = (uint8_t)(0x80 | (d[8] & 0x3F));
  hash_hex(hex, d, 16);
  snprintf(out, WARC_ID_ROOM, "<urn:uuid:%.8s-%.4s-%.4s-%.4s-%.12s>", hex, hex + 8, hex + 12, hex + 16, hex + 20);
  return true;
}

static void field(buf *out, const char *name, isnad_slice value) {
  if (value.length == 0) return;
  buf_add_text(out, name);
  buf_add_text(out, ": ");
  buf_add_slice(out, value);
  buf_add_text(out, "\r\n");
}

static isnad_status add_plain(buf *out, const warc_draft *d, isnad_err *err) {
  char block_digest[DIGEST_TEXT];
  if (!digest_sha1_text(block_digest, d->block, 2))
    return isnad_err_set(err, ISNAD_NO_MEMORY, "capture", (isnad_span){0, 0}, "the digest cannot be computed");
  buf_add_text(out, "WARC/1.1\r\n");
  field(out, "WARC-Type", isnad_slice_of(isnad_warc_type_name(d->type)));
  field(out, "WARC-Record-ID", d->id);
  field(out, "WARC-Warcinfo-ID", d->info_id);
  field(out, "WARC-Date", d->date);
  field(out, "WARC-Target-URI", d->target);
  field(out, "WARC-IP-Address", d->address);
  field(out, "WARC-Concurrent-To", d->concurrent_to);
  field(out, "WARC-Profile", d->profile);
  field(out, "WARC-Refers-To", d->refers_to);
  field(out, "WARC-Refers-To-Target-URI", d->refers_to_target);
  field(out, "WARC-Refers-To-Date", d->refers_to_date);
  field(out, "WARC-Truncated", d->truncated);
  field(out, "WARC-Payload-Digest", d->payload_digest);
  field(out, "WARC-Block-Digest", isnad_slice_of(block_digest));
  field(out, "Content-Type", d->content_type);
  buf_printf(out, "Content-Length: %zu\r\n\r\n", d->block[0].length + d->block[1].length);
  buf_add_slice(out, d->block[0]);
  buf_add_slice(out, d->block[1]);
  buf_add_text(out, "\r\n\r\n");
  return buf_status(out, "capture", err);
}

isnad_status warc_draft_add(buf *out, const warc_draft *draft, bool gzip, isnad_err *err) {
  if (!gzip) return add_plain(out, draft, err);
  isnad_slice packed = {NULL, 0};
  buf plain = buf_new(out->arena, draft->block[0].length + draft->block[1].length + 1024);
  isnad_status status = add_plain(&plain, draft, err);
  if (status == ISNAD_OK) status = pack_gzip(&packed, out->arena, buf_slice(&plain), err);
  if (status == ISNAD_OK) buf_add_slice(out, packed);
  return status == ISNAD_OK ? buf_status(out, "capture", err) : status;
}
