#include "capture/item.h"

#include "base/hash.h"
#include "base/json_reader.h"

#include <string.h>

/* The fields of a JSONL item in schema order; the order counts in its digest. */
typedef enum item_field { ID, URL, TITLE, TEXT, HTML, OUTLET, PUBLISHED, CAPTURED_AT, FIELD_COUNT } item_field;

static const char *const field_names[FIELD_COUNT] = {"id", "url", "title", "text", "html", "outlet", "published", "captured_at"};

static item_field field_of(isnad_slice key) {
  for (int i = 0; i < FIELD_COUNT; i++)
    if (isnad_slice_is(key, field_names[i])) return (item_field)i;
  return FIELD_COUNT;
}

/* A field may be a string or a number (ids); null and other kinds count as absent. */
static bool read_field(json_reader *r, isnad_slice *out) {
  json_kind kind;
  if (!json_peek(r, &kind)) return false;
  if (kind == JSON_STRING) return json_read_string(r, out);
  if (kind == JSON_NUMBER) return json_read_number(r, out);
  return json_skip(r);
}

static bool read_fields(json_reader *r, isnad_slice fields[FIELD_COUNT]) {
  isnad_slice key, ignored;
  bool first = true;
  if (!json_enter(r, JSON_OBJECT)) return false;
  while (json_next_key(r, &key, &first)) {
    item_field field = field_of(key);
    if (!read_field(r, field < FIELD_COUNT ? &fields[field] : &ignored)) return false;
  }
  return r->problem == NULL && json_at_end(r);
}

static bool digest(uint8_t out[32], const isnad_slice fields[FIELD_COUNT]) {
  isnad_slice parts[2 * FIELD_COUNT];
  for (size_t i = 0; i < FIELD_COUNT; i++) {
    parts[2 * i] = fields[i];
    parts[2 * i + 1] = (isnad_slice){"\x1F", 1};
  }
  return hash_sha256(out, parts, 2 * FIELD_COUNT);
}

/* A title may hold line breaks; the headline is one line. */
static isnad_slice one_line(isnad_arena *arena, isnad_slice title) {
  if (title.length == 0 || (memchr(title.bytes, '\n', title.length) == NULL && memchr(title.bytes, '\r', title.length) == NULL)) return title;
  char *bytes = isnad_arena_alloc(arena, title.length);
  for (size_t i = 0; bytes != NULL && i < title.length; i++) bytes[i] = title.bytes[i] == '\n' || title.bytes[i] == '\r' ? ' ' : title.bytes[i];
  return (isnad_slice){bytes, bytes != NULL ? title.length : 0};
}

static isnad_slice page_text(isnad_arena *arena, isnad_slice title, isnad_slice text) {
  if (title.length == 0) return text;
  if (text.length == 0) return title;
  char *bytes = isnad_arena_alloc(arena, title.length + 1 + text.length);
  if (bytes == NULL) return (isnad_slice){NULL, 0};
  memcpy(bytes, title.bytes, title.length);
  bytes[title.length] = '\n';
  memcpy(bytes + title.length + 1, text.bytes, text.length);
  return (isnad_slice){bytes, title.length + 1 + text.length};
}

isnad_status capture_read_item(isnad_capture *out, isnad_arena *arena, const isnad_input *input, isnad_err *err) {
  isnad_slice fields[FIELD_COUNT] = {{NULL, 0}};
  json_reader r = json_reader_new(arena, input->bytes);
  if (input->bytes.length >= 3 && memcmp(input->bytes.bytes, "\xEF\xBB\xBF", 3) == 0) r.at = 3;
  isnad_span place = {0, 0};
  if (!read_fields(&r, fields)) {
    place = (isnad_span){(uint32_t)r.at, (uint32_t)r.at};
    if (isnad_arena_status(arena) != ISNAD_OK) return isnad_arena_fail(err, arena, "capture");
    return isnad_err_set(err, ISNAD_BAD_INPUT, "capture", place, "not a JSON object: %s at byte %zu", r.problem, r.at);
  }
  if (fields[TEXT].length == 0 && fields[HTML].length == 0 && fields[TITLE].length == 0)
    return isnad_err_set(err, ISNAD_BAD_INPUT, "capture", place, "neither text nor html nor title");
  bool html = fields[HTML].length > 0;
  *out = (isnad_capture){
      .id = fields[ID], .url = fields[URL], .outlet = fields[OUTLET], .published = fields[PUBLISHED], .captured_at = fields[CAPTURED_AT]};
  out->item = true;
  out->place = (isnad_capture_place){.file = input->standard_input ? (isnad_slice){NULL, 0} : input->path, .line = input->line};
  out->media = html ? ISNAD_MEDIA_HTML : ISNAD_MEDIA_TEXT;
  out->title = one_line(arena, fields[TITLE]);
  out->bytes = html ? fields[HTML] : page_text(arena, out->title, fields[TEXT]);
  out->uri = out->url.length > 0 ? out->url : out->id;
  if (out->uri.length == 0) out->uri = isnad_arena_printf(arena, "%.*s:%zu", (int)input->path.length, input->path.bytes, input->line);
  if (isnad_arena_status(arena) != ISNAD_OK) return isnad_arena_fail(err, arena, "capture");
  return digest(out->sha256, fields) ? ISNAD_OK : isnad_err_set(err, ISNAD_NO_MEMORY, "capture", place, "out of memory");
}
