/* What befell the thing that a figure counts, or what is said of it. */
#include "claim/figure_befell.h"
#include "claim/figure_read.h"

#include <string.h>

enum { PEOPLE_BEFORE = 1, LASTS_BEFORE = 1, HOSPITAL_BEHIND = 1 };

static isnad_slice key(const char *text) { return isnad_slice_of(text); }

static bool has_key(const claim_word *w, const char *word) { return isnad_slice_equal(key(w->row->key), key(word)); }

static const claim_word *word_between(const claim_scan *s, const char *word, size_t first, size_t last) {
  for (size_t i = 0; i < s->word_count; i++)
    if (has_key(&s->words[i], word) && s->words[i].first >= first && s->words[i].first <= last) return &s->words[i];
  return NULL;
}

/* "The bodies of six workers". */
static bool counts_bodies(const claim_scan *s, const figure_place *p) {
  for (size_t i = 0; i < s->word_count; i++)
    if (s->words[i].last == p->first && isnad_slice_equal(key(s->words[i].row->key), key("body"))) return true;
  return false;
}

/* A duration is that of what the words right before it say: nobody is "arrested" for the six days of some talks. */
void figure_read_lasting(isnad_prepared_figure *out, const claim_scan *s, const figure_place *p) {
  for (size_t i = 0; i < s->word_count; i++) {
    const claim_word *w = &s->words[i];
    bool before = w->last <= p->first && p->first <= w->last + LASTS_BEFORE;
    bool behind = w->first == p->behind && w->cut == 0 && has_key(w, "prison"); /* "ten years' imprisonment" */
    if (w->row->role == ISNAD_CLAIM_WORDS_ROLE_LASTS && (before || behind)) out->state = key(w->row->key);
  }
}

/* --- what the word is taken for --- */

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

/* "Perished 56 persons": of people only; months and courts do otherwise. */
static void settle_perished(isnad_prepared_figure *out) {
  if (!isnad_slice_equal(out->state, key("perished"))) return;
  bool people = out->thing.length == 0 || figure_is_people(out->thing);
  out->state = people && isnad_slice_equal(out->measure, key("count")) ? key("dead") : (isnad_slice){NULL, 0};
}

/* "And lost were 9 others": of people only, and not who lost a thing of theirs ("300 lost their posts"). */
static void settle_lost(isnad_prepared_figure *out, const claim_scan *s, const figure_place *p) {
  if (!isnad_slice_equal(out->state, key("lost"))) return;
  bool people = out->thing.length == 0 || figure_is_people(out->thing);
  bool theirs = p->behind < s->at->last && figure_word_takes_up(isnad_token_form(s->tokens, p->behind));
  out->state = people && !theirs && isnad_slice_equal(out->measure, key("count")) ? key("missing") : (isnad_slice){NULL, 0};
}

/* "The number of journalists killed, 5": of whom a noun right before tells. Else persons. */
static isnad_slice people_before(const claim_scan *s, const figure_place *p) {
  isnad_slice found = key("person");
  for (size_t i = 0; i < s->word_count && s->words[i].last <= p->first; i++) {
    const claim_word *w = &s->words[i];
    bool near = w->last + PEOPLE_BEFORE >= p->first && !figure_words_break(s, w->last, p->first) && !figure_between(s, w->last, p->first);
    if (w->row->role == ISNAD_CLAIM_WORDS_ROLE_PEOPLE && near) found = key(w->row->key);
  }
  return found;
}

/* "He won the match", "a goal for the team": only votes, seats and people are voted, and only what is no person is launched. */
static void settle_voted(isnad_prepared_figure *out) {
  static const char *const voted[] = {"vote", "seat", "voter", "deputy", "member", "country", "person", "candidate", "party"};
  if (isnad_slice_equal(out->state, key("launched")) && figure_is_people(out->thing)) out->state = (isnad_slice){NULL, 0};
  if (!isnad_slice_equal(out->state, key("voted")) || isnad_slice_equal(out->measure, key("percent")) || out->thing.length == 0) {
    if (isnad_slice_equal(out->state, key("voted")) && figure_is_amount(out->measure)) out->state = (isnad_slice){NULL, 0};
    return;
  }
  for (size_t i = 0; i < sizeof voted / sizeof voted[0]; i++)
    if (isnad_slice_equal(out->thing, key(voted[i]))) return;
  out->state = (isnad_slice){NULL, 0};
}

