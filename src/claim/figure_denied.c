/* A number that is told to be false: "denied that 35 were killed", "six, and not seven". Who denies it does not claim it. What a denial only mentions
 * - who was killed in the attack of which he denies that he took part - is not denied, and not his either. */
#include "claim/figure_read.h"

enum { BEHIND_LEAST = 2, REACH = 40, STATE_REACH = 6, SUBJECT = 9, THAT_REACH = 10, FALSE_NEAR = 4, NOT_NEAR = 2, RIGHT_REACH = 3 }; /* tokens */

/* What the sentence says of the number: that it is so, a denial only mentions it, it denies it, it has another one in
 * its place ("six, and not seven"). */
typedef enum figure_denial { FIGURE_STANDS, FIGURE_BESIDE_DENIAL, FIGURE_IS_DENIED, FIGURE_IS_REFUSED } figure_denial;
static bool is(isnad_slice word, const char *text) { return isnad_slice_equal(word, isnad_slice_of(text)); }

/* A listed word of denial of this key in [first, last). */
static bool says_between(const claim_scan *s, const char *key, size_t first, size_t last) {
  for (size_t i = 0; i < s->word_count; i++)
    if (s->words[i].first >= first && s->words[i].last <= last && figure_word_denies(&s->words[i], key)) return true;
  return false;
}

static bool is_verb(const claim_scan *s, size_t at) {
  isnad_phrase hit;
  return isnad_phrases_at(&hit, 1, s->tokens, at, 1u << ISNAD_TABLE_VERBS, ISNAD_PHRASE_CUT) > 0;
}

static bool relates(const claim_scan *s, size_t at) { return figure_word_relates(isnad_token_form(s->tokens, at)); }

/* Whether a denial still goes on at a token near behind it: neither "but" nor a word of saying that goes on has ended it, nor the mark behind a
 * relative clause that it stands in. */
static bool goes_on(const claim_scan *s, const claim_word *denial, size_t to) {
  bool relative = denial->first > s->at->first && relates(s, denial->first - 1);
  if (says_between(s, "but", denial->last, to)) return false;
  for (size_t at = denial->last + BEHIND_LEAST; at < to; at++) {
    bool mark = s->tokens->items[at - 1].kind == ISNAD_TOKEN_PUNCT;
    if (((figure_joined(s, at) || mark) && is_verb(s, at)) || (mark && relative)) return false;
  }
  return true;
}

/* "Did not deny": said twice, it is not denied. */
static bool is_negated(const claim_scan *s, const claim_word *denial) {
  for (size_t i = 0; i < s->word_count; i++)
    if (s->words[i].last == denial->first && figure_word_denies(&s->words[i], "not")) return true;
  return false;
}

/* The nearest word before the number that says what befell those, or was done with what, it counts; not over another number. */
static const claim_word *state_before(const claim_scan *s, const figure_place *p) {
  const claim_word *found = NULL;
  for (size_t i = 0; i < s->word_count; i++) {
    const claim_word *w = &s->words[i];
    bool state =
        w->row->role == ISNAD_CLAIM_WORDS_ROLE_TOLL || w->row->role == ISNAD_CLAIM_WORDS_ROLE_STATE || w->row->role == ISNAD_CLAIM_WORDS_ROLE_VICTIM;
    if (state && w->last <= p->first && w->last + STATE_REACH >= p->first && !figure_between(s, w->last, p->first)) found = w;
  }
  return found;
}

/* "That", as a word, within reach behind the denial. */
static bool denies_that(const claim_scan *s, const claim_word *denial, size_t to) {
  for (size_t at = denial->last; at < to && at < denial->last + THAT_REACH; at++)
    if (figure_word_is_that(isnad_token_form(s->tokens, at))) return true;
  return false;
}

static bool any_relates(const claim_scan *s, size_t first, size_t last) {
  for (size_t at = first; at < last; at++)
    if (relates(s, at)) return true;
  return false;
}

/* Whether what is denied is the number: said with "that", or by a noun for what befell them, which neither another noun ("his part in"), nor a word
 * for what an event brought about, nor a relative leads to. */
