/* What the readers of quotes share: words, reporting verbs, marks, complements and speakers of the paragraph that is read. */
#ifndef ISNAD_NOTE_QUOTE_H
#define ISNAD_NOTE_QUOTE_H

#include "note/quotes/quote_scan.h"

/* Turns to a unit that was read before (quotes.c): with its names and sources by token. */
void quote_turn_to(quote_scan *q, const note_unit *unit);

/* --- words (quote_words.c) --- */

/* The hit of data/ar/quote_words.tsv with this role at a token, or NULL. */
static inline const isnad_phrase *quote_word_at(const quote_scan *q, size_t at, isnad_quote_words_role role) {
  return note_word_at(q->unit, at, role);
}
static inline bool quote_has_word(const quote_scan *q, size_t at, isnad_quote_words_role role) { return note_has_word(q->unit, at, role); }

/* A word of the closed classes, or a noun that stands for somebody or for what he says. */
bool quote_is_small_word(const quote_scan *q, size_t at);

/* Whether a token is this mark; a comma or semicolon of either script. Asked of nearly every token, of which few are punctuation. */
bool quote_mark_is(const quote_scan *q, size_t at, const char *utf8); /* of punctuation */
bool quote_mark_is_comma(const quote_scan *q, size_t at);
static inline bool quote_is_mark(const quote_scan *q, size_t at, const char *utf8) {
  return quote_is_kind(q, at, ISNAD_TOKEN_PUNCT) && quote_mark_is(q, at, utf8);
}
static inline bool quote_is_comma(const quote_scan *q, size_t at) { return quote_is_kind(q, at, ISNAD_TOKEN_PUNCT) && quote_mark_is_comma(q, at); }
static inline bool quote_is_colon(const quote_scan *q, size_t at) { return quote_is_mark(q, at, ":"); }
bool quote_is_hash(const quote_scan *q, size_t at); /* the marks of a hashtag, which are no punctuation */

/* Whether the folded form of a token begins with one letter, and with it as a proclitic of a word of three letters or more. */
bool quote_begins_with(const quote_scan *q, size_t at, unsigned letter);

/* A proclitic of that letter, not the first letter of the word: joined by tatweel, before a word that the language knows, or before a name. */
bool quote_starts(const quote_scan *q, size_t at, unsigned letter);

/* "With a tone": what is left behind the first letter is the more frequent word. */
bool quote_is_rarer_than_rest(isnad_slice form);

/* Whether just this proclitic was cut from a hit. */
bool quote_cut_is(const quote_scan *q, const isnad_phrase *hit, unsigned letter);

/* Whether just "and" or "then" was cut from a hit. */
bool quote_links(const quote_scan *q, const isnad_phrase *hit);

/* "That" as the opening of a complement: bare or with ba, but not with "and", and not one that belongs to the word before it. */
bool quote_that_opens(const quote_scan *q, size_t at, const isnad_phrase *that);
static inline bool quote_is_that(const quote_scan *q, size_t at) {
  const isnad_phrase *that = quote_word_at(q, at, ISNAD_QUOTE_WORDS_ROLE_THAT);
  return that != NULL && quote_that_opens(q, at, that);
}
bool quote_is_definite(const quote_scan *q, size_t at);

/* The reporting word at a token. False when there is none, or when it is none here. Few tokens have a phrase of the table of verbs at all. */
bool quote_find_verb(const quote_scan *q, size_t at, quote_verb *out);
static inline bool quote_verb_at(const quote_scan *q, size_t at, quote_verb *out) {
  return note_has_hit(q->unit, at, ISNAD_TABLE_VERBS) && quote_find_verb(q, at, out);
}

/* A noun of saying in the construct, whose subject stands behind it: "the announcement of X that". */
bool quote_find_act(const quote_scan *q, size_t at, quote_verb *out);
static inline bool quote_act_at(const quote_scan *q, size_t at, quote_verb *out) {
  return note_has_hit(q->unit, at, ISNAD_TABLE_VERBS) && quote_find_act(q, at, out);
}

/* --- quotation marks (quote_marks.c) --- */

/* Pairs the quotation marks of the unit. q->open_quote is told for the next. */
void quote_pair_marks(quote_scan *q);
quote_pair *quote_pair_at(const quote_scan *q, size_t open);
size_t quote_pair_from(const quote_scan *q, size_t at); /* the index of the first pair that opens at the token or behind it */

/* Words between the marks; and whether they are the name of something rather than speech. */
size_t quote_pair_words(const quote_scan *q, const quote_pair *pair);
bool quote_pair_is_name(const quote_scan *q, const quote_pair *pair);

