/* What the readers of complements share. */
#ifndef ISNAD_NOTE_QUOTE_SAID_H
#define ISNAD_NOTE_QUOTE_SAID_H

#include "note/quotes/quote.h"

enum { QUOTE_SUBJECT_FAR = 24 }; /* tokens in which the subject of a verb may stand */

typedef enum quote_sign { SIGN_NOTHING, SIGN_THAT, SIGN_QUOTE, SIGN_COLON, SIGN_END } quote_sign;

static inline bool quote_is_words_kind(uint8_t kind) { return kind == ISNAD_TOKEN_WORD || kind == ISNAD_TOKEN_NUMBER; }

static inline bool quote_is_word(const quote_scan *q, size_t at, isnad_quote_words_role role) {
  const isnad_phrase *word = quote_word_at(q, at, role);
  return word != NULL && word->cut == 0;
}

static inline bool quote_takes_object(isnad_verbs_also also) { return also == ISNAD_VERBS_ALSO_OBJECT || also == ISNAD_VERBS_ALSO_BI_OBJECT; }

/* A verb that takes somebody and a preposition: "accused X of". */
static inline bool quote_takes_both(isnad_verbs_also also) {
  return also == ISNAD_VERBS_ALSO_OBJECT_BI || also == ISNAD_VERBS_ALSO_OBJECT_ALA || also == ISNAD_VERBS_ALSO_OBJECT_ILA;
}

/* Whether the turn behind a comma ("while", "but") ends the statement that began at `first`; and whether the next verb of the verb's own subject
 * follows there (quote_turn.c). */
bool quote_turns_away(const quote_scan *q, const quote_verb *verb, size_t first, const isnad_phrase *turn);

/* Whether the clause of a turn is plainly the narrator's: somebody speaks in it, or the speaker is named again. */
bool quote_turn_is_told(const quote_scan *q, const quote_verb *verb, size_t first, const isnad_phrase *turn);
bool quote_turn_describes(const quote_scan *q, const isnad_phrase *turn); /* "a complex, | but profitable, trade" */
bool quote_is_silence(const quote_scan *q, size_t at);                    /* what was not said */
bool quote_turns_in_headline(const quote_scan *q, const quote_verb *verb, size_t first, size_t at);
bool quote_tells_of_it(const quote_scan *q, const quote_verb *verb, size_t first, size_t at);
bool quote_then_acts(const quote_scan *q, const quote_verb *verb, size_t first, size_t at);
bool quote_acts_next(const quote_scan *q, const quote_verb *verb, size_t first, size_t at);

/* Speech without marks behind a colon goes on over a token that would end another statement (quote_speech.c). */
bool quote_speech_goes_on(const quote_scan *q, size_t first, size_t at);

/* "He said: it is open": speech without marks behind a colon is direct, by a verb of saying or where the speaker says "I" or "we". */
bool quote_is_own_words(const quote_scan *q, const quote_verb *verb, const quote_said *said);

/* Whether the next statement begins at a token (quote_next.c): "and he added"; "in which she said"; behind a comma "while she said", ", | though
 * officials affirm", "but Kyiv denied", "Paris warned". */
bool quote_is_next_statement(const quote_scan *q, const quote_verb *of, size_t first, size_t at);
bool quote_says_therein(const quote_scan *q, const quote_verb *of, size_t first, size_t at);
bool quote_is_linked_statement(const quote_scan *q, const quote_verb *of, size_t first, size_t at);
bool quote_says_at_once(const quote_scan *q, size_t at);
bool quote_is_conceded(const quote_scan *q, size_t at);
bool quote_is_other_speaker(const quote_scan *q, size_t first, size_t at);
bool quote_is_own_statement(const quote_scan *q, size_t at);

/* Whether behind a comma the narrator adds when, why or to what end it was said; and "and it is a demand of old": his comment (quote_adds.c). */
bool quote_narrator_adds(const quote_scan *q, const quote_verb *verb, size_t first, size_t at);
bool quote_is_comment(const quote_scan *q, size_t at);

/* Whether "that" or a colon began the statement. */
static inline bool quote_opens_clause(const quote_scan *q, const quote_verb *verb, size_t first) {
  return verb == NULL || quote_has_word(q, first, ISNAD_QUOTE_WORDS_ROLE_THAT) || (first > q->unit->first && quote_is_colon(q, first - 1));
}

/* The same for a statement that began at `first` and is read on from the token `from`; and whether another takes over at a token that begins a
 * clause. */
size_t quote_end_from(const quote_scan *q, const quote_verb *verb, size_t first, size_t from, size_t *next);
bool quote_ends_at(const quote_scan *q, const quote_verb *verb, size_t first, size_t at);

/* "And it quoted X": a carrier with "from" near behind it. */
bool quote_relays(const quote_scan *q, const quote_verb *verb);

/* "Spoke | of the birth, | saying": what his words are about (quote_topic.c). "Spoke | about the match": he has spoken, and only the pieces in marks
 * are his words: they are added, and true told. */
