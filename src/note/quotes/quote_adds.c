/* What the narrator adds behind a comma to what somebody said: when and why it was said, what came of it, what others hold of it. */
#include "note/quotes/quote_said.h"

static isnad_slice form_at(const quote_scan *q, size_t at) { return isnad_token_form(&q->s->page->tokens, at); }

/* A stand, a demand, a feeling: an event behind its complement tells when it was taken. What is announced or reported may itself have come after
 * something. */
static bool is_stand(const quote_verb *verb) {
  switch (verb->row->force) {
  case ISNAD_VERBS_FORCE_APOLOGIZES:
  case ISNAD_VERBS_FORCE_CONDEMNS:
  case ISNAD_VERBS_FORCE_CONGRATULATES:
  case ISNAD_VERBS_FORCE_CRITICIZES:
  case ISNAD_VERBS_FORCE_DEMANDS:
  case ISNAD_VERBS_FORCE_DENIES:
  case ISNAD_VERBS_FORCE_EXPRESSES:
  case ISNAD_VERBS_FORCE_HINTS:
  case ISNAD_VERBS_FORCE_PRAISES:
  case ISNAD_VERBS_FORCE_PROMISES:
  case ISNAD_VERBS_FORCE_PROPOSES:
  case ISNAD_VERBS_FORCE_REJECTS:
  case ISNAD_VERBS_FORCE_SPEAKS:
  case ISNAD_VERBS_FORCE_SUPPORTS:
  case ISNAD_VERBS_FORCE_THANKS:
  case ISNAD_VERBS_FORCE_THREATENS:
  case ISNAD_VERBS_FORCE_WELCOMES:
  case ISNAD_VERBS_FORCE_WISHES:
    return true;
  default:
    return false;
  }
}

/* "Announced | his retirement": a noun of doing with the pronoun of who announces it. */
static bool is_own_act(const quote_scan *q, size_t first) {
  isnad_slice form = form_at(q, first), word = isnad_slice_at(q->s->page->text, quote_token(q, first)->span);
  bool pronoun = word_ends(form, LETTER_HEH) || word_ends_in(form, LETTER_HEH, LETTER_ALEF) || word_ends_in(form, LETTER_HEH, LETTER_MEEM);
  return pronoun && form.length >= 5 * WORD_LETTER && !word_ends(word, LETTER_TEH_MARBUTA) && !quote_is_definite(q, first) &&
         q->name_at[first - q->unit->first] == 0;
}

/* "That it | should rise", "that it | will not": behind a bare "that" with its hamza above the present is what is expected or wished. */
static bool is_wish(const quote_scan *q, const quote_verb *verb, size_t first) {
  bool wishes = verb->row->force == ISNAD_VERBS_FORCE_WISHES || verb->row->force == ISNAD_VERBS_FORCE_ESTIMATES ||
                verb->row->force == ISNAD_VERBS_FORCE_DEMANDS || verb->row->force == ISNAD_VERBS_FORCE_EXPRESSES;
  isnad_slice that = form_at(q, first), next = form_at(q, first + 1);
  bool present = word_letter_at(next, 0, LETTER_YEH) || word_letter_at(next, 0, LETTER_TEH);
  return wishes && that.length == 2 * WORD_LETTER && present && !quote_is_definite(q, first + 1) && q->name_at[first + 1 - q->unit->first] == 0;
}