/* --- complements (quote_said.c, quote_sign.c, quote_bare.c, quote_end.c) --- */

/* Finds what is said behind the verb. `begun`: the verb's subject stands before it. False when nothing is said. */
bool quote_find_said(const quote_scan *q, const quote_verb *verb, bool begun, quote_said *out);

/* The further complement that a statement's end told of. */
void quote_next_said(const quote_scan *q, const quote_verb *verb, quote_said *said);

/* The token at which a statement that begins at `at` ends; *next as in quote_said. */
size_t quote_end(const quote_scan *q, const quote_verb *verb, size_t at, size_t *next);

/* Speech without marks behind a colon goes on over sentences; the token behind its last word (quote_speech.c). */
size_t quote_speech_end(quote_scan *q, const quote_verb *verb, const quote_said *said, const quote_speaker *speaker);

/* "Declared intentions", "tight measures": a feminine participle right behind an indefinite noun describes it. */
bool quote_is_adjective(const quote_scan *q, const quote_verb *verb);

/* "And the governor", "and of B": a further subject of a verb, no object of it. */
bool quote_begins_partner(const quote_scan *q, size_t at);

/* "A source, | who refused to give his name, | that": the token behind a clause that keeps the name back; `at` when none begins there. */
size_t quote_behind_withheld(const quote_scan *q, size_t at, size_t limit);

/* The token behind the brackets that open at `at`; `at` when none do. */
size_t quote_behind_brackets(const quote_scan *q, size_t at, size_t limit);

/* Whether "that" follows within the words of a subject: a verb that is also another word reports there. */
bool quote_has_that(const quote_scan *q, const quote_verb *verb);

/* Passes over commas, adverbs and circumstances. */
size_t quote_skip_asides(const quote_scan *q, size_t at, size_t limit);

/* --- whether a reporting word reports here (quote_belief.c) --- */

bool quote_is_negated(const quote_scan *q, size_t at);

/* Inside an indirect question. */
bool quote_is_asked(const quote_scan *q, const quote_verb *verb);

/* "Under | the claim of", "again": behind a preposition a word that is also another kind of word is a noun, and an adverb is a participle only
 * where a clause begins. */
bool quote_is_governed(const quote_scan *q, const quote_verb *verb);

/* "That they | recognise": right behind a bare "that" the present is what should be, not what is said. */
bool quote_is_wished(const quote_scan *q, const quote_verb *verb);

/* "A strike | which he called ...": the verb of describing bears the pronoun of what is described. */
bool quote_calls_it(const quote_scan *q, const quote_verb *verb);

/* A word that is also another kind of word is a verb where a clause begins; elsewhere it needs "that" right behind it. */
bool quote_stands_as_verb(const quote_scan *q, const quote_verb *verb, bool begun);

/* To welcome or thank a guest is an act, to welcome a decision a statement. */
bool quote_greets(const quote_scan *q, const quote_verb *verb, const quote_said *said);

/* What is shown, left out or adopted: a deed that a verb of saying tells (quote_deed.c); and "I think", the writer's own. */
bool quote_is_deed(const quote_scan *q, const quote_verb *verb, const quote_said *said);
bool quote_is_called(const quote_scan *q, const quote_verb *verb); /* "called", written like "claims" */
bool quote_is_first_person(const quote_scan *q, const quote_verb *verb);

/* "It is believed": nobody's. What nobody in particular believes or wishes is no statement. */
bool quote_is_impersonal(const quote_scan *q, const quote_verb *verb);
bool quote_is_thought(const quote_verb *verb);

/* A heading with a colon, before which a word stands that is also a noun. */
bool quote_is_heading(const quote_scan *q, const quote_verb *verb, const quote_said *said);

/* Without a speaker only "that" and quoted words show that something was said. */
bool quote_says_little(const quote_scan *q, const quote_verb *verb, const quote_said *said);

/* A bare complement behind a subject of which nothing is known. */
bool quote_is_doubtful(const quote_scan *q, const quote_verb *verb, const quote_said *said, const quote_speaker *speaker);

/* Whether one who spoke before may go on with a verb that has no subject of its own. */
bool quote_may_go_on(const quote_scan *q, const quote_verb *verb);

/* --- speakers (speaker*.c) --- */

enum {
  SPEAKER_BOUNDED = 1, /* nothing but the phrase stands before the limit */
  SPEAKER_GOVERNED = 2 /* a preposition governs it, perhaps as a proclitic */
};

/* An office, rank or profession: whoever bears it is a person, named or not. */
bool speaker_is_title(const quote_scan *q, size_t at);

