/* How a sentence begins. */
#ifndef ISNAD_STORY_SUMMARY_FRONT_H
#define ISNAD_STORY_SUMMARY_FRONT_H

#include "story/summary.h"

#include "tables.h"

typedef struct summary_front {
  uint32_t begin; /* behind a dateline, "for his part" and the waw of a verb of speech */
  size_t first;   /* its token */
  bool goes_on;   /* waw or fa joins it to what stands before */
  bool linked;    /* "for his part" did, which is left out */
  bool recalls;   /* its first words tell of what was before the news: "it is recalled that" */
} summary_front;

summary_front summary_front_of(const isnad_tokens *tokens, const summary_report *report, isnad_span span);

/* The row of the table of openings whose words stand at a token, its row of most words; `front`: also behind a waw or fa. `count`: of its words. */
isnad_openings_role summary_opening(size_t *count, const isnad_tokens *t, size_t at, bool front);

/* A first waw or fa that is no letter of the word. */
bool summary_is_joined(const isnad_tokens *t, size_t at, const summary_report *report);

#endif
