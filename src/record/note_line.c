/* The note stage alone: a line of JSON in, a line of JSON out. */
#include "base/clock.h"
#include "base/json_reader.h"
#include "record/print.h"

#include <string.h>

typedef struct note_item {
  isnad_slice id, text, at;
} note_item;

static bool read_item(note_item *out, json_reader *r) {
  isnad_slice key;
  bool first = true;
  if (!json_enter(r, JSON_OBJECT)) return false;
  while (json_next_key(r, &key, &first)) {
    json_kind kind;
    isnad_slice value = {NULL, 0};
    if (!json_peek(r, &kind)) return false;
    bool read = kind == JSON_STRING ? json_read_string(r, &value) : kind == JSON_NUMBER ? json_read_number(r, &value) : json_skip(r);
    if (!read) return false;
    if (isnad_slice_is(key, "id")) out->id = value;
    if (isnad_slice_is(key, "text")) out->text = value;
    if (isnad_slice_is(key, "at")) out->at = value;
  }
  return r->problem == NULL && json_at_end(r);
}

/* Every line of the text is a paragraph. */
static bool paragraphs(isnad_article *article, isnad_arena *arena, isnad_slice text) {
  size_t count = 1;
  for (size_t i = 0; i < text.length; i++) count += text.bytes[i] == '\n';
  isnad_span *body = isnad_arena_array(arena, count, sizeof *body);
  if (body == NULL) return false;
  size_t begin = 0, filled = 0;
  for (size_t i = 0; i <= text.length; i++) {
    if (i < text.length && text.bytes[i] != '\n') continue;
    if (i > begin) body[filled++] = (isnad_span){(uint32_t)begin, (uint32_t)i};
    begin = i + 1;
  }
  article->body = body;
  article->body_count = filled;
  return true;
}

static isnad_status read_notes(isnad_article *article, isnad_page *page, isnad_arena *arena, const note_item *item, isnad_err *err) {
  isnad_capture capture = {.bytes = item->text, .media = ISNAD_MEDIA_TEXT};
  isnad_status status = isnad_page_read(page, arena, &capture, err);
  if (status != ISNAD_OK) return status;
  if (item->at.length > 0 && !clock_read_iso(&article->published.when, item->at, true, 0))
    return isnad_err_set(err, ISNAD_BAD_INPUT, "note", (isnad_span){0, 0}, "\"at\" is no ISO 8601 date: %.*s",
                         (int)(item->at.length < 40 ? item->at.length : 40), item->at.bytes);
  article->published.basis = ISNAD_BASIS_META;
  article->published.rule = (isnad_rule){"at", ISNAD_TABLE_OUTLETS, 0};
  if (!paragraphs(article, arena, page->text)) return isnad_arena_fail(err, arena, "note");
  return isnad_note_article(article, arena, page, err);
}

isnad_status isnad_note_line(isnad_slice *out, isnad_arena *arena, isnad_slice line, isnad_err *err) {
  note_item item = {{NULL, 0}, {NULL, 0}, {NULL, 0}};
  json_reader r = json_reader_new(arena, line);
  if (!read_item(&item, &r)) {
    if (isnad_arena_status(arena) != ISNAD_OK) return isnad_arena_fail(err, arena, "note");
    isnad_span place = {(uint32_t)r.at, (uint32_t)r.at};
    return isnad_err_set(err, ISNAD_BAD_INPUT, "note", place, "not a JSON object: %s at byte %zu", r.problem != NULL ? r.problem : "trailing bytes",
                         r.at);
  }
  isnad_page page;
  isnad_article article = {.role = ISNAD_ROLE_LEAD};
  isnad_status status = read_notes(&article, &page, arena, &item, err);
  if (status != ISNAD_OK) return status;
  buf b = buf_new(arena, 1024 + item.text.length);
  json_writer w = json_writer_new(&b);
  json_open_object(&w);
  json_key_string(&w, "id", item.id);
  print_notes(&w, &page, &article);
  json_close_object(&w);
  *out = buf_slice(&b);
  return buf_status(&b, "note", err);
}
