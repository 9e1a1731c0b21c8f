/* Words from outside in a page: escaped, and isolated so that they do not turn their surroundings. */
#include "view/html_words.h"

/* What steers the direction of text, and controls. */
static size_t left_out(const unsigned char *at, size_t left) {
  if (at[0] < 0x20 || at[0] == 0x7F) return 1;
  if (left >= 2 && ((at[0] == 0xD8 && at[1] == 0x9C) || (at[0] == 0xC2 && at[1] < 0xA0))) return 2;
  if (left < 3) return 0;
  bool marks = at[0] == 0xE2 && at[1] == 0x80 && (at[2] == 0x8E || at[2] == 0x8F || (at[2] >= 0xA8 && at[2] <= 0xAE));
  bool isolates = at[0] == 0xE2 && at[1] == 0x81 && at[2] >= 0xA6 && at[2] <= 0xA9;
  bool order = at[0] == 0xEF && at[1] == 0xBB && at[2] == 0xBF;
  bool never = at[0] == 0xEF && at[1] == 0xBF && at[2] >= 0xBE; /* U+FFFE and U+FFFF are in no XML */
  return marks || isolates || order || never ? 3 : 0;
}

void html_escape(buf *out, isnad_slice words) {
  for (size_t i = 0; i < words.length; i++) {
    size_t skip = left_out((const unsigned char *)words.bytes + i, words.length - i);
    if (skip > 0) {
      if (skip == 1) buf_add_char(out, ' ');
      i += skip - 1;
      continue;
    }
    switch (words.bytes[i]) {
    case '&':
      buf_add_text(out, "&amp;");
      break;
    case '<':
      buf_add_text(out, "&lt;");
      break;
    case '>':
      buf_add_text(out, "&gt;");
      break;
    case '"':
      buf_add_text(out, "&quot;");
      break;
    case '\'':
      buf_add_text(out, "&#39;");
      break;
    default:
      buf_add_char(out, words.bytes[i]);
    }
  }
}

/* Words from outside: isolated, so that Latin names, numbers and addresses do not turn their surroundings; what holds no letter of Arabic runs from
 * the left. */
void html_isolate(buf *out, isnad_slice words) {
  bool ascii = true;
  for (size_t i = 0; i < words.length && ascii; i++) ascii = (unsigned char)words.bytes[i] < 0x80;
  buf_add_text(out, ascii ? "<bdi dir=\"ltr\">" : "<bdi>");
  html_escape(out, words);
  buf_add_text(out, "</bdi>");
}

void html_isolated(buf *out, const char *tag, const char *class, isnad_slice words) {
  if (words.length == 0) return;
  buf_printf(out, "<%s class=\"%s\">", tag, class);
  html_isolate(out, words);
  buf_printf(out, "</%s> ", tag);
}

/* Our remark on words from outside, in brackets. */
void html_remark(buf *out, const char *class, isnad_slice words) {
  if (words.length == 0) return;
  buf_printf(out, "<span class=\"%s\">(", class);
  html_isolate(out, words);
  buf_add_text(out, ")</span> ");
}
