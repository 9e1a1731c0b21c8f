/* The offices and trades that an article tells of its people. */
#ifndef ISNAD_NOTE_SPEAKER_BEARING_H
#define ISNAD_NOTE_SPEAKER_BEARING_H

#include "note/speakers/speaker.h"

enum { SPEAKER_BEARINGS = 256, SPEAKER_FULL_NAMES = 64 };

/* A name and the words before or behind it that say what its bearer is: tokens [first, last), the first of them an office or a trade. */
typedef struct speaker_bearing {
  const isnad_name_note *name;
  const note_unit *unit;
  size_t first, last;
} speaker_bearing;

/* A word and the full name in which it stands last; `name` is the part that the names know. */
typedef struct speaker_full_name {
  uint64_t hash;
  isnad_span span;
  const isnad_name_note *name;
} speaker_full_name;

typedef struct speaker_bearings {
  speaker_bearing items[SPEAKER_BEARINGS];
  size_t count;
  speaker_full_name full[SPEAKER_FULL_NAMES];
  size_t full_count;
} speaker_bearings;

/* Somebody whom no table knows. */
static inline bool speaker_made_here(const isnad_name_note *name) { return name->entity.length > 0 && name->entity.bytes[0] == '@'; }

/* Notes the full name of which the names know one word; and gives them to the quotes (speaker_full.c). */
void speaker_note_full_name(const quote_scan *q, const isnad_name_note *name, size_t at);
void speaker_settle_full_names(quote_scan *q);

/* What one bare noun means, by the words with which the article told of it (speaker_told.c). */
void speaker_settle_told(quote_scan *q);

/* A noun with its article that means people without a name; and the words with which the article told of them before (speaker_told_people.c). */
bool speaker_is_unnamed(const note_unit *unit, size_t at, isnad_slice form);
isnad_slice speaker_told_people(const quote_scan *q, size_t at, isnad_slice form);

/* The only body that the article names with a noun and more words, if `local` one of a town alone; NULL: none, or several (speaker_noun.c). */
const isnad_name_note *speaker_named_with(const note_scan *s, isnad_slice head, bool local);
/* A noun of which every state has its body; and whether a name that begins at such a noun tells where its body is. */
bool speaker_is_of_state(const note_unit *unit, size_t at);
bool speaker_tells_where(const quote_scan *q, const note_unit *unit, size_t at, const isnad_name_note *name);

/* The words with which the article tells of the definite noun at a token, without its article; empty: none (speaker_told.c). */
isnad_slice speaker_told_noun(const quote_scan *q, size_t at, isnad_slice noun);

/* A phrase with the body that its last noun stands for, as the article tells of it; empty: nothing more (speaker_within.c). */
isnad_slice speaker_told_within(const quote_scan *q, isnad_span phrase);
void speaker_settle_within(quote_scan *q);

/* The surname right behind a speaker's given name, of which the names know nothing (speaker_surname.c). */
void speaker_settle_surnames(quote_scan *q);

/* The whole names of speakers of one word, by the words beside it elsewhere (speaker_beside.c). */
void speaker_settle_beside(quote_scan *q);

/* The whole names of speakers whose surname the page writes with another letter elsewhere (speaker_misspelt.c). */
void speaker_settle_misspelt(quote_scan *q);

/* Whom a noun in the dual means: "the two ministers" (speaker_pair.c). */
void speaker_settle_pairs(quote_scan *q);

/* The token of the unit at which what is said behind the speaker whose phrase ends there, or the verb that says it, begins (speaker_complete.c). */
size_t speaker_said_from(const quote_scan *q, uint32_t speaker);

/* What the table of people, else the first thing that the article tells of a person with a nation, says of his: 1 the same, -1 another, 0 nothing.
 * Moves q->unit. */
int speaker_same_nation(quote_scan *q, const isnad_name_note *name, const isnad_phrase *nation);

/* Whom the description of a headline means that tells the same as the first paragraph (speaker_headline.c). */
void speaker_settle_headline(quote_scan *q);
/* Two statements share two words that news does not use every day. */
bool speaker_tell_the_same(const quote_scan *q, isnad_span one, isnad_span other);

/* Whose name stands behind his phrase (speaker_called.c); in apposition to it, tokens [first, at) being the phrase (speaker_apposed.c). */
void speaker_settle_called(quote_scan *q);
bool speaker_take_apposed(const quote_scan *q, size_t first, size_t at, size_t limit, isnad_quote_note *quote);
/* Whoever is named at a token, by the names or by words that they do not know. */
bool speaker_take_named_at(const quote_scan *q, size_t at, isnad_quote_note *quote);
void speaker_take_note(isnad_quote_note *quote, isnad_slice entity, isnad_slice canonical);

/* The words at the end of their phrases that are none of theirs (speaker_trim.c). */
void speaker_settle_ends(quote_scan *q);

/* The words of their phrases that stand behind those that were read (speaker_complete.c). */
void speaker_settle_phrases(quote_scan *q);

/* A word without its proclitic and article; an office or trade of one person; an adjective of a country, or NULL. */
isnad_slice speaker_bare_word(const quote_scan *q, size_t at);
bool speaker_is_one(const quote_scan *q, size_t at);
const isnad_phrase *speaker_nation_at(const quote_scan *q, size_t at);

#endif
