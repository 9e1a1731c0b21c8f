/* Words of folded text as the readers of statements see them: letters at their ends, the article, the roles of data/ar/quote_words.tsv. */
#ifndef ISNAD_NOTE_WORD_H
#define ISNAD_NOTE_WORD_H

#include "note/scan.h"

#include "tables.h"

#include "arabic/letters.h"

#include <string.h>

enum { WORD_LETTER = 2 }; /* bytes of an Arabic letter in UTF-8 */

/* Both bytes at once: asked so often that a branch for each is felt. */
static inline bool word_letter_at(isnad_slice word, size_t offset, unsigned letter) {
  const char wanted[WORD_LETTER] = {(char)(0xC0u | letter >> 6), (char)(0x80u | (letter & 0x3Fu))};
  return word.length >= offset + WORD_LETTER && memcmp(word.bytes + offset, wanted, WORD_LETTER) == 0;
}

/* A word of more than one letter that ends so. */
static inline bool word_ends(isnad_slice word, unsigned letter) {
  return word.length > WORD_LETTER && word_letter_at(word, word.length - WORD_LETTER, letter);
}

static inline bool word_ends_in(isnad_slice word, unsigned before, unsigned last) {
  return word.length > 2 * WORD_LETTER && word_ends(word, last) && word_letter_at(word, word.length - 2 * WORD_LETTER, before);
}

static inline bool word_begins(isnad_slice word, unsigned first, unsigned second) {
  const char wanted[2 * WORD_LETTER] = {(char)(0xC0u | first >> 6), (char)(0x80u | (first & 0x3Fu)), (char)(0xC0u | second >> 6),
                                        (char)(0x80u | (second & 0x3Fu))};
  return word.length >= 2 * WORD_LETTER && memcmp(word.bytes, wanted, 2 * WORD_LETTER) == 0;
}

static inline bool word_is_letter(isnad_slice word, unsigned letter) { return word.length == WORD_LETTER && word_letter_at(word, 0, letter); }

/* The roles that tell deeds from statements stand on everyday nouns and verbs: to whoever asks whether any small word begins at a token they are
 * none. NOTE_QUIET is their bit among the tables of a token. */
enum { NOTE_QUIET = ISNAD_TABLE_PHRASES };
_Static_assert(NOTE_QUIET < 32, "a bit behind those of the tables");

