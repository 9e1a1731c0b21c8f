/* What the readers of notes share: one article's text as units (headline, paragraphs), and lists that grow in the arena. */
#ifndef ISNAD_NOTE_SCAN_H
#define ISNAD_NOTE_SCAN_H

#include "isnad/note.h"

/* A headline or a paragraph: tokens [first, last) of the page. */
typedef struct note_unit {
  size_t first, last;
  bool headline;
} note_unit;

typedef struct note_scan {
  isnad_arena *arena;
  const isnad_page *page;
  isnad_source_note *sources;
  size_t source_count, source_room;
  isnad_name_note *names;
  size_t name_count, name_room;
  size_t names_to; /* token index up to which names have been taken */
  bool failed;     /* the arena refused */
} note_scan;

enum { NOTE_HITS = 16 };

/* The longest hit of one table among hits, or NULL; hits are sorted longest first. */
const isnad_phrase *note_hit_of(const isnad_phrase *hits, size_t count, isnad_table table);

void note_add_source(note_scan *s, const isnad_source_note *source);
void note_add_name(note_scan *s, const isnad_name_note *name);

/* Reads the citation whose trigger begins at token `at` (hits: the phrases found there). True when one was added. */
bool note_citation_at(note_scan *s, const note_unit *unit, size_t at, const isnad_phrase *hits, size_t count);

/* Adds the name that begins at token `at`, if the hits there hold one that may stand without a citation around it. */
void note_name_at(note_scan *s, const note_unit *unit, size_t at, const isnad_phrase *hits, size_t count);

#endif
