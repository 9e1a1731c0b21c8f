/* What a figure counts, read from its sentence: the thing, what befell it, how it stands to other numbers, where, when, and who states it. */
#include "claim/figure_read.h"

enum {
  SCOPE_BEFORE = 3,
  SCOPE_BEHIND = 4,
  OUT_OF_REACH = 1,
  OF_REACH = 2,
  LIST_REACH = 3,
  OF_THEM_REACH = 3,
  YOUNGEST = 15,
  OLDEST = 125,
  SPAN_REACH = FIGURE_SPAN_REACH
};

static isnad_slice key(const char *text) { return isnad_slice_of(text); }

/* --- how it stands to others --- */

static bool scope_reaches(const char *scope, const claim_word *w, const figure_place *p) {
  isnad_slice word = key(scope);
  bool before = w->last <= p->first, wide = isnad_slice_equal(word, key("ever")) || isnad_slice_equal(word, key("rise"));
  size_t away = before ? p->first - w->last : w->first >= p->behind ? w->first - p->behind : SIZE_MAX;
  if (isnad_slice_equal(word, key("apart"))) return before && away <= SPAN_REACH;
  if (wide) return away <= SPAN_REACH;
  if (isnad_slice_equal(word, key("more"))) return before && away <= 1;
  if (isnad_slice_equal(word, key("each_time"))) return !before && away == 0; /* "4,000 want a monthly rise" */
  if (isnad_slice_equal(word, key("rate")) || isnad_slice_equal(word, key("per"))) return !before && away <= SCOPE_BEHIND;
  if (isnad_slice_equal(word, key("fresh"))) return w->first >= p->last && w->first <= p->behind;
  if (isnad_slice_equal(word, key("and_part"))) return !before && away == 0;
  if (isnad_slice_equal(word, key("since"))) return !before && away <= 1;
  if (isnad_slice_equal(word, key("other"))) return !before && (away == 0 || w->first + 1 == p->behind);
  return before && away <= SCOPE_BEFORE;
}

/* "Eight of them were released": said right behind the number, and of no number that follows. */
static bool is_part_of_them(const claim_scan *s, const claim_word *w, const figure_place *p) {
  if (w->first != p->behind || w->last - w->first != 1 || w->last >= s->at->last) return false;
  for (size_t at = w->last; at < s->at->last && at < w->last + OF_THEM_REACH; at++)
    if (figure_covers(s, at)) return false;
  return figure_word_is_of_them(isnad_token_form(s->tokens, w->first));
}

/* "Saved 29 of them and recovered 12 bodies": of them are the 29. */
static bool is_part_before(const claim_scan *s, const claim_word *w, const figure_place *p) {
  bool apart = w->last < p->first && w->last - w->first == 1 && w->first > s->at->first;
  return apart && figure_covers(s, w->first - 1) && figure_word_is_of_them(isnad_token_form(s->tokens, w->first));
}

/* "6,400 hectares since the start of the campaign, and that it sent 18 teams": said of the number before it, in another clause. */
static bool is_said_before(const claim_scan *s, const claim_word *w, const figure_place *p) {
  return w->last <= p->first && figure_words_break(s, w->last, p->first) && figure_between(s, s->at->first, w->first);
}

