#include "feed/source.h"

#include "capture/unpack.h"
#include "feed/words.h"
#include "page/charset.h"

enum { ITEMS = 50000, DEPTH = 256, LARGEST = 64 * 1024 * 1024 };

static const char replacement[] = "\xEF\xBF\xBD";

static uint32_t lines_before(isnad_slice text, size_t end) {
  uint32_t lines = 0;
  for (size_t i = 0; i < end && i < text.length; i++) lines += text.bytes[i] == '\n';
  return lines;
}

static bool plain_ascii(isnad_slice bytes) {
  for (size_t i = 0; i < bytes.length; i++)
    if ((unsigned char)bytes.bytes[i] >= 0x80) return false;
  return true;
}

/* What was stated and is not so: told once, though every byte of it was read another way. */
static void judge_charset(feed_source *s, isnad_slice bytes, const page_decoded *decoded, isnad_slice content_type) {
  if (decoded->repairs.invalid_utf8 > 0)
    fault_add(&s->faults, ISNAD_FAULT_CHARSET, 1 + lines_before(decoded->text, word_find(decoded->text, 0, replacement)),
              "%u places are not %.*s and were replaced", decoded->repairs.invalid_utf8, (int)decoded->charset.length, decoded->charset.bytes);
  bool marked = word_is(decoded->basis, "bom") || word_is(decoded->basis, "pattern");
  uint16_t declared = charset_of_content_type(content_type);
  if (declared == CHARSET_NONE) declared = charset_of_markup(bytes);
  if (marked || declared == CHARSET_NONE || plain_ascii(bytes)) return;
  if (!word_is(decoded->charset, charset_rows[declared].name) || word_is(decoded->basis, "undone"))
    fault_add(&s->faults, ISNAD_FAULT_CHARSET, 1, "it says that it is %s, and is %s%.*s", charset_rows[declared].name,
              word_is(decoded->basis, "undone") ? "UTF-8 that was once read as " : "", (int)decoded->charset.length, decoded->charset.bytes);
}

static isnad_status unpack(feed_source *s, isnad_slice *bytes, size_t largest, isnad_err *err) {
  if (bytes->length < 2 || memcmp(bytes->bytes, "\x1F\x8B", 2) != 0) return ISNAD_OK;
  isnad_status status = unpack_gzip(bytes, &s->cut, s->arena, largest > 0 ? largest : LARGEST, err);
  if (status == ISNAD_OK && s->cut) fault_add(&s->faults, ISNAD_FAULT_CUT, 0, "the packed file ends too soon");
  return status;
}

static void find_document(feed_source *s, isnad_slice text) {
  size_t begin = 0;
  s->kind = feed_kind_of(text, &begin);
  if (s->kind == ISNAD_FEED_NONE) begin = 0;
  size_t junk = word_trim((isnad_slice){text.bytes, begin}).length;
  s->first_line = 1 + lines_before(text, begin);
  s->text = (isnad_slice){text.bytes + begin, text.length - begin};
  if (junk > 0)
    fault_add(&s->faults, ISNAD_FAULT_JUNK, 1, "%zu bytes stand before the document", begin);
  else if (begin > 0 && word_at(s->text, 0, "<?xml"))
    fault_add(&s->faults, ISNAD_FAULT_JUNK, 1, "white space stands before the XML declaration");
}

isnad_status feed_source_open(feed_source *out, isnad_arena *arena, isnad_slice bytes, const isnad_feed_options *options, isnad_err *err) {
  static const isnad_feed_options none = {0};
  const isnad_feed_options *o = options != NULL ? options : &none;
  page_decoded decoded;
  *out = (feed_source){.arena = arena, .base = o->url, .faults = {.arena = arena}};
  out->most_items = o->most_items > 0 ? o->most_items : ITEMS;
  out->deepest = o->deepest > 0 ? o->deepest : DEPTH;
  isnad_status status = unpack(out, &bytes, o->largest, err);
  if (status == ISNAD_OK) status = page_decode(&decoded, arena, bytes, o->content_type, true, err);
  if (status != ISNAD_OK) return status;
  out->charset = decoded.charset;
  judge_charset(out, bytes, &decoded, o->content_type);
  find_document(out, decoded.text);
  return ISNAD_OK;
}
