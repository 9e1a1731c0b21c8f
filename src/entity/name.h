/* A name as entities are told apart by it: its words, its letters, what it weighs. */
#ifndef ISNAD_ENTITY_NAME_H
#define ISNAD_ENTITY_NAME_H

#include "isnad/arabic.h"
#include "isnad/entity.h"

enum { MOST_NAME_WORDS = 10, NO_SPELLING = -1 };

typedef struct entity_word {
  isnad_slice form;       /* folded; a tie before it is joined: abd + X is one word */
  double bits;            /* of information, in the counted news */
  uint32_t given, family; /* row + 1 of the tables of names; 0: in none */
  bool arab;              /* a word of the Arab tables: spelled in one way but for what folding undoes */
} entity_word;

typedef struct entity_name {
  entity_word words[MOST_NAME_WORDS];
  size_t count;
  isnad_slice letters; /* of all words run together, without "son of", lone hamzas and doubled vowels: the key of a spelling */
  double bits, rarest; /* of all words; of the rarest */
  uint64_t block;      /* of the sounds of the first and the last word: spellings of one name share it, and so do other names */
  bool clan;           /* ends in the name of a house: al Saud */
  bool dated;          /* holds the name of a day or month: no name of a person */
} entity_name;

/* Reads a name. Words beyond MOST_NAME_WORDS are dropped. Returns ISNAD_OK, ISNAD_NO_MEMORY, ISNAD_LIMIT. */
isnad_status entity_name_read(entity_name *out, isnad_arena *arena, isnad_slice text, isnad_err *err);

/* The bits of the rarest word of a text. */
double entity_rarest_word(isnad_arena *arena, isnad_slice text);

typedef struct entity_spelling {
  int edits;         /* NO_SPELLING: these are two names */
  unsigned inserted; /* words that only the longer name has */
} entity_spelling;

/* How the spelling of one full name differs from the other. Symmetric. */
entity_spelling entity_name_compare(const entity_name *a, const entity_name *b);

/* Edits between two folded words; NO_SPELLING beyond two. */
int entity_word_edits(isnad_slice a, isnad_slice b);

/* Whether the name is borne by one alone, as far as news goes: rare enough that the same letters mean the same person or thing. */
bool entity_name_is_distinctive(const entity_name *name, bool person);

#endif
