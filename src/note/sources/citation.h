/* What the readers of citations share: the noun phrase behind a trigger and the source that it names. */
#ifndef ISNAD_NOTE_CITATION_H
#define ISNAD_NOTE_CITATION_H

#include "note/word.h"

/* What was read behind a trigger: the source's noun phrase and what is known of it. */
typedef struct cited {
  size_t first, last; /* tokens [first, last) */
  isnad_named named;
  isnad_source_kind kind;
} cited;

static inline const isnad_token *cited_token(const note_scan *s, size_t at) { return &s->page->tokens.items[at]; }
static inline isnad_slice cited_form(const note_scan *s, size_t at) { return isnad_token_form(&s->page->tokens, at); }
static inline bool cited_is_word(const note_scan *s, const note_unit *unit, size_t at) {
  return at < unit->last && cited_token(s, at)->kind == ISNAD_TOKEN_WORD;
}

static inline const isnad_triggers_row *cited_trigger(const isnad_phrase *hit) { return &isnad_triggers_rows[hit->row]; }

/* --- citation_phrase.c: how far a noun phrase reaches --- */

/* A quotation mark at `at`. */
bool cited_is_quote(const note_scan *s, const note_unit *unit, size_t at);
/* The sign `mark`, a string of one character, at `at`. */
bool cited_is_mark(const note_scan *s, size_t at, const char *mark);

/* Behind quotation marks and the sign of a hashtag, which may stand before a name. */
size_t cited_skip_quotes(const note_scan *s, const note_unit *unit, size_t at);

/* A word that no name and no noun phrase goes over. */
bool cited_ends_name(const note_unit *unit, size_t at);

/* The ending of an adjective: feminine (heh that was teh marbuta), masculine (yeh), or none of both. */
typedef enum cited_adjective { CITED_NO_ADJECTIVE, CITED_FEMININE, CITED_MASCULINE } cited_adjective;
cited_adjective cited_adjective_at(const note_scan *s, size_t at);

/* Ba as a proclitic: "reports | of the return". */
bool cited_begins_with_ba(const note_scan *s, size_t at);

/* The low line of a hashtag joins its words. */
bool cited_is_joined(const note_scan *s, const note_unit *unit, size_t at);

/* A singular noun without an ending of the feminine or the sound plural; a broken plural that begins with alef, as papers are called, is none. */
bool cited_is_masculine(const note_scan *s, size_t at);

/* "Our reporter": a head noun that stands for the outlet which prints it. */
static inline bool cited_is_own(const isnad_phrase *head) {
  const isnad_heads_row *row = &isnad_heads_rows[head->row];
  return row->kind == ISNAD_HEADS_KIND_OUTLET && row->takes == ISNAD_HEADS_TAKES_LI;
}

/* The end of the noun phrase that a head noun opens, `at` being the token behind the head. */
size_t cited_phrase_end(const note_scan *s, const note_unit *unit, const isnad_phrase *head, size_t at);

/* --- citation_construct.c --- */

/* A construct that a definite word or a place closes: "one of | the people of Douma". Its end, or `at`. */
size_t cited_construct_end(const note_scan *s, const note_unit *unit, size_t at);

/* "Data | of the link", "estimates | of Russian media": an indefinite document in construct. Where its construct, or that of a head that takes one,
 * ends; `at` when there is none. */
bool cited_is_bare_document(const note_scan *s, const note_unit *unit, const isnad_phrase *head);
size_t cited_document_end(const note_scan *s, const note_unit *unit, const isnad_phrase *head, size_t at);

/* --- citation_unknown.c --- */

/* The end of a name that no table knows behind a head noun; the head's own end when there is none. */
size_t cited_unknown_end(const note_scan *s, const note_unit *unit, const isnad_phrase *head);

/* The end of a hashtag, whose words are joined by low lines, from its sign on; `at` when none is there. */
size_t cited_tag_end(const note_scan *s, const note_unit *unit, size_t at);

