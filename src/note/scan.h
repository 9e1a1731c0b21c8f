/* What the readers of notes share: one article's text as units (headline, paragraphs) with the phrases found in them, and lists that grow in the
 * arena. */
#ifndef ISNAD_NOTE_SCAN_H
#define ISNAD_NOTE_SCAN_H

#include "isnad/note.h"

typedef struct note_roles note_roles;
struct speaker_case;
struct speaker_reach_case;
struct speaker_tie_case;

/* A headline or a paragraph: tokens [first, last) of the page, and the phrases of all tables that notes read, looked up once. */
typedef struct note_unit {
  size_t first, last;
  bool headline;
  const isnad_phrase *hits;    /* of the unit, by token */
  const uint32_t *hits_before; /* [last - first + 1]: hits of token t are hits_before[t - first] to hits_before[t - first + 1] */
  const uint32_t *tables;      /* [last - first]: bit 1 << isnad_table of every table that has a hit at the token */
  const uint32_t *counts;      /* [last - first]: how often news has the word, as isnad_arabic_frequency */
  const isnad_span *sentences; /* [sentence_count]: filled by note_sentences; NULL: nobody has asked yet */
  size_t sentence_count;
  const note_roles *roles; /* [last - first]: of the small words and of the parts of names (word.h) */
} note_unit;

typedef struct note_scan {
  isnad_arena *arena;
  const isnad_page *page;
  isnad_article *article;
  note_unit *units;
  size_t unit_count;
  isnad_time_note *times;
  size_t time_count, time_room;
  isnad_figure_note *figures;
  size_t figure_count, figure_room;
  isnad_name_note *names;
  size_t name_count, name_room;
  isnad_quote_note *quotes;
  size_t quote_count, quote_room;
  isnad_source_note *sources;
  size_t source_count, source_room;
  void (*watch)(void *watcher, isnad_span verb, const struct speaker_case *c); /* NULL: nobody looks on (bench/speaker_cases.c) */
  void (*watch_reach)(void *watcher, const struct speaker_reach_case *c);      /* the same (bench/reach_cases.c) */
  void (*watch_tied)(void *watcher, const struct speaker_tie_case *c);         /* the same (bench/tied_cases.c) */
  void *watcher;
  bool failed; /* the arena refused */
} note_scan;

enum { NOTE_HITS = 32 }; /* at one token, over all tables */

/* The phrases that begin at token `at` of the unit and end inside it, longest first, then by table and row; none behind its last token. */
static inline const isnad_phrase *note_hits_at(const note_unit *unit, size_t at, size_t *count) {
  if (at >= unit->last) {
    *count = 0;
    return unit->hits;
  }
  uint32_t begin = unit->hits_before[at - unit->first];
  *count = unit->hits_before[at - unit->first + 1] - begin;
  return unit->hits + begin;
}

/* The longest hit of one table among hits, or NULL; hits are sorted longest first. */
const isnad_phrase *note_hit_of(const isnad_phrase *hits, size_t count, isnad_table table);

/* Whether a phrase of the table begins at token `at`: most tokens have none, and one look at a bit says so. */
static inline bool note_has_hit(const note_unit *unit, size_t at, isnad_table table) {
  return at < unit->last && (unit->tables[at - unit->first] >> table & 1) != 0;
}

/* How often news has the word of a token inside the unit. */
static inline uint32_t note_count(const note_unit *unit, size_t at) { return unit->counts[at - unit->first]; }

/* The longest hit of one table at a token of a unit, or NULL. */
static inline const isnad_phrase *note_hit_at(const note_unit *unit, size_t at, isnad_table table) {
  if (!note_has_hit(unit, at, table)) return NULL;
  const isnad_phrase *hit = unit->hits + unit->hits_before[at - unit->first];
  while (hit->table != (uint16_t)table) hit++;
  return hit;
}

/* The first token from `at` on at which one of the tables of `mask` (bits 1 << isnad_table) has a hit; unit->last when there is none. */
static inline size_t note_next_of(const note_unit *unit, size_t at, uint32_t mask) {
  while (at < unit->last && (unit->tables[at - unit->first] & mask) == 0) at++;
  return at;
}

/* Cuts the article into units and looks their phrases up. */
void note_units(note_scan *s);

/* The sentences of a unit in bytes, cut once for all who ask; none where the arena refused. */
const isnad_span *note_sentences(note_scan *s, const note_unit *unit, size_t *count);

/* The first token of what the unit tells: of that which opens the text behind its date line ("Cairo - 5 - 8 (KUNA) --"). */
size_t note_text_first(const note_scan *s, const note_unit *unit);

/* The unit in which a token stands; NULL: none. Units are in page order, but for the headline, which comes first wherever it stands on the page. */
const note_unit *note_unit_of(const note_scan *s, size_t at);

/* Each adds to its list; when the arena refuses, s->failed is set and nothing is added. */
void note_add_time(note_scan *s, const isnad_time_note *time);
/* The first time found that shares a byte with the span; NULL: none. Times are read before all other notes, in the order of the text. */
const isnad_time_note *note_time_over(const note_scan *s, isnad_span span);
void note_add_figure(note_scan *s, const isnad_figure_note *figure);
void note_add_name(note_scan *s, const isnad_name_note *name);
void note_add_quote(note_scan *s, const isnad_quote_note *quote);
void note_add_source(note_scan *s, const isnad_source_note *source);

/* The index of the first name that begins at or behind an offset; name_count: none does. Names are in page order from name_hand_over on. */
size_t note_name_from(const note_scan *s, uint32_t offset);

/* The same for quotes, and for the first `count` sources where those behind them were added since and stand in no order. */
size_t note_quote_from(const note_scan *s, uint32_t offset);
size_t note_source_from(const note_scan *s, size_t count, uint32_t offset);

/* The readers, in the order in which they run; each may look at what those before it found. */
void note_times(note_scan *s);
void note_figures(note_scan *s);
void note_credits(note_scan *s);   /* behind the article's own outlet and origin */
void note_citations(note_scan *s); /* before the names: a citation proves an ambiguous outlet */
void note_names(note_scan *s);
void note_quotes(note_scan *s);
void note_quotes_read(note_scan *s); /* the quotes alone, before the sources are gathered and judged */
/* All of them up to these. */
void note_read(note_scan *s);

/* Reads the citation whose trigger begins at token `at` (hits: the phrases found there). True when one was added. */
bool note_citation_at(note_scan *s, const note_unit *unit, size_t at, const isnad_phrase *hits, size_t count);

/* The words of a span without quotation marks, in the arena where they hold any: a name is the same with them, and they often open in it and close
 * behind it. */
isnad_slice note_unquoted(const note_scan *s, isnad_span span);

/* The words of a span as a name by itself, in the arena where they differ from the text: li that swallowed the article gives it back. */
isnad_slice note_name_text(const note_scan *s, isnad_span span);

#endif
