/* What the store holds of the reports of one story, as the claim stage compares it. */
#ifndef ISNAD_CLAIM_ROWS_H
#define ISNAD_CLAIM_ROWS_H

#include "base/map.h"
#include "claim/terms.h"
#include "isnad/claim.h"
#include "store/edges.h"
#include "store/stories.h"

enum { MOST_ROWS = 4000 };

/* One report; those without a date come last. */
typedef struct claim_report {
  store_article article;
  isnad_slice text;    /* of its page */
  isnad_span headline; /* in the text; {0,0}: it has none, or it stands behind the body */
  store_edge *edges;   /* into it */
  size_t edge_count;
  bool bare; /* a headline in a list */
} claim_report;

typedef struct claim_story {
  isnad_arena *arena;
  isnad_store *store;
  claim_report *reports; /* by time, then by name; headlines in lists behind the others */
  size_t count;
  map places; /* row id of an article -> index + 1 */
} claim_story;

/* One figure. */
typedef struct claim_figure {
  isnad_claim_mention mention;
  size_t report;
  isnad_slice kind, qualifier, what; /* what: the thing as printed */
  double min, max;                   /* in the base unit, as wide as they are meant; infinite where open */
  double low, high;                  /* as written */
  double factor;                     /* of these to the base unit */
  bool exact;                        /* neither a bound nor about */
  uint32_t times, enumeration, sum;
  isnad_slice measure, thing, state, scope, place, holder;
  isnad_interval when;
  bool rises, toll, vague;      /* vague: hundreds, dozens */
  bool people;                  /* its thing is listed as people */
  bool past;                    /* told of a time well before the report */
  bool denied;                  /* its claimant says that the number is false */
  bool none;                    /* "no casualties": nought, in words */
  claim_content terms, speaker; /* of the words around it, and of its claimant's name */
  claim_content owner;          /* of its holder's name */
  claim_content where;          /* of the name of its place */
  uint64_t bucket;              /* figures of different buckets are never compared */
  size_t like;                  /* the first figure that is the same in all that is compared; itself when none is */
} claim_figure;

typedef struct claim_figures {
  claim_figure *items; /* by report, then by place */
  size_t count;
  claim_figure *denials; /* numbers that somebody says are false, in the same order */
  size_t denial_count;
} claim_figures;

/* One statement. */
typedef struct claim_statement {
  isnad_claim_mention mention;
  size_t report;
  isnad_slice mode, via;
  size_t piece_of; /* the statement of its report that it lies in; itself when in none */
  bool denies;
  bool named_beside; /* its speaker is named by the verb of speech */
  claim_content terms, speaker;
} claim_statement;

typedef struct claim_statements {
  claim_statement *items;
  size_t count;
} claim_statements;

/* Something told of a name. */
typedef struct claim_told {
  isnad_claim_mention mention;
  size_t report;
  isnad_slice kind, subject, subject_name, value, value_name;
  claim_content terms; /* of the words around it */
} claim_told;

typedef struct claim_tolds {
  claim_told *items;
  size_t count;
} claim_tolds;

isnad_status claim_load_story(claim_story *out, isnad_arena *arena, isnad_store *store, isnad_slice story, isnad_err *err);
isnad_status claim_load_figures(claim_figures *out, const claim_story *story, isnad_err *err);
isnad_status claim_load_statements(claim_statements *out, const claim_story *story, isnad_err *err);
isnad_status claim_load_told(claim_tolds *out, const claim_story *story, isnad_err *err);

#endif
