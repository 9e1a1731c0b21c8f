/* What befell the thing that a figure counts, or what is said of it. */
#include "claim/figure_read.h"

enum { BEFORE = 16, COUNTED_BEFORE = 3, STATE_BEHIND = 4, LONG_PHRASE = 3, LASTS_BEFORE = 1 };

static isnad_slice key(const char *text) { return isnad_slice_of(text); }

/* --- what befell it --- */

static bool befalls(const claim_word *w, isnad_slice measure) {
  bool says =
      w->row->role == ISNAD_CLAIM_WORDS_ROLE_TOLL || w->row->role == ISNAD_CLAIM_WORDS_ROLE_STATE || w->row->role == ISNAD_CLAIM_WORDS_ROLE_VICTIM;
  return says && figure_state_fits(key(w->row->key), measure);
}

/* A verb that can only stand behind its noun: in the plural, or with a pronoun that takes the noun up. */
static bool takes_up(const claim_scan *s, const claim_word *w) { return w->cut == 0 && figure_word_takes_up(isnad_token_form(s->tokens, w->first)); }

/* "27 persons among the missing", "12 persons hurt": a phrase of its own, or a noun that says what befell them. */
static bool follows(const claim_scan *s, const claim_word *w) {
  bool noun = w->row->role == ISNAD_CLAIM_WORDS_ROLE_VICTIM && w->cut == 0;
  return noun || w->last - w->first >= LONG_PHRASE || takes_up(s, w);
}

static const claim_word *state_behind(const claim_scan *s, size_t at, isnad_slice measure) {
  for (size_t i = 0; i < s->word_count; i++) {
    const claim_word *w = &s->words[i];
    if (w->first >= at && w->first <= at + STATE_BEHIND && befalls(w, measure) && follows(s, w) && !figure_joined(s, w->first) &&
        !figure_words_break(s, at, w->first) && !figure_between(s, at, w->first))
      return w;
  }
  return NULL;
}

/* The noun of another number in another clause: "126 deaths, and 10 million children were vaccinated". */
static bool is_counted_apart(const claim_scan *s, const claim_word *w, const figure_place *p) {
  bool noun = w->row->role == ISNAD_CLAIM_WORDS_ROLE_VICTIM && w->first > s->at->first && figure_covers(s, w->first - 1);
  return noun && figure_words_break(s, w->last, p->first);
}

/* "Arrested who was aboard, 4 persons": where they were says less than what befell them in the same clause. */
static const claim_word *befell_aboard(const claim_scan *s, const claim_word *aboard, isnad_slice measure) {
  const claim_word *found = aboard;
  for (const claim_word *w = s->words; w < aboard; w++)
    if (w->row->role == ISNAD_CLAIM_WORDS_ROLE_TOLL && befalls(w, measure) && !figure_words_break(s, w->last, aboard->first) &&
        !figure_between(s, w->last, aboard->first))
      found = w;
  return found;
}

/* "The bodies of six workers". */
static bool counts_bodies(const claim_scan *s, const figure_place *p) {
  for (size_t i = 0; i < s->word_count; i++)
    if (s->words[i].last == p->first && isnad_slice_equal(key(s->words[i].row->key), key("body"))) return true;
  return false;
}

/* The nearest word before the number, not over another figure unless the two are joined by "and" or this one is a part of that. */
static const claim_word *state_before(const claim_scan *s, const figure_place *p, isnad_slice measure, bool part) {
  const claim_word *nearest = NULL;
  for (size_t i = 0; i < s->word_count && s->words[i].first < p->first; i++) {
    bool counted = isnad_slice_equal(key(s->words[i].row->key), key("counted")); /* said of the number right behind */
    size_t reach = counted ? COUNTED_BEFORE : BEFORE;
    if (is_counted_apart(s, &s->words[i], p)) continue;
    if (befalls(&s->words[i], measure) && s->words[i].first + reach >= p->first && s->words[i].last <= p->first) nearest = &s->words[i];
  }
  if (nearest == NULL) return NULL;
  if (isnad_slice_equal(key(nearest->row->key), key("aboard"))) nearest = befell_aboard(s, nearest, measure);
  bool over = figure_between(s, nearest->last, p->first);
  return over && !part && !figure_joined(s, p->first) ? NULL : nearest;
}

/* A duration is that of what the words right before it say: nobody is "arrested" for the six days of some talks. */
void figure_read_lasting(isnad_prepared_figure *out, const claim_scan *s, const figure_place *p) {
  for (size_t i = 0; i < s->word_count; i++) {
    const claim_word *w = &s->words[i];
    if (w->row->role == ISNAD_CLAIM_WORDS_ROLE_LASTS && w->last <= p->first && p->first <= w->last + LASTS_BEFORE) out->state = key(w->row->key);
  }
}

/* Beside the name of a disease who is hit is infected, and a case is a case of it. */
static void settle_disease(isnad_prepared_figure *out, const claim_scan *s) {
  bool hit = isnad_slice_equal(out->state, key("wounded")), unsaid = out->state.length == 0 && isnad_slice_equal(out->thing, key("case"));
  for (size_t i = 0; (hit || unsaid) && i < s->word_count; i++)
    if (s->words[i].row->role == ISNAD_CLAIM_WORDS_ROLE_DISEASE || isnad_slice_equal(key(s->words[i].row->key), key("infected"))) {
      out->state = key("infected");
      out->thing = key("person");
      return;
    }
}

void figure_read_state(isnad_prepared_figure *out, const claim_scan *s, const figure_place *p) {
  if (out->state.length == 0 && isnad_slice_equal(out->measure, key("count")) && counts_bodies(s, p)) out->state = key("dead");
  if (out->state.length == 0) {
    const claim_word *w = state_behind(s, p->behind, out->measure);
    if (w == NULL) w = state_before(s, p, out->measure, isnad_slice_equal(out->scope, key("part")));
    if (w != NULL && (!figure_hurts(key(w->row->key)) || !figure_is_object(out->thing))) out->state = key(w->row->key);
    if (isnad_slice_equal(out->state, key("got")))
      out->state = isnad_slice_equal(out->measure, key("percent")) ? key("voted") : (isnad_slice){NULL, 0};
  }
  settle_disease(out, s);
  bool priced = out->state.length == 0 && out->thing.length > 0 && figure_is_amount(out->measure);
  if (priced) out->state = key("price"); /* an amount has a thing only where goods are named */
  bool befell = figure_is_toll(out->state);
  if (out->thing.length == 0 && befell && isnad_slice_equal(out->measure, key("count"))) out->thing = key("person");
}
