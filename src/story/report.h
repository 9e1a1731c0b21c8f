/* A report as the story stage compares it. */
#ifndef ISNAD_STORY_REPORT_H
#define ISNAD_STORY_REPORT_H

#include "isnad/store.h"
#include "story/terms.h"

enum { REPORT_TOPS = 2 };

typedef struct report {
  int64_t id; /* in this store file; never compared, since it depends on the order of adding */
  isnad_slice name, headline, outlet;
  isnad_interval when; /* {0,0}: unknown */
  isnad_slice basis;   /* of `when` */
  unsigned weekday;    /* 1-7 when only that is known; else 0 */
  bool bare;           /* a headline without a body */
  bool listed;         /* it stood in a list or promo of another page */
  uint64_t body_hash;
  const term *terms; /* sorted by hash */
  uint32_t term_count;
  float norm, headline_norm, lead_norm;
  float top[REPORT_TOPS];      /* the weight of its three heaviest terms, and of its six */
  float fullness;              /* 0: a headline alone, 1: a report of some length; between: a flash */
  uint64_t ranks[3];           /* ordinals of the headline; 0: no more */
  uint8_t lead_of[TERM_KINDS]; /* how many terms of each kind the headline and the lead have */
  uint8_t towns;               /* of the whole */
  const uint64_t *keys;        /* by which it meets others, the heaviest first; NULL: nobody asked (finder_report does) */
  uint32_t key_count;
  uint8_t told; /* bits 1 << term_kind: kinds of terms in the headline */
} report;

/* Reads a report, with its terms or without. Returns ISNAD_OK, ISNAD_NOT_FOUND, ISNAD_STORE, ISNAD_NO_MEMORY. */
isnad_status report_load(report *out, isnad_arena *arena, isnad_store *store, int64_t id, bool with_terms, isnad_err *err);

/* The length of the vector of the terms' weights in the whole. */
float report_norm(const term *terms, uint32_t count);

/* Reads the terms of a report that was read without them. The same statuses. */
isnad_status report_load_terms(report *r, isnad_arena *arena, isnad_store *store, isnad_err *err);

bool report_dated(const report *r);

/* Whether the times of two reports let them tell one event, and how many days lie between them. */
bool reports_time_fit(const report *a, const report *b, double *gap_days);

/* A set of reports without their terms, in the order of names, so that an index is a place in a set. */
typedef struct reports {
  report *items;
  size_t count;
} reports;

/* Two reports that look like one event. */
typedef struct report_link {
  uint32_t a, b;  /* indexes, a < b */
  uint32_t score; /* LINK_LEAST to SCORE_ONE */
} report_link;

typedef struct links {
  report_link *items;
  size_t count;
} links;

/* Groups the reports of a set: root[i] is the place of the first report of the core that the story of report i is built on. */
isnad_status groups_find(uint32_t *root, isnad_arena *arena, const reports *all, const links *found, isnad_err *err);

#endif
