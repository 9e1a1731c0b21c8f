#include "base/ascii.h"
#include "base/json_reader.h"
#include "base/json_writer.h"
#include "capture/digest.h"
#include "capture/http_message.h"

#include <string.h>

static const isnad_span nowhere = {0, 0};

enum { TIMESTAMP = 14 };

/* "2026-11-25T10:00:00Z" as 20261125100000; a shorter date is filled up with zeros. */
static isnad_slice timestamp_of(isnad_arena *arena, isnad_slice date) {
  char *digits = isnad_arena_alloc(arena, TIMESTAMP);
  size_t length = 0;
  if (digits == NULL) return (isnad_slice){NULL, 0};
  for (size_t i = 0; i < date.length && length < TIMESTAMP; i++)
    if (ascii_is_digit(date.bytes[i])) digits[length++] = date.bytes[i];
  while (length < TIMESTAMP) digits[length++] = '0';
  return (isnad_slice){digits, TIMESTAMP};
}

/* "text/html; charset=utf-8" is "text/html". */
static isnad_slice bare_type(isnad_slice type) {
  size_t length = 0;
  while (length < type.length && memchr("; \t", type.bytes[length], 3) == NULL) length++;
  return (isnad_slice){type.bytes, length};
}

static bool is_indexed(const isnad_warc_record *record) {
  return record->type == ISNAD_WARC_RESPONSE || record->type == ISNAD_WARC_RESOURCE || record->type == ISNAD_WARC_REVISIT;
}

static isnad_slice digest_of(isnad_arena *arena, const isnad_warc_record *record) {
  char text[DIGEST_TEXT];
  if (record->payload_digest.length > 0) return isnad_arena_copy(arena, record->payload_digest);
  if (!record->whole || record->type == ISNAD_WARC_REVISIT || !digest_sha1_text(text, &record->payload, 1)) return (isnad_slice){NULL, 0};
  return isnad_arena_copy(arena, isnad_slice_of(text));
}

isnad_status isnad_cdxj_of(isnad_cdxj *out, isnad_arena *arena, const isnad_warc_record *record, isnad_slice filename, isnad_err *err) {
  http_message message = {0};
  *out = (isnad_cdxj){.place = record->place, .filename = filename};
  if (!is_indexed(record)) return isnad_err_set(err, ISNAD_NOT_FOUND, "capture", nowhere, "a record of this type is not indexed");
  out->mime = isnad_arena_copy(arena, bare_type(record->content_type));
  if (record->whole && http_message_read(&message, record->block, NULL) == ISNAD_OK && message.response) {
    out->mime = isnad_arena_copy(arena, bare_type(http_field(&message, "Content-Type")));
    out->status = isnad_arena_printf(arena, "%u", message.status);
  }
  if (record->type == ISNAD_WARC_REVISIT) out->mime = isnad_slice_of("warc/revisit");
  out->url = isnad_arena_copy(arena, record->target);
  out->key = isnad_surt(arena, record->target);
  out->timestamp = timestamp_of(arena, record->date);
  out->digest = digest_of(arena, record);
  return isnad_arena_status(arena) == ISNAD_OK ? ISNAD_OK : isnad_arena_fail(err, arena, "capture");
}

/* Other readers expect numbers as text. */
static void key_number(json_writer *w, const char *key, uint64_t n) {
  char digits[24];
  size_t at = sizeof digits;
  do digits[--at] = (char)('0' + n % 10);
  while ((n /= 10) > 0);
  json_key_string(w, key, (isnad_slice){digits + at, sizeof digits - at});
}

