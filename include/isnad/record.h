/* isnad/record.h - the record of one page (schema 1): what `isnad read` prints and `isnad add` stores.
 */
#ifndef ISNAD_RECORD_H
#define ISNAD_RECORD_H

#include "isnad/note.h"

typedef struct isnad_record {
  isnad_capture capture;
  isnad_page page;
  isnad_article *articles;
  size_t article_count;
} isnad_record;

/* One page in, one record out: capture, page, articles, notes. Pure; any number of threads may do it at once, each with its arena.
 * Returns what its stages return; err names the stage. */
ISNAD_API isnad_status isnad_read(isnad_record *out, isnad_arena *arena, const isnad_input *input, isnad_err *err);

/* Whether the record holds the page's text: always, unless the capture is itself a UTF-8 text file. */
ISNAD_API bool isnad_record_carries_text(const isnad_record *record);

/* The record as one line of JSON (schema 1) without the line feed, in the arena. Stable order of keys; fields only when known.
 * With `text_at` not NULL the page's text is left out, and *text_at is the offset in the JSON at which it belongs (0: the record carries none);
 * isnad_record_join puts it back. Returns ISNAD_OK, ISNAD_LIMIT, ISNAD_NO_MEMORY. */
ISNAD_API isnad_status isnad_record_json(isnad_slice *out, size_t *text_at, isnad_arena *arena, const isnad_record *record, isnad_err *err);

/* Puts the text back into JSON written with `text_at`: byte for byte what isnad_record_json writes without it.
 * Returns ISNAD_OK, ISNAD_LIMIT, ISNAD_NO_MEMORY. */
ISNAD_API isnad_status isnad_record_join(isnad_slice *out, isnad_arena *arena, isnad_slice json, size_t text_at, isnad_slice text, isnad_err *err);

/* The note stage alone. `line` is a JSON object {"id", "text", "at"}: a bare text and the day or moment (ISO 8601, UTC) it was written; every line
 * of the text is a paragraph. Gives {"id", "times", "figures", "names", "quotes", "sources"}, the keys of a record's article, without a line feed.
 * Returns ISNAD_OK, ISNAD_BAD_INPUT (not such an object, or "at" is no date), ISNAD_LIMIT, ISNAD_NO_MEMORY. */
ISNAD_API isnad_status isnad_note_line(isnad_slice *out, isnad_arena *arena, isnad_slice line, isnad_err *err);

#endif
