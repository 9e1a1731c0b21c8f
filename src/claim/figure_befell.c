/* The words of a sentence that tell what befell the thing which a figure counts: behind the number, before it, behind "who". */
#include "claim/figure_befell.h"

enum { RIGHT_BEFORE = 1, REACHES = 3, COUNTED_BEFORE = 3, STATE_BEHIND = 4, LONG_PHRASE = 3 };

static isnad_slice key(const char *text) { return isnad_slice_of(text); }

static bool has_key(const claim_word *w, const char *word) { return isnad_slice_equal(key(w->row->key), key(word)); }

static bool befalls(const claim_word *w, const isnad_prepared_figure *f) {
  bool says =
      w->row->role == ISNAD_CLAIM_WORDS_ROLE_TOLL || w->row->role == ISNAD_CLAIM_WORDS_ROLE_STATE || w->row->role == ISNAD_CLAIM_WORDS_ROLE_VICTIM;
  if (figure_hurts(key(w->row->key)) && figure_is_object(f->thing)) return false; /* nobody kills a flight */
  if (isnad_slice_equal(key(w->row->key), key("destroyed")) && figure_is_people(f->thing)) return false;
  return says && figure_state_fits(key(w->row->key), f->measure);
}

/* A verb that can only stand behind its noun: in the plural, or with a pronoun that takes the noun up. */
static bool takes_up(const claim_scan *s, const claim_word *w) {
  return w->cut == 0 &&
         (figure_word_takes_up(isnad_token_form(s->tokens, w->first)) || figure_word_takes_up(isnad_token_form(s->tokens, w->last - 1)));
}

/* --- behind the number --- */

/* "Led to the injury of": behind a preposition other than "of" the noun is no apposition. */
static bool is_led_to(const claim_scan *s, const claim_word *w) {
  isnad_slice before = w->first > s->at->first ? isnad_token_form(s->tokens, w->first - 1) : (isnad_slice){NULL, 0};
  return figure_word_turns(before) && !figure_word_is_of(before);
}

/* "27 persons among the missing", "12 persons hurt", "5 accused to prison for life": a phrase of its own, a noun that says what befell them, or the
 * sentence right behind. */
static bool follows(const claim_scan *s, const claim_word *w, size_t at) {
  bool noun = w->row->role == ISNAD_CLAIM_WORDS_ROLE_VICTIM && w->cut == 0 && !is_led_to(s, w);
  bool sentence = w->first == at && (has_key(w, "sentenced") || has_key(w, "acquitted"));
  bool set = w->last - w->first > 1 && w->first <= at + 1 && w->row->role == ISNAD_CLAIM_WORDS_ROLE_TOLL; /* "three persons are under arrest" */
  return noun || sentence || set || w->last - w->first >= LONG_PHRASE || takes_up(s, w);
}

/* "Eight of the detained were released": whose part they are says less than what befell them behind it. */
static bool is_of_whom(const claim_scan *s, const claim_word *w) {
  return w->row->role == ISNAD_CLAIM_WORDS_ROLE_VICTIM && w->first > s->at->first && figure_word_is_of(isnad_token_form(s->tokens, w->first - 1));
}

/* "88 of those in the boat that carried 130": said of the number behind it. */
static bool is_said_of_next(const claim_scan *s, const claim_word *w) {
  bool phrase = w->last - w->first > 1 && w->last < s->at->last;
  return phrase && figure_covers(s, w->last);
}

/* "Rose to 9 after the death of one of the hurt": behind "after" stands what befell another. */
static bool turns_to_another(const claim_scan *s, size_t first, size_t last) {
  for (size_t i = 0; i < s->word_count; i++)
    if (has_key(&s->words[i], "within") && s->words[i].first >= first && s->words[i].last <= last) return true;
  return false;
}

const claim_word *figure_befell_behind(const claim_scan *s, size_t at, const isnad_prepared_figure *f) {
  const claim_word *found = NULL;
  for (size_t i = 0; i < s->word_count; i++) {
    const claim_word *w = &s->words[i];
    if (w->first < at || w->first > at + STATE_BEHIND || !befalls(w, f) || !follows(s, w, at) || figure_joined(s, w->first) ||
        figure_words_break(s, at, w->first) || figure_between(s, at, w->first) || is_said_of_next(s, w) || turns_to_another(s, at, w->first))
      continue;
    if (found == NULL) found = w;
    if (!is_of_whom(s, found)) return found;
    if (!is_of_whom(s, w)) return w;
  }
  return found;
}