/* Takes another speaker of a verb without a subject of its own than the rules found, where he is clearly likelier (speaker_likely.c). False: nobody.
 */
bool speaker_weigh(quote_scan *q, const quote_verb *verb, quote_speaker *speaker);

/* Reads a speaker's noun phrase at `at` and not beyond `limit`; *end is the token behind it. */
bool speaker_read(const quote_scan *q, size_t at, size_t limit, unsigned how, quote_speaker *out, size_t *end);

/* Whether a noun phrase at `at` may be the subject behind a verb of this form; gender and case tell a few objects from subjects. */
bool speaker_agrees(const quote_scan *q, const quote_verb *verb, size_t at, const quote_speaker *speaker);

/* A word that neither the tables nor the counted news know, or hardly: a name. */
bool speaker_is_unheard(const quote_scan *q, size_t at);

/* The gender of a person's mention: of the table's row, the title, the given name, or an earlier mention. */
speaker_gender speaker_gender_of(const quote_scan *q, size_t name);

/* The form of a verb that he would be the subject of, as far as his name or noun phrase tells; FORM_NOUN: not known. */
quote_form speaker_own_form(const quote_scan *q, const quote_speaker *speaker);

/* Whether the title or the given name at `at` tells that the phrase is of this gender. */
bool speaker_is_of(const quote_scan *q, size_t at, bool feminine);

/* The subject that stands before a verb: the clause begins with it, and nothing but auxiliaries or a circumstance stands between. */
bool speaker_before(const quote_scan *q, const quote_verb *verb, quote_speaker *out);

/* The same, kept for whoever asks it again of this verb until q->asked_before is 0. */
bool speaker_ask_before(quote_scan *q, const quote_verb *verb, quote_speaker *out);

/* Who says what this verb says. *implicit: he is not the verb's own subject. */
bool speaker_of(quote_scan *q, const quote_verb *verb, const quote_said *said, quote_speaker *out, bool *implicit);

/* "Those | who he said | were": the noun before the relative is not who speaks (speaker_relative.c). */
bool speaker_is_told_of(const quote_scan *q, const quote_verb *verb);

/* "X | and Y | said": the further subjects behind the verb's own join his phrase (speaker_count.c). */
void speaker_take_partner(const quote_scan *q, const quote_verb *verb, const quote_said *said, quote_speaker *speaker);

/* "Was accused of": a verb that takes an object and a preposition, with the preposition right behind it. */
bool speaker_is_passive(const quote_scan *q, const quote_verb *verb, const quote_said *said);

/* The medium that is the subject of a verb that relays another. */
bool speaker_carrier(const quote_scan *q, const quote_verb *verb, const quote_said *said, quote_speaker *out);

/* "The radio said ..., quoting the prosecution": puts the one quoted in place of the medium. False when nobody is. */
bool speaker_quoted(const quote_scan *q, const quote_verb *verb, const quote_said *said, quote_speaker *speaker);

/* The people who are a subject between the tokens `from` and `to`: of the first clause, or of the one nearest to `to`. */
bool speaker_of_people(const quote_scan *q, size_t from, size_t to, bool first, quote_speaker *out);

/* An event, a state or a time: what it shows nobody says. */
bool speaker_is_thing(const quote_scan *q, const quote_speaker *speaker);

/* Remembers who spoke; and whom a sentence is about. */
void speaker_remember(quote_scan *q, const quote_speaker *speaker, quote_form form);
void speaker_note_topic(quote_scan *q);

/* "..., but the council dismissed him": whom a clause that begins at or around the token is about (speaker_clause.c). */
void speaker_note_clause(quote_scan *q, size_t at);
void speaker_note_headline(quote_scan *q);

/* What the people of the unit are called by; and, when all is read, whom a description means (speaker_bearing.c, speaker_settle.c). */
void speaker_note_bearings(const quote_scan *q);
void speaker_settle(quote_scan *q);
/* Fills `full` of every quote (speaker_fuller.c). */
void speaker_name_fully(note_scan *s);

/* --- records --- */

/* Adds a statement, the statements inside it, and the quoted pieces of each. */
void quote_add_statement(quote_scan *q, const quote_verb *verb, const quote_said *said, const quote_speaker *speaker, bool implicit, unsigned depth);

/* "With the words": what follows the noun, and whoever is the subject of the verb before it (quote_wording.c). Returns the token from which to go on.
 */
size_t quote_read_wording(quote_scan *q, const quote_verb *act);

/* The statement behind a noun of saying and its subject, when "that" follows near; the token from which to go on (quote_act.c). */
size_t quote_read_act(quote_scan *q, const quote_verb *act);

