/* isnad/chain.h - who took a report from whom: what articles declare about their sources joined with what they visibly copied; and how many
 * independent origins are left.
 */
#ifndef ISNAD_CHAIN_H
#define ISNAD_CHAIN_H

#include "isnad/reuse.h"
#include "isnad/store.h"

/* Weighs anew the edges of transmission into `touched` articles, whose passages, story, co-members or taught day may have changed (as handed out by
 * isnad_story_weave), and into those that depend on them, and counts the origins of their stories, inside the batch that is open.
 *
 * A parent is an article held here, or a named source that is not. An edge is "declared" (the child names its source), "copied" (the two share a
 * passage) or "both". A copied edge points from the earlier to the later; where times do not tell, from the one that is cited, then from the
 * one that contains the other; else it is undirected. Of several parents of one text those are kept that add something to what the heavier
 * ones cover (greedy set cover), and those that tell the same; the weights of one child's edges add up to 1 at most.
 * What is in the tables afterwards is a function of the set of captures, not of order or batches. Linear in the articles touched, their citations,
 * passages and stories, but for sorting. Returns ISNAD_OK, ISNAD_STORE, ISNAD_IO, ISNAD_BUSY, ISNAD_NO_MEMORY; after a failure the batch can only be
 * rolled back. */
ISNAD_API isnad_status isnad_chain_weave(isnad_store *store, const isnad_ids *touched, isnad_err *err);

/* A report that carries something. `words` are the bytes of its page that tell it, the figure or the quotation with what stands around it: who is
 * cited in their sentence, paragraph or for the whole report is asked, and who is the speaker. {0, 0}: the report as a whole is meant. */
typedef struct isnad_carrier {
  int64_t article; /* row id */
  isnad_span words;
  isnad_slice counts, counts_id; /* who counted or decided, as the words say, and his id: theirs it is where nobody is cited; empty: nobody */
} isnad_carrier;

typedef enum isnad_origin_kind {
  ISNAD_ORIGIN_REPORT,   /* a report held here that took it from nobody, as far as is seen */
  ISNAD_ORIGIN_MEDIUM,   /* an agency, outlet or platform that is cited and whose report is not held */
  ISNAD_ORIGIN_SPEAKER,  /* a person or body whose statement it is */
  ISNAD_ORIGIN_DOCUMENT, /* a document or footage that is cited */
  ISNAD_ORIGIN_UNNAMED   /* "agencies", "a source": somebody, who is not told */
} isnad_origin_kind;

/* Where something comes from. */
typedef struct isnad_origin {
  isnad_origin_kind kind;
  int64_t article;      /* of a report: its row id, the first of its owner's; else 0 */
  isnad_slice id, name; /* of the outlet, medium, speaker or document; either may be empty */
  uint32_t carriers;    /* how many of the given reports lead to it */
} isnad_origin;

/* The roots that are reached, in the order of the carriers, and how many of them are independent: at least `certain`, at most `possible`. */
typedef struct isnad_origins {
  uint32_t certain, possible;
  isnad_origin *roots;
  size_t count;
} isnad_origins;

/* The origins of what the carriers have in common (a story, a figure, a quotation), from the edges, citations and quotes of the store. Each carrier
 * is followed up its copied edges (for `words`: those whose passage covers them, at the place that they have in the parent) to whom it credits.
 * Copies of one text, reports that reach one source, one speaker or one owner (data/outlets.tsv) are one origin at the least; a source that nobody
 * names adds 0 to 1. Bare headlines of lists count only when nothing else is given. Method and limits: docs/ORIGINS.md (after Dong, Berti-Equille and
 * Srivastava, "Integrating conflicting data: the role of source dependence", VLDB 2009).
 * Does not depend on the order of the carriers but for the order of `roots`. Time and memory grow with the steps that are walked, at most 256 reports
 * a carrier. Everything is in the arena. No carriers: [0, 0].
 * Returns ISNAD_OK, ISNAD_NOT_FOUND (no such article), ISNAD_STORE, ISNAD_IO, ISNAD_BUSY, ISNAD_NO_MEMORY, ISNAD_LIMIT. */
ISNAD_API isnad_status isnad_chain_origins(isnad_origins *out, isnad_arena *arena, isnad_store *store, const isnad_carrier *carriers, size_t count,
                                           isnad_err *err);

/* "report", "medium", "speaker", "document", "unnamed". Constant. */
ISNAD_API const char *isnad_origin_kind_name(isnad_origin_kind kind);

#endif
