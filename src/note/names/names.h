/* What the readers of names share: the names found so far in one article, and questions about tokens.
 *
 *   name_found.h     the names found so far
 *   names.c          the order of the passes; name_sort.c: the names in the order of the text
 *   name_words.c     what a token can be: given name, family name, stop, adjective of a place, a word nobody knows
 *   name_part.c      one part of a person's name: given, tied (name_tied.c), family, unknown
 *   name_chain.c     a chain of such parts: how far it goes; name_behind.c: words behind it that are none of it
 *   name_surname.c   surnames that no table knows
 *   name_belief.c    whether it is believed
 *   name_likely.c    how likely a word that nobody knows is a name; name_signs.c: what is seen of it
 *   name_person.c    which person it is
 *   name_introduced.c  what stands before one whose name may be in no table
 *   name_title.c     where an office ends, and where the person's name begins behind it
 *   name_office.c    of what it is an office
 *   name_office_body.c  in which body or for whom it is one
 *   name_bearer.c    whom its words tell of; name_rival.c: which of several readings of one token is meant
 *   name_role.c      whether that office is the bearer's own
 *   name_table.c     names that the tables hold, and what must be seen before an ambiguous one is believed
 *   name_play.c      clubs that are called by a common word
 *   name_listed.c    doubtful names beside sure ones in a list
 *   name_place.c     places of the tables
 *   name_body_end.c  how far the words of a body behind its head noun go
 *   name_body.c      bodies and facilities told by their head noun
 *   name_called.c    what an event or a thing is called, in marks
 *   name_alias.c     who is called so, or known as
 *   name_version.c   the number of a model behind it
 *   name_bracket.c   a name in brackets behind its noun
 *   name_class.c    the noun before a name that only says what it is; name_latin.c: names in Latin letters; name_letters.c: short forms told by their
 * letters name_places.c    places behind theirs name_pair.c      two men side by side who read like one name_entity.c    which mentions are one
 * bearer name_spelling.c  which words are spellings of one name name_license.c   words that may stand alone for a bearer name_again.c     the second
 * reading: surnames alone, and what the article itself has taught name_club.c      clubs told by a word of their name, or by their town
 *   name_nominal.c   titles and definite nouns that stand for a bearer: name_apposition.c, name_office_words.c, name_agree.c, name_holder.c,
 *                    name_known.c
 *   name_body_again.c  bodies told again by what they are: "the company"
 *   name_ministry.c  ministries told by their field alone: "said the interior"
 *   name_within.c     names inside the words of offices and events
 *   name_told.c      what of all that is told
 *   name_state.c     bodies of a state told without it: "the ministry of finance"
 */
#ifndef ISNAD_NOTE_NAMES_H
#define ISNAD_NOTE_NAMES_H

#include "base/map.h"
#include "note/names/name_words.h"

/* --- name_sort.c --- */

/* Sorts the names found by place; the bearers' fullest mentions are found again. */
void name_sort(name_finder *f);

/* --- name_person.c --- */

typedef enum person_before { PERSON_BARE, PERSON_TITLED } person_before;

typedef struct person_reading {
  uint32_t first, last;
  isnad_span span;
  uint8_t cut, words;
  isnad_rule rule;
  isnad_slice id, canonical;
  bool doubtful;
} person_reading;

/* The person's name that begins at token `at`. */
bool name_person(person_reading *out, const name_finder *f, const note_unit *u, size_t at, person_before before);

/* --- name_introduced.c --- */

/* A nation that stands for a person is right before token `at`. */
bool name_is_introduced(const name_finder *f, const note_unit *u, size_t at);

/* --- name_title.c --- */

typedef struct title_reading {
  isnad_span span;      /* the words of the office */
  uint32_t first, last; /* tokens */
  uint32_t name_at;     /* where the person's name begins; last when none does */
  uint32_t place;       /* row of places + 1 */
  const isnad_titles_row *row;
  uint32_t row_index;
  bool complement; /* says of what it is an office */
  bool construct;  /* the title itself does (minister of defence) */
  bool named;      /* it ends in a body or place by name */
  bool housed;     /* in a body in which its bearer, named right before it, serves */
  bool person;     /* `name` is filled */
  person_reading name;
} title_reading;

