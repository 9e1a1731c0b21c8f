#include "capture/warc_pages.h"

#include "base/hash.h"
#include "capture/http_message.h"
#include "capture/warc_header.h"

#include <string.h>

static const isnad_span nowhere = {0, 0};

enum { LARGEST_DEFAULT = 64 * 1024 * 1024 };

typedef enum page_type { NO_PAGE, HTML_PAGE, TEXT_PAGE, MAYBE_PAGE } page_type;

/* No type at all leaves it to the bytes, as browsers do. */
static page_type page_type_of(isnad_slice content_type) {
  size_t length = 0;
  while (length < content_type.length && memchr("; \t,", content_type.bytes[length], 4) == NULL) length++;
  isnad_slice bare = {content_type.bytes, length};
  if (length == 0) return MAYBE_PAGE;
  if (header_same(bare, "text/html") || header_same(bare, "application/xhtml+xml")) return HTML_PAGE;
  return header_same(bare, "text/plain") ? TEXT_PAGE : NO_PAGE;
}

bool warc_is_page_type(isnad_slice content_type) { return page_type_of(content_type) != NO_PAGE; }

static bool ends_in(isnad_slice s, const char *end) {
  size_t length = strlen(end);
  return s.length >= length && memcmp(s.bytes + s.length - length, end, length) == 0;
}

/* Texts for machines that crawlers fetch beside the pages, and what crawlers write of themselves (wget: "metadata:"). */
static bool is_for_machines(isnad_slice target) {
  return isnad_slice_starts(target, isnad_slice_of("metadata:")) || isnad_slice_starts(target, isnad_slice_of("dns:")) ||
         ends_in(target, "/robots.txt") || ends_in(target, "/ads.txt");
}

static bool is_page(const isnad_warc_record *record) {
  http_message message;
  if (is_for_machines(record->target)) return false;
  if (record->type == ISNAD_WARC_RESOURCE || record->type == ISNAD_WARC_CONVERSION) return page_type_of(record->content_type) != NO_PAGE;
  if (record->type != ISNAD_WARC_RESPONSE || !record->whole || http_message_read(&message, record->block, NULL) != ISNAD_OK) return false;
  if (!message.response || (message.status != 200 && message.status != 203) || message.body.length == 0) return false;
  return page_type_of(http_field(&message, "Content-Type")) != NO_PAGE;
}

/* The digest of the block covers the page; that of the payload counts where there is no other, since writers differ in what they take it of. */
static bool is_sound(const isnad_warc_record *record) {
  if (record->block_check == ISNAD_DIGEST_WRONG) return false;
  return record->payload_check != ISNAD_DIGEST_WRONG || record->block_check == ISNAD_DIGEST_GOOD;
}

isnad_status warc_next_page(isnad_input *out, isnad_warc_reader *reader, isnad_err *err) {
  isnad_warc_record record;
  isnad_status status;
  do status = isnad_warc_next(reader, &record, err);
  while (status == ISNAD_OK && !is_page(&record));
  *out = (isnad_input){.bytes = record.block};
  out->record =
      (isnad_archived){.is = true, .target = record.target, .date = record.date, .content_type = record.content_type, .place = record.place};
  out->record.http = record.type == ISNAD_WARC_RESPONSE;
  if (status != ISNAD_OK) return status;
  unsigned long long at = record.place.offset;
  if (!record.whole) return isnad_err_set(err, ISNAD_LIMIT, "capture", nowhere, "at byte %llu: the record is larger than what is allowed", at);
  if (is_sound(&record)) return ISNAD_OK;
  return isnad_err_set(err, ISNAD_BAD_INPUT, "capture", nowhere, "at byte %llu: the record does not have the digest that it states", at);
}

static bool digest_of(isnad_capture *out) {
  isnad_slice mark = {"\x1F", 1};
  isnad_slice parts[] = {out->captured_at, mark, out->content_type, mark, out->bytes, mark};
  return hash_sha256(out->sha256, parts, sizeof parts / sizeof parts[0]);
}

static isnad_status read_body(isnad_capture *out, isnad_arena *arena, const isnad_input *input, isnad_err *err) {
  http_message message;
  bool cut = false;
  size_t largest = input->record.largest > 0 ? input->record.largest : LARGEST_DEFAULT;
  if (!input->record.http) {
    out->content_type = input->record.content_type;
    return ISNAD_OK;
  }
  isnad_status status = http_message_read(&message, input->bytes, err);
  if (status != ISNAD_OK) return status;
  out->content_type = http_field(&message, "Content-Type");
  return http_body(&out->bytes, &cut, arena, &message, largest, err);
}

isnad_status warc_read_page(isnad_capture *out, isnad_arena *arena, const isnad_input *input, isnad_media (*media)(isnad_slice bytes),
                            isnad_err *err) {
  const isnad_archived *record = &input->record;
  *out = (isnad_capture){.uri = record->target, .url = record->target, .bytes = input->bytes, .captured_at = record->date};
  out->place = (isnad_capture_place){.file = input->standard_input ? (isnad_slice){NULL, 0} : input->path, .archived = true, .record = record->place};
  isnad_err why = {0};
  isnad_status status = read_body(out, arena, input, &why);
  unsigned long long at = record->place.offset;
  if (status != ISNAD_OK) return isnad_err_set(err, status, "capture", nowhere, "at byte %llu: %s", at, why.message);
  if (out->uri.length == 0) out->uri = isnad_arena_printf(arena, "%.*s@%llu", (int)input->path.length, input->path.bytes, at);
  if (out->uri.length == 0) return isnad_arena_fail(err, arena, "capture");
  out->media = page_type_of(out->content_type) == HTML_PAGE ? ISNAD_MEDIA_HTML : media(out->bytes);
  return digest_of(out) ? ISNAD_OK : isnad_err_set(err, ISNAD_NO_MEMORY, "capture", nowhere, "out of memory");
}