bool quote_heads_words(const quote_scan *q, const quote_verb *verb, const quote_said *said);
bool quote_note_topic(quote_scan *q, const quote_verb *verb, const quote_said *said, const quote_speaker *speaker, bool implicit);

/* A sentence of a court, a vote of a house, or time spent, by the words of a speaker whose phrase begins at the token `head` (quote_ruling.c). */
bool quote_is_ruling(const quote_scan *q, const quote_verb *verb, const quote_said *said, const quote_speaker *speaker, size_t head);

/* The verb's own subject right behind it (quote_own.c): though somebody stands before; "this country", behind its phrase when it is known, else the
 * token itself; "this step confirms": a thing that says nothing. */
bool quote_has_own_subject(const quote_scan *q, const quote_verb *verb, size_t at, size_t limit);
size_t quote_behind_pointed(const quote_scan *q, const quote_verb *verb, size_t at, size_t limit, quote_speaker *who);
bool quote_points_at_thing(const quote_scan *q, const quote_verb *verb);

/* Whether an introducer at a token cites somebody rather than measures (quote_citation.c). */
bool quote_is_citation(const quote_scan *q, size_t at);
bool quote_is_inserted(const quote_scan *q, size_t at); /* "in her words" in the middle of what she says */
/* Whoever is cited at `at` in a relative clause, his name ending at `end`, goes on no further than its comma. */
bool cited_in_passing(const quote_scan *q, size_t at, size_t end);

/* The form of the verb by which somebody is cited; FORM_NOUN when there is none. */
quote_form quote_cited_form(const quote_scan *q, const isnad_phrase *trigger, speaker_kind kind);

/* Whether a masculine verb that is also another word stands right behind a subject who can speak (quote_acted.c). */
bool quote_has_its_subject(const quote_scan *q, const quote_verb *verb);

/* The next statement of the same speaker (quote_same.c): the past of a finite verb; ", | and urged both sides", where the statement of `verb` ends;
 * the same, of a verb whose sentence somebody spoke in; and ", and rejected | the plan", what stands behind it is no subject. */
bool quote_is_past(const quote_scan *q, const quote_verb *verb);
bool quote_goes_on_speaking(const quote_scan *q, const quote_verb *verb, const quote_verb *next);
bool quote_speaker_goes_on(const quote_scan *q, const quote_verb *verb);
bool quote_is_object_of_last(const quote_scan *q, const quote_verb *verb, const quote_speaker *subject, size_t end, quote_said *out);

/* Whether somebody acts at a token behind the comma of a statement without a sign, or of a wish (quote_acted.c). */
bool quote_has_acted(const quote_scan *q, const quote_verb *verb, size_t first, size_t at);

/* Whether another verb takes the sentence over at a token: the next act of the same subject, or another's statement (quote_takeover.c). */
bool quote_is_taken_over(const quote_scan *q, const quote_verb *verb, size_t first, size_t at);

/* "..., in answer to the shelling": the cause of what "that" tells, no act of telling. */
bool quote_is_cause(const quote_scan *q, const quote_verb *verb, size_t first, size_t at);

/* "X, who announced his leaving, | in the last minute": the comma at a token closes the clause of "who". */
bool quote_closes_relative(const quote_scan *q, const quote_verb *verb, size_t first, size_t comma);

/* "Affirmed that it condemns | and denounces": a linked verb of the present inside what a verb of the past said. */
bool quote_goes_on_inside(const quote_scan *q, const quote_verb *of, const quote_verb *next, size_t first);

/* The indefinite noun right before a verb with "that" or quoted words right behind it (quote_antecedent.c). */
bool quote_find_antecedent(const quote_scan *q, const quote_verb *verb, const quote_said *said, quote_speaker *out);

/* "The raids | which she said that they were": "that" bears the pronoun of what is told of, and the speaker stands elsewhere. */
bool quote_is_told_in_relative(const quote_scan *q, const quote_verb *verb, const quote_said *said);

/* --- participles (quote_participle.c) --- */

bool quote_is_masculine_adjective(const quote_scan *q, const quote_verb *verb);

/* A participle with the preposition that only its active voice takes right behind it. */
bool quote_is_active(const quote_scan *q, const quote_verb *verb);

/* "They are | threatened": behind a pronoun or "to be" a participle tells of somebody, and says nothing. */
bool quote_is_told_of(const quote_scan *q, const quote_verb *participle);

/* Whether a participle behind the statement of `verb` begins a statement of its own. */
bool quote_participle_goes_on(const quote_scan *q, const quote_verb *verb, const quote_verb *participle);

/* "They are | "officers of the army"": behind "that" with a pronoun a few words that begin with a noun are what is told of it, no clause. */
bool quote_is_predicate(const quote_scan *q, size_t that, const quote_pair *pair);

/* "May | announce": behind "qad" the present is what may be said (quote_deed.c). */
bool quote_may_be_said(const quote_scan *q, const quote_verb *verb);

