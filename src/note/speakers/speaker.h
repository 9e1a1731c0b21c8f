/* What the readers of speakers share: words and names by token, the extent of a noun phrase, the person whom it means. */
#ifndef ISNAD_NOTE_SPEAKER_H
#define ISNAD_NOTE_SPEAKER_H

#include "note/quotes/quote.h"

enum { SPEAKER_LONGEST = 16 }; /* words of a noun phrase */

static inline isnad_slice speaker_form(const quote_scan *q, size_t at) { return isnad_token_form(&q->s->page->tokens, at); }

/* The longest name that begins at a token, or NULL. */
static inline const isnad_name_note *speaker_name(const quote_scan *q, size_t at) {
  int32_t index = q->name_at[at - q->unit->first];
  return index > 0 ? &q->s->names[index - 1] : NULL;
}

static inline size_t speaker_token_behind(const quote_scan *q, size_t at, isnad_span span) {
  while (at < q->unit->last && quote_token(q, at)->span.begin < span.end) at++;
  return at;
}

/* Without proclitic: a name with li or bi before it is spoken to, or of. */
static inline bool speaker_stands_free(const quote_scan *q, size_t at, isnad_span span) { return span.begin == quote_token(q, at)->span.begin; }

/* Always true: the end of a reading that leaves no doubt. */
static inline bool speaker_is_sure(quote_speaker *speaker) { return speaker->surely = true; }

/* --- how far a phrase goes (speaker_extent.c) --- */

/* A word that no noun phrase goes on with; and one that none begins with. */
bool speaker_ends_phrase(const quote_scan *q, size_t at);
bool speaker_begins_no_phrase(const quote_scan *q, size_t at);

/* "In", "from", "on": inside a phrase only between the words of an office ("member of", "in the name of"). */
bool speaker_is_preposition(const quote_scan *q, size_t at);

/* By its ending an adjective; the sound masculine plural, in either case. */
bool speaker_is_adjective(const quote_scan *q, size_t at);
bool speaker_is_sound_plural(isnad_slice form);

/* "These scientists": a pronoun of the closed class before a definite noun. */
bool speaker_is_demonstrative(const quote_scan *q, size_t at);

/* A sound plural in -un, by its other case among the counted forms. */
bool speaker_is_plural(const quote_scan *q, size_t at);

/* Behind a whole phrase: "Roy Keane | one of the most famous", "the company sent | a statement" (speaker_document.c). */
bool speaker_goes_no_further(const quote_scan *q, size_t first, size_t at);

/* "The commission | the authorities": behind a whole phrase from `first` another noun begins (speaker_whole_phrase.c). */
bool speaker_begins_object(const quote_scan *q, size_t first, size_t at);
bool speaker_holds_object(const quote_scan *q, size_t first, size_t end); /* anywhere in tokens [first, end) */

/* The token behind a phrase when nothing but it stands before the limit; and when the complement follows without a sign. */
size_t speaker_bounded_end(const quote_scan *q, size_t at, size_t limit);
size_t speaker_open_end(const quote_scan *q, size_t at, size_t limit);

/* --- who it is (speaker_phrase.c, speaker_person.c, speaker_kind.c) --- */

speaker_kind speaker_kind_of_head(const isnad_heads_row *row);
speaker_kind speaker_kind_of_name(isnad_name_type type);
speaker_kind speaker_kind_of_source(isnad_source_kind kind);
void speaker_keep_authorities(const quote_scan *q, isnad_span span, quote_speaker *out);
void speaker_take_name(const quote_scan *q, const isnad_name_note *name, quote_speaker *out);

/* The person whose office the phrase begins with, at token *where; or the holder whom the names tell of. NULL when there is none. */
const isnad_name_note *speaker_person_in(const quote_scan *q, size_t at, size_t end, bool governed, size_t *where);
bool speaker_is_withheld(const quote_scan *q, size_t behind); /* "an official | preferred | not to": no name */
const isnad_name_note *speaker_holder_then(const quote_scan *q, size_t at, size_t limit, size_t *where);
const isnad_name_note *speaker_holder_of(const quote_scan *q, size_t at, size_t limit, size_t *where);

