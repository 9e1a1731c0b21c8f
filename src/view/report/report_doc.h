/* A report as a list of blocks, made once and then drawn as lines or as HTML. */
#ifndef ISNAD_VIEW_REPORT_DOC_H
#define ISNAD_VIEW_REPORT_DOC_H

#include "isnad/claim.h"
#include "store/stories.h"
#include "view/drawing/forest.h"
#include "view/reports.h"
#include "view/scene.h"
#include "view/sheet.h"

typedef enum block_kind {
  BLOCK_HEADING, /* words */
  BLOCK_FACT,    /* label, words */
  BLOCK_TEXT,    /* words, and from where */
  BLOCK_EVENT,   /* when, outlet, words, note */
  BLOCK_CLAIM,   /* verdict, title, support; `key` is the verdict's */
  BLOCK_VERSION, /* words, support, marks */
  BLOCK_CHANGE,  /* label, words */
  BLOCK_MENTION, /* when, outlet, words, reference */
  BLOCK_BESIDE,  /* words, reason */
  BLOCK_SPEAKER, /* whose words follow */
  BLOCK_SAID,    /* when, -, words, who carries them */
  BLOCK_FOLD,    /* words: so much more, up to the next BLOCK_UNFOLD, is shown when asked for */
  BLOCK_UNFOLD,
  BLOCK_NODE, /* depth, when, outlet, words, note */
  BLOCK_NOTE  /* our own words */
} block_kind;

enum { BLOCK_CELLS = 3 };

typedef struct block {
  block_kind kind;
  uint32_t depth;
  bool has_when;
  isnad_interval when;
  isnad_slice cells[BLOCK_CELLS];
  const char *key;
} block;

typedef struct report {
  sheet *s;
  isnad_store *store;
  store_story story;
  graph g;
  isnad_claims claims;
  forest_item *chain;
  size_t chain_count;
  block *blocks;
  size_t count, room;
  report_list reports;   /* what the summary is made of */
  summary_set sentences; /* theirs */
  summary told;
  scene where;
  uint64_t unread; /* inputs of the store that could not be read */
} report;

/* Loads a story with its claims and its chain. */
isnad_status report_collect(report *out, sheet *s, isnad_store *store, isnad_slice story);

/* Fills the blocks. */
isnad_status report_write(report *r);

/* The summary that `isnad story` shows (story/summary.h). */
isnad_status report_summary(report *r);
isnad_slice report_sentence_words(const report *r, const summary_sentence *sentence);

/* How much of its text a report took over, from its edge's evidence: words the same, share of its text (0 to 1; below 0: not known), credit, and the
 * id of the report on whose page the credit stands, when the edge says it. */
typedef struct report_taken {
  double matched, share;
  isnad_slice credit, credited_by;
  bool told; /* each of the two was told it */
} report_taken;
report_taken report_taken_of(report *r, const store_edge *edge);

/* Why something is still open: undated reports, claims told differently, in headlines only, unnamed. */
bool report_is_doubt(const isnad_claim *c);

/* Lines on a terminal; one HTML file; one JSON object. */
isnad_status report_lines(report *r);
isnad_status report_html(buf *out, report *r);
isnad_status report_json(report *r);

/* Drawings: when which outlet reported, and the chain. */
void report_svg_timeline(buf *out, report *r);
void report_svg_chain(buf *out, report *r);

/* Whether the text of a report of the graph stands above it already: its outlet published it under two addresses. */
bool report_is_told_above(const report *r, size_t at);

/* Leaves the reports out of the chain that are told above and to which none leads. */
void report_chain_once(report *r);

/* Whether any report is seen to have taken from another, or from a source that it or its like names. */
bool report_has_edges(const report *r);

/* "2024-09-13", "2024-09-13..14", "2024-09-13 10:00"; the label of no date. In the arena of the sheet. */
isnad_slice report_when(report *r, isnad_interval when);

#endif