const claim_word *figure_befell_them(const claim_scan *s, const figure_place *p, const isnad_prepared_figure *f) {
  if (p->last + 1 >= s->at->last || !figure_word_is_of_them(isnad_token_form(s->tokens, p->last))) return NULL;
  for (size_t i = 0; i < s->word_count; i++)
    if (s->words[i].first == p->last + 1 && s->words[i].row->role == ISNAD_CLAIM_WORDS_ROLE_TOLL && takes_up(s, &s->words[i]) &&
        befalls(&s->words[i], f))
      return &s->words[i];
  return NULL;
}

/* --- before it --- */

/* "Their number arrived at 20 million": nobody arrives. */
static bool reaches_number(const claim_scan *s, const claim_word *w, const figure_place *p) {
  bool arrives = isnad_slice_equal(key(w->row->key), key("arrived")) && w->last < p->first && w->last + REACHES >= p->first;
  return arrives && figure_word_turns(isnad_token_form(s->tokens, w->last));
}

/* The noun of another number in another clause: "126 deaths, and 10 million children were vaccinated". */
static bool is_counted_apart(const claim_scan *s, const claim_word *w, const figure_place *p) {
  bool noun = w->row->role == ISNAD_CLAIM_WORDS_ROLE_VICTIM && w->first > s->at->first && figure_covers(s, w->first - 1);
  return noun && figure_words_break(s, w->last, p->first);
}

/* "Arrested who was aboard, 4 persons": where they were says less than what befell them in the same clause. */
static const claim_word *befell_aboard(const claim_scan *s, const claim_word *aboard, const isnad_prepared_figure *f) {
  const claim_word *found = aboard;
  for (const claim_word *w = s->words; w < aboard; w++)
    if (w->row->role == ISNAD_CLAIM_WORDS_ROLE_TOLL && befalls(w, f) && !figure_words_break(s, w->last, aboard->first) &&
        !figure_between(s, w->last, aboard->first))
      found = w;
  return found;
}

/* "Aboard the plane that came back to Carthage, 146": who was aboard, not who came. */
static const claim_word *aboard_before(const claim_scan *s, const claim_word *came, const isnad_prepared_figure *f) {
  for (const claim_word *w = s->words; w < came; w++)
    if (isnad_slice_equal(key(w->row->key), key("aboard")) && befalls(w, f) && w->first + FIGURE_BEFORE >= came->first &&
        !figure_words_break(s, w->last, came->first) && !figure_between(s, w->last, came->first))
      return w;
  return came;
}

/* "The value of the gold stolen rose to 6 million": of an amount the noun that says what is paid, before the word for what was done with it. */
static const claim_word *value_before(const claim_scan *s, const figure_place *p, const isnad_prepared_figure *f, const claim_word *nearest) {
  static const char *const done[] = {"seized",      "destroyed", "damaged",    "built",   "signed",
                                     "distributed", "cancelled", "registered", "planned", "budget"};
  static const char *const values[] = {"worth", "cost", "price",  "loss",    "profit",  "revenue",
                                       "debt",  "fine", "budget", "deficit", "reserve", "salary"};
  bool weak = false;
  for (size_t i = 0; i < sizeof done / sizeof done[0]; i++) weak = weak || isnad_slice_equal(key(nearest->row->key), key(done[i]));
  for (size_t i = 0; weak && i < s->word_count; i++) {
    const claim_word *w = &s->words[i];
    if (w->last > p->first || w->first + FIGURE_BEFORE < p->first || !befalls(w, f) || figure_between(s, w->last, p->first)) continue;
    for (size_t k = 0; k < sizeof values / sizeof values[0]; k++)
      if (isnad_slice_equal(key(w->row->key), key(values[k]))) nearest = w;
  }
  return nearest;
}