static void read_scope(isnad_prepared_figure *out, const claim_scan *s, const figure_place *p) {
  static const char *const order[] = {"part", "fresh", "and_part", "more", "other", "rate", "still", "about", "against", "since", "ever", "apart"};
  enum { SCOPES = sizeof order / sizeof order[0] };
  bool found[SCOPES] = {false};
  for (size_t i = 0; i < s->word_count; i++) {
    const claim_word *w = &s->words[i];
    if (w->row->role != ISNAD_CLAIM_WORDS_ROLE_SCOPE) continue;
    bool span = isnad_slice_equal(key(w->row->key), key("ever")) || isnad_slice_equal(key(w->row->key), key("since"));
    if (span && is_said_before(s, w, p)) continue;
    if (isnad_slice_equal(key(w->row->key), key("rise")) && scope_reaches("rise", w, p)) out->rises = true;
    if (isnad_slice_equal(key(w->row->key), key("per")) && scope_reaches("per", w, p)) out->state = key("price");
    const char *scope = isnad_slice_equal(key(w->row->key), key("each_time")) && scope_reaches("each_time", w, p) ? "rate" : w->row->key;
    for (size_t k = 0; k < SCOPES; k++) {
      bool reaches = scope != w->row->key || scope_reaches(order[k], w, p) || (k == 0 && is_part_of_them(s, w, p));
      if (k == 0 && is_part_before(s, w, p)) reaches = false;
      if (isnad_slice_equal(key(scope), key(order[k])) && reaches) found[k] = true;
    }
  }
  for (size_t k = 0; k < SCOPES && out->scope.length == 0; k++)
    if (found[k]) out->scope = key(order[k]);
}

/* "49.42 for buying and 49.56 for selling": the nearest of the two words behind an amount, else before it. */
static void read_side(isnad_prepared_figure *out, const claim_scan *s, const figure_place *p) {
  size_t nearest = SCOPE_BEFORE + 1;
  if (!figure_is_amount(out->measure)) return;
  for (size_t i = 0; i < s->word_count; i++) {
    const claim_word *w = &s->words[i];
    bool side = w->row->role == ISNAD_CLAIM_WORDS_ROLE_SCOPE &&
                (isnad_slice_equal(key(w->row->key), key("bid")) || isnad_slice_equal(key(w->row->key), key("ask")));
    size_t away = w->last <= p->first ? p->first - w->last + 1 : w->first >= p->behind ? w->first - p->behind : SIZE_MAX;
    if (!side || away >= nearest || figure_between(s, w->last, p->first)) continue;
    nearest = away;
    out->state = key(w->row->key);
  }
}

/* "217,000 children out of 591,000": of the same as the number before. */
static void settle_whole(isnad_prepared_figure *out, const isnad_prepared_figure *before, const claim_scan *s, const figure_place *p) {
  if (before == NULL || out->thing.length > 0 || !isnad_slice_equal(before->measure, out->measure)) return;
  for (size_t i = 0; i < s->word_count; i++)
    if (isnad_slice_equal(key(s->words[i].row->key), key("out_of")) && s->words[i].last <= p->first && s->words[i].last + OUT_OF_REACH >= p->first)
      out->thing = before->thing;
}

/* Whether another amount of money stands before it in its sentence. */
static bool money_before(const claim_scan *s, const isnad_figure_note *f) {
  for (size_t i = 0; i < s->article->figure_count; i++) {
    const isnad_figure_note *other = &s->article->figures[i];
    if (other->kind == ISNAD_FIGURE_MONEY && other->number.begin >= s->at->span.begin && other->number.end <= f->number.begin) return true;
  }
  return false;
}

/* "20 seats against 23 of the union" says whose they are, "sold it against 10 million" for how much, "three hostages against 110" is an exchange.
 * Else a number is compared with another. */
static void settle_against(isnad_prepared_figure *out, const claim_scan *s, const isnad_figure_note *f) {
  if (!isnad_slice_equal(out->scope, key("against"))) return;
  static const char *const given[] = {"released", "arrested", "kidnapped", "prisoner", "hostage", "body"};
  bool price = f->kind == ISNAD_FIGURE_MONEY && !money_before(s, f), exchanged = false;
  for (size_t i = 0; i < sizeof given / sizeof given[0]; i++)
    exchanged = exchanged || isnad_slice_equal(out->state, key(given[i])) || isnad_slice_equal(out->thing, key(given[i]));
  out->scope = price || exchanged || figure_is_held(out->thing) || out->holder.length > 0 ? (isnad_slice){NULL, 0} : key("about");
  if (price && out->state.length == 0) out->state = key("worth");
}

