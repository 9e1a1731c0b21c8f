/* What the evaluation of alerts is made of. Only src/alert includes this. */
#ifndef ISNAD_ALERT_INSIDE_H
#define ISNAD_ALERT_INSIDE_H

#include "isnad/alert.h"
#include "store/articles.h"
#include "store/sql.h"
#include "store/stories.h"

typedef struct alert_run {
  isnad_store *store;
  isnad_arena *arena; /* of one alert */
  int64_t alert, after, now;
  isnad_alert self;
  bool learning; /* what is found now is known, and does not fire */
  isnad_alert_counts *counts;
  void (*told)(void *context, isnad_slice json);
  void *context;
  isnad_err *err;
} alert_run;

enum { ALERT_MOST_EVIDENCE = 8 };

typedef struct alert_evidence {
  isnad_slice article; /* its name */
  isnad_span span;
  isnad_slice words, rule;
} alert_evidence;

/* What was found. Empty fields are left out. */
typedef struct alert_found {
  isnad_slice key; /* for which it fires once */
  isnad_slice story, origin, origin_kind;
  isnad_slice about;         /* who is named, cited or searched for; for the sentence alone */
  isnad_slice before, after; /* words that were replaced, and by which */
  const store_article *article, *earlier;
  alert_evidence evidence[ALERT_MOST_EVIDENCE];
  size_t evidence_count;
} alert_found;

/* Whether the key is new to this alert, which knows it then. */
isnad_status alert_learn(bool *fresh, alert_run *r, isnad_slice key);
isnad_status alert_knows(bool *known, alert_run *r, isnad_slice key);

/* Fires, once for each key. */
isnad_status alert_fire(alert_run *r, const alert_found *found);

void alert_show(alert_found *found, isnad_slice article, isnad_span span, isnad_slice words, isnad_slice rule);

/* The words of a label of data/claim_labels.tsv; its id when it has no row. The second: of "alert.<kind>". */
isnad_slice alert_label(const char *id, bool english);
isnad_slice alert_words(isnad_alert_kind kind, bool english);

/* Why it fired, in one sentence, in the arena. */
isnad_slice alert_say(alert_run *r, const alert_found *found, bool english);

/* The headline of an article, else its opening. */
isnad_slice alert_title(const store_article *article);

/* The story of an alert. ISNAD_NOT_FOUND: there is none (any more). */
isnad_status alert_story(store_story *out, alert_run *r);

/* The id of the outlet that the alert names, else its words as they are. ISNAD_NOT_FOUND, of one that is being made: nobody knows it. */
isnad_status alert_outlet(isnad_slice *id, alert_run *r);

/* New reports that a query finds. */
isnad_status alert_look_query(alert_run *r, isnad_slice query);

/* What each kind looks for: once for every alert of the kind. */
isnad_status alert_look_outlet(alert_run *r);
isnad_status alert_look_entity(alert_run *r);
isnad_status alert_look_story(alert_run *r);
isnad_status alert_look_origins(alert_run *r);
isnad_status alert_look_figures(alert_run *r);
isnad_status alert_look_edits(alert_run *r);
isnad_status alert_look_search(alert_run *r);

/* Brings what waits to where it is to go, each event in a batch of its own. */
isnad_status alert_deliver(alert_run *r, const isnad_fetch_options *net);

/* The body of a story's page as one text: the spans of an article joined by line feeds. */
isnad_status alert_body(isnad_slice *out, alert_run *r, const store_article *article);

#endif
