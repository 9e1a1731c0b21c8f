/* What a line of any language looks like, by bytes of UTF-8: a table of lead bytes tells letters well enough to weigh lines by. */
#include "page/html_lines.h"

#include "base/hash.h"
#include "page/chars.h"

enum { PARAGRAPH = 120, SENTENCE = 40, SENTENCES = 60, LINK_MOST = 45 /* percent */ };

/* Letters that a byte stands for: lead bytes count, two for the scripts whose characters are words or syllables (E3-ED); the rows of punctuation
 * (C2, E2) do not. */
static uint32_t weight_of(uint8_t b) {
  if (b < 0x80) return (b >= '0' && b <= '9') || ((b | 0x20) >= 'a' && (b | 0x20) <= 'z');
  if (b < 0xC3 || b == 0xE2 || b == 0xEE) return 0;
  return b >= 0xE3 && b <= 0xED ? 2 : 1;
}

uint32_t page_html_letters(isnad_slice text) {
  uint32_t count = 0;
  for (size_t i = 0; i < text.length; i++) count += weight_of((uint8_t)text.bytes[i]);
  return count;
}

enum mark { MARK_NONE, MARK_STOP, MARK_COMMA, MARK_COLON, MARK_QUOTE, MARK_SPACE };

static enum mark ascii_mark(uint8_t b) {
  switch (b) {
  case '.':
  case '!':
  case '?':
    return MARK_STOP;
  case ',':
  case ';':
    return MARK_COMMA;
  case ':':
    return MARK_COLON;
  case '"':
  case '\'':
  case ')':
  case ']':
    return MARK_QUOTE;
  case ' ':
    return MARK_SPACE;
  default:
    return MARK_NONE;
  }
}

/* Full stops, commas and quotation marks of the scripts that news is written in. */
static enum mark mark_of(uint32_t c) {
  switch (c) {
  case CHAR_ARABIC_QUESTION:
  case CHAR_ARABIC_STOP:
  case CHAR_ELLIPSIS:
  case 0x0964: /* danda */
  case 0x3002: /* ideographic full stop */
  case 0xFF01:
  case 0xFF0E:
  case 0xFF1F:
    return MARK_STOP;
  case CHAR_ARABIC_COMMA:
  case CHAR_ARABIC_SEMICOLON:
  case 0x3001: /* ideographic comma */
  case 0xFF0C:
  case 0xFF1B:
    return MARK_COMMA;
  case 0xFF1A:
    return MARK_COLON;
  case CHAR_GUILLEMET_OPEN:
  case CHAR_GUILLEMET_CLOSE:
  case 0x201C:
  case 0x201D:
  case 0x201E:
  case 0x2018:
  case 0x2019:
  case 0x300C:
  case 0x300D:
    return MARK_QUOTE;
  default:
    return MARK_NONE;
  }
}

static bool may_be_mark(uint8_t b) { return b == 0xC2 || b == 0xD8 || b == 0xDB || b == 0xE0 || b == 0xE2 || b == 0xE3 || b == 0xEF; }

static enum mark mark_at(isnad_slice text, size_t at, size_t *length) {
  uint8_t b = (uint8_t)text.bytes[at];
  *length = 1;
  if (b < 0x80) return ascii_mark(b);
  return may_be_mark(b) ? mark_of(char_at(text, at, length)) : MARK_NONE;
}

static void count_mark(html_line *line, enum mark mark, uint8_t b) {
  if (mark == MARK_STOP && line->stops < UINT16_MAX) line->stops++;
  if (mark == MARK_COMMA && line->commas < UINT16_MAX) line->commas++;
  line->words += mark == MARK_SPACE;
  line->digits += b >= '0' && b <= '9';
}

/* The mark that the text ends with, closing quotation marks and brackets passed over. */
static uint8_t end_of(enum mark last) { return last == MARK_STOP ? LINE_STOP : last == MARK_COLON ? LINE_COLON : 0; }

void page_html_measure(html_line *line, isnad_slice text) {
  enum mark last = MARK_NONE;
  size_t length = 1;
  for (size_t at = 0; at < text.length; at += length) {
    enum mark mark = mark_at(text, at, &length);
    uint8_t b = (uint8_t)text.bytes[at];
    if (mark == MARK_NONE)
      line->letters += weight_of(b);
    else
      count_mark(line, mark, b);
    if (mark == MARK_QUOTE && at == 0) line->flags |= LINE_QUOTE;
    if (mark == MARK_NONE && b >= '0' && b <= '9') line->digits++;
    if (mark != MARK_QUOTE && mark != MARK_SPACE && (b < 0x80 || b >= 0xC0)) last = mark;
  }
  line->words += text.length > 0;
  line->flags |= end_of(last);
  line->hash = hash64(text);
}

static bool is_heading(html_tag tag) { return tag >= HTML_H1 && tag <= HTML_H6; }

bool page_html_is_prose(const html_line *line, html_tag tag) {
  if (line->link_letters * 100 > line->letters * LINK_MOST || is_heading(tag)) return false;
  return line->letters >= PARAGRAPH || (line->letters >= SENTENCE && (line->flags & LINE_STOP) != 0) ||
         (line->stops >= 2 && line->letters >= SENTENCES);
}
