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

/* What of a statement is told beside its words. */
typedef struct said_parts {
  isnad_slice verb, rule, words;
  isnad_slice told;    /* from the verb to the end of the words, as written; may be empty */
  isnad_slice speaker; /* his name */
  bool direct;         /* his very words */
} said_parts;

/* The same, with the page's own words from the verb on where the statement says nothing without them: it begins with a preposition ("of the find of
 * ...") or with "that" behind an object ("accused Moscow of ..."). */
isnad_slice said_whole(sheet *s, const said_parts *p);

#endif
