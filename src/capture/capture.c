#include "base/hash.h"
#include "capture/item.h"

#include <string.h>

/* HTML when the first visible bytes open a document or a common element; text otherwise (after the WHATWG MIME sniffing table, shortened). */
static bool looks_like_html(isnad_slice bytes) {
  static const char *const openings[] = {"<!doctype html", "<html", "<head",  "<body", "<script", "<!--",
                                         "<div",           "<meta", "<title", "<?xml", "<table",  "<p>"};
  size_t at = 0;
  if (bytes.length >= 3 && memcmp(bytes.bytes, "\xEF\xBB\xBF", 3) == 0) at = 3;
  while (at < bytes.length && memchr(" \t\r\n\f", bytes.bytes[at], 5) != NULL) at++;
  for (size_t i = 0; i < sizeof openings / sizeof openings[0]; i++) {
    size_t length = strlen(openings[i]), same = 0;
    while (same < length && at + same < bytes.length) {
      char c = bytes.bytes[at + same];
      if ((c >= 'A' && c <= 'Z' ? c + ('a' - 'A') : c) != openings[i][same]) break;
      same++;
    }
    if (same == length) return true;
  }
  return false;
}

isnad_status isnad_capture_read(isnad_capture *out, isnad_arena *arena, const isnad_input *input, isnad_err *err) {
  if (input->line > 0) return capture_read_item(out, arena, input, err);
  *out = (isnad_capture){.uri = input->path, .bytes = input->bytes};
  out->media = looks_like_html(input->bytes) ? ISNAD_MEDIA_HTML : ISNAD_MEDIA_TEXT;
  return hash_sha256(out->sha256, &input->bytes, 1) ? ISNAD_OK : isnad_err_set(err, ISNAD_NO_MEMORY, "capture", (isnad_span){0, 0}, "out of memory");
}
