/* JSON Feed 1 and 1.1 (jsonfeed.org). Broken JSON is read up to the break. */
#include "base/json_reader.h"
#include "feed/text.h"
#include "feed/words.h"
#include "feed/xml_feed.h"

typedef struct json_feed {
  builder b;
  json_reader r;
} json_feed;

static isnad_slice tidy(json_feed *j, isnad_slice text) { return feed_plain(j->b.arena, text, false); }

/* A string, or a number as it is written; anything else is passed over. */
static bool read_text(json_feed *j, isnad_slice *out) {
  json_kind kind;
  *out = (isnad_slice){NULL, 0};
  if (!json_peek(&j->r, &kind)) return false;
  if (kind == JSON_STRING) return json_read_string(&j->r, out);
  if (kind == JSON_NUMBER) return json_read_number(&j->r, out);
  return json_skip(&j->r);
}

/* Enters what comes next when it is of this kind, else passes over it. */
static bool enter(json_feed *j, json_kind kind, bool *entered) {
  json_kind found;
  if (!json_peek(&j->r, &found)) return false;
  *entered = found == kind;
  return *entered ? json_enter(&j->r, kind) : json_skip(&j->r);
}

/* The strings of an object by their keys. */
static bool read_strings(json_feed *j, const char *const *keys, isnad_slice *values, size_t count) {
  bool entered = false, first = true;
  isnad_slice key, value;
  if (!enter(j, JSON_OBJECT, &entered) || !entered) return j->r.problem == NULL;
  while (json_next_key(&j->r, &key, &first)) {
    if (!read_text(j, &value)) return false;
    for (size_t i = 0; i < count; i++)
      if (word_is(key, keys[i])) values[i] = value;
  }
  return j->r.problem == NULL;
}

static bool read_author(json_feed *j) {
  static const char *const keys[] = {"name"};
  isnad_slice name = {NULL, 0};
  if (!read_strings(j, keys, &name, 1)) return false;
  builder_author(&j->b, name);
  return true;
}

static bool read_attachment(json_feed *j) {
  static const char *const keys[] = {"url", "mime_type", "title", "size_in_bytes"};
  isnad_slice values[4] = {{NULL, 0}};
  if (!read_strings(j, keys, values, 4)) return false;
  isnad_feed_media *medium = builder_media(&j->b, values[0], values[1], (isnad_slice){NULL, 0}, values[3]);
  if (medium != NULL && medium->text.length == 0) medium->text = tidy(j, values[2]);
  return true;
}

static bool read_tag(json_feed *j) {
  isnad_slice tag;
  if (!read_text(j, &tag)) return false;
  builder_category(&j->b, tag);
  return true;
}

static bool read_hub(json_feed *j) {
  static const char *const keys[] = {"url"};
  isnad_slice url = {NULL, 0};
  if (!read_strings(j, keys, &url, 1)) return false;
  builder_hub(&j->b, feed_address(j->b.arena, j->b.base, url));
  return true;
}

static bool read_list(json_feed *j, bool (*read)(json_feed *j)) {
  bool entered = false, first = true;
  if (!enter(j, JSON_ARRAY, &entered) || !entered) return j->r.problem == NULL;
  while (json_next_item(&j->r, &first))
    if (!read(j)) return false;
  return j->r.problem == NULL;
}

static void enter_item_text(json_feed *j, isnad_slice key, isnad_slice value) {
  builder *b = &j->b;
  isnad_feed_item *item = &b->item;
  isnad_slice none = {NULL, 0};
  if (word_is(key, "id"))
    item->id = word_trim(value);
  else if (word_is(key, "url"))
    item->url = builder_address(b, b->base, word_trim(value), 0);
  else if (word_is(key, "title"))
    item->title = tidy(j, value);
  else if (word_is(key, "content_html"))
    item->content = word_trim(value);
  else if (word_is(key, "content_text"))
    item->content_text = word_trim(value);
  else if (word_is(key, "summary"))
    item->summary = feed_plain(b->arena, value, true);
  else if (word_is(key, "date_published"))
    item->published = builder_time(b, value, 0);
  else if (word_is(key, "date_modified"))
    item->updated = builder_time(b, value, 0);
  else if (word_is(key, "language"))
    item->language = word_trim(value);
  else if (word_is(key, "image") || word_is(key, "banner_image"))
    builder_media(b, value, none, isnad_slice_of("image"), none);
}