isnad_slice isnad_cdxj_line(isnad_arena *arena, const isnad_cdxj *entry) {
  buf out = buf_new(arena, 256);
  buf_add_slice(&out, entry->key.length > 0 ? entry->key : isnad_slice_of("-"));
  buf_add_char(&out, ' ');
  buf_add_slice(&out, entry->timestamp);
  buf_add_char(&out, ' ');
  json_writer w = json_writer_new(&out);
  json_open_object(&w);
  json_key_string(&w, "url", entry->url);
  json_key_string(&w, "mime", entry->mime);
  json_key_string(&w, "status", entry->status);
  json_key_string(&w, "digest", entry->digest);
  if (entry->place.length > 0) key_number(&w, "length", entry->place.length);
  key_number(&w, "offset", entry->place.offset);
  if (entry->place.inner > 0) key_number(&w, "inner", entry->place.inner);
  json_key_string(&w, "filename", entry->filename);
  json_close_object(&w);
  return out.failed ? (isnad_slice){NULL, 0} : buf_slice(&out);
}

/* --- reading --- */

static isnad_status bad(isnad_err *err, const char *what) {
  return isnad_err_set(err, ISNAD_BAD_INPUT, "capture", nowhere, "no line of a CDXJ index: %s", what);
}

/* A word up to the next blank. */
static isnad_slice take_word(isnad_slice *line) {
  size_t length = 0;
  while (length < line->length && line->bytes[length] != ' ') length++;
  isnad_slice word = {line->bytes, length};
  while (length < line->length && line->bytes[length] == ' ') length++;
  *line = (isnad_slice){line->bytes + length, line->length - length};
  return word;
}

static bool read_number(uint64_t *out, isnad_slice digits) {
  *out = 0;
  for (size_t i = 0; i < digits.length; i++) {
    if (!ascii_is_digit(digits.bytes[i]) || *out > INT64_MAX / 10 - 1) return false;
    *out = *out * 10 + (uint64_t)(digits.bytes[i] - '0');
  }
  return digits.length > 0;
}

static bool read_value(json_reader *r, isnad_slice *out) {
  json_kind kind;
  if (!json_peek(r, &kind)) return false;
  if (kind == JSON_STRING) return json_read_string(r, out);
  return kind == JSON_NUMBER ? json_read_number(r, out) : json_skip(r);
}

static bool take_value(isnad_cdxj *out, isnad_slice key, isnad_slice value) {
  const struct {
    const char *name;
    isnad_slice *text;
    uint64_t *number;
  } known[] = {{"url", &out->url, NULL},
               {"mime", &out->mime, NULL},
               {"status", &out->status, NULL},
               {"digest", &out->digest, NULL},
               {"filename", &out->filename, NULL},
               {"length", NULL, &out->place.length},
               {"offset", NULL, &out->place.offset},
               {"inner", NULL, &out->place.inner}};
  for (size_t i = 0; i < sizeof known / sizeof known[0]; i++) {
    if (!isnad_slice_is(key, known[i].name)) continue;
    if (known[i].text != NULL) *known[i].text = value;
    return known[i].number == NULL || read_number(known[i].number, value);
  }
  return true;
}

isnad_status isnad_cdxj_read(isnad_cdxj *out, isnad_arena *arena, isnad_slice line, isnad_err *err) {
  isnad_slice key, value;
  bool first = true;
  *out = (isnad_cdxj){0};
  while (line.length > 0 && memchr("\r\n ", line.bytes[line.length - 1], 3) != NULL) line.length--;
  if (line.length == 0 || line.bytes[0] == '!') return ISNAD_END;
  out->key = take_word(&line);
  out->timestamp = take_word(&line);
  for (size_t i = 0; i < out->timestamp.length; i++)
    if (!ascii_is_digit(out->timestamp.bytes[i])) return bad(err, "its second word is no timestamp");
  json_reader r = json_reader_new(arena, line);
  if (out->timestamp.length == 0 || !json_enter(&r, JSON_OBJECT)) return bad(err, "no object behind key and timestamp");
  while (json_next_key(&r, &key, &first)) {
    value = (isnad_slice){NULL, 0};
    if (!read_value(&r, &value)) break;
    if (value.bytes != NULL && !take_value(out, key, value)) return bad(err, "a number that is none");
  }
  if (isnad_arena_status(arena) != ISNAD_OK) return isnad_arena_fail(err, arena, "capture");
  return r.problem == NULL && json_at_end(&r) ? ISNAD_OK : bad(err, "its object cannot be read");
}