/* "That she | "slept"", "that we must | "join"": the subject of what the marks hold stands before them, and they hold a piece. */
bool quote_has_subject_before(const quote_scan *q, size_t that, const quote_pair *pair);

/* What a "that" behind the verb opens: nothing when it is none, or only goes with the noun before it (quote_that.c). */
quote_sign quote_sign_of_that(const quote_scan *q, const quote_verb *verb, size_t at);
bool quote_that_is_nouns(const quote_scan *q, const quote_verb *verb, size_t at);

/* Only marks stand behind the pair in its sentence. */
bool quote_pair_ends_sentence(const quote_scan *q, const quote_pair *pair);

/* The first sign of a complement behind the verb, at token *where (quote_sign.c). */
quote_sign quote_find_sign(const quote_scan *q, const quote_verb *verb, size_t *where);

/* What the sign at token `where` opens: the reported words, or those in marks when they are all of it (quote_said.c). `verb`: NULL when he who spoke
 * goes on. */
bool quote_take_sign(const quote_scan *q, const quote_verb *verb, quote_sign sign, size_t where, quote_said *out);

/* Behind a comma, what follows a judgment with "then". */
bool quote_then(const quote_scan *q, const quote_verb *verb, size_t at);

/* Whether the complement without "that" may begin at a token: the preposition that the verb takes (quote_bare.c). */
bool quote_begins_also(const quote_scan *q, const isnad_verbs_row *row, size_t at);

/* The preposition at a token belongs to the adjective before it: "issued | by" (quote_object.c). */
bool quote_is_bound(const quote_scan *q, size_t at);

/* A word that the counted news knows with the article too: a noun or an adjective, no verb (quote_object.c). */
bool quote_is_noun(const quote_scan *q, size_t at);
bool quote_is_noun_behind(const quote_scan *q, size_t at, size_t cut); /* the same of what is left behind a proclitic */

bool quote_is_masdar(const quote_scan *q, size_t at);

/* A word that may begin an object: a noun, as far as the closed classes tell (quote_object.c). */
bool quote_may_be_object(const quote_scan *q, size_t at);
bool quote_begins_joined(const quote_scan *q, size_t at); /* "and the ...": a further object */

/* The token behind what goes on the subject that ends at a token; the token itself when nothing does (quote_behind.c). `li`: a phrase with li or
 * "of". `partners`: "and the governor". `apposition`, `relative_clause`: what stands in commas. `day`: what describes him without a comma, up to the
 * day. `rest`: the words of his name that were not read. */
size_t quote_behind_li(const quote_scan *q, size_t object, size_t limit);
size_t quote_behind_partners(const quote_scan *q, size_t at, size_t limit);
size_t quote_behind_apposition(const quote_scan *q, size_t at, size_t limit);
size_t quote_behind_relative_clause(const quote_scan *q, size_t at, size_t limit);
size_t quote_behind_day(const quote_scan *q, size_t object);
size_t quote_behind_rest(const quote_scan *q, const isnad_verbs_row *row, const quote_speaker *subject, size_t object, size_t limit);

/* The complement without "that": behind the verb's own subject, or at once when it has none or had it before (quote_bare.c). */
bool quote_find_also(const quote_scan *q, const quote_verb *verb, bool begun, quote_said *out);

/* The same, far behind the subject of a sure verb (quote_far.c). */
bool quote_find_far(const quote_scan *q, const quote_verb *verb, bool begun, quote_said *out);

/* "Held | the closing of the market "unjust"": what is judged and the judgment in marks (quote_judged.c). */
bool quote_find_judged(const quote_scan *q, const quote_verb *verb, bool begun, quote_said *out);

/* "Urged | the donors | to help": whom the verb urges begins at the token, and what he is asked stands behind (quote_urged.c). */
bool quote_find_urged(const quote_scan *q, const quote_verb *verb, size_t at, size_t limit, quote_said *out);

/* "Quoted X's | denial of the news": the noun of saying behind him and what it takes; and "that" alone, which tells nothing new (quote_far.c). */
bool quote_find_relayed(const quote_scan *q, const quote_verb *verb, quote_said *out);
bool quote_is_that_itself(const quote_scan *q, size_t at);

/* "Repeated | the affirmation of" (quote_wording.c). */
bool quote_is_behind_to(const quote_scan *q, size_t at);
bool quote_says_again(const quote_scan *q, const quote_verb *act);

/* "Owes the victory to", written like "condemns" (quote_deed.c). */
bool quote_owes(const quote_scan *q, const quote_verb *verb);

/* "Laid on X | the responsibility". */
bool quote_find_blamed(const quote_scan *q, const quote_verb *verb, bool begun, quote_said *out);

/* Behind adverbs, days and short circumstances (quote_skip.c). */
size_t quote_skip_circumstances(const quote_scan *q, size_t at, size_t limit);

/* Who is spoken to between the verb's subject and its preposition: behind the last comma, and no circumstance. */
isnad_span quote_addressed_span(const quote_scan *q, size_t object, size_t end);

#endif
