/* How likely a word that no table knows is a name: a logistic regression over what its letters and the words around it say (docs/NAMES.md, "What an
 * unknown word is likely to be"). */
#ifndef ISNAD_NOTE_NAME_LIKELY_H
#define ISNAD_NOTE_NAME_LIKELY_H

#include "note/names/names.h"

/* One thing that is seen of a word, as data/ar/name_signs.tsv writes it: "-1=said", "1:comma". */
typedef void (*name_sign_use)(void *into, isnad_slice sign);

/* A word of the text as the signs are read of it. */
typedef struct name_asked {
  const name_finder *f;
  const note_unit *u;
  size_t at;
  isnad_slice word;     /* without "and" where the news has the word neither way */
  unsigned occurrences; /* of the word in the article among the words that are asked about */
  /* Only where weights are fitted: what the tables know of names beside it is hidden from one word in three, since beside a name that no table knows
   * there often stands another. */
  bool hide;
} name_asked;

enum { NAME_SELDOM = 2000 };
/* Whether the word is one to ask about: seldom or never in the news, with letters that may be a name's, and no proclitic on it but "and". */
bool name_may_ask(name_asked *out, const name_finder *f, const note_unit *u, size_t at);
/* "Son of", "father of", "servant of", "van": a word of a name that ties another to it. */
bool name_is_tie(const note_unit *u, size_t at);
/* The word without "and" where it is joined to one that the news has neither way. */
isnad_slice name_without_and(const name_finder *f, size_t at);
/* The news never has it. */
static inline bool name_is_unheard(const name_asked *a) { return isnad_arabic_frequency(isnad_token_hash(a->word)) == 0; }
/* Tells every sign of the word, always in the same order. */
void name_read_signs(const name_asked *a, name_sign_use use, void *into);

/* What words are asked whether they are. */
typedef enum name_kind { NAME_KIND_PERSON, NAME_KIND_PLACE, NAME_KIND_BODY, NAME_KIND_COUNT } name_kind;

/* The odds that it is a name of each kind against being none: NAME_SIGN_SCALE times their natural logarithm. */
typedef struct name_odds {
  int of[NAME_KIND_COUNT];
} name_odds;

name_odds name_weigh(const name_asked *a);

/* Asks about every word of the article that neither a table nor a counted form explains; the answers are in f->likely. */
void name_ask(name_finder *f);

/* LIKELY: a person's name, nine in ten. */
typedef enum name_answer { NAME_NOT_ASKED, NAME_ASKED, NAME_LIKELY } name_answer;

/* "Hercules | Poirot": a person whose name begins with a likely word takes in the words before it that may be names. */
void name_reach_back(person_reading *person, const name_finder *f, const note_unit *u);

static inline name_answer name_answer_at(const name_finder *f, const note_unit *u, size_t at) {
  const uint8_t *likely = f->likely[u - f->s->units];
  return likely != NULL && at < u->last ? (name_answer)likely[at - u->first] : NAME_NOT_ASKED;
}

#endif