static bool read_item(json_feed *j) {
  bool entered = false, first = true;
  isnad_slice key, value;
  if (!enter(j, JSON_OBJECT, &entered) || !entered) return j->r.problem == NULL;
  builder_item(&j->b, 0);
  while (json_next_key(&j->r, &key, &first)) {
    bool good = word_is(key, "authors")       ? read_list(j, read_author)
                : word_is(key, "author")      ? read_author(j)
                : word_is(key, "tags")        ? read_list(j, read_tag)
                : word_is(key, "attachments") ? read_list(j, read_attachment)
                                              : read_text(j, &value);
    if (!good) return false;
    if (!word_is(key, "authors") && !word_is(key, "author") && !word_is(key, "tags") && !word_is(key, "attachments")) enter_item_text(j, key, value);
  }
  if (j->r.problem != NULL) return false;
  builder_item_end(&j->b);
  return true;
}

static void enter_feed_text(json_feed *j, isnad_slice key, isnad_slice value) {
  isnad_feed *feed = &j->b.feed;
  if (word_is(key, "version"))
    feed->version = word_find(value, 0, "version/1.1") < value.length ? isnad_slice_of("1.1") : isnad_slice_of("1");
  else if (word_is(key, "title"))
    feed->title = tidy(j, value);
  else if (word_is(key, "description"))
    feed->description = tidy(j, value);
  else if (word_is(key, "language"))
    feed->language = word_trim(value);
  else if (word_is(key, "home_page_url"))
    feed->url = builder_address(&j->b, j->b.base, value, 0);
  else if (word_is(key, "feed_url"))
    feed->self = builder_address(&j->b, j->b.base, value, 0);
  else if (word_is(key, "next_url"))
    feed->next = builder_address(&j->b, j->b.base, value, 0);
}

static bool read_feed(json_feed *j) {
  bool first = true;
  isnad_slice key, value;
  if (!json_enter(&j->r, JSON_OBJECT)) return false;
  while (json_next_key(&j->r, &key, &first)) {
    bool items = word_is(key, "items"), hubs = word_is(key, "hubs");
    bool good = items ? read_list(j, read_item) : hubs ? read_list(j, read_hub) : read_text(j, &value);
    if (!good) return false;
    if (!items && !hubs) enter_feed_text(j, key, value);
  }
  return j->r.problem == NULL;
}

static uint32_t line_at(isnad_slice text, size_t end, uint32_t line) {
  for (size_t i = 0; i < end && i < text.length; i++) line += text.bytes[i] == '\n';
  return line;
}

isnad_status json_feed_read(isnad_feed *out, feed_source *source, isnad_err *err) {
  json_feed j = {.b = builder_new(source), .r = json_reader_new(source->arena, source->text)};
  bool whole = read_feed(&j);
  if (isnad_arena_status(source->arena) != ISNAD_OK) return isnad_arena_fail(err, source->arena, "feed");
  uint32_t line = line_at(source->text, j.r.at, source->first_line);
  isnad_slice written = word_trim(source->text);
  if (!whole && written.bytes[written.length - 1] != '}')
    fault_add(&source->faults, ISNAD_FAULT_CUT, line, "the document ends too soon");
  else if (!whole)
    fault_add(&source->faults, ISNAD_FAULT_BROKEN, line, "no JSON (%s): nothing behind is read", j.r.problem != NULL ? j.r.problem : "");
  else if (!json_at_end(&j.r))
    fault_add(&source->faults, ISNAD_FAULT_JUNK, line, "something stands behind the document");
  builder_finish(out, &j.b);
  return ISNAD_OK;
}
