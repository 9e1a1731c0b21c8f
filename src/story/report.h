/* A report as the story stage compares it, and the links between reports. */
#ifndef ISNAD_STORY_REPORT_H
#define ISNAD_STORY_REPORT_H

#include "isnad/store.h"
#include "story/terms.h"

typedef struct report {
  int64_t id; /* in this store file; never compared, since it depends on the order of adding */
  isnad_slice name, label, headline, outlet;
  isnad_interval when; /* {0,0}: unknown */
  unsigned weekday;    /* 1-7 when only that is known; else 0 */
  bool bare;           /* a headline without a body */
  bool listed;         /* it stood in a list or promo of another page */
  uint64_t body_hash;
  const term *terms;
  uint32_t term_count;
  float norm, headline_norm;
  uint8_t told; /* bits 1 << term_kind: kinds of terms in the headline */
} report;

typedef struct reports {
  report *items; /* in the order of names, so that an index is a place in a set */
  size_t count;
} reports;

typedef struct report_link {
  uint32_t a, b;  /* indexes, a < b */
  uint32_t score; /* 1 to SCORE_ONE */
} report_link;

typedef struct links {
  report_link *items; /* by a, then b */
  size_t count;
} links;

/* Reads all articles of the store. */
isnad_status reports_load(reports *out, isnad_arena *arena, isnad_store *store, isnad_err *err);

/* Whether the times of two reports let them tell one event, and how many days lie between them. */
bool reports_time_fits(const report *a, const report *b, double *gap_days);

/* All links of at least LINK_LEAST. */
isnad_status links_find(links *out, isnad_arena *arena, const reports *all, isnad_err *err);

/* Groups by quorum: group[i] is the smallest index of the group of report i. */
isnad_status groups_find(uint32_t *group, isnad_arena *arena, const reports *all, const links *found, isnad_err *err);

#endif
