/* What a figure counts, read from its sentence: the thing, what befell it, how it stands to other numbers, where, when, and who states it. */
#include "claim/figure_words.h"

#include <stdio.h>

enum {
  BEFORE = 16,
  SCOPE_BEFORE = 3,
  SCOPE_BEHIND = 4,
  SPAN_REACH = 14,
  PLACE_REACH = 12,
  WINDOW_BEFORE = 14,
  WINDOW_BEHIND = 12,
  LONG_PHRASE = 3,
  AGE_REACH = 3,
  LASTS_BEFORE = 1
};

static isnad_slice key(const char *text) { return isnad_slice_of(text); }

/* --- measure --- */

static void dimension_of(isnad_prepared_figure *out, const char *code) {
  out->measure = key(code);
  for (size_t i = 0; i < isnad_dimensions_count; i++)
    if (isnad_slice_equal(key(isnad_dimensions_rows[i].code), out->measure)) {
      out->measure = key(isnad_dimensions_rows[i].dimension);
      out->factor = isnad_dimensions_rows[i].factor;
      return;
    }
}

static void read_measure(isnad_prepared_figure *out, const isnad_figure_note *f) {
  static const char *const plain[] = {[ISNAD_FIGURE_CARDINAL] = "count", [ISNAD_FIGURE_ORDINAL] = "ordinal", [ISNAD_FIGURE_PERCENT] = "percent",
                                      [ISNAD_FIGURE_MONEY] = "money",    [ISNAD_FIGURE_MEASURE] = "measure", [ISNAD_FIGURE_DURATION] = "duration",
                                      [ISNAD_FIGURE_AGE] = "age",        [ISNAD_FIGURE_SCORE] = "score",     [ISNAD_FIGURE_FRACTION] = "fraction"};
  out->measure = key(plain[f->kind]);
  out->factor = 1;
  if (f->kind == ISNAD_FIGURE_MONEY)
    for (size_t i = 0; i < isnad_currencies_count; i++)
      if (isnad_slice_equal(key(isnad_currencies_rows[i].name), f->unit))
        out->measure = isnad_currencies_rows[i].code != NULL ? key(isnad_currencies_rows[i].code) : f->unit; /* a dinar of no country */
  if (f->kind != ISNAD_FIGURE_MEASURE && f->kind != ISNAD_FIGURE_DURATION) return;
  for (size_t i = 0; i < isnad_units_count; i++)
    if (isnad_slice_equal(key(isnad_units_rows[i].name), f->unit)) {
      dimension_of(out, isnad_units_rows[i].code);
      return;
    }
}

/* --- the thing --- */

/* The listed thing that the words [first, last) name: the first one, of several at one word the first row. */
static const isnad_claim_words_row *listed_thing(const claim_scan *s, size_t first, size_t last) {
  for (size_t at = first; at < last; at++) {
    isnad_phrase room[CLAIM_HITS];
    const isnad_phrase *hits = NULL;
    size_t count = claim_listed_at(&hits, room, &s->listing, at);
    const isnad_claim_words_row *thing = NULL;
    if (count > 0 && at == first && isnad_slice_equal(key(isnad_claim_words_rows[hits[0].row].key), key("other")))
      return &isnad_claim_words_rows[hits[0].row];
    for (size_t i = 0; i < count && hits[i].count == hits[0].count; i++) {
      const isnad_claim_words_row *row = &isnad_claim_words_rows[hits[i].row];
      if (row->role == ISNAD_CLAIM_WORDS_ROLE_VICTIM) return row;
      bool counted = row->role == ISNAD_CLAIM_WORDS_ROLE_THING || row->role == ISNAD_CLAIM_WORDS_ROLE_PEOPLE;
      if (counted && thing == NULL) thing = row;
    }
    if (thing != NULL) return thing;
  }
  return NULL;
}