/* --- citation_purpose.c: what a body is for --- */

/* "For" as a proclitic of a word that the language knows. */
bool cited_has_lam(const note_scan *s, size_t at);

/* "The institute | of the sciences", "the association | for the medicine of teeth": what the body that ends at token `at` is for. The end; `at`
 * itself when nothing follows, or somebody who is spoken to. */
size_t cited_purpose_end(const note_scan *s, const note_unit *unit, size_t at);

/* "For mobilisation | and statistics": the second half of what a body is for. */
bool cited_is_second_half(const note_scan *s, const note_unit *unit, size_t at);

/* --- citation_complement.c: where people belong, whose a document is (citation_part.h: the parts of it) --- */

/* The longest name that begins in a token, its proclitics passed over; NULL when there is none. */
const isnad_name_note *note_name_at(const note_scan *s, size_t at);

/* The end of a phrase whose own words are tokens [first, at), not behind `limit`. The names of the article must be known. */
size_t cited_complement_end(const note_scan *s, const note_unit *unit, size_t first, size_t at, size_t limit);

/* --- citation_outlet.c: outlets by their names --- */

/* The platform or medium that a row of data/outlets.tsv names, at its hit. */
void cited_take_outlet(cited *out, const isnad_phrase *hit);
/* The words from a head noun to token `last` for a source that no table names. */
void cited_take_phrase(const note_scan *s, cited *out, const isnad_phrase *head, size_t last);
isnad_source_kind cited_kind_of_head(const isnad_heads_row *row);

/* Of the forms of one outlet that begin inside a hit the one that reaches furthest; NULL for NULL. */
const isnad_phrase *cited_furthest(const note_unit *unit, const isnad_phrase *outlet);

/* "«Globo | Esporte»": the end of the words between marks that open in front of the outlet's name or inside its row, from token `from` on; the end of
 * that name where none do. */
size_t cited_marked_end(const note_scan *s, const note_unit *unit, const isnad_phrase *outlet, size_t from);
/* What stands behind the outlet's name between its marks says of where it is, and makes no other outlet of it. */
bool cited_is_same_outlet(const note_scan *s, const note_unit *unit, size_t at, size_t end);
/* The outlet's name within a few words behind its head noun ("the Russian agency Sputnik"), before any mark. A bare common word counts only at once.
 */
bool cited_outlet_behind(const note_scan *s, const note_unit *unit, const isnad_phrase *head, cited *out);
/* "On his account | on Facebook", "the application | Telegram": the platform is named in the head's own words or within a few behind them. */
bool cited_platform_behind(const note_scan *s, const note_unit *unit, const isnad_phrase *head, cited *out);
/* "The website | of the paper X": a medium with li behind a definite head that says what of it is meant. */
bool cited_medium_behind(const note_scan *s, const note_unit *unit, const isnad_phrase *head, cited *out);

/* The end of a head noun inside the phrase of another: with its name where a document is of a medium ("the editorial of | the paper X"). */
size_t cited_inner_end(const note_scan *s, const note_unit *unit, const isnad_phrase *head, const isnad_phrase *inner);

/* --- citation_read.c: the source behind a trigger --- */

/* A source's noun phrase at `at`. `strong`: the trigger leaves no doubt that a source follows, so that a bare common word may be an outlet. */
bool cited_read(const note_scan *s, const note_unit *unit, size_t at, bool strong, cited *out);

/* --- citation_maker.c --- */

/* "According to what was published by X": behind the verb between the trigger and the source; 0 where there is none. */
size_t cited_inner_verb(const note_scan *s, const note_unit *unit, size_t at);
/* "Footage broadcast by X", "a report of the paper X", "reports that media published": the maker is the source. */
void cited_name_maker(const note_scan *s, const note_unit *unit, cited *out);
/* "A survey of the agency X": the medium that a document is of is a source of its own. */
bool cited_maker(const note_scan *s, const note_unit *unit, const cited *document, cited *maker);

