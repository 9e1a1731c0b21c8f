/* Stories of a thread that come back to earlier ones. */
#ifndef ISNAD_VIEW_PAST_RECALL_H
#define ISNAD_VIEW_PAST_RECALL_H

#include "story/threads.h"

/* A sentence in which a story of a thread comes back to an earlier one: "five months after the visit". */
typedef struct past_recall {
  bool found;
  uint32_t to; /* place in the thread */
  isnad_slice article, sentence;
  isnad_span span; /* of the sentence in its page */
} past_recall;

/* What the story at `at` recalls of those before it in the thread: a time that meets the days of one of them, in a sentence that has a third of the
 * weight of its title. Returns ISNAD_OK, ISNAD_NO_MEMORY, ISNAD_STORE. */
isnad_status past_recall_of(past_recall *out, isnad_arena *arena, isnad_store *store, const threads *t, const thread *one, uint32_t at,
                            isnad_err *err);

#endif