static isnad_slice stem_key(const claim_scan *s, size_t at) {
  return isnad_arena_printf(s->arena, "~%08x", (unsigned)(claim_stem(isnad_token_form(s->tokens, at)) >> 32));
}

/* Whose age it is: the nearest person of the sentence, by his last name. */
static void read_aged(isnad_prepared_figure *out, const claim_scan *s, const isnad_figure_note *f) {
  size_t nearest = SIZE_MAX, at = claim_token_at(s, f->number.begin);
  for (size_t i = 0; i < s->article->name_count; i++) {
    const isnad_name_note *n = &s->article->names[i];
    if (n->type != ISNAD_NAME_PERSON || n->form != ISNAD_FORM_NAME || n->span.begin < s->at->span.begin || n->span.end > s->at->span.end) continue;
    size_t last = isnad_tokens_seek(s->tokens, n->span.end), away = last <= at ? at - last : 2 * (claim_token_at(s, n->span.begin) - at);
    if (away >= nearest || last == 0 || away > AGE_REACH) continue;
    nearest = away;
    out->thing = stem_key(s, last - 1);
  }
}

static void read_thing(isnad_prepared_figure *out, const claim_scan *s, const isnad_figure_note *f) {
  size_t first = 0, last = 0;
  if (f->kind == ISNAD_FIGURE_AGE) read_aged(out, s, f);
  bool counts = f->kind == ISNAD_FIGURE_CARDINAL || f->kind == ISNAD_FIGURE_ORDINAL || f->kind == ISNAD_FIGURE_FRACTION;
  if (!counts || (!claim_in_page(s, f->thing, &first, &last) && !claim_in_page(s, f->unit, &first, &last))) return;
  const isnad_claim_words_row *row = listed_thing(s, first, last);
  if (row != NULL && row->role == ISNAD_CLAIM_WORDS_ROLE_SCOPE) return; /* "thirty others": of whom, the state will say */
  if (row == NULL) {
    out->thing = stem_key(s, first);
  } else if (row->role == ISNAD_CLAIM_WORDS_ROLE_VICTIM) {
    out->thing = key("person");
    out->state = key(row->key);
  } else {
    out->thing = key(row->key);
  }
}

/* --- what befell it --- */

static bool befalls(const claim_word *w) {
  return w->row->role == ISNAD_CLAIM_WORDS_ROLE_TOLL || w->row->role == ISNAD_CLAIM_WORDS_ROLE_STATE || w->row->role == ISNAD_CLAIM_WORDS_ROLE_VICTIM;
}

/* A verb that can only stand behind its noun: in the plural, or with a pronoun that takes the noun up. */
static bool takes_up(const claim_scan *s, const claim_word *w) { return w->cut == 0 && figure_word_takes_up(isnad_token_form(s->tokens, w->first)); }

/* "27 persons among the missing", "12 persons hurt": a phrase of its own, or a noun that says what befell them. */
static bool follows(const claim_scan *s, const claim_word *w) {
  bool noun = w->row->role == ISNAD_CLAIM_WORDS_ROLE_VICTIM && w->cut == 0;
  return noun || w->last - w->first >= LONG_PHRASE || takes_up(s, w);
}

static const claim_word *state_behind(const claim_scan *s, size_t at) {
  for (size_t i = 0; i < s->word_count; i++) {
    const claim_word *w = &s->words[i];
    if (w->first >= at && w->first <= at + SCOPE_BEHIND && befalls(w) && follows(s, w) && !figure_joined(s, w->first) &&
        !figure_words_break(s, at, w->first))
      return w;
  }
  return NULL;
}

/* The nearest word before the number, not over another figure unless the two are joined by "and" or this one is a part of that. */
static const claim_word *state_before(const claim_scan *s, const figure_place *p, bool part) {
  const claim_word *nearest = NULL;
  for (size_t i = 0; i < s->word_count && s->words[i].first < p->first; i++)
    if (befalls(&s->words[i]) && s->words[i].first + BEFORE >= p->first && s->words[i].last <= p->first) nearest = &s->words[i];
  if (nearest == NULL) return NULL;
  bool over = figure_between(s, nearest->last, p->first);
  return over && !part && !figure_joined(s, p->first) ? NULL : nearest;
}

