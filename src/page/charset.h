/* Captured bytes of any encoding as valid UTF-8, with a map back to the bytes. */
#ifndef ISNAD_PAGE_CHARSET_H
#define ISNAD_PAGE_CHARSET_H

#include "isnad/page.h"
#include "page/charset_tables.h"
#include "page/origins.h"

/* The result: text, the encoding's name in lower case ("windows-1256"), and why it was taken to be that:
 *   "bom"        a byte order mark says so
 *   "valid"      the bytes are valid UTF-8 (ASCII is)
 *   "repaired"   they are UTF-8 but for some broken places, which became U+FFFD and are counted
 *   "pattern"    UTF-16 without a mark: every other byte is the same few
 *   "declared"   the transfer or the page names it, and it reads well
 *   "overruled"  something else was declared, but this reads as Arabic and that does not, or that cannot be read
 *   "detected"   nothing was declared; it reads as Arabic, or uchardet finds it
 *   "assumed"    nothing else is known
 *   "undone"     UTF-8 that had been read as `charset` and written as UTF-8 once more (mojibake); it was turned back */
typedef struct page_decoded {
  isnad_slice text; /* valid UTF-8 without NUL and byte order mark; the captured bytes themselves when nothing had to change */
  isnad_slice charset;
  isnad_slice basis;
  isnad_repairs repairs; /* invalid_utf8 counts what could not be read in any other encoding too */
  page_origins origins;  /* from places in text to captured bytes */
} page_decoded;

/* Decodes captured bytes. `content_type` is the transfer's header ("text/html; charset=windows-1256") or a bare label, or empty; `markup` tells
 * whether a meta element may name the encoding. Order after the WHATWG standard, but UTF-8 that is valid beats every label, and a label that lies is
 * overruled: candidates are judged by how many of their Arabic words are known ones. Linear.
 * Returns ISNAD_OK, ISNAD_LIMIT (4 GiB and more, or the arena's), ISNAD_NO_MEMORY, ISNAD_BAD_INPUT (binary bytes). */
isnad_status page_decode(page_decoded *out, isnad_arena *arena, isnad_slice bytes, isnad_slice content_type, bool markup, isnad_err *err);

/* Enters text, encoding, basis and repairs into a page. */
void page_take_decoded(isnad_page *out, const page_decoded *decoded);

/* --- shared by the files of this part --- */

enum { CHARSET_NONE = UINT16_MAX };

/* The row of charset_rows that a label names, in any case and with white space around it; CHARSET_NONE. */
uint16_t charset_of_label(isnad_slice label);

/* The row of this name; it must be in the table. */
uint16_t charset_named(const char *name);

/* What the transfer's header names, or CHARSET_NONE. */
uint16_t charset_of_content_type(isnad_slice content_type);

/* What a meta element or an XML declaration names in the first bytes of a page, or CHARSET_NONE. UTF-16 means UTF-8 there, as the label could not
 * have been read otherwise. */
uint16_t charset_of_markup(isnad_slice bytes);

/* Decodes `bytes` by a row, UTF-8 excepted, into `out->text`; what cannot be read becomes U+FFFD and is counted. `with_origins` false leaves the map
 * out. Returns ISNAD_OK, ISNAD_LIMIT, ISNAD_NO_MEMORY. */
isnad_status charset_decode(page_decoded *out, isnad_arena *arena, isnad_slice bytes, uint16_t row, bool with_origins, isnad_err *err);

/* The code points of the bytes 80 to FF in an encoding of one byte a character; 0 for none. False when glibc does not know it. */
bool charset_points(uint16_t points[128], uint16_t row);

typedef struct charset_guess {
  uint16_t row;
  const char *basis;
} charset_guess;

/* What bytes that are no UTF-8 are written in; `declared` may be CHARSET_NONE. */
charset_guess charset_find(isnad_slice bytes, uint16_t declared);

/* How well UTF-8 text reads as Arabic: words of three letters and more that are known to news, and all of them. */
typedef struct charset_reading {
  size_t known, words;
} charset_reading;

charset_reading charset_read_arabic(isnad_arena *scratch, isnad_slice text);

/* Turns back UTF-8 that had been read in an encoding of Windows and written as UTF-8 again. Only where it is certain: what comes out is valid UTF-8
 * nearly everywhere and reads as Arabic, which what went in does not. Leaves `out` as it is otherwise. Returns ISNAD_OK, ISNAD_LIMIT,
 * ISNAD_NO_MEMORY. */
isnad_status charset_undo(page_decoded *out, isnad_arena *arena, isnad_err *err);

#endif