/* "52% of the votes against 47% for the other": a share of the same vote. */
static void settle_against_share(isnad_prepared_figure *out, const isnad_prepared_figure *before, const claim_scan *s) {
  bool share = isnad_slice_equal(out->measure, key("percent")) && isnad_slice_equal(out->scope, key("about")) && out->state.length == 0;
  if (!share || before == NULL || !isnad_slice_equal(before->measure, out->measure) || before->clause.begin < s->at->span.begin) return;
  if (!isnad_slice_equal(before->state, key("voted"))) return;
  out->state = key("voted");
  out->scope = (isnad_slice){NULL, 0};
}

/* "She died at 84 years": behind "of" and a word for dying a span of years is an age. */
static void settle_age_at_death(isnad_prepared_figure *out, const claim_scan *s, const isnad_figure_note *f, const figure_place *p) {
  bool years =
      f->kind == ISNAD_FIGURE_DURATION && isnad_slice_equal(out->measure, key("months")) && f->has_min && f->min >= YOUNGEST && f->min <= OLDEST;
  if (!years || p->first == s->at->first || !figure_word_is_off(isnad_token_form(s->tokens, p->first - 1))) return;
  for (size_t i = 0; i < s->word_count; i++)
    if (isnad_slice_equal(key(s->words[i].row->key), key("death")) && s->words[i].last <= p->first) {
      out->measure = out->state = key("age");
      out->factor = 1;
    }
}

/* "Thirty others hurt" counts all that were hurt. */
static void settle_scope(isnad_prepared_figure *out, const isnad_figure_note *f) {
  if (isnad_slice_equal(out->scope, key("other")) && figure_is_toll(out->state) && !out->rises) out->scope = (isnad_slice){NULL, 0};
  if (isnad_slice_equal(out->scope, key("since"))) out->scope = figure_is_toll(out->state) ? key("ever") : (isnad_slice){NULL, 0};
  if (isnad_slice_equal(out->scope, key("fresh"))) out->scope = key("more");
  bool left = isnad_slice_equal(out->scope, key("still")), missing = isnad_slice_equal(out->state, key("missing"));
  if (left && missing) out->scope = (isnad_slice){NULL, 0};
  bool grouped = f->group > 0 && f->sum == ISNAD_SUM_NONE;
  if (grouped || f->times > 1) out->scope = key("part");
}

/* "25,000 cases, among them 120 deaths": all that died; a part is of those whom the same befell. */
static void settle_other_fate(isnad_prepared_figure *out, const isnad_prepared_figure *before) {
  if (before == NULL || before->state.length == 0 || !isnad_slice_equal(out->scope, key("part"))) return;
  if (figure_is_toll(before->state) && !isnad_slice_equal(before->state, out->state)) out->scope = (isnad_slice){NULL, 0};
}

/* "1,340 were infected, and 17 of them died": of the infected a part, of the dead all of whom the sentence tells. */
static void settle_fate_of_part(isnad_prepared_figure *out, const isnad_prepared_figure *before, const claim_scan *s, const figure_place *p) {
  bool part = isnad_slice_equal(out->scope, key("part")) && isnad_slice_equal(out->state, key("dead")) && before != NULL;
  bool other = part && before->state.length > 0 && !isnad_slice_equal(before->state, out->state) && before->clause.begin >= s->at->span.begin;
  for (size_t i = 0; other && i + 1 < s->word_count; i++) {
    const claim_word *w = &s->words[i];
    bool died = isnad_slice_equal(key(w->row->key), key("dead")) && w->last < p->first;
    bool of_them = died && w->last + 1 == p->first && figure_word_is_of_them(isnad_token_form(s->tokens, w->last));
    if (of_them) out->scope = (isnad_slice){NULL, 0};
  }
}