/* A duration is that of what the words right before it say: nobody is "arrested" for the six days of some talks. */
static void read_lasting(isnad_prepared_figure *out, const claim_scan *s, const figure_place *p) {
  for (size_t i = 0; i < s->word_count; i++) {
    const claim_word *w = &s->words[i];
    if (w->row->role == ISNAD_CLAIM_WORDS_ROLE_LASTS && w->last <= p->first && p->first <= w->last + LASTS_BEFORE) out->state = key(w->row->key);
  }
}

static void read_state(isnad_prepared_figure *out, const claim_scan *s, const figure_place *p) {
  if (out->state.length == 0) {
    const claim_word *w = state_behind(s, p->behind);
    if (w == NULL) w = state_before(s, p, isnad_slice_equal(out->scope, key("part")));
    if (w != NULL && (!figure_hurts(key(w->row->key)) || !figure_is_object(out->thing))) out->state = key(w->row->key);
  }
  bool befell = figure_is_toll(out->state);
  if (out->thing.length == 0 && befell && isnad_slice_equal(out->measure, key("count"))) out->thing = key("person");
}

/* --- how it stands to others --- */

static bool scope_reaches(const char *scope, const claim_word *w, const figure_place *p) {
  isnad_slice word = key(scope);
  bool before = w->last <= p->first, wide = isnad_slice_equal(word, key("ever")) || isnad_slice_equal(word, key("rise"));
  size_t away = before ? p->first - w->last : w->first >= p->behind ? w->first - p->behind : SIZE_MAX;
  if (isnad_slice_equal(word, key("apart"))) return before && away <= SPAN_REACH;
  if (wide) return away <= SPAN_REACH;
  if (isnad_slice_equal(word, key("more"))) return before && away <= 1;
  if (isnad_slice_equal(word, key("rate"))) return !before && away <= SCOPE_BEHIND;
  if (isnad_slice_equal(word, key("other"))) return !before && (away == 0 || w->first + 1 == p->behind);
  return before && away <= SCOPE_BEFORE;
}

static void read_scope(isnad_prepared_figure *out, const claim_scan *s, const figure_place *p) {
  static const char *const order[] = {"part", "more", "other", "rate", "still", "about", "ever", "apart"};
  enum { SCOPES = sizeof order / sizeof order[0] };
  bool found[SCOPES] = {false};
  for (size_t i = 0; i < s->word_count; i++) {
    const claim_word *w = &s->words[i];
    if (w->row->role != ISNAD_CLAIM_WORDS_ROLE_SCOPE) continue;
    if (isnad_slice_equal(key(w->row->key), key("rise")) && scope_reaches("rise", w, p)) out->rises = true;
    for (size_t k = 0; k < SCOPES; k++)
      if (isnad_slice_equal(key(w->row->key), key(order[k])) && scope_reaches(order[k], w, p)) found[k] = true;
  }
  for (size_t k = 0; k < SCOPES && out->scope.length == 0; k++)
    if (found[k]) out->scope = key(order[k]);
}

/* "Thirty others hurt" counts all that were hurt. */
static void settle_scope(isnad_prepared_figure *out, const isnad_figure_note *f) {
  if (isnad_slice_equal(out->scope, key("other")) && figure_is_toll(out->state) && !out->rises) out->scope = (isnad_slice){NULL, 0};
  bool left = isnad_slice_equal(out->scope, key("still")), missing = isnad_slice_equal(out->state, key("missing"));
  if (left && missing) out->scope = (isnad_slice){NULL, 0};
  bool grouped = f->group > 0 && f->sum == ISNAD_SUM_NONE;
  if (grouped || f->times > 1) out->scope = key("part");
}

