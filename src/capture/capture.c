#include "base/ascii.h"
#include "base/hash.h"
#include "capture/item.h"
#include "capture/warc_pages.h"

#include <string.h>

enum { SNIFFED = 1024 };

static bool stands_at(isnad_slice bytes, size_t at, const char *opening) {
  size_t same = 0;
  while (opening[same] != '\0' && at + same < bytes.length && ascii_lower(bytes.bytes[at + same]) == opening[same]) same++;
  return opening[same] == '\0';
}

/* The name of an element ends there. */
static bool ends_name(isnad_slice bytes, size_t at) { return at >= bytes.length || memchr(" \t\r\n\f/>", bytes.bytes[at], 7) != NULL; }

/* HTML when the first visible bytes open a document or a common element (the table of the WHATWG MIME sniffing standard, 7.1), or when a document
 * opens a little later on a line of its own: servers put warnings before it. */
static bool looks_like_html(isnad_slice bytes) {
  static const char *const elements[] = {"<html",  "<head",  "<script", "<iframe", "<h1", "<div", "<font", "<table", "<a",
                                         "<style", "<title", "<b",      "<body",   "<br", "<p",   "<meta", "<link",  "<span"};
  size_t at = bytes.length >= 3 && memcmp(bytes.bytes, "\xEF\xBB\xBF", 3) == 0 ? 3 : 0;
  while (at < bytes.length && memchr(" \t\r\n\f", bytes.bytes[at], 5) != NULL) at++;
  if (stands_at(bytes, at, "<!doctype html") || stands_at(bytes, at, "<!--") || stands_at(bytes, at, "<?xml")) return true;
  for (size_t i = 0; i < sizeof elements / sizeof elements[0]; i++)
    if (stands_at(bytes, at, elements[i]) && ends_name(bytes, at + strlen(elements[i]))) return true;
  size_t end = bytes.length < at + SNIFFED ? bytes.length : at + SNIFFED;
  for (at++; at < end; at++)
    if (bytes.bytes[at] == '<' && (bytes.bytes[at - 1] == '\n' || bytes.bytes[at - 1] == '>') &&
        (stands_at(bytes, at, "<!doctype html") || stands_at(bytes, at, "<html")))
      return true;
  return false;
}

static isnad_media media_of(isnad_slice bytes) { return looks_like_html(bytes) ? ISNAD_MEDIA_HTML : ISNAD_MEDIA_TEXT; }

isnad_input isnad_input_copy(isnad_arena *arena, const isnad_input *input) {
  isnad_input copy = *input;
  copy.bytes = isnad_arena_copy(arena, input->bytes);
  copy.record.target = isnad_arena_copy(arena, input->record.target);
  copy.record.date = isnad_arena_copy(arena, input->record.date);
  copy.record.content_type = isnad_arena_copy(arena, input->record.content_type);
  return copy;
}

isnad_status isnad_capture_read(isnad_capture *out, isnad_arena *arena, const isnad_input *input, isnad_err *err) {
  if (input->record.is) return warc_read_page(out, arena, input, media_of, err);
  if (input->line > 0) return capture_read_item(out, arena, input, err);
  *out = (isnad_capture){.uri = input->path,
                         .bytes = input->bytes,
                         .media = media_of(input->bytes),
                         .place = {.file = input->standard_input ? (isnad_slice){NULL, 0} : input->path}};
  return hash_sha256(out->sha256, &input->bytes, 1) ? ISNAD_OK : isnad_err_set(err, ISNAD_NO_MEMORY, "capture", (isnad_span){0, 0}, "out of memory");
}
