/* Where, behind the comma of a statement, somebody acts: what is done is the narrator's to tell. */
#include "note/quotes/quote_said.h"

static isnad_slice form_at(const quote_scan *q, size_t at) { return isnad_token_form(&q->s->page->tokens, at); }

/* ", | and X put it out again": behind a comma the past of somebody else than the speaker. */
static bool has_other_acted(const quote_scan *q, const quote_verb *verb, size_t first, size_t at) {
  isnad_slice form = form_at(q, at);
  if (verb == NULL || !quote_is_comma(q, at - 1) || at + 1 >= q->sentence_last || !quote_is_kind(q, at, ISNAD_TOKEN_WORD)) return false;
  if (quote_opens_clause(q, verb, first) || !word_letter_at(form, 0, LETTER_WAW) || form.length < 4 * WORD_LETTER) return false;
  int32_t name = q->name_at[at + 1 - q->unit->first];
  bool person = name > 0 && q->s->names[name - 1].type == ISNAD_NAME_PERSON && q->s->names[name - 1].form == ISNAD_FORM_NAME &&
                q->s->names[name - 1].span.begin == quote_token(q, at + 1)->span.begin;
  return person && !word_ends(form, LETTER_HEH) && isnad_arabic_proclitics(form) == WORD_LETTER && q->name_at[at - q->unit->first] == 0 &&
         !note_has_hit(q->unit, at, ISNAD_TABLE_QUOTE_WORDS) && !note_has_hit(q->unit, at, ISNAD_TABLE_TITLES) &&
         !note_has_hit(q->unit, at, ISNAD_TABLE_PLACES) && !quote_is_noun_behind(q, at, WORD_LETTER);
}

/* ", | and was called fat", ", | and it ended in a draw": behind a comma the past of whatever was told of. */
static bool has_acted(const quote_scan *q, const quote_verb *verb, size_t first, size_t at) {
  isnad_slice form = form_at(q, at);
  if (verb == NULL || !quote_is_kind(q, at, ISNAD_TOKEN_WORD) || quote_opens_clause(q, verb, first)) return false;
  bool marked = quote_is_kind(q, at - 1, ISNAD_TOKEN_QUOTE) && at > first + 2 && verb->form == FORM_FEMININE; /* "praised the "win" | and bowed" */
  if (!marked && !quote_is_comma(q, at - 1)) return false;
  bool past = word_letter_at(form, 0, LETTER_WAW) && form.length >= 5 * WORD_LETTER && word_ends(form, LETTER_TEH) &&
              !word_ends_in(form, LETTER_ALEF, LETTER_TEH);
  return past && isnad_arabic_proclitics(form) == WORD_LETTER && q->name_at[at - q->unit->first] == 0 && !q->in_name[at - q->unit->first] &&
         !note_has_hit(q->unit, at, ISNAD_TABLE_QUOTE_WORDS) && !note_has_hit(q->unit, at, ISNAD_TABLE_PLACES);
}

/* "Asked that he look into it, | and paid the lawyers": no past goes on a wish. */
static bool acts_behind_wish(const quote_scan *q, const quote_verb *verb, size_t first, size_t at) {
  isnad_slice form = form_at(q, at), that = form_at(q, first), wished = form_at(q, first + 1);
  if (verb == NULL || verb->form != FORM_FEMININE || !quote_is_comma(q, at - 1) || that.length > 3 * WORD_LETTER || !word_ends(that, LETTER_NOON))
    return false;
  if (!quote_has_word(q, first, ISNAD_QUOTE_WORDS_ROLE_THAT) || quote_is_definite(q, first + 1)) return false;
  bool wish = (word_letter_at(wished, 0, LETTER_YEH) || word_letter_at(wished, 0, LETTER_TEH)) && quote_is_kind(q, first + 1, ISNAD_TOKEN_WORD);
  return wish && q->name_at[first + 1 - q->unit->first] == 0 && word_letter_at(form, 0, LETTER_WAW) && form.length >= 5 * WORD_LETTER &&
         word_ends(form, LETTER_TEH) && !word_ends_in(form, LETTER_ALEF, LETTER_TEH) && isnad_arabic_proclitics(form) == WORD_LETTER &&
         quote_is_kind(q, at, ISNAD_TOKEN_WORD) && q->name_at[at - q->unit->first] == 0;
}

bool quote_has_acted(const quote_scan *q, const quote_verb *verb, size_t first, size_t at) {
  return has_acted(q, verb, first, at) || has_other_acted(q, verb, first, at) || acts_behind_wish(q, verb, first, at);
}

/* "The minister | warns of", "but the army | denied": behind a subject who can speak the word is a verb. */
bool quote_has_its_subject(const quote_scan *q, const quote_verb *verb) {
  quote_speaker who;
  isnad_verbs_force force = verb->row->force;
  bool deed = force == ISNAD_VERBS_FORCE_SETS || force == ISNAD_VERBS_FORCE_DECIDES || force == ISNAD_VERBS_FORCE_EXPLAINS ||
              force == ISNAD_VERBS_FORCE_ORDERS || force == ISNAD_VERBS_FORCE_ESTIMATES || force == ISNAD_VERBS_FORCE_CARRIES;
  if (deed || verb->either || verb->form != FORM_MASCULINE || !speaker_before(q, verb, &who)) return false;
  if (who.kind != SPEAKER_PERSON && who.kind != SPEAKER_BODY && who.kind != SPEAKER_ANONYMOUS && who.kind != SPEAKER_MEDIUM) return false;
  return who.span.end == quote_token(q, verb->first - 1)->span.end && (who.name >= 0 || who.definite || who.kind <= SPEAKER_BODY);
}