/* "..., and that ...": what goes on behind the token `at` in the statement of the verb; and a sentence that begins so behind the one before it. Each
 * returns the token from which to go on (quote_further.c). */
size_t quote_read_further(quote_scan *q, const quote_verb *verb, const quote_speaker *speaker, bool implicit, size_t at);
size_t quote_read_cut_off(quote_scan *q);

/* Reads one sentence for statements. */
void quote_read_sentence(quote_scan *q);

/* Speech that opens a paragraph: its verb stands behind it, or he who spoke last goes on. Speech that began in the paragraph before goes on to its
 * closing mark. Each returns the token from which to go on (quote_opening.c). */
bool quote_opens_with_verb(const quote_scan *q, const quote_pair *pair); /* a verb of saying stands right behind the marks */
size_t quote_read_opening(quote_scan *q, const quote_pair *pair);
size_t quote_read_continued(quote_scan *q);

/* A headline of the form "speaker: words" or "words: speaker"; also a paragraph of the first form. True when it was one. */
bool quote_read_colon(quote_scan *q);

/* "According to X": cites him, and reads what a sentence that begins so says. Returns the token from which to go on. */
size_t quote_read_cited(quote_scan *q, size_t at);

/* The pieces in quotation marks inside the reported words [first, last) of a statement. */
void quote_add_pieces(quote_scan *q, const quote_verb *verb, const quote_said *said, const quote_speaker *speaker, bool implicit, size_t first,
                      size_t last);

/* Adds the record of one statement; of direct speech also what follows in the same breath. */
void quote_add(quote_scan *q, const quote_verb *verb, const quote_said *said, const quote_speaker *speaker, bool implicit);

/* Cites a speaker who vouches for facts, when no citation holds him yet. */
void source_add_speaker(quote_scan *q, const quote_verb *verb, const quote_speaker *speaker, bool implicit);

/* Puts the citations into page order again; the carriers of quotes follow them. */
void source_sort(note_scan *s);
/* --- sources.c: what is done with the sources once the quotes are read; the second decides which of the gathered ones cite somebody --- */
void source_gather(note_scan *s);
void source_judge(note_scan *s);

/* Gives citations that were read before the names their full names: a body's longer one, the holder of an office. */
void source_settle(note_scan *s);
/* The words of a citation, two at least, end in a noun without its article and in no name: what follows is whose it is. */
bool source_ends_open(const note_scan *s, const isnad_source_note *source);

/* Brings the words of all sources, which are in page order, to their end (source_complete.c). */
void source_complete(note_scan *s);
/* "Experts ascribe | the collapse | to", "estimate | the number of people | at", "sources | described by it as": the end of people without their
 * article before what their verb is about, or before a verb with a pronoun; `end` where nothing of that stands. */
size_t source_without_matter(const note_scan *s, const note_unit *u, const isnad_source_note *source, size_t first, size_t end);

/* Decides how far each citation reaches: its clause, sentence, paragraph or the article. Call it when the citations are in page order. */
void source_scopes(note_scan *s);
/* Gives bodies that every state has their state, and capitals theirs. */
void source_states(note_scan *s);
/* Tells a speaker and a source that the same words tell alike (source_alike.c); both are whole then. */
void source_meet_speakers(note_scan *s);
/* Leaves a medium's noun out of its words where marks part the name from it. Call it last. */
void source_marks(note_scan *s);

/* --- source_platform.c --- */

/* Gives the author the platform beside him, of all sources, which are in page order. */
void source_platforms(note_scan *s);

/* Cites bodies that announce and that nobody has cited yet (source_body.c); the sources must be sorted, and are then. */
void source_bodies(note_scan *s);
/* Cites the medium at a token of a unit that no source among the first `sorted` has, which are in page order, when it carries what is told. */
void source_medium(note_scan *s, const note_unit *unit, size_t at, size_t sorted);
/* Cites the documents that a body is told to publish or to speak in; called by source_bodies. */
void source_issues(note_scan *s);
/* Tells whose a document is, and who is told again by a noun alone (source_identity.c); the names and quotes must be known and the sources sorted. */
void source_identities(note_scan *s);

/* Takes the sources out that cite nobody, acts and attitudes of persons; the names must be known and the sources sorted (source_act.c). */
void source_acts(note_scan *s);
/* Takes the sources that are marked out of the list and out of the quotes (source_platform.c). */
void source_close_ranks(note_scan *s, const bool *gone);

/* Sets the claimant of the figures inside statements. */
void quote_claim_figures(note_scan *s);

#endif
