/* Where and when what a figure counts is told of, who states it, and the words around it. */
#include "arabic/letters.h"
#include "base/clock.h"
#include "claim/figure_read.h"
#include "claim/told.h"

enum { SPAN_REACH = FIGURE_SPAN_REACH, IN_REACH = 2, PLACE_REACH = 12, WINDOW_BEFORE = 14, WINDOW_BEHIND = 12, LED_BACK = 2 };

static isnad_slice key(const char *text) { return isnad_slice_of(text); }

/* --- where and when --- */

static size_t apart(size_t first, size_t last, const figure_place *p) {
  return last <= p->first ? 2 * (p->first - last) : first >= p->last ? first - p->last : 0;
}

/* Floods are no capital of Korea: a word that is listed as an event is not where one happened. */
static bool is_event_word(const claim_scan *s, size_t at) {
  isnad_phrase room[CLAIM_HITS];
  const isnad_phrase *hits = NULL;
  size_t count = claim_listed_at(&hits, room, &s->listing, at);
  for (size_t i = 0; i < count; i++)
    if (isnad_claim_words_rows[hits[i].row].role == ISNAD_CLAIM_WORDS_ROLE_EVENT) return true;
  return false;
}

/* "Baghdad announced": the state acts, and nothing is told of the town. */
static bool is_verb_of_speech(const claim_scan *s, size_t at) {
  isnad_phrase hit;
  if (isnad_phrases_at(&hit, 1, s->tokens, at, 1u << ISNAD_TABLE_VERBS, ISNAD_PHRASE_CUT) == 0) return false;
  isnad_verbs_force force = isnad_verbs_rows[hit.row].force;
  return force == ISNAD_VERBS_FORCE_SAYS || force == ISNAD_VERBS_FORCE_ANNOUNCES || force == ISNAD_VERBS_FORCE_CONFIRMS;
}

/* "Of Iran", "from Syria", "against Yemen": whose, whence and against whom is not where. Where a team plays is said with "in". */
static bool says_where(const isnad_prepared_figure *out, const claim_scan *s, size_t at, const isnad_name_note *place) {
  isnad_slice whole = isnad_slice_at(s->page->text, s->tokens->items[at].span);
  for (size_t back = 0; back <= LED_BACK && at >= s->at->first + back; back++)
    if (telling_leads(s, at - back, place)) return true;
  bool of_team = figure_is_sport(out->thing) || isnad_slice_equal(out->measure, key("score")) || isnad_slice_equal(out->measure, key("ordinal"));
  if (of_team) return false;
  if (s->tokens->items[at].span.begin < place->span.begin && telling_begins(whole, LETTER_LAM)) return false;
  if (at > s->at->first && is_verb_of_speech(s, at - 1)) return false;
  return at == s->at->first || (!figure_word_turns(isnad_token_form(s->tokens, at - 1)) && !figure_word_relates(isnad_token_form(s->tokens, at - 1)));
}

/* "The region of Agra in the state of Uttar Pradesh": the place that lies in it, named right before; NULL: none is. */
static const isnad_name_note *lies_in(const claim_scan *s, const isnad_name_note *wide) {
  const isnad_name_note *narrow = wide > s->article->names ? wide - 1 : NULL;
  if (narrow == NULL || narrow->type != ISNAD_NAME_PLACE || narrow->entity.length == 0 || narrow->entity.bytes[0] == '@') return NULL;
  size_t end = isnad_tokens_seek(s->tokens, narrow->span.end), at = claim_token_at(s, wide->span.begin);
  bool beside = narrow->span.begin >= s->at->span.begin && end < at && at <= end + IN_REACH;
  return beside && figure_word_is_in(isnad_token_form(s->tokens, end)) ? narrow : NULL;
}

/* The nearest name of a place within reach, not over another number; with `anywhere` the nearest of the sentence. */
static void nearest_place(isnad_prepared_figure *out, const claim_scan *s, const figure_place *p, bool anywhere) {
  size_t nearest = anywhere ? SIZE_MAX : PLACE_REACH + 1;
  const isnad_name_note *found = NULL;
  for (size_t i = 0; i < s->article->name_count; i++) {
    const isnad_name_note *n = &s->article->names[i];
    if (n->type != ISNAD_NAME_PLACE || n->span.begin < s->at->span.begin || n->span.end > s->at->span.end || n->entity.length == 0 ||
        n->entity.bytes[0] == '@')
      continue; /* known to the article alone */
    size_t first = claim_token_at(s, n->span.begin), last = isnad_tokens_seek(s->tokens, n->span.end), away = apart(first, last, p);
    if (is_event_word(s, first) || !says_where(out, s, first, n)) continue;
    bool over = figure_between(s, last < p->first ? last : p->last, last < p->first ? p->first : first);
    if (away >= nearest || (over && !anywhere)) continue;
    nearest = away;
    found = n;
    out->place = n->entity;
  }
  const isnad_name_note *narrow = found != NULL ? lies_in(s, found) : NULL;
  if (narrow != NULL) out->place = narrow->entity;
}