/* "Six were killed, and 30 others taken to hospitals": hurt, beside the dead; else sick. */
static void settle_hospital(isnad_prepared_figure *out, const claim_scan *s, const figure_place *p) {
  if (!isnad_slice_equal(out->measure, key("count")) || figure_is_object(out->thing)) return;
  if (word_between(s, "to_hospital", p->behind, p->behind + HOSPITAL_BEHIND) == NULL) return;
  if (!isnad_slice_equal(out->state, key("dead")) && out->state.length > 0) return;
  bool violent = false;
  for (size_t i = 0; i < s->word_count; i++) violent = violent || has_key(&s->words[i], "dead") || has_key(&s->words[i], "wounded");
  out->state = violent ? key("wounded") : key("sick");
}

/* "Hurt in the crash of two trains": what the word for a wreck counts is no sufferer. */
static void settle_wreck(isnad_prepared_figure *out, const claim_scan *s, const figure_place *p) {
  if (!figure_hurts(out->state) || out->thing.length == 0 || out->thing.bytes[0] != '~' || p->first == 0) return;
  const claim_word *w = word_between(s, "wreck", p->first - 1, p->first - 1);
  if (w != NULL && w->last == p->first) out->state = (isnad_slice){NULL, 0};
}

/* "47 pieces": a noun that no table has, with teh marbuta, is a thing and nobody. */
static bool is_feminine_unknown(const isnad_prepared_figure *out, const claim_scan *s, const figure_place *p) {
  static const char heh[] = "\xD9\x87";
  if (out->thing.length == 0 || out->thing.bytes[0] != '~' || p->last >= s->at->last) return false;
  isnad_slice form = isnad_token_form(s->tokens, p->last);
  return form.length > 2 && memcmp(form.bytes + form.length - 2, heh, 2) == 0;
}

/* "Were seized 62 thousand eggs": who seizes a thing does not arrest it. */
static void settle_seized(isnad_prepared_figure *out, const claim_scan *s, const figure_place *p) {
  bool counts = isnad_slice_equal(out->measure, key("count")), arrested = isnad_slice_equal(out->state, key("arrested"));
  size_t from = p->first > s->at->first + FIGURE_BEFORE ? p->first - FIGURE_BEFORE : s->at->first;
  const claim_word *w = counts && out->state.length == 0 && figure_is_object(out->thing) ? word_between(s, "arrested", from, p->first) : NULL;
  bool object =
      w != NULL && w->row->role == ISNAD_CLAIM_WORDS_ROLE_TOLL && !figure_between(s, w->last, p->first) && !figure_words_break(s, w->last, p->first);
  if (arrested && counts && is_feminine_unknown(out, s, p)) object = true;
  if (object || (arrested && !counts && !isnad_slice_equal(out->measure, key("percent")))) out->state = key("seized");
}

void figure_read_state(isnad_prepared_figure *out, const claim_scan *s, const figure_place *p) {
  const claim_word *theirs = figure_befell_them(s, p, out);
  if (theirs != NULL) out->state = key(theirs->row->key);
  if (out->state.length == 0 && isnad_slice_equal(out->measure, key("count")) && counts_bodies(s, p)) out->state = key("dead");
  if (out->state.length == 0) {
    const claim_word *w = figure_befell_behind(s, p->behind, out);
    if (w == NULL) w = figure_befell_before(s, p, out, isnad_slice_equal(out->scope, key("part")));
    if (w != NULL) out->state = key(w->row->key);
    settle_perished(out);
    settle_lost(out, s, p);
    if (isnad_slice_equal(out->state, key("got")))
      out->state = isnad_slice_equal(out->measure, key("percent")) ? key("voted") : (isnad_slice){NULL, 0};
  }
  if (word_between(s, "attempt", p->last, p->behind + 1) != NULL) out->state = (isnad_slice){NULL, 0};
  figure_befell_relative(out, s, p);
  settle_seized(out, s, p);
  settle_hospital(out, s, p);
  settle_wreck(out, s, p);
  settle_voted(out);
  if (isnad_slice_equal(out->state, key("scored")) && out->thing.length > 0 && !figure_is_sport(out->thing)) out->state = (isnad_slice){NULL, 0};
  if (isnad_slice_equal(out->thing, key("floor"))) out->state = (isnad_slice){NULL, 0}; /* of what fell, or was built */
  if (isnad_slice_equal(out->state, key("registered")) && figure_is_object(out->thing)) out->state = (isnad_slice){NULL, 0}; /* that it was counted */
  settle_disease(out, s);
  bool priced = out->state.length == 0 && out->thing.length > 0 && figure_is_amount(out->measure);
  if (priced) out->state = key("price"); /* an amount has a thing only where goods are named */
  bool befell = figure_is_toll(out->state);
  if (out->thing.length == 0 && befell && isnad_slice_equal(out->measure, key("count"))) out->thing = people_before(s, p);
}
