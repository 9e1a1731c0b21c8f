/* Light stems, for comparing reports only: plural, feminine and relative endings and pronouns come off, so that what one headline tells of a prisoner
 * and another of prisoners meets. Never shown. */
#ifndef ISNAD_STORY_STEM_H
#define ISNAD_STORY_STEM_H

#include "isnad/base.h"

/* How many bytes of a folded Arabic word stay when endings are cut (Larkey, Ballesteros and Connell, "Light stemming for Arabic information
 * retrieval", 2007: the endings of light10), at most two of them; three letters stay. */
size_t story_stem(isnad_slice folded_word);

#endif