bool name_title(title_reading *out, const name_finder *f, const note_unit *u, const isnad_phrase *title);

/* --- name_within.c --- */

/* "The European Union | new (f.)": the words of `body` behind the name of the table are none of it and describe another. */
bool name_is_described(const name_finder *f, const note_unit *u, const found_name *table, const found_name *body);
/* Adds whom the table of people knows among the tokens [first, last), which are the words of an office. */
void name_known_within(name_finder *f, const note_unit *u, size_t first, size_t last);
/* Whether an event of the tables is told by a land or town that is named too: "the war of | Gaza", "the war in | Yemen". */
bool name_has_land(const name_finder *f, const note_unit *u, const found_name *event);

/* --- name_role.c --- */

/* Whether the table of holders gives a person the office, of any country. */
bool name_role_held(isnad_slice person, const char *office);
/* Whether the words before a name tell of somebody else by him: the lawyer of Trump. */
bool name_role_is_told_by(const name_finder *f, const note_unit *u, const title_reading *t);
/* Whether the words, tokens [first, last) of row `title` of titles, are those of a spokesman for somebody in office. */
bool name_role_speaks_for_office(const note_unit *u, uint32_t title, size_t first, size_t last);
/* Of "a spokesman for the president, | So-and-so,": whether the one named is he for whom the other speaks. */
bool name_role_is_master(const name_finder *f, const note_unit *u, const found_name *office, const found_name *bearer);
/* Whether the words tell of who is at the head of one state, and the name behind them is that of somebody at the head of another. */
bool name_role_is_of_other_state(const note_unit *u, const title_reading *t);
/* Gives the name behind a title the title, its place and its words, as far as they are told of its bearer. */
void name_role(found_name *name, const name_finder *f, const note_unit *u, const title_reading *t);

/* --- name_bearer.c --- */

/* Adds the one of whom the words of an office tell, or the office alone as a noun phrase for its holder. Returns where reading goes on. */
size_t name_bearer(name_finder *f, const note_unit *u, const title_reading *t);
/* A bearer's name stands right before an office, before its comma, or before "who is". */
bool name_leads_to(const name_finder *f, const note_unit *u, const found_name *bearer, size_t office);
/* The name read last is a bearer's who stands so before token `first`. */
bool name_is_behind_name(const name_finder *f, const note_unit *u, size_t first);

/* --- name_apposition.c --- */

/* A title by which one is addressed, whatever his office: king, prince, judge; of a court, a house or a throne, none that is voted for. */
bool name_title_is_style(const isnad_titles_row *row);

/* --- name_holder.c --- */

/* Of people who are called by one surname, of which the table gives it to one: the row of him who holds that one's office on the day of the article
 * ("President Aoun" of 2018 and of 2025). The row itself where nobody else does, or the word is hardly any other's. */
uint32_t name_heir(const name_finder *f, uint32_t row);

/* --- name_place.c --- */

/* The name of a place of the tables at `at`. */
bool name_of_place(found_name *out, const name_finder *f, const note_unit *u, size_t at);
/* A preposition of place before the word, or one that is written on it. */
bool name_place_before(const name_finder *f, const note_unit *u, const isnad_phrase *hit);
/* The club of these very words, in an article of matches; NULL: none. */
const isnad_phrase *name_club_at(const name_finder *f, const note_unit *u, size_t at);
/* --- name_play.c --- */

/* Whether the word of a club, which is a common word or a town too, means it: in an article of matches, where clubs stand. */
bool name_in_play(const name_finder *f, const note_unit *u, const isnad_phrase *hit);
/* Whether the article tells of matches. */
bool name_is_sport(const name_finder *f);
/* Believes the clubs of a country whose league the article tells of, though they are called by words of every day. */
void name_leagues(name_finder *f);

/* --- name_listed.c --- */

/* Believes doubtful people, clubs and armed groups right beside a sure one in a list. */
void name_listed(name_finder *f);

/* The name that a phrase of a table is: `id` and `name` of its row. */
found_name name_of_hit(const isnad_phrase *hit, isnad_name_type type, const char *id, const char *name);

/* --- name_table.c --- */