/* "Among them 3 children and 4 women": what is joined to a part by "and" is one as well. */
static void settle_joined(isnad_prepared_figure *out, const isnad_prepared_figure *before, const claim_scan *s, const figure_place *p) {
  if (before == NULL || out->scope.length > 0 || !isnad_slice_equal(before->scope, key("part")) || !figure_joined(s, p->first)) return;
  bool near = before->clause.begin >= s->at->span.begin && before->clause.end <= s->at->span.end;
  bool state = out->state.length == 0 || isnad_slice_equal(before->state, out->state);
  if (near && state && isnad_slice_equal(before->measure, out->measure)) out->scope = key("part");
}

/* "The Taliban", "the group of seven": a number inside a name counts nothing. */
static bool lies_in_name(const claim_scan *s, const isnad_figure_note *f) {
  for (size_t i = 0; i < s->article->name_count; i++) {
    const isnad_name_note *n = &s->article->names[i];
    if (n->type == ISNAD_NAME_ORGANIZATION && n->span.begin <= f->span.begin && f->span.end <= n->span.end) return true;
    if (n->type == ISNAD_NAME_PLACE && n->span.begin <= f->number.begin && f->number.end <= n->span.end) return true;
  }
  return false;
}

/* "It fell to 85,000 barrels a day from 270,000", "after it had been about 270,000": what it was before, in the unit of what it is. */
static bool settle_compared(isnad_prepared_figure *out, const isnad_prepared_figure *before, const claim_scan *s, const isnad_figure_note *f,
                            const figure_place *p) {
  if (before == NULL || before->clause.begin < s->at->span.begin || p->first == s->at->first) return false;
  bool bare = f->kind == ISNAD_FIGURE_CARDINAL && out->thing.length == 0 && isnad_slice_equal(out->measure, key("count"));
  size_t first = claim_token_at(s, f[-1].number.begin);
  bool to = first > s->at->first && figure_word_is_to(isnad_token_form(s->tokens, first - 1));
  bool from = to && figure_word_is_of(isnad_token_form(s->tokens, p->first - 1));
  bool same = isnad_slice_equal(out->measure, before->measure) || bare;
  if (from && same && out->scope.length == 0) out->scope = key("about");
  bool compared = isnad_slice_equal(out->scope, key("about")) && same;
  if (!compared || !bare || isnad_slice_equal(before->measure, key("count")) || isnad_slice_equal(before->measure, key("ordinal"))) return compared;
  out->measure = before->measure;
  out->factor = before->factor;
  out->thing = before->thing;
  return true;
}

static isnad_status read_figure(isnad_prepared_figure *out, const isnad_prepared_figure *before, claim_scan *s, const isnad_figure_note *f) {
  const claim_sentence *sentence = claim_sentence_at(s, f->number.begin);
  figure_read_measure(out, f);
  out->clause = f->span;
  if (lies_in_name(s, f)) out->measure = key(FIGURE_IN_NAME);
  if (sentence == NULL) return ISNAD_OK;
  if (!claim_look_at(s, sentence)) return isnad_arena_fail(s->err, s->arena, "claim");
  figure_place p = {claim_token_at(s, f->number.begin), isnad_tokens_seek(s->tokens, f->number.end), isnad_tokens_seek(s->tokens, f->span.end)};
  if (p.behind < p.last) p.behind = p.last;
  figure_read_thing(out, s, f, &p);
  bool says = out->state.length > 0; /* its own noun says what befell them */
  read_scope(out, s, &p);
  bool compared = settle_compared(out, before, s, f, &p);
  if (f->kind == ISNAD_FIGURE_DURATION)
    figure_read_lasting(out, s, &p);
  else
    figure_read_state(out, s, &p);
  if (compared && out->state.length == 0) out->state = before->state;
  settle_age_at_death(out, s, f, &p);
  read_side(out, s, &p);
  settle_whole(out, before, s, &p);
  figure_read_holder(out, s, &p);
  settle_against(out, s, f);
  settle_against_share(out, before, s);
  figure_read_whole(out, s, &p);
  settle_scope(out, f);
  if (says) settle_other_fate(out, before);
  settle_fate_of_part(out, before, s, &p);
  settle_joined(out, before, s, &p);
  if (f->kind == ISNAD_FIGURE_PERCENT && isnad_slice_equal(out->scope, key("part")))
    out->scope = (isnad_slice){NULL, 0}; /* a share is one of itself */
  if (f->kind == ISNAD_FIGURE_PERCENT && isnad_slice_equal(out->state, key("voted"))) figure_read_voted(out, s, f, &p);
  figure_read_place_named(out, s, &p);
  figure_read_time(out, s, &p);
  figure_read_claimant(out, s, f, &p);
  figure_read_terms(out, s, &p);
  figure_read_denial(out, before, s, &p);
  return out->terms.bytes != NULL ? ISNAD_OK : isnad_arena_fail(s->err, s->arena, "claim");
}