/* --- citation_study.c --- */

/* "In a study | that was made in Egypt it turned out that". */
bool cited_study(const note_scan *s, const note_unit *unit, size_t at, cited *out);

/* --- citation_counted.c --- */

/* "Four people", "12 officials": a number and people without a name. */
bool cited_counted(const note_scan *s, const note_unit *unit, const isnad_phrase *trigger, cited *out);

/* --- citation_country.c --- */

/* "Announced Russia": a country speaks for its government. */
bool cited_country(const note_scan *s, const note_unit *unit, size_t at, cited *out);

/* --- citation_before.c --- */

/* "The paper X had told": a medium before the verb of which it is the subject, at `at`. False when there is none; *end is behind the verb. */
bool cited_subject(const note_scan *s, const note_unit *unit, size_t at, cited *out, size_t *end);
/* "A report | of experts said that": a document before its verb, whatever clause tells of it. */
bool cited_document_subject(const note_scan *s, const note_unit *unit, size_t at, cited *out, size_t *end);

/* "The study | that was made in 2013 found that": a document whose verb stands behind the clause that tells of it. */
bool cited_clause_subject(const note_scan *s, const note_unit *unit, size_t at, cited *out, size_t *end);

/* "Reports | spoke of". */
bool cited_hearsay(const note_scan *s, const note_unit *unit, size_t at, cited *out, size_t *end);

/* --- citation_second.c --- */

/* The medium that "and" ties to one that was cited. */
bool cited_second(const note_scan *s, const note_unit *unit, const cited *first, cited *out);
/* "According to lists | and people in the know": who stands beside a document or a body behind one preposition. */
bool cited_beside(const note_scan *s, const note_unit *unit, const isnad_phrase *trigger, const cited *first, cited *out);

/* --- citation_from.c --- */

/* The one-word preposition "from", and whether it cites: behind a verb that carries ("X reported | from Y"), or before a medium that the tables know.
 */
bool cited_is_bare_from(const note_unit *unit, const isnad_phrase *trigger);
bool cited_is_from(const note_scan *s, const note_unit *unit, const isnad_phrase *trigger);
/* "The paper learnt | from sources". */
bool cited_learnt(const note_scan *s, const note_unit *unit, size_t at, cited *out);

/* --- citation_channel.c: where something is said --- */

/* "And" and "will" stand before a verb; another letter that was cut made a verb of a word that is none. */
bool cited_is_verb_cut(const note_scan *s, const isnad_phrase *trigger);
/* A platform is a source where something is said on it, not where it is spoken about. */
bool cited_is_channel(const note_scan *s, const note_unit *unit, const isnad_phrase *trigger, const cited *found);
/* Whether a verb of reporting is among the `near` words before a token. */
bool cited_has_report(const note_scan *s, const note_unit *unit, size_t at, size_t near);

/* --- citation_doubt.c: what looks like a citation and is none --- */

/* Whether the word of a verb's row is that verb here, and its subject may stand behind it. */
bool cited_is_verb(const note_scan *s, const note_unit *unit, const isnad_phrase *trigger);
/* Whether what was read behind the trigger can be the one who said, showed or carried it. */
bool cited_suits(const note_scan *s, const note_unit *unit, const isnad_phrase *trigger, const cited *found);
/* "Tightened | the penalties", written like "stressed". */
bool cited_tightens(const note_scan *s, const note_unit *unit, const isnad_phrase *trigger, const cited *found);
/* "Was granted | with the goal": ba stands before nothing that is cited behind "according to". */
bool cited_is_granted(const note_scan *s, const note_unit *unit, const isnad_phrase *trigger);
/* Behind what stands between a verb and its complement at `at`: how, when, where; `at` where there is none. */
size_t cited_behind_aside(const note_scan *s, const note_unit *unit, size_t at);
/* "Dissatisfied about | pictures", "gave up | a programme": what a verb is about, not who says it. */
bool cited_is_thing(const note_scan *s, const note_unit *unit, const cited *found);

