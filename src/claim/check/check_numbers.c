/* The numbers that are asked for, and those that a scene tells: the same, another of the same thing, or none. */
#include "claim/check/check.h"
#include "claim/figure_words.h"
#include "claim/values.h"

#include <string.h>

enum { LOWEST_RANK = 2, LOWEST_TIME = 3 };

static const double vague_from = 1.5;

static bool is(isnad_slice word, const char *text) { return isnad_slice_equal(word, isnad_slice_of(text)); }

bool check_takes_denial(isnad_slice *measure) {
  isnad_slice mark = isnad_slice_of(FIGURE_DENIED);
  if (!isnad_slice_starts(*measure, mark)) return false;
  *measure = (isnad_slice){measure->bytes + mark.length, measure->length - mark.length};
  return true;
}

/* --- what is asked --- */

claim_figure check_asked_figure(const isnad_figure_note *f, const isnad_prepared_figure *p) {
  claim_figure out = {.times = f->times, .qualifier = isnad_slice_of(isnad_qualifier_name(f->qualifier)), .measure = p->measure, .thing = p->thing};
  out.state = p->state;
  out.scope = p->scope;
  out.place = p->place;
  claim_set_value(&out, f->has_min, f->min, f->has_max, f->max, p->factor);
  claim_set_bucket(&out);
  return out;
}

/* "Dozens" say no number, "for the first time" is said of everything. */
bool check_asks_figure(const check_ask *ask, size_t figure) {
  const isnad_figure_note *f = &ask->article.figures[figure];
  if (f->qualifier == ISNAD_APPROX && f->min != f->max) return false;
  bool of_times = is(ask->prepared.figures[figure].thing, "time");
  return f->kind != ISNAD_FIGURE_ORDINAL || f->max >= (of_times ? LOWEST_TIME : LOWEST_RANK);
}

/* --- what is told --- */

static bool inside(const check_number *n, const check_sentence *s) { return n->span.begin >= s->span.begin && n->span.end <= s->span.end; }

/* An age is often read as the duration that it is. */
static bool is_years(isnad_slice measure) { return is(measure, "age") || is(measure, "months"); }

static bool same_measure(isnad_slice a, isnad_slice b) { return isnad_slice_equal(a, b) || (is_years(a) && is_years(b)); }

/* Of a currency whose country is not said: lira, where the report tells which. */
static bool same_unit(isnad_slice asked, const check_page *page, const check_number *n) {
  if (same_measure(asked, n->measure)) return true;
  if (!figure_is_amount(asked) || !figure_is_amount(n->measure)) return false;
  size_t first = isnad_tokens_seek(&page->tokens, n->span.begin), last = isnad_tokens_seek(&page->tokens, n->span.end);
  for (size_t t = first; t < last; t++)
    if (isnad_slice_equal(isnad_token_form(&page->tokens, t), asked) ||
        isnad_slice_equal(isnad_slice_at(page->text, page->tokens.items[t].span), asked))
      return true;
  return false;
}

/* Years of an age are counted as they are, those of a duration in months. */
static double value_of(const claim_figure *asked, const check_number *n, double number) {
  enum { MONTHS = 12 };
  if (isnad_slice_equal(asked->measure, n->measure) || !is_years(n->measure)) return number;
  return is(n->measure, "months") ? number / MONTHS : number * MONTHS;
}

static bool is_vague(const check_number *n) { return is(n->qualifier, "approx") && n->high > vague_from * n->low; }

static bool same_value(const claim_figure *asked, const check_number *n) {
  double low = value_of(asked, n, n->low), high = value_of(asked, n, n->high), room = 1e-9 * (asked->max > 0 ? asked->max : 1);
  return low <= asked->max + room && asked->min <= high + room && !is_vague(n); /* "millions" are not nine */
}

/* What befell them is no other; where one text does not say it, nothing. */
static bool same_state(const claim_figure *asked, const check_number *n) {
  if (is(asked->measure, "age") || is(n->measure, "age")) return true;
  return asked->state.length == 0 || n->state.length == 0 || isnad_slice_equal(asked->state, n->state);
}

/* "Persons" counts whoever is counted without a noun. */
static bool same_thing(const claim_figure *asked, const check_number *n) {
  if (isnad_slice_equal(asked->thing, n->thing)) return asked->thing.length > 0 || !is(asked->measure, "ordinal");
  bool bare = asked->thing.length == 0 || n->thing.length == 0, people = is(asked->thing, "person") || is(n->thing, "person");
  return asked->toll && bare && people && isnad_slice_equal(asked->state, n->state);
}

/* A number of the very thing: a part stands for no whole, and a duration that something else is said of for no age. */
static bool of_one_thing(const claim_figure *asked, const check_number *n) {
  bool nation = figure_is_nation(asked->thing); /* "36 persons, 32 of them Chinese": all the Chinese */
  bool part = (!nation && is(n->scope, "part") != is(asked->scope, "part")) || is(n->scope, "other") != is(asked->scope, "other");
  bool age = !is(asked->measure, "age") || is(n->measure, "age") || n->state.length == 0 || is(n->state, "age");
  return !part && age && same_thing(asked, n) && same_state(asked, n) && !is_vague(n);
}