/* The name that the tables hold at `at`: outlets, places, people, bodies, things. False when none is to be believed here. */
bool name_table(found_name *out, const name_finder *f, const note_unit *u, size_t at);

/* A company, club or armed group bears a name of its own; its head noun only says what it is. */
static inline bool name_bears_itself(const isnad_organizations_row *row) {
  return row->kind == ISNAD_ORGANIZATIONS_KIND_COMPANY || row->kind == ISNAD_ORGANIZATIONS_KIND_CLUB ||
         row->kind == ISNAD_ORGANIZATIONS_KIND_ARMED_GROUP;
}

/* --- name_body.c --- */

/* A body, facility, product or event by its head noun at `at`. */
bool name_body(found_name *out, const name_finder *f, const note_unit *u, size_t at);
/* What a body that ends at token `at` is for, without the person who may be named behind it; `at` when it is for nothing. */
size_t name_purpose_end(const name_finder *f, const note_unit *u, size_t at);
/* As name_body_reach, with what it is for; the head's own end when it has none. */
size_t name_body_whole(bool *named, const name_finder *f, const note_unit *u, const isnad_phrase *head);
/* --- name_body_end.c --- */

/* As name_body_end; `named`: a proper name is among the words. */
size_t name_body_reach(bool *named, const name_finder *f, const note_unit *u, const isnad_phrase *head);
/* Where the words behind a head end (its complement); the head's own end when it has none. */
size_t name_body_end(const name_finder *f, const note_unit *u, const isnad_phrase *head);

/* --- name_rival.c --- */

/* An office of one bearer begins at token `at`. */
bool name_begins_office(const note_unit *u, size_t at);
/* "Opra | Winfrey": a full name of the table, of which a head noun is the first word. */
bool name_is_full_row(const person_reading *person, const found_name *body);
/* The words of a body stop inside a name that a table holds. */
bool name_cuts_row(const note_unit *u, const found_name *body);
/* The name at `at` is a storm's: its noun stands before it, with an adjective or a mark between. */
bool name_is_storms(const name_finder *f, const note_unit *u, size_t at);
/* Where the names inside the body at `at` begin. */
size_t name_inside_of(const note_unit *u, size_t at);
/* Where an office behind or among the words of a body's head begins that is read for itself, as its bearer is named; 0: there is none. */
size_t name_office_in(const name_finder *f, const note_unit *u, const found_name *body);

/* --- name_called.c --- */

/* A name in marks behind "called" at `at`: adds it, and returns the token behind its closing mark; `at` when there is none. */
size_t name_called(name_finder *f, const note_unit *u, size_t at);

/* --- name_alias.c --- */

/* A person named behind "is called" or "known as" at `at`: adds him, and returns the token behind; `at` when there is none. */
size_t name_alias(name_finder *f, const note_unit *u, size_t at);

/* --- name_bracket.c --- */

/* A name in brackets, or of a medium in marks, behind the noun at `at`: adds it, and returns the token behind; `at` when there is none. */
size_t name_bracketed(name_finder *f, const note_unit *u, size_t at);

/* --- name_class.c --- */

/* Leaves what only says what a name is, and the marks around it, out of it. */
void name_without_class(found_name *name, const name_finder *f, const note_unit *u);
/* Whether the words behind a body of the table only describe it, so that the longer `body` is no other one. */
bool name_is_row_alone(const name_finder *f, const note_unit *u, const found_name *table, const found_name *body);

/* Whether the name of a row that begins with a noun is read behind it: the company | X. */
bool name_is_behind_head(const name_finder *f, const note_unit *u, const isnad_phrase *hit);

/* --- name_latin.c --- */

/* A name in Latin letters that begins at `at`. */
bool name_latin(found_name *out, const name_finder *f, const note_unit *u, size_t at);

/* --- name_letters.c --- */

/* A short form told by the names of its letters at `at`. */
bool name_letters(found_name *out, const name_finder *f, const note_unit *u, size_t at);

/* --- name_places.c --- */

/* Places behind a head (city, province, the two seas of ...): adds them all, returns the token behind the last; `at` when there is none. One place
 * alone must reach beyond token `least`. */
size_t name_places_behind(name_finder *f, const note_unit *u, size_t at, size_t least);

/* --- name_version.c --- */

