/* Participles: what goes on with a statement ("pointing to"), and what only describes a noun ("declared intentions"). */
#include "note/quotes/quote_said.h"

/* "Declared intentions": a feminine participle right behind an indefinite noun. */
bool quote_is_adjective(const quote_scan *q, const quote_verb *verb) {
  size_t before = verb->first - 1;
  quote_verb other; /* "she added | saying" */
  if (verb->first > q->unit->first && quote_verb_at(q, before, &other) && other.form <= FORM_PLURAL && other.last == verb->first) return false;
  if (verb->first == q->unit->first || !verb->feminine || verb->linked || !quote_is_kind(q, before, ISNAD_TOKEN_WORD)) return false;
  isnad_slice form = isnad_token_form(&q->s->page->tokens, before);
  bool hers = (quote_is_active(q, verb) || quote_is_that(q, verb->last) || quote_is_kind(q, verb->last, ISNAD_TOKEN_QUOTE)) &&
              form.length >= 5 * WORD_LETTER && (word_ends_in(form, LETTER_HEH, LETTER_ALEF) || word_ends_in(form, LETTER_HEH, LETTER_MEEM));
  bool definite = hers || quote_is_definite(q, before) || word_begins(form, LETTER_LAM, LETTER_LAM) ||
                  (form.length > 5 * WORD_LETTER && word_letter_at(form, WORD_LETTER, LETTER_ALEF) &&
                   word_letter_at(form, 2 * WORD_LETTER, LETTER_LAM) && isnad_arabic_proclitics(form) > 0); /* "with the raids" */
  bool masculine = word_ends(form, LETTER_ALEF) && form.length > 3 * WORD_LETTER && !word_ends_in(form, LETTER_HEH, LETTER_ALEF) &&
                   isnad_arabic_frequency(isnad_token_hash((isnad_slice){form.bytes, form.length - WORD_LETTER})) > 0;
  if (masculine && quote_is_active(q, verb)) return false; /* "drink foul water, | pointing to" */
  return !definite && q->name_at[before - q->unit->first] == 0 && !q->in_name[before - q->unit->first] && !quote_is_small_word(q, before) &&
         !note_has_hit(q->unit, before, ISNAD_TABLE_PLACES);
}

/* "A | strict | blockade": a masculine participle right behind an indefinite noun of the same ending describes it, unless what it takes follows. */
bool quote_is_masculine_adjective(const quote_scan *q, const quote_verb *verb) {
  size_t before = verb->first - 1;
  if (verb->first == q->unit->first || verb->feminine || verb->linked || !quote_is_kind(q, before, ISNAD_TOKEN_WORD)) return false;
  isnad_slice form = isnad_token_form(&q->s->page->tokens, before), own = isnad_token_form(&q->s->page->tokens, verb->first);
  if (word_ends_in(form, LETTER_YEH, LETTER_NOON) && word_ends_in(own, LETTER_YEH, LETTER_NOON)) return !quote_is_definite(q, before);
  return word_ends(form, LETTER_ALEF) && !word_ends_in(form, LETTER_HEH, LETTER_ALEF) && !quote_is_definite(q, before) &&
         q->name_at[before - q->unit->first] == 0 && !q->in_name[before - q->unit->first] && !quote_is_small_word(q, before) &&
         isnad_arabic_frequency(isnad_token_hash((isnad_slice){form.bytes, form.length - WORD_LETTER})) > 0;
}

/* "Accusing | Moscow | of", "accusing | it | of"; "accused | of" has the preposition right behind it. */
static bool accuses_somebody(const quote_scan *q, const quote_verb *verb) {
  enum { FAR = 6 };
  size_t at = verb->last;
  if (verb->form != FORM_PARTICIPLE || at >= q->sentence_last || !quote_is_kind(q, at, ISNAD_TOKEN_WORD) || quote_begins_also(q, verb->row, at))
    return false;
  isnad_slice form = isnad_token_form(&q->s->page->tokens, at);
  bool it = word_begins(form, LETTER_ALEF, LETTER_YEH) && word_letter_at(form, 2 * WORD_LETTER, LETTER_ALEF) && form.length <= 6 * WORD_LETTER;
  if (!it && !quote_is_definite(q, at) && q->name_at[at - q->unit->first] == 0) return false;
  for (size_t i = at + 1; i < q->sentence_last && i < at + FAR; i++)
    if (quote_begins_also(q, verb->row, i)) return true;
  return false;
}

