/* Whether a statement goes on behind "while", "but", "now": the speaker's own turn, or the narrator's. */
#include "note/quotes/quote_said.h"

/* Whether a verb of saying tells that the clause at `at` is another's, or, when its subject is `his`, the speaker's next one. */
static bool is_told_on(const quote_scan *q, size_t at, bool his) {
  enum { NEAR = 12 };
  if (quote_is_word(q, at, ISNAD_QUOTE_WORDS_ROLE_THING)) return false; /* "but the result | affirms that" */
  for (size_t i = at; i < at + NEAR && i < q->sentence_last && !quote_is_comma(q, i); i++) {
    quote_verb verb;
    if (!quote_verb_at(q, i, &verb) || verb.form > FORM_PASSIVE || quote_is_negated(q, i)) continue; /* "but I | think" */
    if (verb.linked && i > at + 1 && !his) return false; /* "but the results did not help him | and he said" */
    if (word_letter_at(isnad_token_form(&q->s->page->tokens, i), 0, LETTER_SEEN) && !word_letter_at(isnad_slice_of(verb.row->lemma), 0, LETTER_SEEN))
      continue; /* "but it | will point to" */
    if (verb.row->sure == ISNAD_VERBS_SURE_YES || verb.row->force == ISNAD_VERBS_FORCE_DENIES || quote_has_that(q, &verb)) return true;
  }
  return false;
}

/* "The ministry of health said that ..., while | the ministry": one who speaks is named again by the first word of his phrase. */
static bool is_named_again(const quote_scan *q, const quote_verb *verb, size_t first, size_t at) {
  enum { NEAR = 4 };
  const isnad_tokens *tokens = &q->s->page->tokens;
  if (verb == NULL) return false;
  for (size_t i = at; i < at + NEAR && i < q->sentence_last; i++) {
    isnad_slice form = isnad_token_form(tokens, i);
    if (!quote_is_kind(q, i, ISNAD_TOKEN_WORD) || !quote_is_definite(q, i) || form.length < 5 * WORD_LETTER) continue;
    isnad_slice bare = {form.bytes + 2 * WORD_LETTER, form.length - 2 * WORD_LETTER};
    for (size_t of = verb->last; of < first && of < verb->last + NEAR; of++)
      if (isnad_slice_equal(isnad_token_form(tokens, of), form) || isnad_slice_equal(isnad_token_form(tokens, of), bare)) return true;
  }
  return false;
}

/* "While X claims that ..., | the truth is another": the sentence itself opened with a turn. */
static bool opens_with_turn(const quote_scan *q) {
  const isnad_phrase *turn = quote_word_at(q, q->sentence_first, ISNAD_QUOTE_WORDS_ROLE_TURNS);
  isnad_slice form = isnad_token_form(&q->s->page->tokens, q->sentence_first);
  size_t link = word_letter_at(form, 0, LETTER_WAW) ? WORD_LETTER : 0;
  bool but =
      word_letter_at(form, link, LETTER_LAM) && word_letter_at(form, link + WORD_LETTER, LETTER_KAF); /* joins the sentence to the one before */
  return (turn != NULL && !but) || quote_has_word(q, q->sentence_first, ISNAD_QUOTE_WORDS_ROLE_WHEN);
}

bool quote_turn_is_told(const quote_scan *q, const quote_verb *verb, size_t first, const isnad_phrase *turn) {
  size_t behind = turn->first + turn->count;
  if (behind >= q->sentence_last) return true;
  isnad_slice last = isnad_token_form(&q->s->page->tokens, turn->first + turn->count - 1);
  if (quote_has_word(q, turn->first, ISNAD_QUOTE_WORDS_ROLE_MINE) || (turn->count == 1 && word_ends_in(last, LETTER_NOON, LETTER_ALEF)))
    return false; /* "but I", "but we" */
  int32_t name = q->name_at[behind - q->unit->first];
  bool person = name > 0 && q->s->names[name - 1].type == ISNAD_NAME_PERSON && q->s->names[name - 1].form == ISNAD_FORM_NAME;
  bool silent = quote_has_word(q, behind, ISNAD_QUOTE_WORDS_ROLE_NEGATES) && quote_has_word(q, behind + 1, ISNAD_QUOTE_WORDS_ROLE_SILENT);
  bool his = word_ends(last, LETTER_HEH) || word_ends_in(last, LETTER_HEH, LETTER_ALEF) || word_ends_in(last, LETTER_HEH, LETTER_MEEM);
  return silent || person || is_told_on(q, behind, his) || is_named_again(q, verb, first, behind);
}

/* Whether "that" or a colon began the statement. */
static bool is_clause(const quote_scan *q, const quote_verb *verb, size_t first) {
  return verb == NULL || quote_has_word(q, first, ISNAD_QUOTE_WORDS_ROLE_THAT) || (first > q->unit->first && quote_is_colon(q, first - 1));
}

