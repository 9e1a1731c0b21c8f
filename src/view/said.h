/* A statement with what its speaker does with it. */
#ifndef ISNAD_VIEW_SAID_H
#define ISNAD_VIEW_SAID_H

#include "view/sheet.h"

/* Whether the words alone could be taken for what the speaker holds: he denied, demanded, accused, described. Not behind a verb that merely tells
 * (said, added, explained), nor where the rule that found the quote is no verb. */
bool said_needs_verb(isnad_slice rule);

/* "denied: the reports of ...": the words of a statement, behind its verb where that is needed. `rule` is that of the quote. In the arena of the
 * sheet. */
isnad_slice said_words(sheet *s, isnad_slice verb, isnad_slice rule, isnad_slice words);

#endif