static bool is_object(const isnad_prepared_figure *f, const claim_scan *s, const claim_word *denial, const figure_place *p) {
  bool verb = is_verb(s, denial->first) || denial->last - denial->first > 1;
  if (any_relates(s, denial->last, p->first) || says_between(s, "background", denial->last, p->first)) return false;
  if (says_between(s, "involved", denial->last, p->first) || says_between(s, "rumour", denial->first, denial->last)) return false;
  if (verb && denies_that(s, denial, p->first)) return true;
  const claim_word *state = state_before(s, p);
  if (state == NULL && f->state.length == 0) return false;
  size_t head = state != NULL ? state->first : p->first; /* "the fall of 35 dead": the noun behind says it */
  if (head < denial->last || says_between(s, "results", denial->last, head)) return false;
  bool near = head <= denial->last + (verb ? SUBJECT : 1), news = says_between(s, "news", denial->last, head);
  return near || (verb && news);
}

/* "And not | 14": no verb stands between, and another number before says what is right. "Not 70 were killed". */
static bool is_refused(const claim_scan *s, const claim_word *not_, const figure_place *p) {
  return not_->last == p->first && figure_word_is_not(isnad_token_form(s->tokens, not_->last - 1)) && figure_between(s, s->at->first, not_->first);
}

static bool is_undone(const claim_scan *s, const claim_word *not_, const figure_place *p) {
  const claim_word *state = state_before(s, p);
  return state != NULL && state->row->role == ISNAD_CLAIM_WORDS_ROLE_TOLL && state->first == not_->last && state->last + NOT_NEAR > p->first;
}

/* "The reports of 35 dead | are untrue": said behind the number, and no verb, which would deny what follows. */
static bool is_called_false(const isnad_prepared_figure *f, const claim_scan *s, const claim_word *denial, const figure_place *p) {
  bool near = denial->first >= p->behind && denial->first <= p->behind + FALSE_NEAR && !figure_words_break(s, p->behind, denial->first);
  bool noun = figure_word_denies(denial, "false") || !is_verb(s, denial->first);
  return near && noun && (f->state.length > 0 || state_before(s, p) != NULL) && !any_relates(s, s->at->first, p->first);
}

/* Of spans of time, ages and results nothing is denied but by "and not". */
static bool may_be_denied(const isnad_prepared_figure *f) {
  static const char *const never[] = {"duration", "months", "age", "score", "ordinal", "fraction"};
  for (size_t i = 0; i < sizeof never / sizeof never[0]; i++)
    if (is(f->measure, never[i])) return false;
  return true;
}

static figure_denial denial_of(const isnad_prepared_figure *f, const claim_scan *s, const figure_place *p) {
  figure_denial found = FIGURE_STANDS;
  for (size_t i = 0; i < s->word_count; i++) {
    const claim_word *w = &s->words[i];
    bool denies = figure_word_denies(w, "deny"), not_ = figure_word_denies(w, "not");
    if ((denies || figure_word_denies(w, "false")) && may_be_denied(f) && is_called_false(f, s, w, p)) return FIGURE_IS_DENIED;
    if (w->last > p->first || p->first > w->last + REACH) continue;
    if (not_ && is_refused(s, w, p)) return FIGURE_IS_REFUSED;
    if (not_ && may_be_denied(f) && is_undone(s, w, p)) return FIGURE_IS_DENIED;
    if (!denies || is_negated(s, w) || !goes_on(s, w, p->first)) continue;
    if (may_be_denied(f) && is_object(f, s, w, p)) return FIGURE_IS_DENIED;
    found = FIGURE_BESIDE_DENIAL;
  }
  return found;
}

/* What is denied is kept as such; of what a denial only mentions its speaker states nothing. "Six ministers, and not seven": of the same. */
void figure_read_denial(isnad_prepared_figure *out, const isnad_prepared_figure *before, const claim_scan *s, const figure_place *p) {
  figure_denial denial = denial_of(out, s, p);
  const isnad_prepared_figure *right = before; /* "they fired 32 rockets two weeks ago, and not 20" */
  for (size_t back = 0; back < RIGHT_REACH && right != NULL && right > s->prepared && !isnad_slice_equal(right->measure, out->measure); back++)
    right--;
  bool same = right != NULL && right->clause.begin >= s->at->span.begin && isnad_slice_equal(right->measure, out->measure);
  if (denial == FIGURE_BESIDE_DENIAL) out->claimant = out->name = (isnad_slice){NULL, 0};
  if (denial < FIGURE_IS_DENIED) return;
  if (denial == FIGURE_IS_REFUSED && same) {
    if (out->thing.length == 0) out->thing = right->thing;
    if (out->state.length == 0) out->state = right->state;
  }
  out->measure = isnad_arena_printf(s->arena, FIGURE_DENIED "%.*s", (int)out->measure.length, out->measure.bytes);
}
