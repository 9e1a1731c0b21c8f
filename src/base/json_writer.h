/* Writes JSON into a buf: keys in the order of the calls, commas placed by the writer, strings escaped as RFC 8259 asks and no more
 * (Arabic stays readable). U+2028/2029 and bidi controls are escaped, so that no terminal or script host reads them as layout.
 * Whatever bytes come in (file names, captured fields), valid UTF-8 goes out: what is broken becomes U+FFFD. */
#ifndef ISNAD_BASE_JSON_WRITER_H
#define ISNAD_BASE_JSON_WRITER_H

#include "base/buf.h"

typedef struct json_writer {
  buf *out;
  bool comma; /* the next value needs one before it */
} json_writer;

json_writer json_writer_new(buf *out);

void json_open_object(json_writer *w);
void json_close_object(json_writer *w);
void json_open_array(json_writer *w);
void json_close_array(json_writer *w);
void json_key(json_writer *w, const char *key); /* a plain ASCII key */

void json_string(json_writer *w, isnad_slice text);
void json_text(json_writer *w, const char *text);
void json_u64(json_writer *w, uint64_t n);
void json_i64(json_writer *w, int64_t n);
void json_bool(json_writer *w, bool value);
void json_fixed(json_writer *w, double value, int decimals); /* rounded, so that equal results print equal bytes; null when not finite */
void json_raw(json_writer *w, isnad_slice json);             /* JSON that is already JSON */
void json_span(json_writer *w, isnad_span span);             /* [begin,end] */

/* key and value in one; the string form writes nothing when the text is empty (fields are present only when known) */
void json_key_string(json_writer *w, const char *key, isnad_slice text);
void json_key_text(json_writer *w, const char *key, const char *text);
void json_key_u64(json_writer *w, const char *key, uint64_t n);
void json_key_bool(json_writer *w, const char *key, bool value);
void json_key_fixed(json_writer *w, const char *key, double value, int decimals);
void json_key_span(json_writer *w, const char *key, isnad_span span);

#endif
