/* Replies with their header lines. */
#include "base/hash.h"
#include "serve/cache.h"

#include <stdio.h>
#include <stdlib.h>
#include <zlib.h>

enum { WORTH_PACKING = 1024, HEADERS_ROOM = 1024, GZIP_WINDOW = 15 + 16, GZIP_MEMORY = 8 };

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
  if (r->gzip != NULL) MHD_destroy_response(r->gzip);
  if (r->unchanged != NULL) MHD_destroy_response(r->unchanged);
  free(r);
}

reply *reply_new(const reply_parts *parts) {
  reply *r = calloc(1, sizeof *r);
  char *packed = NULL;
  size_t length = 0;
  if (r == NULL) return NULL;
  r->code = parts->code;
  r->users = 1;
  r->bytes = parts->body.length + HEADERS_ROOM;
  if (parts->keep && parts->code == 200) snprintf(r->etag, sizeof r->etag, "W/\"%016llx\"", (unsigned long long)hash64(parts->body));
  r->whole = MHD_create_response_from_buffer(parts->body.length, (void *)(uintptr_t)parts->body.bytes, MHD_RESPMEM_MUST_COPY);
  r->unchanged = MHD_create_response_from_buffer(0, NULL, MHD_RESPMEM_PERSISTENT);
  if (pack(&packed, &length, parts->body)) r->gzip = MHD_create_response_from_buffer(length, packed, MHD_RESPMEM_MUST_FREE);
  if (r->gzip != NULL) {
    r->bytes += length;
    add_headers(r->gzip, parts, r->etag);
    add(r->gzip, "Content-Encoding", "gzip");
  }
  if (r->unchanged != NULL) add_headers(r->unchanged, parts, r->etag);
  if (r->whole != NULL && r->unchanged != NULL) {
    add_headers(r->whole, parts, r->etag);
    return r;
  }
  reply_free(r);
  return NULL;
}
