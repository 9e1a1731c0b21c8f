/* Sentences over the reports of one event: which say the same, how many origins say it, which can stand alone. */
#ifndef ISNAD_STORY_SUMMARY_H
#define ISNAD_STORY_SUMMARY_H

#include "isnad/arabic.h"

enum { SUMMARY_SENTENCES = 5, SUMMARY_REPORTS = 48, SUMMARY_OF_ONE = 32 };

/* One report. `origin` is equal for reports that are one origin (copies, one owner); numbers count from 0. */
typedef struct summary_report {
  isnad_slice text, headline;
  const isnad_span *body;
  size_t body_count;
  const isnad_tokens *tokens; /* of the body; NULL: they are cut here */
  const isnad_span *names;    /* of mentions that are names, in order */
  size_t name_count;
  const isnad_span *past; /* of times before the news of the day, in order */
  size_t past_count;
  const isnad_span *news; /* of times of the day itself, or the days beside it */
  size_t news_count;
  int64_t from;  /* day of publication; 0: unknown */
  uint32_t same; /* index of the first report with the same body: the same report, captured again */
  uint32_t origin;
} summary_report;

typedef struct summary_word {
  uint64_t hash;
  float weight;
} summary_word;

typedef struct summary_sentence {
  uint32_t report, place; /* index of the report; of the sentence in it */
  isnad_span span;
  const summary_word *words; /* by hash */
  size_t count;
  double weight;             /* of all words */
  uint32_t origins, reports; /* that say it, its own among them */
  bool goes_on;              /* its first word is joined to what stands before by waw or fa */
  bool linked;               /* it stood behind "for his part" or the like, which the span leaves out */
  bool tells_past;           /* a time before the news of the day stands in it, and none of the day */
  bool recalls;              /* it tells of what was before the news: by such a time, when it is no first sentence, or by its first words */
  bool stop;                 /* it ends in a full stop */
  bool alone;                /* it can be read without what stands before it */
  double score;
} summary_sentence;

typedef struct summary_set {
  const summary_report *reports;
  size_t report_count;
  summary_sentence *items; /* by report, then place */
  size_t count;
} summary_set;

/* Cuts the first SUMMARY_REPORTS reports into sentences, at most SUMMARY_OF_ONE each. */
isnad_status summary_read(summary_set *out, isnad_arena *arena, const summary_report *reports, size_t count, isnad_err *err);

/* The share of a's words, by weight, that b has. */
double summary_cover(const summary_sentence *a, const summary_sentence *b);

/* The words of any text, as sentences are compared. */
isnad_status summary_words(summary_sentence *out, isnad_arena *arena, isnad_slice text, isnad_err *err);

typedef struct summary {
  const summary_sentence *items[SUMMARY_SENTENCES]; /* in the order to be read */
  size_t count;
  int headline; /* index of the report whose headline tells it best; -1: none has one */
} summary;

/* At most SUMMARY_SENTENCES sentences that stand alone, do not repeat each other and are said by most origins. After the centroid summarizers (Radev
 * et al., "Centroid-based summarization of multiple documents", 2004) with support by origins in the place of frequency, and with maximal marginal
 * relevance (Carbonell & Goldstein 1998). A function of the set of reports and their order. Returns ISNAD_OK, ISNAD_NO_MEMORY, ISNAD_LIMIT. */
isnad_status summary_choose(summary *out, isnad_arena *arena, summary_set *set, isnad_err *err);

/* --- summary_words.c --- */

/* Whether the sentence can be read without what stands before it: it does not lean on it by its first words, names somebody early, is no question and
 * no half of a quotation. */
bool summary_stands_alone(const isnad_tokens *tokens, const summary_report *report, isnad_span span);

/* Where the sentence begins behind a dateline. */
uint32_t summary_after_dateline(const isnad_tokens *tokens, isnad_span span);

bool summary_has_stop(const isnad_tokens *tokens, isnad_span span);

/* How much a headline asks for a click instead of telling: 0 for none. */
double summary_bait(const isnad_tokens *headline);

#endif
