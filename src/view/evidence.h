/* The evidence of an edge as words: the phrase that cites, and how much is the same. */
#ifndef ISNAD_VIEW_EVIDENCE_H
#define ISNAD_VIEW_EVIDENCE_H

#include "view/sheet.h"

/* Adds to the line what `json` holds, anywhere in it: every {"span":[b,e]} with the words of the child's `text` there and its "rule", and every
 * {"matched":n} with its "identity", and a "credit" that is missing. JSON that cannot be read adds nothing. `scratch` holds the tree. */
void evidence_words(sheet *s, isnad_arena *scratch, isnad_slice json, isnad_slice text);

#endif