/* The number of its model goes on the name of a thing. */
void name_with_version(found_name *name, const name_finder *f, const note_unit *u);
/* Whether the number at `at` is that of a model, glued by a hyphen to a word of no other kind, as which it is not read yet. */
bool name_is_model(const name_finder *f, const note_unit *u, size_t at);
/* Adds both as the name of a thing; returns the token behind. */
size_t name_model(name_finder *f, const note_unit *u, size_t at);

/* --- names.c --- */

void name_add(name_finder *f, const note_unit *u, const found_name *name);
void name_take(name_finder *f, const note_unit *u, size_t first, size_t last, name_taken how);
name_taken name_state(const name_finder *f, const note_unit *u, size_t at);
found_name name_of_person(const person_reading *p);

/* --- name_pair.c --- */

/* Tells two surnames side by side from one name, where the article names both bearers in full. */
void name_pairs(name_finder *f);
/* "Ahmad, | the son of Salih": introduced by his kin, and nobody named before by the given name alone. */
bool name_is_kin(const name_finder *f, const found_name *name);

/* --- name_entity.c --- */

void name_entities(name_finder *f);
uint32_t name_new_entity(name_finder *f, uint32_t index); /* of the mention found[index]; NO_ENTITY when the arena refuses */
uint32_t name_entity_of(const name_finder *f, const found_name *name);

/* The word without a preposition: where li swallowed the article its alef comes back. */
isnad_slice name_written_alone(const name_finder *f, isnad_slice word);
/* What folding takes off tells a word from the row of a body: another alef than the row's, a hamza on yeh or waw. */
bool name_has_other_alef(const name_finder *f, const isnad_phrase *hit);
bool name_has_seated_hamza(const name_finder *f, size_t at);
/* Two folded words are the same, or spellings of one foreign name. */
bool name_is_variant(isnad_slice a, isnad_slice b);
enum { NAME_SKELETON_ROOM = 64 };
/* The consonants of a word by classes of letters that spellings exchange. Returns the length. */
size_t name_skeleton(char out[NAME_SKELETON_ROOM], isnad_slice word);
/* The last two of them in one number; 0 when the word has fewer. */
unsigned name_ending(isnad_slice word);
/* The class of its last letter; 0: a vowel letter, which is none. Where it is not 0 it is the low byte of the ending. */
unsigned name_last_consonant(isnad_slice word);

/* The unit that holds a token, or NULL. */
static inline const note_unit *name_unit_of(const name_finder *f, size_t at) { return note_unit_of(f->s, at); }

/* --- name_again.c --- */

void name_again(name_finder *f);

/* --- name_club.c --- */

void name_clubs(name_finder *f); /* told by a word of their name, towns that play: in an article of matches */

/* --- name_body_again.c --- */

/* The entity for which a noun phrase of a body, mention `at`, stands: one that was named before. NO_ENTITY: none, or several. */
uint32_t name_body_again(const name_finder *f, size_t at);
/* Whether a noun (column `means` of org_heads.tsv) is the word of every day for bodies of a kind. */
bool name_stands_for(isnad_org_heads_means means, isnad_organizations_kind kind);

/* --- name_state.c --- */

void name_states(name_finder *f); /* gives bodies that every state has their state, where the article tells it */
/* The two letters of the state of which the article tells most by far; NULL: there is none. */
const char *name_home(name_finder *f);

/* --- name_ministry.c --- */

/* Ministries told by their field alone: "said | the interior". */
void name_ministries(name_finder *f);

/* --- name_told.c --- */
/* Hands what is worth telling over to the article's notes. */
void name_hand_over(name_finder *f);
/* The phrase as it stands in the sentence, with what name_class.c left out of the name. */
static inline isnad_span name_phrase_of(const found_name *n) { return n->whole.end > 0 ? n->whole : n->span; }

/* --- name_nominal.c --- */

void name_nominals(name_finder *f);
/* "The spokesman, | colonel So-and-so", "the coach of X, | the German So-and-so": whether between the tokens `from`, behind a comma, and `to`, where
 * a name begins, stand only ranks, honorifics and one nationality. */
bool name_is_led_to(const name_finder *f, const note_unit *u, size_t from, size_t to);

#endif