/* What befell people befell them where the sentence says. */
void figure_read_place_named(isnad_prepared_figure *out, const claim_scan *s, const figure_place *p) {
  nearest_place(out, s, p, false);
  if (out->place.length == 0 && figure_is_toll(out->state)) nearest_place(out, s, p, true);
}

/* A price or a rate that holds since some day is no sum over the days. */
static bool adds_up(const isnad_prepared_figure *f) {
  static const char *const states[] = {"price", "interest", "salary", "inflation", "unemployment", "tax", "turnout", "heat", "age"};
  for (size_t i = 0; i < sizeof states / sizeof states[0]; i++)
    if (isnad_slice_equal(f->state, key(states[i]))) return false;
  return !isnad_slice_equal(f->measure, key("percent"));
}

/* "Within", "in", right before a duration. */
static bool leads_span(const claim_scan *s, size_t at) {
  if (at == s->at->first) return false;
  if (figure_word_is_in(isnad_token_form(s->tokens, at - 1))) return true;
  for (size_t i = 0; i < s->word_count; i++)
    if (s->words[i].last == at && isnad_slice_equal(key(s->words[i].row->key), key("span"))) return true;
  return false;
}

/* "140 were killed in four days": a sum over days. */
static bool sums_days(const claim_scan *s, const figure_place *p) {
  for (size_t i = 0; i < s->article->figure_count; i++) {
    const isnad_figure_note *d = &s->article->figures[i];
    isnad_prepared_figure lasts = {.factor = 1};
    if (d->kind != ISNAD_FIGURE_DURATION || d->span.begin < s->at->span.begin || d->span.end > s->at->span.end) continue;
    figure_read_measure(&lasts, d);
    size_t first = claim_token_at(s, d->number.begin < d->span.begin ? d->number.begin : d->span.begin);
    bool long_enough = d->has_min && (isnad_slice_equal(lasts.measure, key("months")) ||
                                      (d->min * lasts.factor >= DAY_SECONDS && isnad_slice_equal(lasts.measure, key("duration"))));
    if (long_enough && leads_span(s, first) && apart(first, isnad_tokens_seek(s->tokens, d->span.end), p) <= SPAN_REACH) return true;
  }
  return false;
}

/* "13 families live in the house that awaits its repair since 2018": said of another noun. */
static bool is_related(const claim_scan *s, size_t first, size_t last) {
  for (size_t at = first; at < last; at++)
    if (figure_word_relates(isnad_token_form(s->tokens, at))) return true;
  return false;
}

void figure_read_time(isnad_prepared_figure *out, const claim_scan *s, const figure_place *p) {
  if (out->scope.length == 0 && figure_is_toll(out->state) && sums_days(s, p)) out->scope = key("ever");
  size_t nearest = SIZE_MAX;
  for (size_t i = 0; i < s->article->time_count; i++) {
    const isnad_time_note *t = &s->article->times[i];
    if (t->span.begin < s->at->span.begin || t->span.end > s->at->span.end || !t->has_from || !t->has_to || t->kind == ISNAD_TIME_DURATION) continue;
    size_t away = apart(claim_token_at(s, t->span.begin), isnad_tokens_seek(s->tokens, t->span.end), p);
    if (away == 0 || away >= nearest) continue; /* the figure is a piece of it */
    nearest = away;
    out->when = t->when;
    size_t told = isnad_tokens_seek(s->tokens, t->span.end);
    bool before = told <= p->first && figure_words_break(s, told, p->first) && figure_between(s, s->at->first, claim_token_at(s, t->span.begin));
    bool relates = !figure_is_toll(out->state) && is_related(s, p->behind, claim_token_at(s, t->span.begin));
    if (t->kind == ISNAD_TIME_SINCE && !before && !relates && away <= SPAN_REACH && out->scope.length == 0 && adds_up(out)) out->scope = key("ever");
  }
}

/* --- the words around it --- */

static isnad_slice pack_words(const claim_scan *s, size_t first, size_t last) {
  claim_terms terms = {.count = 0};
  for (size_t at = first; at < last;) {
    size_t end = at;
    while (end < last && !figure_covers(s, end)) end++;
    terms_add(&terms, &s->listing, at, end, TERMS_WORDS);
    for (at = end; at < last && figure_covers(s, at); at++) continue;
  }
  terms_finish(&terms);
  return claim_terms_pack(s->arena, &terms);
}

/* Of a toll the whole sentence says what happened, the same of every toll in it; of other figures the words near them. Numbers are left out: they are
 * what is compared. */
void figure_read_terms(isnad_prepared_figure *out, claim_scan *s, const figure_place *p) {
  size_t first = s->at->first, last = s->at->last;
  bool toll = figure_is_toll(out->state);
  if (!toll) {
    if (p->first > first + WINDOW_BEFORE) first = p->first - WINDOW_BEFORE;
    if (p->behind + WINDOW_BEHIND < last) last = p->behind + WINDOW_BEHIND;
  }
  if (toll && s->whole.bytes == NULL) s->whole = pack_words(s, first, last);
  out->terms = toll ? s->whole : pack_words(s, first, last);
  out->clause = (isnad_span){s->tokens->items[first].span.begin, s->tokens->items[last - 1].span.end};
}