/* A bare word of every day that is also an outlet's name ("the union", "the ambassador"): without a head noun, quotation marks or a bracket before it
 * the word is meant. */
bool cited_is_everyday(const note_scan *s, const note_unit *unit, const isnad_phrase *outlet);

/* --- citation_object.c: who is the verb's object --- */

/* Whether what was read behind a verb is not its subject: accused, judged, called upon, sent out, spoken to. */
bool cited_is_object(const note_scan *s, const note_unit *unit, const isnad_phrase *trigger, const cited *found);
/* What stands at `at`, behind somebody whom a verb of accusing has behind it, shows that he is the accused: ba and the charge, at once or behind a
 * relative clause ("accuses the movement, | which fought it, of sowing mines"). */
bool cited_accused_ends(const note_scan *s, const note_unit *unit, size_t at);
/* "The text of | the letters", written like "rules", which takes "on" or "that". */
bool cited_wants_on(const note_scan *s, const note_unit *unit, const isnad_phrase *trigger, const cited *found);
/* "Accused X | of fraud" with nobody between: X is its object. */
bool cited_is_accused(const note_scan *s, const note_unit *unit, const isnad_phrase *trigger, const cited *found);
/* "The magazine described | the princess as": a definite head noun takes no object for its adjective behind a verb that has one. */
void cited_leave_object(const note_scan *s, const note_unit *unit, const isnad_phrase *trigger, cited *found);
/* --- citation_again.c --- */

/* Gives a medium that is told by its noun alone, or with its country, the name under which the article cited it before. */
void cited_resolve(const note_scan *s, const note_unit *unit, cited *found);

/* --- citation_bare.c --- */

/* "The agency" that nobody cited before: the last one in the text that its noun names. A body that is no medium (of energy, of space) makes it an
 * official source; a medium gives it its name. At most so many words back as is stated there. */
void cited_name_before(const note_scan *s, cited *found, isnad_slice noun);

/* --- citation_interview.c --- */

/* The medium on which an interview was given, or whose report is told of, at a token. */
bool cited_interview(const note_scan *s, const note_unit *unit, size_t at, cited *out);

/* --- source_trade.c --- */

/* An indefinite sound plural that is a participle or an adjective of relation: people of a trade, whatever it is. */
bool source_is_trade(isnad_slice form);
/* "As | informers revealed": such people behind a preposition. */
bool cited_trade(const note_scan *s, const note_unit *unit, const isnad_phrase *trigger, cited *out);

/* --- citation_told.c --- */

/* A medium by its name or its noun, or some of several: most nouns of sources are none. */
static inline bool cited_may_be_medium(const note_unit *unit, size_t at) {
  const isnad_phrase *head = note_hit_at(unit, at, ISNAD_TABLE_HEADS);
  if (head == NULL || isnad_heads_rows[head->row].kind <= ISNAD_HEADS_KIND_OUTLET || isnad_heads_rows[head->row].takes == ISNAD_HEADS_TAKES_OF)
    return head != NULL || note_has_hit(unit, at, ISNAD_TABLE_OUTLETS);
  return note_has_hit(unit, at, ISNAD_TABLE_OUTLETS);
}

/* The medium behind "to" at a token, to which somebody says what follows. */
bool cited_told(const note_scan *s, const note_unit *unit, size_t at, cited *out);
/* The medium in which somebody wrote what follows. */
bool cited_published(const note_scan *s, const note_unit *unit, size_t at, cited *out);
/* "As he said | to the investigators": behind the verb of a citation stands who hears it. Only a medium is cited so. */
bool cited_is_heard(const note_scan *s, const note_unit *unit, const isnad_phrase *trigger);

#endif