/* --- where and when --- */

static size_t apart(size_t first, size_t last, const figure_place *p) {
  return last <= p->first ? 2 * (p->first - last) : first >= p->last ? first - p->last : 0;
}

/* The nearest name of a place within reach, not over another number; with `anywhere` the nearest of the sentence. */
static void nearest_place(isnad_prepared_figure *out, const claim_scan *s, const figure_place *p, bool anywhere) {
  size_t nearest = anywhere ? SIZE_MAX : PLACE_REACH + 1;
  for (size_t i = 0; i < s->article->name_count; i++) {
    const isnad_name_note *n = &s->article->names[i];
    if (n->type != ISNAD_NAME_PLACE || n->span.begin < s->at->span.begin || n->span.end > s->at->span.end || n->entity.length == 0 ||
        n->entity.bytes[0] == '@')
      continue; /* known to the article alone */
    size_t first = claim_token_at(s, n->span.begin), last = isnad_tokens_seek(s->tokens, n->span.end), away = apart(first, last, p);
    bool over = figure_between(s, last < p->first ? last : p->last, last < p->first ? p->first : first);
    if (away >= nearest || (over && !anywhere)) continue;
    nearest = away;
    out->place = n->entity;
  }
}

/* What befell people befell them where the sentence says. */
static void read_place(isnad_prepared_figure *out, const claim_scan *s, const figure_place *p) {
  nearest_place(out, s, p, false);
  if (out->place.length == 0 && figure_is_toll(out->state)) nearest_place(out, s, p, true);
}

static void read_time(isnad_prepared_figure *out, const claim_scan *s, const figure_place *p) {
  size_t nearest = SIZE_MAX;
  for (size_t i = 0; i < s->article->time_count; i++) {
    const isnad_time_note *t = &s->article->times[i];
    if (t->span.begin < s->at->span.begin || t->span.end > s->at->span.end || !t->has_from || !t->has_to || t->kind == ISNAD_TIME_DURATION) continue;
    size_t away = apart(claim_token_at(s, t->span.begin), isnad_tokens_seek(s->tokens, t->span.end), p);
    if (away == 0 || away >= nearest) continue; /* the figure is a piece of it */
    nearest = away;
    out->when = t->when;
    if (t->kind == ISNAD_TIME_SINCE && away <= SPAN_REACH && out->scope.length == 0) out->scope = key("ever");
  }
}

/* --- who states it --- */

static void take_speaker(isnad_prepared_figure *out, isnad_slice entity, isnad_slice canonical, bool anonymous) {
  bool local = entity.length > 0 && entity.bytes[0] == '@';
  out->claimant = local ? (isnad_slice){NULL, 0} : entity;
  out->name = canonical;
  out->anonymous = anonymous;
}

/* "Setif: 13 dead" in a headline tells where, not who says it. */
static bool is_dateline(const claim_scan *s, isnad_slice entity) {
  for (size_t i = 0; s->at->headline && i < s->article->name_count; i++)
    if (s->article->names[i].type == ISNAD_NAME_PLACE && isnad_slice_equal(s->article->names[i].entity, entity)) return true;
  return false;
}

static bool quoted(isnad_prepared_figure *out, const claim_scan *s, const isnad_figure_note *f) {
  for (size_t i = 0; i < s->article->quote_count; i++) {
    const isnad_quote_note *q = &s->article->quotes[i];
    if (q->span.begin > f->number.begin || q->span.end < f->number.end) continue;
    if ((q->canonical.length == 0 && !q->anonymous) || is_dateline(s, q->entity)) continue;
    take_speaker(out, q->entity, q->canonical, q->anonymous);
    return true;
  }
  return false;
}

