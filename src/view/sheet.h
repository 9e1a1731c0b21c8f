/* The lines that a view hands out: one buffer, filled with columns, words from outside, or JSON. */
#ifndef ISNAD_VIEW_SHEET_H
#define ISNAD_VIEW_SHEET_H

#include "base/json_writer.h"
#include "isnad/view.h"

typedef enum sheet_style { SHEET_PLAIN, SHEET_BOLD, SHEET_DIM } sheet_style;

typedef struct sheet {
  const isnad_view *view;
  isnad_arena *arena;   /* of the whole view */
  isnad_arena *scratch; /* of a line or an item, for who empties it */
  buf line;
  json_writer json; /* into the line */
  size_t lines;
  bool styled; /* the line has a style that is to be ended */
  bool lent;   /* both arenas are those of the view's desk */
  isnad_err *err;
} sheet;

isnad_status sheet_open(sheet *out, const isnad_view *view, isnad_err *err);

/* Frees the sheet; turns an ended or stopped run into its status: ISNAD_NOT_FOUND with `nothing` when not one line was handed out. */
isnad_status sheet_close(sheet *s, isnad_status status, const char *nothing);

void sheet_style_on(sheet *s, sheet_style style);
void sheet_style_off(sheet *s);

/* Our own words, as they are. */
void sheet_printf(sheet *s, const char *format, ...) ISNAD_PRINTF(2, 3);

/* "1 report", "12 reports": the noun in the singular. */
void sheet_counted(sheet *s, uint64_t count, const char *noun);

/* A short Latin word that the store holds (an id, a kind): cleaned, not isolated. */
void sheet_latin(sheet *s, isnad_slice word);

/* Words from outside: cleaned, on one line, isolated when asked for. */
void sheet_words(sheet *s, isnad_slice words);

/* At most `most` bytes of them, cut between characters, with "..." when more was there. */
void sheet_excerpt(sheet *s, isnad_slice words, size_t most);

/* Words from outside with stretches of them marked: bold, or in brackets where there are no styles. `begin` is where they begin in the text that the
 * marks point into. One isolate holds them all, so that marks do not change the order in which a terminal shows them. */
void sheet_marked(sheet *s, isnad_slice words, uint32_t begin, const isnad_span *marks, size_t mark_count);

/* Words from outside in a column of `width` characters and two spaces behind. */
void sheet_cell(sheet *s, isnad_slice words, size_t width);

/* Our own word for what the line shows, dim, in a column of its own. */
void sheet_label(sheet *s, const char *word);

/* "2024-09-13", "2024-09-13..14" and so on in a column. */
void sheet_when(sheet *s, isnad_interval when);

/* The same with our words for no date. */
void sheet_when_or(sheet *s, isnad_interval when, isnad_slice nothing);

/* "key":{"from":...,"to":...,"basis":...}; nothing when unknown. */
void sheet_json_when(sheet *s, const char *key, isnad_interval when, isnad_slice basis);

/* Hands the line over and begins the next. ISNAD_OK, ISNAD_CANCELLED or why the line could not be made. */
isnad_status sheet_end(sheet *s);

#endif
