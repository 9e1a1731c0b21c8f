/* What the store holds of a report as far as it tells where the report comes from, read once for as long as an arena lasts: many versions of many
 * claims are told by the same reports. */
#ifndef ISNAD_CHAIN_HELD_H
#define ISNAD_CHAIN_HELD_H

#include "base/map.h"
#include "isnad/store.h"

/* An edge into the report. */
typedef struct chain_held_edge {
  int64_t parent; /* 0: a source that is not held */
  isnad_slice id, name;
  isnad_slice spans; /* of the passage that both share, as packed in the store */
  double share;
  bool doubted;                            /* a credit that the text contradicts */
  bool carries;                            /* a medium that is not held and has its news from another, who is named */
  bool declared, followed, whole, speaker; /* followed: directed, or some belief is left for an open way */
  bool named;                              /* the words may be a third's, who is named; of an edge without a parent: it is that third */
  bool child_is_a;                         /* in the spans */
} chain_held_edge;

typedef struct chain_held_quote {
  isnad_span span;
  isnad_slice id, name;
  bool anonymous;
} chain_held_quote;

typedef struct chain_held_citation {
  isnad_span span;
  isnad_slice kind, scope, id, name;
  int64_t parent; /* the report of the source that is held; 0: none */
} chain_held_citation;

/* A line of the page with its sentences. */
typedef struct chain_held_paragraph {
  isnad_span span;
  const isnad_span *sentences;
  size_t count;
  bool one; /* line, and no more */
} chain_held_paragraph;

typedef struct chain_held_report {
  int64_t id;
  isnad_slice outlet, outlet_name;
  bool listed; /* a headline in a list */
  bool edges_read, spans_read, sources_read;
  chain_held_edge *edges;
  chain_held_quote *quotes; /* of a named speaker, or one of whom only that is told that he is not named */
  chain_held_citation *citations;
  size_t edge_count, quote_count, citation_count;
  isnad_slice text; /* of the page */
  chain_held_paragraph *paragraphs;
  size_t paragraph_count, paragraph_room;
} chain_held_report;

typedef struct chain_held {
  isnad_arena *arena;
  isnad_store *store;
  map places; /* article -> index + 1 */
  chain_held_report **reports;
  size_t count, room;
} chain_held;

/* Nothing is read yet. False when the arena refuses. */
bool chain_held_new(chain_held *out, isnad_arena *arena, isnad_store *store);

/* The report with its outlet. Returns ISNAD_OK, ISNAD_NOT_FOUND, ISNAD_STORE, ISNAD_NO_MEMORY, ... */
isnad_status chain_held_find(chain_held_report **out, chain_held *held, int64_t article, isnad_err *err);

/* Reads its edges, once; with the spans of shared passages when they are asked for. */
isnad_status chain_held_edges(chain_held *held, chain_held_report *r, bool spans, isnad_err *err);

/* Reads its statements, its citations and the text of its page, once. */
isnad_status chain_held_sources(chain_held *held, chain_held_report *r, isnad_err *err);

/* The lines that hold the words, with their sentences. ISNAD_BAD_ARGUMENT: they are not on the page. */
isnad_status chain_held_lines(const chain_held_paragraph **out, chain_held *held, chain_held_report *r, isnad_span words, isnad_err *err);

#endif
