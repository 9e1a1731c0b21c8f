/* What two reports share, gathered in one walk over their sorted terms. */
#ifndef ISNAD_STORY_SHARED_H
#define ISNAD_STORY_SHARED_H

#include "story/report.h"

enum { SHARED_BEST = 3, SHARED_SIDES = 2 };

typedef struct shared {
  double whole;                   /* product */
  double headline, headline_bits; /* of the headlines: product; bits that both have */
  double best[SHARED_BEST];       /* the heaviest terms in common, each by the lesser of its two weights; the heaviest first */
  double person;                  /* the heaviest person of both leads */
  double headline_told[SHARED_SIDES], lead_told[SHARED_SIDES]; /* squared weight of one's headline and lead that is found anywhere in the other */
  double top[SHARED_SIDES][REPORT_TOPS];                       /* weight of one's heaviest terms, likewise */
  unsigned terms, rare_leads, event_leads, towns;
  unsigned lead_known[SHARED_SIDES][TERM_KINDS]; /* terms of one's lead that the other has, by kind */
  bool figure, ordinal;                          /* in both headlines, or in one and anywhere in the other */
} shared;

shared shared_of(const report *a, const report *b);

#endif
