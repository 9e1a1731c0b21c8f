/* "Without human losses", "no casualties were recorded", "nobody was hurt": a toll of nought, told in words (docs/CLAIMS.md). */
#include "claim/figure_read.h"
#include "claim/told.h"

enum { MOST_BETWEEN = 6 };

static isnad_slice key(const char *text) { return isnad_slice_of(text); }

/* What is lost, the dead or the hurt: the state of the toll, or NULL. */
static const char *harm_of(const claim_word *w) {
  if (figure_word_denies(w, "harm")) return "dead";
  return figure_word_denies(w, "hurt") ? "wounded" : NULL;
}

static bool says_no(const claim_word *w) { return figure_word_denies(w, "not") || figure_word_denies(w, "without") || figure_word_denies(w, "deny"); }

/* The listed word of a denial key that begins at the token; NULL. */
static const claim_word *denying_at(const claim_scan *s, size_t at, const char *word) {
  for (size_t i = 0; i < s->word_count; i++)
    if (s->words[i].first == at && figure_word_denies(&s->words[i], word)) return &s->words[i];
  return NULL;
}

/* Between the word for no and what is lost stand, from the first on, words for happening and for telling it, and perhaps what did it. */
static bool leads_to(const claim_scan *s, const claim_word *no, const claim_word *harm) {
  if (harm->first < no->last || harm->first > no->last + MOST_BETWEEN || figure_words_break(s, no->last, harm->first)) return false;
  if (figure_between(s, no->last, harm->first)) return false;
  if (harm->first == no->last) return true;
  return denying_at(s, no->last, "befalls") != NULL || denying_at(s, no->last, "news") != NULL;
}

/* "No losses in our ranks", "no civilian victims", "without other victims": of some of them nothing is said of the others. */
static bool is_of_some(const claim_scan *s, const claim_word *harm) {
  if (harm->last < s->at->last && figure_covers(s, harm->last)) return true;
  for (size_t i = 0; i < s->word_count; i++) {
    const claim_word *w = &s->words[i];
    bool people = w->row->role == ISNAD_CLAIM_WORDS_ROLE_PEOPLE && w->first == harm->last;
    bool other = isnad_slice_equal(key(w->row->key), key("other")) && w->first >= harm->last && w->first <= harm->last + 1;
    if (people || other || (figure_word_denies(w, "among") && w->first == harm->last)) return true;
  }
  return false;
}

/* A word for no before that one turns it round: "did not deny the fall of victims". */
static bool is_turned(const claim_scan *s, const claim_word *no) {
  for (size_t i = 0; i < s->word_count; i++)
    if (s->words[i].last == no->first && figure_word_denies(&s->words[i], "not")) return true;
  return false;
}

static bool tell(claim_telling *t, size_t first, size_t last, const char *state) {
  claim_scan *s = t->s;
  isnad_span span = {s->tokens->items[first].span.begin, s->tokens->items[last - 1].span.end};
  figure_place p = {first, last, last};
  isnad_prepared_figure found = {.measure = key("count"), .state = key(state), .thing = key("person"), .factor = 1};
  isnad_figure_note note = {.kind = ISNAD_FIGURE_CARDINAL, .span = span, .number = span, .claimant = -1};
  figure_read_place_named(&found, s, &p);
  figure_read_claimant(&found, s, &note, &p);
  figure_read_terms(&found, s, &p);
  isnad_prepared_told *told = telling_add(t);
  if (told == NULL || found.terms.bytes == NULL) return false;
  isnad_slice where =
      found.place.length > 0 ? isnad_arena_printf(s->arena, "%s@%.*s", state, (int)found.place.length, found.place.bytes) : found.state;
  *told = (isnad_prepared_told){"none", span, where, isnad_slice_at(s->page->text, span), found.claimant, found.name, found.terms};
  return true;
}

static bool tell_of_sentence(claim_telling *t) {
  const claim_scan *s = t->s;
  for (size_t i = 0; i < s->word_count; i++) {
    const claim_word *w = &s->words[i];
    bool nobody = figure_word_denies(w, "nobody_hurt");
    if (nobody) return tell(t, w->first, w->last, "wounded");
    const char *state = says_no(w) && !is_turned(s, w) ? "" : NULL;
    for (size_t k = 0; state != NULL && k < s->word_count; k++) {
      const claim_word *harm = &s->words[k];
      const char *lost = harm->first >= w->last ? harm_of(harm) : NULL;
      if (lost == NULL || !leads_to(s, w, harm) || is_of_some(s, harm)) continue;
      return tell(t, w->first, harm->last, lost); /* one of a sentence */
    }
  }
  return true;
}

bool telling_none(claim_telling *t) {
  for (size_t i = 0; i < t->s->sentence_count; i++)
    if (!claim_look_at(t->s, &t->s->sentences[i]) || !tell_of_sentence(t)) return false;
  return true;
}