/* "Pointing | to", "promising | to": with the preposition that only the active voice takes; "threatened | with", "accused | of" may be passive. */
bool quote_is_active(const quote_scan *q, const quote_verb *verb) {
  if (verb->row->force == ISNAD_VERBS_FORCE_ACCUSES) return accuses_somebody(q, verb);
  switch (verb->row->force) {
  case ISNAD_VERBS_FORCE_THREATENS:
  case ISNAD_VERBS_FORCE_DEMANDS:
  case ISNAD_VERBS_FORCE_DESCRIBES:
  case ISNAD_VERBS_FORCE_CONDEMNS:
  case ISNAD_VERBS_FORCE_SETS:
    return false;
  default:
    break;
  }
  isnad_verbs_also also = verb->row->also;
  bool governs = also == ISNAD_VERBS_ALSO_AN || also == ISNAD_VERBS_ALSO_ILA || also == ISNAD_VERBS_ALSO_ALA || also == ISNAD_VERBS_ALSO_MIN ||
                 also == ISNAD_VERBS_ALSO_BI || also == ISNAD_VERBS_ALSO_BI_OBJECT;
  return governs && verb->form == FORM_PARTICIPLE && quote_begins_also(q, verb->row, verb->last);
}

/* "That the old quarters are | threatened": behind "that" and a few words without a comma a feminine participle is what is told of them, unless what
 * it says follows. */
static bool is_predicate(const quote_scan *q, const quote_verb *verb) {
  enum { NEAR = 6 };
  if (!verb->feminine || quote_is_that(q, verb->last) || quote_is_colon(q, verb->last) || quote_is_kind(q, verb->last, ISNAD_TOKEN_QUOTE))
    return false;
  for (size_t back = 1; back <= NEAR && verb->first >= q->sentence_first + back; back++) {
    if (!quote_is_kind(q, verb->first - back, ISNAD_TOKEN_WORD)) return false;
    if (quote_has_word(q, verb->first - back, ISNAD_QUOTE_WORDS_ROLE_THAT)) return true;
  }
  return false;
}

/* "Drink foul water | pointing out that": the participle agrees with who speaks, and takes what follows it. */
static bool agrees_with(const quote_scan *q, const quote_verb *participle, const quote_verb *verb) {
  bool several = word_ends_in(isnad_token_form(&q->s->page->tokens, participle->first), LETTER_YEH, LETTER_NOON);
  if (several || verb == NULL || verb->form > FORM_FEMININE || participle->feminine != (verb->form == FORM_FEMININE)) return false;
  return quote_is_active(q, participle);
}

/* "A meeting | that is not | announced": behind "not" an adjective. */
static bool is_behind_not(const quote_scan *q, size_t at) {
  isnad_slice form = isnad_token_form(&q->s->page->tokens, at - 1);
  return form.length == 3 * WORD_LETTER && word_begins(form, LETTER_GHAIN, LETTER_YEH) && word_ends(form, LETTER_REH);
}

/* "Without being | permitted", "and they are | threatened": right behind such a word a participle tells of somebody. */
bool quote_is_told_of(const quote_scan *q, const quote_verb *participle) {
  if (participle->form != FORM_PARTICIPLE || participle->linked || participle->first == q->unit->first) return false;
  return quote_has_word(q, participle->first - 1, ISNAD_QUOTE_WORDS_ROLE_COPULA);
}

/* "The result was | useful for the coach", "a port and | a crossing for goods": a participle that takes a preposition, without it near behind. */
static bool takes_nothing(const quote_scan *q, const quote_verb *participle) {
  enum { NEAR = 20 };
  switch (participle->row->also) {
  case ISNAD_VERBS_ALSO_AN:
  case ISNAD_VERBS_ALSO_ILA:
  case ISNAD_VERBS_ALSO_ALA:
  case ISNAD_VERBS_ALSO_MIN:
    break;
  case ISNAD_VERBS_ALSO_BI:
    if (participle->row->force != ISNAD_VERBS_FORCE_ANNOUNCES) return false;
    break;
  default:
    return false;
  }
  for (size_t at = participle->last; at < q->sentence_last && at < participle->last + NEAR; at++)
    if (quote_is_that(q, at) || quote_is_colon(q, at) || quote_is_kind(q, at, ISNAD_TOKEN_QUOTE) || quote_begins_also(q, participle->row, at))
      return false;
  return true;
}

bool quote_participle_goes_on(const quote_scan *q, const quote_verb *verb, const quote_verb *participle) {
  if (is_behind_not(q, participle->first) || quote_is_told_of(q, participle)) return false;
  if (takes_nothing(q, participle)) return false;
  bool prepared = quote_begins_also(q, participle->row, participle->last) || quote_is_word(q, participle->last, ISNAD_QUOTE_WORDS_ROLE_TO);
  bool that = quote_is_that(q, participle->last + (prepared ? 1 : 0)), agrees = agrees_with(q, participle, verb);
  if (quote_has_word(q, participle->first - 1, ISNAD_QUOTE_WORDS_ROLE_HELPS) && !that) return false; /* "than was | believed" */
  if (!that && quote_is_adjective(q, participle)) return false;
  if (!agrees && is_predicate(q, participle)) return false;
  if (participle->row->sure == ISNAD_VERBS_SURE_YES || quote_is_comma(q, participle->first - 1)) return true;
  return agrees && !quote_is_masculine_adjective(q, participle);
}