/* "According to the ministry": bodies, persons and the unnamed. A medium or a statement carries and does not claim. */
static void cited(isnad_prepared_figure *out, const claim_scan *s) {
  for (size_t i = 0; i < s->article->source_count; i++) {
    const isnad_source_note *c = &s->article->sources[i];
    bool claims = c->kind == ISNAD_SOURCE_OFFICIAL || c->kind == ISNAD_SOURCE_ANONYMOUS;
    if (!claims || c->span.begin < s->at->span.begin || c->span.end > s->at->span.end) continue;
    take_speaker(out, c->named.id, c->named.name, c->kind == ISNAD_SOURCE_ANONYMOUS);
    return;
  }
}

static void read_claimant(isnad_prepared_figure *out, const claim_scan *s, const isnad_figure_note *f) {
  const isnad_name_note *n = f->claimant >= 0 ? &s->article->names[f->claimant] : NULL;
  if (n != NULL && n->type == ISNAD_NAME_PLACE && s->at->headline) return;
  if (n != NULL && n->type != ISNAD_NAME_OUTLET) {
    take_speaker(out, n->entity, n->canonical, false);
    return;
  }
  if (n == NULL && !quoted(out, s, f)) cited(out, s);
}

/* --- the words around it --- */

/* Of a toll the whole sentence says what happened; of other figures the words near them. Numbers are left out: they are what is compared. */
static void read_terms(isnad_prepared_figure *out, const claim_scan *s, const figure_place *p) {
  claim_terms terms = {.count = 0};
  size_t first = s->at->first, last = s->at->last;
  if (!figure_is_toll(out->state)) {
    if (p->first > first + WINDOW_BEFORE) first = p->first - WINDOW_BEFORE;
    if (p->behind + WINDOW_BEHIND < last) last = p->behind + WINDOW_BEHIND;
  }
  for (size_t at = first; at < last;) {
    size_t end = at;
    while (end < last && !figure_covers(s, end)) end++;
    terms_add(&terms, &s->listing, at, end, false);
    for (at = end; at < last && figure_covers(s, at); at++) continue;
  }
  terms_finish(&terms);
  out->terms = claim_terms_pack(s->arena, &terms);
  out->clause = (isnad_span){s->tokens->items[first].span.begin, s->tokens->items[last - 1].span.end};
}

static isnad_status read_figure(isnad_prepared_figure *out, claim_scan *s, const isnad_figure_note *f) {
  const claim_sentence *sentence = claim_sentence_at(s, f->number.begin);
  read_measure(out, f);
  out->clause = f->span;
  if (sentence == NULL) return ISNAD_OK;
  if (!claim_look_at(s, sentence)) return isnad_arena_fail(s->err, s->arena, "claim");
  figure_place p = {claim_token_at(s, f->number.begin), isnad_tokens_seek(s->tokens, f->number.end), isnad_tokens_seek(s->tokens, f->span.end)};
  if (p.behind < p.last) p.behind = p.last;
  read_thing(out, s, f);
  read_scope(out, s, &p);
  if (f->kind == ISNAD_FIGURE_DURATION)
    read_lasting(out, s, &p);
  else
    read_state(out, s, &p);
  settle_scope(out, f);
  read_place(out, s, &p);
  read_time(out, s, &p);
  read_claimant(out, s, f);
  read_terms(out, s, &p);
  return out->terms.bytes != NULL ? ISNAD_OK : isnad_arena_fail(s->err, s->arena, "claim");
}

isnad_status claim_prepare_figures(isnad_prepared_figure **out, claim_scan *s) {
  const isnad_article *a = s->article;
  isnad_status status = ISNAD_OK;
  *out = isnad_arena_array(s->arena, a->figure_count + 1, sizeof **out);
  if (*out == NULL) return isnad_arena_fail(s->err, s->arena, "claim");
  for (size_t i = 0; status == ISNAD_OK && i < a->figure_count; i++) status = read_figure(&(*out)[i], s, &a->figures[i]);
  return status;
}
