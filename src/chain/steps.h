/* The steps that lead from one report, or from some words of it, towards where it comes from, as the store holds them. */
#ifndef ISNAD_CHAIN_STEPS_H
#define ISNAD_CHAIN_STEPS_H

#include "chain/held.h"
#include "isnad/chain.h"

typedef enum chain_step_kind {
  CHAIN_STEP_COPY, /* words shared with a report held here */
  CHAIN_STEP_HELD, /* the report of a medium that is cited, without shared words */
  CHAIN_STEP_MEDIUM,
  CHAIN_STEP_SPEAKER,
  CHAIN_STEP_DOCUMENT,
  CHAIN_STEP_UNNAMED /* a person or body of whom only that is told */
} chain_step_kind;

typedef struct chain_step {
  chain_step_kind kind;
  int64_t parent;       /* of COPY and HELD */
  isnad_span words;     /* in the parent: where the words asked about stand; {0, 0}: the whole of it */
  isnad_slice id, name; /* of the source */
  bool directed;        /* COPY: it is told that the report took them from the parent */
  bool whole;           /* it accounts for all that was asked about */
  bool background;      /* a third to whom less than half of a whole report goes back */
  double share;         /* COPY: how much of the report lies in the parent, 0-1 */
} chain_step;

typedef struct chain_report {
  int64_t id;
  isnad_slice outlet, outlet_name;
  bool listed; /* a headline in a list */
  chain_step *steps;
  size_t count;
} chain_report;

/* The report with its steps, in an order that depends on the captures alone; their words live as long as what is held. Of sources that stand for the
 * same words the closest count: the speaker before the medium that carries him, one named in the sentence before one named for the paragraph, and
 * that before one for the whole report. Returns ISNAD_OK, ISNAD_NOT_FOUND, ISNAD_STORE, ISNAD_NO_MEMORY, ... */
isnad_status chain_read_report(chain_report *out, isnad_arena *arena, chain_held *held, const isnad_carrier *asked, isnad_err *err);

#endif