/* Whether the phrase names a body of its own, belongs to the person behind it, or goes on behind the words that are known. */
bool speaker_bears_name(const quote_scan *q, size_t at, size_t person);
bool speaker_is_of_several(const quote_scan *q, size_t at, size_t person); /* "many of the fans of X" */
bool speaker_belongs_to(const quote_scan *q, size_t at, size_t person);
bool speaker_is_named_on(const quote_scan *q, const isnad_name_note *name, size_t at, size_t limit);

/* What is named behind a comma or a hash mark is taken instead; *end goes behind it. */
void speaker_take_apposition(const quote_scan *q, const isnad_name_note *person, size_t *end, size_t limit, quote_speaker *out);
const isnad_name_note *speaker_tagged_surname(const quote_scan *q, const isnad_name_note *person, size_t *end, size_t limit);

/* The rest of a name of which the names know a part; `from`: the phrase begins there, `where`: the part (speaker_whole.c). */
void speaker_take_whole_name(const quote_scan *q, size_t from, size_t where, size_t limit, quote_speaker *out, size_t *end);

/* "The chief negotiator of the Union on the file of Brexit | X": the name at the end of a long office (speaker_named.c). */
void speaker_take_named_on(const quote_scan *q, size_t first, size_t limit, bool bounded, quote_speaker *out, size_t *end);

/* A name that the names do not know, right before an office. */
bool speaker_take_tail_name(const quote_scan *q, size_t first, size_t limit, quote_speaker *out, size_t *end);
bool speaker_read_unheard(const quote_scan *q, size_t at, size_t limit, quote_speaker *out, size_t *end);

/* Somebody whom the article has named by more words than this one: by a surname that is also the name of a paper, or a given name; or NULL. */
bool speaker_may_be_surname(const quote_scan *q, size_t at, const isnad_name_note *first);
const isnad_name_note *speaker_bearer(const quote_scan *q, size_t at, bool paper);

/* "A statement | by the ministry": its issuer in place of the statement. "The operator | "X"": the name in marks (speaker_issuer.c). */
bool speaker_take_issuer(const quote_scan *q, size_t at, size_t limit, quote_speaker *out, size_t *end);
void speaker_take_owner(const quote_scan *q, size_t at, size_t limit, quote_speaker *out, size_t *end);
void speaker_take_marked(const quote_scan *q, size_t at, size_t limit, bool bounded, quote_speaker *out, size_t *end);
bool speaker_take_called(const quote_scan *q, size_t at, size_t limit, quote_speaker *out, size_t *end);

/* Who spoke so many turns ago, or NULL; whose a statement or a report is, by its noun (speaker_document.c). */
const quote_speaker *speaker_earlier(const quote_scan *q, size_t back);
const quote_speaker *speaker_issuing(const quote_scan *q, isnad_slice noun);
const quote_speaker *speaker_writing(const quote_scan *q, isnad_slice noun);

/* Whom one word with the article means (speaker_definite.c); and the body of that noun who spoke before, if there is one. */
void speaker_resolve_definite(const quote_scan *q, size_t at, quote_speaker *out);
/* "His Highness", by the honorific with a pronoun; "the same source" of tokens [at, end), who is no person (speaker_honoured.c). */
void speaker_take_honoured(const quote_scan *q, size_t at, quote_speaker *out);
bool speaker_take_same(const quote_scan *q, size_t at, size_t end, quote_speaker *out);
/* "And the star of the club | added": a description behind a verb of going on is the person who spoke last. */
void speaker_resolve_adder(const quote_scan *q, const quote_verb *verb, quote_speaker *out);
void speaker_take_fuller(const quote_scan *q, quote_speaker *out); /* "the press office", of "the press office of the police" that spoke */
bool speaker_spoke_as(const quote_scan *q, size_t at, quote_speaker *out);

