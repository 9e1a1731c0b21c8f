/* Replies with their header lines. */
#include "base/hash.h"
#include "serve/cache.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <zlib.h>

enum { WORTH_PACKING = 1024, HEADERS_ROOM = 1024, PACKED_SHARE = 4, GZIP_WINDOW = 15 + 16, GZIP_MEMORY = 8 };

/* Pages bring no script and no style of their own and nothing from elsewhere. */
static const char policy[] = "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'; "
                             "form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

static bool pack(char **out, size_t *length, isnad_slice body) {
  z_stream z = {.next_in = (z_const Bytef *)body.bytes, .avail_in = (uInt)body.length};
  if (body.length < WORTH_PACKING || body.length > UINT32_MAX / 2) return false;
  if (deflateInit2(&z, 5, Z_DEFLATED, GZIP_WINDOW, GZIP_MEMORY, Z_DEFAULT_STRATEGY) != Z_OK) return false;
  size_t room = deflateBound(&z, (uLong)body.length);
  *out = malloc(room);
  z.next_out = (Bytef *)*out;
  z.avail_out = (uInt)room;
  bool done = *out != NULL && deflate(&z, Z_FINISH) == Z_STREAM_END;
  *length = room - z.avail_out;
  deflateEnd(&z);
  if (done && *length < body.length) return true;
  free(*out);
  return false;
}

static void add(struct MHD_Response *r, const char *name, const char *value) { MHD_add_response_header(r, name, value); }

static void add_headers(struct MHD_Response *r, const reply_parts *p, const char *etag) {
  char number[16];
  add(r, "Content-Type", p->type);
  add(r, "X-Content-Type-Options", "nosniff");
  add(r, "Referrer-Policy", "no-referrer");
  add(r, "Vary", "Accept, Accept-Encoding");
  add(r, "Cache-Control", p->forever ? "public, max-age=31536000, immutable" : p->keep ? "no-cache" : "no-store");
  if (p->html) add(r, "Content-Security-Policy", policy);
  if (etag[0] != '\0') add(r, "ETag", etag);
  if (p->allow_origin != NULL) add(r, "Access-Control-Allow-Origin", p->allow_origin);
  if (p->retry_after == 0) return;
  snprintf(number, sizeof number, "%u", p->retry_after);
  add(r, "Retry-After", number);
}

void reply_free(reply *r) {
  if (r->whole != NULL) MHD_destroy_response(r->whole);
  struct MHD_Response *gzip = atomic_load(&r->gzip);
  if (gzip != NULL) MHD_destroy_response(gzip);
  if (r->unchanged != NULL) MHD_destroy_response(r->unchanged);
  free(r);
}

/* The body belongs to the response: one that is still being sent may outlive the reply. */
static bool take_body(reply *r, isnad_slice body) {
  char *bytes = malloc(body.length + 1);
  if (bytes == NULL) return false;
  if (body.length > 0) memcpy(bytes, body.bytes, body.length);
  r->parts.body = (isnad_slice){bytes, body.length};
  r->whole = MHD_create_response_from_buffer_with_free_callback(body.length, bytes, free);
  if (r->whole == NULL) free(bytes);
  return r->whole != NULL;
}

reply *reply_new(const reply_parts *parts) {
  reply *r = calloc(1, sizeof *r);
  if (r == NULL) return NULL;
  r->parts = *parts;
  r->code = parts->code;
  r->users = 1;
  r->bytes = parts->body.length + parts->body.length / PACKED_SHARE + HEADERS_ROOM;
  if (parts->keep && parts->code == 200) snprintf(r->etag, sizeof r->etag, "W/\"%016llx\"", (unsigned long long)hash64(parts->body));
  r->unchanged = MHD_create_response_from_buffer(0, NULL, MHD_RESPMEM_PERSISTENT);
  if (r->unchanged == NULL || !take_body(r, parts->body)) {
    reply_free(r);
    return NULL;
  }
  add_headers(r->unchanged, parts, r->etag);
  add_headers(r->whole, parts, r->etag);
  return r;
}

struct MHD_Response *reply_for(reply *r, bool gzip) {
  char *packed = NULL;
  size_t length = 0;
  if (gzip && !atomic_exchange(&r->packed, true) && pack(&packed, &length, r->parts.body)) {
    struct MHD_Response *made = MHD_create_response_from_buffer(length, packed, MHD_RESPMEM_MUST_FREE);
    if (made != NULL) add_headers(made, &r->parts, r->etag);
    if (made != NULL) add(made, "Content-Encoding", "gzip");
    atomic_store(&r->gzip, made);
  }
  struct MHD_Response *made = gzip ? atomic_load(&r->gzip) : NULL;
  return made != NULL ? made : r->whole;
}