/* "The profits fell by 95%": of what by how much, not what they were ("fell to 5%"). */
static const claim_word *change_before(const claim_scan *s, const figure_place *p, const claim_word *nearest) {
  static const char *const goes[] = {"profit", "revenue", "output", "exports", "imports", "trade", "sold", "loss", "debt", "spending", "reserve"};
  bool goes_on = false, to = p->first > s->at->first && figure_word_is_to(isnad_token_form(s->tokens, p->first - 1));
  for (size_t i = 0; i < sizeof goes / sizeof goes[0]; i++) goes_on = goes_on || has_key(nearest, goes[i]);
  for (size_t i = 0; goes_on && !to && i < s->word_count; i++) {
    const claim_word *w = &s->words[i];
    bool change = has_key(w, "rose") || has_key(w, "fell");
    if (change && w->last <= nearest->first && w->first + FIGURE_BEFORE >= p->first && !figure_between(s, w->last, p->first) &&
        !figure_words_break(s, w->last, p->first))
      nearest = w;
  }
  return nearest;
}

const claim_word *figure_befell_before(const claim_scan *s, const figure_place *p, const isnad_prepared_figure *f, bool part) {
  const claim_word *nearest = NULL;
  for (size_t i = 0; i < s->word_count && s->words[i].first < p->first; i++) {
    bool counted = isnad_slice_equal(key(s->words[i].row->key), key("counted")); /* said of the number right behind */
    bool perished = isnad_slice_equal(key(s->words[i].row->key), key("perished")) || has_key(&s->words[i], "lost");
    size_t reach = perished ? RIGHT_BEFORE : counted ? COUNTED_BEFORE : FIGURE_BEFORE;
    if (has_key(&s->words[i], "attempt") && s->words[i].last <= p->first) nearest = NULL; /* who was to be killed was not */
    if (is_counted_apart(s, &s->words[i], p) || reaches_number(s, &s->words[i], p)) continue;
    if (befalls(&s->words[i], f) && s->words[i].first + reach >= p->first && s->words[i].last <= p->first) nearest = &s->words[i];
  }
  if (nearest == NULL) return NULL;
  if (isnad_slice_equal(key(nearest->row->key), key("arrived"))) nearest = aboard_before(s, nearest, f);
  if (figure_is_amount(f->measure)) nearest = value_before(s, p, f, nearest);
  if (isnad_slice_equal(f->measure, key("percent"))) nearest = change_before(s, p, nearest);
  if (isnad_slice_equal(key(nearest->row->key), key("aboard"))) nearest = befell_aboard(s, nearest, f);
  bool over = figure_between(s, nearest->last, p->first);
  return over && !part && !figure_joined(s, p->first) ? NULL : nearest;
}

/* --- behind "who" --- */

/* A verb without the pronoun at its end: as it stands, and where that took the yeh of the last radical for an alef ("evacuated them"). */
static const claim_word *verb_of(claim_word *out, const claim_scan *s, size_t at, const isnad_prepared_figure *f) {
  isnad_slice verbs[FIGURE_ENDINGS], form = isnad_token_form(s->tokens, at);
  if (figure_without_pronoun(verbs, s->arena, form) == 0) return NULL;
  if (figure_word_has_ending(verbs[1], 2)) verbs[0] = figure_with_yeh(s->arena, verbs[1]);
  for (size_t k = 0; k < FIGURE_ENDINGS; k++) {
    isnad_tokens alone;
    isnad_phrase hits[CLAIM_HITS];
    if (isnad_arabic_tokens(&alone, s->arena, verbs[k], NULL) != ISNAD_OK || alone.count != 1) continue;
    size_t count = isnad_phrases_at(hits, CLAIM_HITS, &alone, 0, 1u << ISNAD_TABLE_CLAIM_WORDS, 0);
    for (size_t i = 0; i < count; i++) {
      *out = (claim_word){at, at + 1, &isnad_claim_words_rows[hits[i].row], 0};
      if (befalls(out, f)) return out;
    }
  }
  return NULL;
}

void figure_befell_relative(isnad_prepared_figure *out, const claim_scan *s, const figure_place *p) {
  if (out->state.length > 0 || out->thing.length == 0 || !isnad_slice_equal(out->measure, key("count"))) return;
  for (size_t back = 2; back <= FIGURE_BEFORE && p->first >= s->at->first + back; back++) {
    size_t at = p->first - back;
    claim_word room;
    if (figure_covers(s, at) || s->tokens->items[at].kind == ISNAD_TOKEN_PUNCT) return;
    if (!figure_word_relates(isnad_token_form(s->tokens, at))) continue;
    const claim_word *verb = verb_of(&room, s, at + 1, out);
    if (verb != NULL) out->state = key(verb->row->key);
    return;
  }
}