/* "78 of 83 drones": the number before "of" and another number counts the same. */
static void settle_shares(isnad_prepared_figure *all, const claim_scan *s, size_t i) {
  const isnad_figure_note *f = &s->article->figures[i], *next = &s->article->figures[i + 1];
  size_t last = isnad_tokens_seek(s->tokens, f->number.end), first = claim_token_at(s, next->number.begin);
  bool of = last < first && first <= last + OF_REACH && figure_word_is_of(isnad_token_form(s->tokens, last));
  if (of && all[i].thing.length == 0 && isnad_slice_equal(all[i].measure, all[i + 1].measure)) all[i].thing = all[i + 1].thing;
}

/* "17 Yemenis, 19 Indians and three Sudanese": parts of one number. */
static void settle_nations(isnad_prepared_figure *all, const claim_scan *s, size_t i) {
  const isnad_figure_note *f = &s->article->figures[i], *next = &s->article->figures[i + 1];
  size_t first = claim_token_at(s, next->number.begin);
  bool both = figure_is_nation(all[i].thing) && figure_is_nation(all[i + 1].thing) && !isnad_slice_equal(all[i].thing, all[i + 1].thing);
  bool near = first <= isnad_tokens_seek(s->tokens, f->span.end) + LIST_REACH;
  if (both && near && figure_joined(s, first)) all[i].scope = all[i + 1].scope = key("part");
}

/* "From 5 piastres to 20": what it was before is set beside what it is. */
static void settle_risen(isnad_prepared_figure *all, const claim_scan *s, size_t i) {
  const isnad_figure_note *f = &s->article->figures[i], *next = &s->article->figures[i + 1];
  size_t first = claim_token_at(s, f->number.begin), behind = isnad_tokens_seek(s->tokens, f->span.end), to = claim_token_at(s, next->number.begin);
  if (first == 0 || to <= behind || to > behind + 1 || all[i].scope.length > 0) return;
  bool from = figure_word_is_of(isnad_token_form(s->tokens, first - 1)) && figure_word_is_to(isnad_token_form(s->tokens, to - 1));
  bool one = isnad_slice_equal(all[i].measure, all[i + 1].measure) || (f->thing.length == 0 && isnad_slice_equal(all[i].measure, key("count")));
  if (from && one && f->kind != ISNAD_FIGURE_ORDINAL) all[i].scope = key("about");
}

isnad_status claim_prepare_figures(isnad_prepared_figure **out, claim_scan *s) {
  const isnad_article *a = s->article;
  isnad_status status = ISNAD_OK;
  *out = isnad_arena_array(s->arena, a->figure_count + 1, sizeof **out);
  if (*out == NULL) return isnad_arena_fail(s->err, s->arena, "claim");
  s->prepared = *out;
  for (size_t i = 0; status == ISNAD_OK && i < a->figure_count; i++)
    status = read_figure(&(*out)[i], i > 0 ? &(*out)[i - 1] : NULL, s, &a->figures[i]);
  for (size_t i = 0; status == ISNAD_OK && i + 1 < a->figure_count; i++) {
    settle_shares(*out, s, i);
    settle_nations(*out, s, i);
    settle_risen(*out, s, i);
  }
  return status;
}
