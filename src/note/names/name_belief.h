/* Whether words that may be somebody's name are believed to be it. */
#ifndef ISNAD_NOTE_NAME_BELIEF_H
#define ISNAD_NOTE_NAME_BELIEF_H

#include "note/names/name_chain.h"

enum { SHAPE_STRONG = 24, SHORT_WORD = 6 /* bytes */ };

/* A chain that nothing but its place announces; *doubtful: only when the article names its bearer elsewhere. */
bool name_is_believed(const name_chain *c, bool *doubtful);
/* A chain behind an office or honorific. */
bool name_is_believed_titled(const name_chain *c);

/* One part alone, without its first `cut` bytes. */
bool name_is_alone(const name_finder *f, const note_unit *u, size_t at, size_t cut);
/* A European family name that no other table has as anything else. */
bool name_is_foreign_surname(const name_finder *f, const note_unit *u, size_t at, size_t cut);
bool name_is_arab_given(const note_unit *u, size_t at);

#endif
