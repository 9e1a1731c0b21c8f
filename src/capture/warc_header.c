#include "capture/warc_header.h"

#include "base/ascii.h"

#include <string.h>

bool warc_opens(isnad_slice b) {
  return b.length >= 8 && memcmp(b.bytes, "WARC/", 5) == 0 && ascii_is_digit(b.bytes[5]) && b.bytes[6] == '.' && ascii_is_digit(b.bytes[7]);
}

size_t warc_header_end(isnad_slice b, size_t from) {
  for (size_t at = from > 3 ? from - 3 : 0; at < b.length;) {
    const char *feed = memchr(b.bytes + at, '\n', b.length - at);
    if (feed == NULL) return 0;
    at = (size_t)(feed - b.bytes) + 1;
    size_t next = at + (at < b.length && b.bytes[at] == '\r');
    if (next < b.length && b.bytes[next] == '\n') return next + 1;
  }
  return 0;
}

bool header_same(isnad_slice a, const char *word) {
  size_t same = 0;
  while (same < a.length && word[same] != '\0' && ascii_lower(a.bytes[same]) == ascii_lower(word[same])) same++;
  return same == a.length && word[same] == '\0';
}

static isnad_slice trimmed(const char *from, const char *to) {
  while (from < to && memchr(" \t\r\n", *from, 4) != NULL) from++;
  while (to > from && memchr(" \t\r\n", to[-1], 4) != NULL) to--;
  return (isnad_slice){from, (size_t)(to - from)};
}

bool header_next(isnad_slice lines, size_t *at, isnad_slice *name, isnad_slice *value) {
  while (*at < lines.length) {
    const char *line = lines.bytes + *at, *feed = memchr(line, '\n', lines.length - *at);
    const char *end = feed != NULL ? feed : lines.bytes + lines.length, *colon = end > line ? memchr(line, ':', (size_t)(end - line)) : NULL;
    *at = (size_t)(end - lines.bytes) + (feed != NULL);
    if (colon == NULL) continue;
    *name = trimmed(line, colon);
    *value = trimmed(colon + 1, end);
    return true;
  }
  return false;
}

isnad_slice header_field(isnad_slice lines, const char *name) {
  isnad_slice found, value;
  for (size_t at = 0; header_next(lines, &at, &found, &value);)
    if (header_same(found, name)) return value;
  return (isnad_slice){NULL, 0};
}

void header_unfold(char *bytes, size_t length) {
  for (char *at = bytes, *end = bytes + length, *feed; at < end && (feed = memchr(at, '\n', (size_t)(end - at))) != NULL; at = feed + 1) {
    if (feed + 1 == end || (feed[1] != ' ' && feed[1] != '\t') || feed == bytes) continue;
    if (feed[-1] == '\r') feed[-1] = ' ';
    *feed = ' ';
  }
}

/* --- the fields of a record --- */

static const char *const type_names[ISNAD_WARC_TYPES] = {"warcinfo", "response",   "resource",     "request", "metadata",
                                                         "revisit",  "conversion", "continuation", "other"};

const char *isnad_warc_type_name(isnad_warc_type type) { return type < ISNAD_WARC_TYPES ? type_names[type] : "other"; }

static isnad_warc_type type_of(isnad_slice name) {
  for (int i = 0; i < ISNAD_WARC_OTHER; i++)
    if (header_same(name, type_names[i])) return (isnad_warc_type)i;
  return ISNAD_WARC_OTHER;
}

/* Some writers put the target in angle brackets, as the grammar of 1.0 could be read. */
static isnad_slice bare_uri(isnad_slice uri) {
  if (uri.length >= 2 && uri.bytes[0] == '<' && uri.bytes[uri.length - 1] == '>') return (isnad_slice){uri.bytes + 1, uri.length - 2};
  return uri;
}

static bool read_length(uint64_t *out, isnad_slice digits) {
  *out = 0;
  for (size_t i = 0; i < digits.length; i++) {
    if (!ascii_is_digit(digits.bytes[i]) || *out > (UINT64_MAX >> 2) / 10) return false;
    *out = *out * 10 + (uint64_t)(digits.bytes[i] - '0');
  }
  return digits.length > 0;
}

typedef struct known_field {
  const char *name;
  size_t offset; /* of its slice in the record */
} known_field;

static const known_field known_fields[] = {
    {"WARC-Record-ID", offsetof(isnad_warc_record, id)},
    {"WARC-Date", offsetof(isnad_warc_record, date)},
    {"WARC-Target-URI", offsetof(isnad_warc_record, target)},
    {"Content-Type", offsetof(isnad_warc_record, content_type)},
    {"WARC-Profile", offsetof(isnad_warc_record, profile)},
    {"WARC-Refers-To", offsetof(isnad_warc_record, refers_to)},
    {"WARC-Refers-To-Target-URI", offsetof(isnad_warc_record, refers_to_target)},
    {"WARC-Refers-To-Date", offsetof(isnad_warc_record, refers_to_date)},
    {"WARC-Truncated", offsetof(isnad_warc_record, truncated)},
    {"WARC-Block-Digest", offsetof(isnad_warc_record, block_digest)},
    {"WARC-Payload-Digest", offsetof(isnad_warc_record, payload_digest)},
};

static void take_field(isnad_warc_record *out, isnad_slice name, isnad_slice value) {
  for (size_t i = 0; i < sizeof known_fields / sizeof known_fields[0]; i++) {
    if (!header_same(name, known_fields[i].name)) continue;
    isnad_slice *field = (isnad_slice *)(void *)((char *)out + known_fields[i].offset);
    if (field->bytes == NULL) *field = value;
    return;
  }
}

const char *warc_header_read(isnad_warc_record *out, char *bytes, size_t length) {
  isnad_slice name, value, type = {NULL, 0}, size = {NULL, 0};
  const char *feed = length > 0 ? memchr(bytes, '\n', length) : NULL;
  if (feed == NULL || !warc_opens((isnad_slice){bytes, length})) return "no record begins here";
  header_unfold(bytes, length);
  out->version = trimmed(bytes + 5, feed);
  out->header = (isnad_slice){feed + 1, length - (size_t)(feed + 1 - bytes)};
  for (size_t at = 0; header_next(out->header, &at, &name, &value);) {
    if (header_same(name, "WARC-Type") && type.bytes == NULL)
      type = value;
    else if (header_same(name, "Content-Length") && size.bytes == NULL)
      size = value;
    else
      take_field(out, name, value);
  }
  out->target = bare_uri(out->target);
  out->refers_to_target = bare_uri(out->refers_to_target);
  out->type = type_of(type);
  if (type.length == 0) return "the record has no WARC-Type";
  return read_length(&out->length, size) ? NULL : "the record has no Content-Length that is a number";
}

isnad_slice isnad_warc_field(const isnad_warc_record *record, const char *name) { return header_field(record->header, name); }