static inline bool note_role_is_quiet(isnad_quote_words_role role) {
  switch (role) {
  case ISNAD_QUOTE_WORDS_ROLE_ROSTER:
  case ISNAD_QUOTE_WORDS_ROLE_INVITES:
  case ISNAD_QUOTE_WORDS_ROLE_HOUSE:
  case ISNAD_QUOTE_WORDS_ROLE_RULES:
  case ISNAD_QUOTE_WORDS_ROLE_HOLDS:
  case ISNAD_QUOTE_WORDS_ROLE_BRIEF:
  case ISNAD_QUOTE_WORDS_ROLE_BETWEEN:
  case ISNAD_QUOTE_WORDS_ROLE_ENGAGED:
  case ISNAD_QUOTE_WORDS_ROLE_ADDRESSED:
  case ISNAD_QUOTE_WORDS_ROLE_PART:
  case ISNAD_QUOTE_WORDS_ROLE_SHOWN:
  case ISNAD_QUOTE_WORDS_ROLE_DISPLAY:
  case ISNAD_QUOTE_WORDS_ROLE_STAFF:
  case ISNAD_QUOTE_WORDS_ROLE_TALK:
  case ISNAD_QUOTE_WORDS_ROLE_PRINTED:
  case ISNAD_QUOTE_WORDS_ROLE_PAPER:
  case ISNAD_QUOTE_WORDS_ROLE_OBTAINS:
  case ISNAD_QUOTE_WORDS_ROLE_COPY:
  case ISNAD_QUOTE_WORDS_ROLE_VAGUE:
  case ISNAD_QUOTE_WORDS_ROLE_ATTITUDE:
  case ISNAD_QUOTE_WORDS_ROLE_STANCE:
  case ISNAD_QUOTE_WORDS_ROLE_OURS:
  case ISNAD_QUOTE_WORDS_ROLE_INTENT:
  case ISNAD_QUOTE_WORDS_ROLE_VEIL:
  case ISNAD_QUOTE_WORDS_ROLE_FIRST:
  case ISNAD_QUOTE_WORDS_ROLE_LIST:
  case ISNAD_QUOTE_WORDS_ROLE_VOTE:
  case ISNAD_QUOTE_WORDS_ROLE_ADOPTED:
  case ISNAD_QUOTE_WORDS_ROLE_NARRATES:
  case ISNAD_QUOTE_WORDS_ROLE_CAUSE:
  case ISNAD_QUOTE_WORDS_ROLE_BESIDES:
  case ISNAD_QUOTE_WORDS_ROLE_MINE:
  case ISNAD_QUOTE_WORDS_ROLE_WORDING:
  case ISNAD_QUOTE_WORDS_ROLE_ALTHOUGH:
  case ISNAD_QUOTE_WORDS_ROLE_HEADED:
  case ISNAD_QUOTE_WORDS_ROLE_FEAT:
  case ISNAD_QUOTE_WORDS_ROLE_TOPIC:
  case ISNAD_QUOTE_WORDS_ROLE_NICKNAME:
  case ISNAD_QUOTE_WORDS_ROLE_SPENT:
  case ISNAD_QUOTE_WORDS_ROLE_COMES:
  case ISNAD_QUOTE_WORDS_ROLE_KEEPS:
  case ISNAD_QUOTE_WORDS_ROLE_LED:
  case ISNAD_QUOTE_WORDS_ROLE_INSTITUTION:
  case ISNAD_QUOTE_WORDS_ROLE_STATES:
  case ISNAD_QUOTE_WORDS_ROLE_REMARK:
  case ISNAD_QUOTE_WORDS_ROLE_WRITTEN:
  case ISNAD_QUOTE_WORDS_ROLE_IMPERSONAL:
  case ISNAD_QUOTE_WORDS_ROLE_CALLED:
  case ISNAD_QUOTE_WORDS_ROLE_SOMEBODY:
  case ISNAD_QUOTE_WORDS_ROLE_SHARE:
  case ISNAD_QUOTE_WORDS_ROLE_PAIR:
  case ISNAD_QUOTE_WORDS_ROLE_BOTH:
  case ISNAD_QUOTE_WORDS_ROLE_SIDES:
  case ISNAD_QUOTE_WORDS_ROLE_LANDS:
  case ISNAD_QUOTE_WORDS_ROLE_UN:
  case ISNAD_QUOTE_WORDS_ROLE_RESEARCH:
  case ISNAD_QUOTE_WORDS_ROLE_TAIL:
  case ISNAD_QUOTE_WORDS_ROLE_NEWS:
    return true;
  default:
    return false;
  }
}

/* A bit for each role that a hit of quote_words.tsv (role r: bit r % 64 of small[r / 64]) or name_parts.tsv has at a token. */
enum { NOTE_ROLE_BITS = 64, NOTE_SMALL_WORDS = (ISNAD_QUOTE_WORDS_ROLE_COUNT + NOTE_ROLE_BITS - 1) / NOTE_ROLE_BITS };
struct note_roles {
  uint64_t small[NOTE_SMALL_WORDS], parts;
};
_Static_assert((int)ISNAD_NAME_PARTS_ROLE_COUNT <= (int)NOTE_ROLE_BITS, "a bit for every part of names");

/* The hit of data/ar/quote_words.tsv with this role at a token of the unit, or NULL. */
const isnad_phrase *note_find_word(const note_unit *unit, size_t at, isnad_quote_words_role role);

/* Whether it has one. Asked of nearly every token, and nearly always of one that has no such word. */
static inline bool note_has_word(const note_unit *unit, size_t at, isnad_quote_words_role role) {
  size_t in = at - unit->first; /* before the unit: huge */
  return in < unit->last - unit->first && (unit->roles[in].small[role / NOTE_ROLE_BITS] >> role % NOTE_ROLE_BITS & 1) != 0;
}

static inline const isnad_phrase *note_word_at(const note_unit *unit, size_t at, isnad_quote_words_role role) {
  return note_has_word(unit, at, role) ? note_find_word(unit, at, role) : NULL;
}

/* Whether one of the `near` words before a token is something that is said, written or shown, or a word of saying: a post, a statement, a picture. */
bool note_tells_before(const note_unit *unit, size_t at, size_t near);

/* A medium by its name, or a noun that heads one: "the newspaper". */
bool note_is_medium(const note_unit *unit, size_t at);

/* Begins with the article: alef and lam that are no letters of the word itself. */
bool note_is_definite(const note_scan *s, const note_unit *unit, size_t at);

#endif
