/* Whether two sources are one speaker, whatever they are called. */
#ifndef ISNAD_CHAIN_SPEAKERS_H
#define ISNAD_CHAIN_SPEAKERS_H

#include "isnad/arabic.h"

/* "The ministry of defence" and "the Somali ministry of defence": one name's words all stand in the other's, both begin with the same word or one
 * stands in the other as it is (a single word may be the last: a family name), and no table knows both as different ones. A noun for a document
 * before a name is left out. */
bool chain_one_speaker(isnad_arena *arena, isnad_slice a_id, isnad_slice a_name, isnad_slice b_id, isnad_slice b_name);

/* "Channel X", "the paper Y": a noun for a medium with its name behind. */
bool chain_is_called_medium(isnad_arena *arena, isnad_slice name);

#endif