/* Whom the office means that stands there without a name; *end moves behind a name that follows it (speaker_office.c). */
void speaker_resolve_office(const quote_scan *q, size_t first, size_t limit, quote_speaker *out, size_t *end);

/* Whom the verb's own subject relays; *pronoun: the one relayed is a pronoun (speaker_relay.c). */
bool speaker_relayed(const quote_scan *q, const quote_verb *verb, const quote_said *said, quote_speaker *out, bool *pronoun);

/* "And the agency quoted him": whom the pronoun behind "from" means. */
bool speaker_relayed_pronoun(const quote_scan *q, const quote_verb *verb, const quote_said *said, quote_speaker *out);

/* A body that relays is kept among those who spoke. */
void speaker_note_carrier(quote_scan *q, const quote_verb *verb, const quote_said *said);

/* A share of people in place of a name: "39 per cent of the young" (speaker_count.c). */
bool speaker_read_share(const quote_scan *q, size_t at, size_t limit, quote_speaker *out, size_t *end);

/* A name, source or office that ends right before a token (a comma or a quotation mark passed over). */
bool speaker_ending_before(const quote_scan *q, size_t at, bool masculine, quote_speaker *out);

/* The subject of a participle in its own sentence, where it is not simply the one who spoke last (speaker_participle.c). */
bool speaker_of_participle(const quote_scan *q, const quote_verb *verb, quote_speaker *out);

/* Whoever acts in the sentence behind its opening; and the noun phrase behind its first verb (speaker_acting.c). */
bool speaker_acting(const quote_scan *q, const quote_verb *verb, quote_speaker *out);
bool speaker_beginning(const quote_scan *q, const quote_verb *verb, quote_speaker *out);

/* The verb ends in a pronoun, which is its object (speaker_clause.c). */
bool speaker_bears_pronoun(const quote_scan *q, const quote_verb *verb);

/* "But he": a turn with a pronoun, which is the subject of the verb behind it, or means somebody of another clause. */
bool speaker_is_turn_of_his(const quote_scan *q, size_t at);
bool speaker_has_turn_before(const quote_scan *q, size_t at);

/* A man whom the table of people knows, behind a verb in the feminine; and the woman of his surname ("Skripal | said", of Julia Skripal). */
bool speaker_is_known_man(const quote_scan *q, const quote_verb *verb, const quote_speaker *speaker);
bool speaker_take_namesake(const quote_scan *q, const quote_verb *verb, size_t at, size_t end, quote_speaker *out);

/* A letter of an abbreviation that is written like "that": "CNN" (speaker_clause.c). */
bool speaker_is_letter(const quote_scan *q, size_t at);

/* --- in a relative clause (speaker_relative.c) --- */

/* How the noun before a relative clause stands to the verb in it: there is none, he is the subject, the subject was not found, he is told of. */
typedef enum speaker_relation { RELATION_NONE, RELATION_SUBJECT, RELATION_LOST, RELATION_OBJECT } speaker_relation;

bool speaker_who_several(const quote_scan *q, size_t to, quote_speaker *out);
speaker_relation speaker_relation_of(const quote_scan *q, const quote_verb *verb, quote_speaker *out);

/* "The state | whose envoy, X, said": a noun with the relative's pronoun right behind the verb, and the person who is named with it. */
bool speaker_of_theirs(const quote_scan *q, const quote_verb *verb, const quote_said *said, quote_speaker *out);

/* "About a report | that told that", without a word for "that": the document before an unlinked verb. */
bool speaker_of_document_before(const quote_scan *q, const quote_verb *verb, quote_speaker *out);

/* --- what is no subject (speaker_doubt.c) --- */

