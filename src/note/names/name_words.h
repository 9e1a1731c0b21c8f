/* What a token can be to the readers of names: given name, family name, stop, adjective of a place, a word nobody knows. */
#ifndef ISNAD_NOTE_NAME_WORDS_H
#define ISNAD_NOTE_NAME_WORDS_H

#include "note/names/name_found.h"
#include "note/word.h"

static inline bool name_word_at(const name_finder *f, const note_unit *u, size_t at) {
  return at < u->last && f->tokens[at].kind == ISNAD_TOKEN_WORD;
}
static inline isnad_slice name_form(const name_finder *f, size_t at) { return isnad_token_form(&f->s->page->tokens, at); }
/* "The theatre of the crime", "a data base": two words and more that the stops know as no name. */
bool name_is_idiom(const note_unit *u, size_t at);
bool name_is_comma(const name_finder *f, size_t token);
bool name_is_definite(const name_finder *f, size_t at); /* begins with the article, or with a lam that swallowed it */
bool name_is_hamzated(const name_finder *f, size_t at); /* its first alef bears a hamza, which folding takes off */
bool name_ends_with(const name_finder *f, size_t at, unsigned letter);
/* The tables whose phrases can be a part of a person's name, and those that can begin a name or an office at all: most tokens have none of either. */
enum {
  NAME_OF_PERSON = 1u << ISNAD_TABLE_PEOPLE | 1u << ISNAD_TABLE_GIVEN_NAMES | 1u << ISNAD_TABLE_FAMILY_NAMES | 1u << ISNAD_TABLE_NAME_PARTS,
  NAME_OF_TABLE = 1u << ISNAD_TABLE_OUTLETS | 1u << ISNAD_TABLE_ORGANIZATIONS | 1u << ISNAD_TABLE_PLACES | 1u << ISNAD_TABLE_THINGS,
  NAME_OF_ANY = NAME_OF_PERSON | NAME_OF_TABLE | 1u << ISNAD_TABLE_TITLES | 1u << ISNAD_TABLE_ORG_HEADS | 1u << ISNAD_TABLE_PLACE_HEADS
};
static inline bool name_has_table(const note_unit *u, size_t at, uint32_t tables) { return (u->tables[at - u->first] & tables) != 0; }
/* A hit of the table that cuts nothing off. */
static inline bool name_hit_uncut(const note_unit *u, size_t at, isnad_table table) {
  const isnad_phrase *hit = note_hit_at(u, at, table);
  return hit != NULL && hit->cut == 0;
}
/* Stops, verbs that report, days and months: no name goes over them. */
bool name_is_wall(const name_finder *f, const note_unit *u, size_t at);
/* An adjective made of a place: Russian, northern Korean. Its phrase, or NULL. */
const isnad_phrase *name_place_adjective(const note_unit *u, size_t at);
/* The phrase of a place as a name (no adjective), or NULL. */
const isnad_phrase *name_place(const note_unit *u, size_t at);
bool name_is_modifier(const note_unit *u, size_t at); /* former, late, elect ... */
enum { NAME_RARE = 700 };
/* A word that no table explains and that news seldom uses: may be a name never seen before. */
/* Some table says what the whole word is, and it is no part of a person's name. */
bool name_is_explained(const note_unit *u, size_t at);
bool name_is_unknown(const name_finder *f, const note_unit *u, size_t at);
/* A word that no table explains and that news has more often, with the letters of a name: one where something else announces it. */
bool name_is_familiar(const name_finder *f, const note_unit *u, size_t at);
/* Whether a row of name_parts.tsv of that role begins at `at`. */
static inline bool name_has_role(const note_unit *u, size_t at, isnad_name_parts_role role) {
  return at < u->last && (u->roles[at - u->first].parts >> role & 1) != 0;
}
/* One of the forms in a cell, which may be NULL, is these very letters. */
bool name_cell_has(const char *cell, isnad_slice word);
/* The word at `at`, behind its proclitic, letter by letter (hamza seats and all) in one of two cells of a table; either may be NULL. */
bool name_is_spelled(const name_finder *f, size_t at, size_t cut, const char *cell, const char *other);
/* A reporting verb, bare or behind "and" (not behind the seen of the future: "Samir" is not "he will order"). */
bool name_is_verb(const name_finder *f, const note_unit *u, size_t at);
/* A title or a reporting verb stands right before. */
bool name_is_announced(const note_unit *u, size_t at);
/* The same, the sign of a hashtag passed over. */
bool name_is_announced_over(const name_finder *f, const note_unit *u, size_t at);
/* At the head of a line, or behind a dash, and before another: "Rabat - | Morocco today | -"; or in marks. */
bool name_is_credit(const name_finder *f, const note_unit *u, const isnad_phrase *hit);
/* A word that is itself twice as frequent as what a cut leaves of it was no name with a proclitic. */
bool name_is_whole_word(const name_finder *f, size_t at, size_t cut);
/* The ending of an indefinite noun in the accusative is written on it: no name bears it. */
bool name_bears_tanwin(const name_finder *f, size_t at);
/* The next word after `at` over a hyphen that joins; u->last when there is none. */
size_t name_next(const name_finder *f, const note_unit *u, size_t at);
/* "A ballistic missile": an indefinite word that the news has in both genders describes. */
bool name_is_of_two_genders(const name_finder *f, const note_unit *u, size_t at);
/* Like a person's name by its letters (see tools/emit_shapes.c): above zero more like a name than like a word. */
int name_shape(isnad_slice folded_word);

#endif