bool quote_turn_describes(const quote_scan *q, const isnad_phrase *turn) {
  size_t behind = turn->first + turn->count;
  if (turn->count > 1 || turn->first < q->sentence_first + 2 || behind >= q->sentence_last || !quote_is_comma(q, turn->first - 1)) return false;
  isnad_slice text = q->s->page->text, before = isnad_slice_at(text, quote_token(q, turn->first - 2)->span),
              next = isnad_slice_at(text, quote_token(q, behind)->span);
  return word_ends(before, LETTER_TEH_MARBUTA) && word_ends(next, LETTER_TEH_MARBUTA) && !quote_is_definite(q, behind) &&
         !quote_is_definite(q, turn->first - 2);
}

/* "While", in one word: not "but", "however". */
static bool is_while(const quote_scan *q, const isnad_phrase *turn) {
  return turn->count == 1 && quote_has_word(q, turn->first, ISNAD_QUOTE_WORDS_ROLE_SUBORDINATE) &&
         word_ends(isnad_token_form(&q->s->page->tokens, turn->first), LETTER_ALEF);
}

/* "Will hold": the letters of the future, in a word that no table knows as a noun. The present goes on what was said ("while the other is shut"): of
 * four such clauses labelled by hand three. */
static bool looks_future(const quote_scan *q, size_t at) {
  if (!quote_is_kind(q, at, ISNAD_TOKEN_WORD) || quote_is_definite(q, at) || q->name_at[at - q->unit->first] > 0) return false;
  isnad_slice form = isnad_token_form(&q->s->page->tokens, at);
  bool future = word_begins(form, LETTER_SEEN, LETTER_YEH) || word_begins(form, LETTER_SEEN, LETTER_TEH);
  return future && form.length >= 5 * WORD_LETTER && !note_has_hit(q->unit, at, ISNAD_TABLE_QUOTE_WORDS) &&
         !note_has_hit(q->unit, at, ISNAD_TABLE_PLACES);
}

/* "He said that it is open, | while the other is shut": a turn goes on what "that" or a colon began, unless somebody speaks in it, is named as its
 * subject, or it tells what was not said ("but he did not say where"). A complement without a sign ends before it. */
bool quote_turns_away(const quote_scan *q, const quote_verb *verb, size_t first, const isnad_phrase *turn) {
  bool after = verb != NULL && verb->first > q->sentence_first && quote_has_word(q, verb->first - 1, ISNAD_QUOTE_WORDS_ROLE_WHEN);
  if (after && verb->form <= FORM_PLURAL) return true; /* "wheat rose after the ministry said ..., | while maize fell" */
  if (quote_is_comma(q, turn->first - 1) && is_while(q, turn) && looks_future(q, turn->first + turn->count)) return true;
  return !is_clause(q, verb, first) || (quote_is_comma(q, turn->first - 1) && opens_with_turn(q)) || quote_turn_is_told(q, verb, first, turn);
}

/* "X admits the delay | and the bank gives it a month": in a headline, behind a complement without a sign, another subject with its verb. */
bool quote_turns_in_headline(const quote_scan *q, const quote_verb *verb, size_t first, size_t at) {
  if (!q->unit->headline || is_clause(q, verb, first) || at + 1 >= q->sentence_last || !quote_is_kind(q, at + 1, ISNAD_TOKEN_WORD)) return false;
  isnad_slice form = isnad_token_form(&q->s->page->tokens, at), next = isnad_token_form(&q->s->page->tokens, at + 1);
  int32_t name = q->name_at[at - q->unit->first];
  bool named = name > 0 && q->s->names[name - 1].span.begin > quote_token(q, at)->span.begin;
  bool definite = word_begins((isnad_slice){form.bytes + WORD_LETTER, form.length - WORD_LETTER}, LETTER_ALEF, LETTER_LAM);
  bool present =
      (word_letter_at(next, 0, LETTER_YEH) || word_letter_at(next, 0, LETTER_TEH)) && next.length >= 4 * WORD_LETTER && !quote_is_definite(q, at + 1);
  return word_letter_at(form, 0, LETTER_WAW) && form.length > 4 * WORD_LETTER && (named || definite) && present &&
         q->name_at[at + 1 - q->unit->first] == 0;
}

/* "..., | and it is the first raid", "..., | which the traders confirm": behind a complement without a sign, what the narrator tells of it. */
bool quote_tells_of_it(const quote_scan *q, const quote_verb *verb, size_t first, size_t at) {
  isnad_slice form = isnad_token_form(&q->s->page->tokens, at);
  bool pronoun = form.length == 3 * WORD_LETTER && word_begins(form, LETTER_WAW, LETTER_HEH);
  return verb != NULL && pronoun && !is_clause(q, verb, first);
}

