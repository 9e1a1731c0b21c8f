/* What of a change between two editions a reader should know: a figure, a name, a source that is another now, and whether the page says so. */
#ifndef ISNAD_VIEW_EDITION_JUDGE_H
#define ISNAD_VIEW_EDITION_JUDGE_H

#include "view/edition/edition_notes.h"
#include "view/edition/edition_words.h"

typedef struct edition_side {
  const reuse_text *text;
  isnad_slice page;
  uint32_t offset; /* added to the spans of text to count in the page */
  const tree *record, *said;
  edition_notes notes;
} edition_side;

/* Where the later edition says that it was changed: the words on its page, and the row that knows them. */
typedef struct edition_notice {
  isnad_span span;  /* the notice; {0, 0}: there is none */
  isnad_span reach; /* what it says: its line, and the next when that has hardly begun */
  uint32_t row;     /* of edition_words.tsv */
} edition_notice;

typedef struct edition_verdict {
  edition_matter matter;
  bool spelling; /* the same words and values written in another way */
  bool silent;   /* it matters, something that was told is no longer told so, and no notice says it */
} edition_verdict;

/* One verdict for each run. Of words in a sentence the values that stand there now are held against those that stood there; of sentences that were
 * added only a denial matters, of sentences that were taken out what is nowhere else any more. A notice that names none of what changed is believed
 * for all of it, else for what it names.
 * Returns ISNAD_OK, ISNAD_NO_MEMORY, ISNAD_LIMIT. */
isnad_status edition_judge(edition_verdict **out, edition_notice *notice, isnad_arena *arena, const edition_side *a, const edition_side *b,
                           const edition_words *words, isnad_err *err);

/* Looks for a notice on the later page that the earlier one does not have, outside its lists and its other articles. */
isnad_status edition_find_notice(edition_notice *out, isnad_arena *arena, const edition_side *a, const edition_side *b, isnad_err *err);

/* Denials among words [first, last) of a text: words of negation when `all`, and verbs of denial. */
isnad_status edition_count_denials(uint32_t *out, isnad_arena *arena, isnad_slice words, bool all, isnad_err *err);

/* Whether two stretches of words are one, spelled in two ways: joined and parted, a letter put right, an adjective of one place. */
isnad_status edition_same_spelling(bool *out, isnad_arena *arena, isnad_slice a, isnad_slice b, isnad_err *err);

#endif