/* "Two candidates" in one word may be many. */
static bool is_dual(const check_page *page, const check_number *n) {
  size_t first = isnad_tokens_seek(&page->tokens, n->span.begin), last = isnad_tokens_seek(&page->tokens, n->span.end);
  return n->low == 2 && n->high == 2 && is(n->measure, "count") && last <= first + 1;
}

/* How many of the words that are asked for stand in the clause of the number. */
static unsigned around(const check_looking *l, const check_scene *scene, const check_number *n) {
  const check_page *page = scene->page;
  size_t first = isnad_tokens_seek(&page->tokens, n->clause.begin), last = isnad_tokens_seek(&page->tokens, n->clause.end);
  unsigned out = 0;
  for (size_t i = 0; i < l->ask.word_count; i++)
    if (check_word_in(&l->ask.words[i], page, first, last)) out += l->ask.words[i].weight;
  return out;
}

/* Whether a word of doing that is asked for stands in the clause of the number. */
static bool acts_around(const check_looking *l, const check_scene *scene, const check_number *n) {
  const check_page *page = scene->page;
  size_t first = isnad_tokens_seek(&page->tokens, n->clause.begin), last = isnad_tokens_seek(&page->tokens, n->clause.end);
  for (size_t i = 0; i < l->ask.word_count; i++)
    if (check_is_act(&l->table, l->ask.words[i].stem) && check_word_in(&l->ask.words[i], page, first, last)) return true;
  return false;
}

/* Whether it is the number of another figure that is asked for. */
static bool is_taken(const check_looking *l, size_t figure, const check_number *n) {
  for (size_t i = 0; i < l->ask.article.figure_count; i++) {
    claim_figure other = check_asked_figure(&l->ask.article.figures[i], &l->ask.prepared.figures[i]);
    if (i != figure && same_measure(other.measure, n->measure) && same_value(&other, n)) return true;
  }
  return false;
}

/* One that is told before one that is denied: "the minister said 14, the union 20 and not 14" tells it. */
static const check_number *same_number(const claim_figure *asked, const check_page *page, size_t sentence) {
  const check_number *denied = NULL;
  for (size_t i = 0; i < page->number_count; i++) {
    const check_number *n = &page->numbers[i];
    if (!inside(n, &page->sentences[sentence]) || !same_unit(asked->measure, page, n)) continue;
    bool amount = is(asked->measure, "percent") || figure_is_amount(asked->measure); /* "spent", "fell by": what is said of it is in the words */
    if (!same_value(asked, n) || (!amount && !same_state(asked, n))) continue;
    if (!n->denied) return n;
    if (denied == NULL) denied = n;
  }
  return denied;
}

/* Another number of the same thing, the one around which most of what is asked is told; NULL too where two are told alike. */
static const check_number *other_number(const check_looking *l, const check_scene *scene, size_t figure, const claim_figure *asked) {
  const check_page *page = scene->page;
  const check_number *best = NULL;
  unsigned most = 0;
  for (size_t i = 0; i < page->number_count; i++) {
    const check_number *n = &page->numbers[i];
    if (!inside(n, &page->sentences[scene->sentence]) || !same_unit(asked->measure, page, n)) continue;
    if (n->denied || !of_one_thing(asked, n) || same_value(asked, n) || is_taken(l, figure, n) || (n->state.length == 0 && is_dual(page, n)))
      continue;
    unsigned near = around(l, scene, n);
    if (best != NULL && near <= most) continue;
    best = n;
    most = near;
  }
  return best;
}

/* How many of the names that are asked for stand in the clause of the number. */
static double named_around(const check_looking *l, const check_scene *scene, const check_number *n) {
  const check_page *page = scene->page;
  size_t first = isnad_tokens_seek(&page->tokens, n->clause.begin), last = isnad_tokens_seek(&page->tokens, n->clause.end), met = 0;
  for (size_t i = 0; i < l->ask.name_count; i++) met += check_named_between(&l->ask, &l->ask.names[i], page, first, last);
  return l->ask.name_count > 0 ? (double)met / (double)l->ask.name_count : 0;
}

/* Whether a sentence has a word that is asked for. */
static bool has_asked(const check_looking *l, const check_page *page, size_t sentence) {
  enum { LIGHT = 1 };
  for (size_t i = 0; i < l->ask.word_count; i++)
    if (l->ask.words[i].weight > LIGHT && check_word_in(&l->ask.words[i], page, page->sentences[sentence].first, page->sentences[sentence].last))
      return true;
  return false;
}