/* "Denied the charges | then changed his words": behind a complement without a sign "then" and a verb. */
bool quote_then_acts(const quote_scan *q, const quote_verb *verb, size_t first, size_t at) {
  const isnad_phrase *then = quote_word_at(q, at, ISNAD_QUOTE_WORDS_ROLE_SUBORDINATE);
  isnad_slice form = isnad_token_form(&q->s->page->tokens, at);
  if (verb == NULL || then == NULL || then->cut > 0 || form.length != 2 * WORD_LETTER || !word_ends(form, LETTER_MEEM)) return false;
  if (word_letter_at(form, 0, LETTER_LAM) || is_clause(q, verb, first) || !quote_is_kind(q, at + 1, ISNAD_TOKEN_WORD)) return false;
  return !quote_is_definite(q, at + 1) && !note_has_hit(q->unit, at + 1, ISNAD_TABLE_QUOTE_WORDS) && !quote_starts(q, at + 1, LETTER_BEH) &&
         !quote_starts(q, at + 1, LETTER_LAM) && q->name_at[at + 1 - q->unit->first] == 0;
}

/* "..., | and moved its offices": behind a complement without a sign the next verb of the same feminine subject. */
/* "Provides for a council | and aims at": the next verb of the present, when no verb of the present stands inside the complement. */
static bool acts_in_present(const quote_scan *q, const quote_verb *verb, size_t first, size_t at) {
  isnad_slice form = isnad_token_form(&q->s->page->tokens, at);
  bool present = word_letter_at(form, WORD_LETTER, verb->form == FORM_FEMININE ? LETTER_TEH : LETTER_YEH);
  if (!word_letter_at(form, 0, LETTER_WAW) || !present || form.length < 5 * WORD_LETTER || verb->form > FORM_FEMININE) return false;
  if (isnad_arabic_proclitics(form) != WORD_LETTER || note_has_hit(q->unit, at, ISNAD_TABLE_QUOTE_WORDS) || q->name_at[at - q->unit->first] > 0)
    return false;
  if (note_has_hit(q->unit, at, ISNAD_TABLE_GIVEN_NAMES) || note_has_hit(q->unit, at, ISNAD_TABLE_PLACES)) return false;
  if (verb->form == FORM_FEMININE) return false; /* "and the development of" begins with the same letter */
  for (size_t i = first; i < at; i++) {
    isnad_slice word = isnad_token_form(&q->s->page->tokens, i);
    bool other = (word_letter_at(word, 0, LETTER_YEH) || word_letter_at(word, 0, LETTER_TEH)) && word.length >= 4 * WORD_LETTER;
    if (other || quote_has_word(q, i, ISNAD_QUOTE_WORDS_ROLE_RELATIVE) || quote_has_word(q, i, ISNAD_QUOTE_WORDS_ROLE_THAT)) return false;
  }
  return true;
}

bool quote_acts_next(const quote_scan *q, const quote_verb *verb, size_t first, size_t at) {
  if (!quote_is_kind(q, at, ISNAD_TOKEN_WORD)) return false;
  if (verb != NULL && !is_clause(q, verb, first) && acts_in_present(q, verb, first, at)) return true;
  isnad_slice form = isnad_token_form(&q->s->page->tokens, at);
  if (verb == NULL || verb->form != FORM_FEMININE || !word_letter_at(form, 0, LETTER_WAW) || is_clause(q, verb, first)) return false;
  for (size_t i = first; i < at && !quote_is_comma(q, at - 1); i++)
    if (quote_has_word(q, i, ISNAD_QUOTE_WORDS_ROLE_RELATIVE)) return false; /* "the list that it published and determined" */
  return form.length >= 5 * WORD_LETTER && word_ends(form, LETTER_TEH) && !word_ends_in(form, LETTER_ALEF, LETTER_TEH) &&
         (!note_has_hit(q->unit, at, ISNAD_TABLE_QUOTE_WORDS) || quote_has_word(q, at, ISNAD_QUOTE_WORDS_ROLE_ISSUES)) &&
         q->name_at[at - q->unit->first] == 0 && isnad_arabic_proclitics(form) == WORD_LETTER && !quote_is_noun_behind(q, at, WORD_LETTER);
}

/* ", | and the source did not want to tell his name". */
static bool hides_name(const quote_scan *q, size_t at) {
  enum { FAR = 8 };
  const isnad_phrase *keeps = quote_word_at(q, at, ISNAD_QUOTE_WORDS_ROLE_WITHHOLDS);
  if (!quote_is_comma(q, at - 1) || keeps == NULL || !quote_links(q, keeps)) return false;
  for (size_t i = at + 1; i < at + FAR && i < q->sentence_last && !quote_is_comma(q, i); i++)
    if (quote_has_word(q, i, ISNAD_QUOTE_WORDS_ROLE_IDENTITY)) return true;
  return false;
}

/* "| But he did not say how long": what was not said is the narrator's. */
bool quote_is_silence(const quote_scan *q, size_t at) {
  if (hides_name(q, at)) return true;
  return quote_has_word(q, at, ISNAD_QUOTE_WORDS_ROLE_TURNS) && quote_has_word(q, at + 1, ISNAD_QUOTE_WORDS_ROLE_NEGATES) &&
         quote_has_word(q, at + 2, ISNAD_QUOTE_WORDS_ROLE_SILENT);
}