/* "And | on Saturday", "and the army": a word with its link goes on something else. */
bool speaker_is_linked(const quote_scan *q, size_t at);

/* "In a press conference | that she gave": a verb with a pronoun right behind a place of speaking has no speaker behind it. */
bool speaker_is_of_venue(const quote_scan *q, size_t at);

/* "He published pictures | which he said were ...": an indefinite noun in the accusative. */
bool speaker_is_accusative(const quote_scan *q, size_t at, size_t end, const quote_speaker *speaker);

/* Whether the phrase [at, end) behind a verb is no subject of it. */
bool speaker_is_no_subject(const quote_scan *q, const quote_verb *verb, size_t at, size_t end, const quote_speaker *speaker);

/* --- what is the verb's object (speaker_object.c) --- */

/* "Accused X of", "described X as": the one noun phrase between the verb and its preposition; a noun in marks behind a verb of condemning. */
bool speaker_is_object(const quote_scan *q, const quote_verb *verb, const quote_said *said, const quote_speaker *speaker, size_t end);
bool speaker_is_quoted_thing(const quote_scan *q, const quote_verb *verb, size_t at, const quote_speaker *speaker);
bool speaker_takes_both(isnad_verbs_also also);
bool speaker_takes_object(isnad_verbs_also also);
bool speaker_takes_between(const quote_verb *verb);

/* --- several people (speaker_people.c) --- */

/* A word with which a clause may begin as its verb: nothing that the tables know as a noun, a name or a preposition. */
bool speaker_may_be_verb(const quote_scan *q, size_t at);

/* A word that means several people, in no case of an object; and a speaker who is several: behind them the verb is plural. */
bool speaker_is_people(const quote_scan *q, size_t at);
bool speaker_is_some_people(const quote_scan *q, size_t at); /* "protesters", "opponents": of whom nothing more is told */
bool speaker_is_group(const quote_scan *q, const quote_speaker *speaker);

/* "In it", "to her": a preposition that bears a pronoun may stand between a verb and its subject. */
bool speaker_is_pronoun_object(const quote_scan *q, size_t at);

/* --- "in which he said" (speaker_therein.c) --- */

/* Whose the thing is in which it was said ("remarks of X"); who put it forth ("X published a report"); either, or who began the sentence. */
bool speaker_owner_therein(const quote_scan *q, const quote_verb *verb, quote_speaker *out);
bool speaker_issued_therein(const quote_scan *q, const quote_verb *verb, quote_speaker *out);
bool speaker_therein(const quote_scan *q, const quote_verb *verb, quote_speaker *out);

/* "A post in which it stood": whose the thing is, or the thing itself (speaker_stated.c). */
bool speaker_stated_therein(const quote_scan *q, const quote_verb *verb, quote_speaker *out);

/* A noun phrase that li joins to what stands before it, without the li. */
bool speaker_read_behind_li(const quote_scan *q, size_t at, size_t limit, quote_speaker *out, size_t *end);

/* --- in the sentence (speaker_topic.c, speaker_last.c) --- */

/* "While | X was celebrating": the past of "to be" in the third person; it governs no object, so a person right behind it is the subject. */
bool speaker_is_was(const quote_scan *q, size_t at);

/* A word of which a topic may come (speaker_doubt.c). */
bool speaker_may_be_topic(const quote_scan *q, size_t at);

/* Behind auxiliaries and adverbs. */
size_t speaker_skip_links(const quote_scan *q, size_t at, size_t limit);

/* The named person at a token, or NULL; and such a person as a speaker. */
const isnad_name_note *speaker_person_at(const quote_scan *q, size_t at);
quote_speaker speaker_of_name(const quote_scan *q, const isnad_name_note *name, quote_form agrees);

/* The one who spoke last, as far as the verb agrees with him. */
bool speaker_last(const quote_scan *q, const quote_verb *verb, quote_speaker *out);

#endif