/* "It was backed by 40 states" behind the sentence that tells what was: another number of the very noun, beside what is done. */
static const check_number *number_beside(const check_looking *l, const check_scene *scene, size_t figure, const claim_figure *asked) {
  const check_page *page = scene->page;
  bool plain = is(asked->measure, "count") && asked->thing.length > 0 && !is(asked->thing, "person") && asked->state.length == 0;
  for (size_t i = scene->sentence > 0 ? scene->sentence - 1 : 0; plain && i <= scene->sentence + 1 && i < page->sentence_count; i++) {
    check_scene beside = check_scene_at(page, i);
    const check_number *n = i != scene->sentence && beside.first < beside.last ? other_number(l, &beside, figure, asked) : NULL;
    if (n != NULL && isnad_slice_equal(n->thing, asked->thing) && acts_around(l, &beside, n)) return n;
  }
  return NULL;
}

static void read_figure(check_reading *r, check_looking *l, const check_scene *scene, size_t figure) {
  const isnad_figure_note *note = &l->ask.article.figures[figure];
  claim_figure asked = check_asked_figure(note, &l->ask.prepared.figures[figure]);
  const check_page *page = scene->page;
  const check_number *same = same_number(&asked, page, scene->sentence), *other = NULL;
  if (same != NULL) {
    if (r->evidence.end == 0) r->evidence = same->span;
    r->disputes = r->disputes || same->denied != l->ask.denied[figure];
    r->denies = r->denies || (same->denied && l->ask.denied[figure]);
    return;
  }
  other = other_number(l, scene, figure, &asked);
  if (other != NULL) {
    check_tells_another(r, ISNAD_POINT_NUMBER, isnad_slice_at(l->ask.page.text, note->span), isnad_slice_at(page->text, other->span));
    r->evidence = other->span;
    r->clause = named_around(l, scene, other);
    return;
  }
  for (size_t i = scene->sentence > 0 ? scene->sentence - 1 : 0; i <= scene->sentence + 1 && i < page->sentence_count; i++) {
    bool beside = l->ask.article.figure_count > 1 || has_asked(l, page, i); /* "and his visit lasts three days" */
    const check_number *near = beside ? same_number(&asked, page, i) : NULL;
    if (near == NULL) continue;
    if (r->evidence.end == 0) r->evidence = near->span;
    r->disputes = r->disputes || near->denied != l->ask.denied[figure];
    return;
  }
  other = number_beside(l, scene, figure, &asked);
  if (other != NULL)
    check_tells_another(r, ISNAD_POINT_NUMBER, isnad_slice_at(l->ask.page.text, note->span), isnad_slice_at(page->text, other->span));
  else
    check_tells_nothing(r, isnad_slice_at(l->ask.page.text, note->span));
}

/* "No casualties" is asked. In a sentence: told so, a number of those whom it befell, or neither. */
static const check_number *none_in(const check_page *page, size_t sentence, const isnad_prepared_told *none) {
  const check_number *some = NULL;
  for (size_t i = 0; i < page->number_count; i++) {
    const check_number *n = &page->numbers[i];
    bool state = n->state.length > 0 && isnad_slice_starts(none->subject, n->state) && is(n->measure, "count");
    if (!state || !inside(n, &page->sentences[sentence]) || n->denied) continue;
    if (n->high == 0) return n;
    if (some == NULL && n->scope.length == 0) some = n;
  }
  return some;
}

static void read_none(check_reading *r, check_looking *l, const check_scene *scene, const isnad_prepared_told *none) {
  const check_page *page = scene->page;
  const check_number *found = none_in(page, scene->sentence, none);
  for (size_t i = scene->sentence > 0 ? scene->sentence - 1 : 0; found == NULL && i <= scene->sentence + 1 && i < page->sentence_count; i++) {
    found = none_in(page, i, none);
    if (found != NULL && found->high > 0) found = NULL; /* whom it befell there may be others */
  }
  if (found == NULL) {
    check_tells_nothing(r, isnad_slice_at(l->ask.page.text, none->span));
    return;
  }
  r->denies = true;
  if (found->high > 0)
    check_tells_another(r, ISNAD_POINT_NUMBER, isnad_slice_at(l->ask.page.text, none->span), isnad_slice_at(page->text, found->span));
  if (r->evidence.end == 0 || found->high > 0) r->evidence = found->span;
}

void check_read_numbers(check_reading *r, check_looking *l, const check_scene *scene) {
  size_t asks = 0;
  for (size_t i = 0; i < l->ask.article.figure_count; i++) {
    if (!check_asks_figure(&l->ask, i)) continue;
    claim_figure asked = check_asked_figure(&l->ask.article.figures[i], &l->ask.prepared.figures[i]);
    asks++;
    if (is(asked.measure, "score"))
      check_read_score(r, l, scene, &asked);
    else
      read_figure(r, l, scene, i);
  }
  for (size_t i = 0; i < l->ask.prepared.told_count; i++)
    if (strcmp(l->ask.prepared.told[i].kind, "none") == 0) read_none(r, l, scene, &l->ask.prepared.told[i]);
  r->counted = asks > 0 && r->another + r->absent == 0;
}