/* "Spoke of a thaw, | at the same time as a meeting", "called them unstoppable, | for the player claimed". */
static bool tells_when(const quote_scan *q, const quote_verb *verb, size_t first, size_t at) {
  bool called = verb->row->force == ISNAD_VERBS_FORCE_DESCRIBES, bare = !quote_opens_clause(q, verb, first);
  if (!called && !bare && !is_wish(q, verb, first)) return false;
  if ((called || bare) && quote_has_word(q, at, ISNAD_QUOTE_WORDS_ROLE_AFTER)) return called || is_stand(verb) || is_own_act(q, first);
  const isnad_phrase *ground = quote_word_at(q, at, ISNAD_QUOTE_WORDS_ROLE_GROUND);
  bool place = note_has_hit(q->unit, at - 2, ISNAD_TABLE_PLACES); /* "to Italy, | where" */
  if (ground != NULL && ground->cut == 0 && !place) return true;
  const isnad_phrase *not = bare ? quote_word_at(q, at, ISNAD_QUOTE_WORDS_ROLE_NEGATES) : NULL;
  isnad_slice form = form_at(q, at);
  if (not != NULL && form.length == 3 * WORD_LETTER && word_begins(form, LETTER_WAW, LETTER_LAM) && !word_ends(form, LETTER_ALEF))
    return true; /* "proposed the change, | and there was no doubt" */
  const isnad_phrase *although = bare ? quote_word_at(q, at, ISNAD_QUOTE_WORDS_ROLE_ALTHOUGH) : NULL;
  return although != NULL && although->cut == 0;
}

/* "That he stays, | after the announcement of another", "| amid rumours": what others said about it is the narrator's. */
static bool hears_others(const quote_scan *q, size_t at) {
  const isnad_phrase *after = quote_word_at(q, at, ISNAD_QUOTE_WORDS_ROLE_AFTER), *amid = quote_word_at(q, at, ISNAD_QUOTE_WORDS_ROLE_BESIDES);
  size_t count = after != NULL ? after->count : 1;
  isnad_slice form = form_at(q, at);
  bool wast = amid != NULL && form.length == 3 * WORD_LETTER && word_begins(form, LETTER_WAW, LETTER_SEEN);
  return (after != NULL || wast) && quote_is_word(q, at + count, ISNAD_QUOTE_WORDS_ROLE_TIDINGS);
}

/* ", | to follow thereby the example of": what came of it. */
static bool results(const quote_scan *q, size_t at) {
  isnad_slice form = form_at(q, at), thereby = form_at(q, at + 1);
  bool follows = word_begins(form, LETTER_LAM, LETTER_TEH) || word_begins(form, LETTER_LAM, LETTER_YEH);
  return follows && form.length >= 5 * WORD_LETTER && thereby.length == 4 * WORD_LETTER && word_letter_at(thereby, 0, LETTER_BEH) &&
         word_ends_in(thereby, LETTER_LAM, LETTER_KAF);
}

bool quote_is_comment(const quote_scan *q, size_t at) {
  isnad_slice form = form_at(q, at);
  bool it = form.length == 3 * WORD_LETTER && word_begins(form, LETTER_WAW, LETTER_HEH) && !word_ends(form, LETTER_MEEM);
  if (!it || at + 2 >= q->sentence_last) return false;
  isnad_slice what = form_at(q, at + 1);
  size_t behind = what.length == 2 * WORD_LETTER && word_begins(what, LETTER_MEEM, LETTER_ALEF) ? at + 2 : at + 1;
  return quote_is_word(q, behind, ISNAD_QUOTE_WORDS_ROLE_COMMENT);
}

/* ", | which the army later announced": behind "and which" another's statement. */
static bool is_told_later(const quote_scan *q, size_t at) {
  const isnad_phrase *which = quote_word_at(q, at, ISNAD_QUOTE_WORDS_ROLE_RELATIVE);
  quote_verb verb;
  return which != NULL && quote_cut_is(q, which, LETTER_WAW) && quote_verb_at(q, at + which->count, &verb) && verb.form <= FORM_PLURAL &&
         verb.row->sure == ISNAD_VERBS_SURE_YES;
}

bool quote_narrator_adds(const quote_scan *q, const quote_verb *verb, size_t first, size_t at) {
  bool spoken = first > q->unit->first && quote_is_colon(q, first - 1); /* his own words */
  if (verb == NULL || verb->row == NULL || spoken || at + 1 >= q->sentence_last || at < first + 3) return false;
  return tells_when(q, verb, first, at) || hears_others(q, at) || results(q, at) || quote_is_comment(q, at) || is_told_later(q, at);
}
