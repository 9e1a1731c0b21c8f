/* What was read in the text, as it stands in a heading. */
#ifndef ISNAD_VIEW_NOMINATIVE_H
#define ISNAD_VIEW_NOMINATIVE_H

#include "view/sheet.h"

/* A noun phrase without the preposition that is joined to its first word: "in the attack" is "the attack". */
isnad_slice without_preposition(sheet *s, isnad_slice words);

/* A counted noun with its adjectives in the nominative, of `dual` (two) or of more: "two youths" and "the settlers" as subjects. */
isnad_slice nominative(sheet *s, isnad_slice words, bool dual);

#endif
