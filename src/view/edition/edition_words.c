#include "view/edition/edition_inside.h"

enum { LEAST_ALIGNED = 3, LEAST_MOVED = 8, MOST_CHAINED = 1024, SMALL_GAP = 24 };

static isnad_status refused(const edition_comparing *c) { return isnad_arena_fail(c->err, c->arena, "view"); }

/* --- pairs of words --- */

void edition_pair(edition_comparing *c, uint32_t a, uint32_t b) {
  c->out->to_b[a] = b + 1;
  c->out->to_a[b] = a + 1;
  c->out->same++;
}

static isnad_status pair_passage(edition_comparing *c, const align_passage *p) {
  diff_run *runs = NULL;
  size_t count = 0;
  isnad_status status = diff_passage(&runs, &count, c->arena, c->a.text->words, c->b.text->words, p, c->err);
  for (size_t i = 0; status == ISNAD_OK && i < count; i++)
    for (uint32_t n = 0; runs[i].same && n < runs[i].a_end - runs[i].a; n++) edition_pair(c, runs[i].a + n, runs[i].b + n);
  return status;
}

static void part_words(edition_comparing *c, uint32_t a, uint32_t a_end) {
  for (; a < a_end; a++) {
    if (c->out->to_b[a] == 0) continue;
    c->out->to_a[c->out->to_b[a] - 1] = 0;
    c->out->to_b[a] = 0;
    c->out->same--;
  }
}

/* Sentences of which hardly anything stayed were not changed: they went, and others came. */
static isnad_status pair_sentences(edition_comparing *c, uint32_t a, uint32_t a_end, uint32_t b, uint32_t b_end, uint32_t least_in) {
  uint32_t before = c->out->same, longer = a_end - a > b_end - b ? a_end - a : b_end - b;
  isnad_status status = pair_passage(c, &(align_passage){a, a_end, b, b_end, 0, 0});
  if ((c->out->same - before) * least_in < longer) part_words(c, a, a_end);
  return status;
}

/* What is left between kept passages: in a small gap whatever is alike, in a large one only its ends. */
static isnad_status pair_gap(edition_comparing *c, uint32_t a, uint32_t a_end, uint32_t b, uint32_t b_end) {
  enum { HALF = 2 };
  const uint32_t *x = c->a.text->words, *y = c->b.text->words;
  if (edition_any_moved(&c->a, a, a_end) || edition_any_moved(&c->b, b, b_end)) return ISNAD_OK;
  bool small = a_end - a <= SMALL_GAP && b_end - b <= SMALL_GAP;
  if (small && edition_is_whole(&c->a, a, a_end) && edition_is_whole(&c->b, b, b_end)) return pair_sentences(c, a, a_end, b, b_end, HALF);
  if (small) return pair_passage(c, &(align_passage){a, a_end, b, b_end, 0, 0});
  for (; a < a_end && b < b_end && x[a] == y[b]; b++) edition_pair(c, a++, b);
  for (; a < a_end && b < b_end && x[a_end - 1] == y[b_end - 1]; b_end--) edition_pair(c, --a_end, b_end - 1);
  return ISNAD_OK;
}

/* A headline is short: compared word by word, and taken for another when hardly a third of it stayed. */
static isnad_status pair_headlines(edition_comparing *c) {
  enum { THIRD = 3 };
  return pair_sentences(c, 0, c->a.text->headline, 0, c->b.text->headline, THIRD);
}

/* --- bodies --- */

static isnad_status align_bodies(edition_comparing *c) {
  uint32_t a = c->a.text->headline, b = c->b.text->headline;
  align_words x = {c->a.text->words + a, c->a.text->spelled + a, c->a.text->count - a};
  align_words y = {c->b.text->words + b, c->b.text->spelled + b, c->b.text->count - b};
  isnad_status status = align_texts(&c->passages, &c->count, c->arena, &x, &y, LEAST_ALIGNED, c->err);
  if (status == ISNAD_OK && c->count > MOST_CHAINED) status = align_texts(&c->passages, &c->count, c->arena, &x, &y, LEAST_MOVED, c->err);
  for (size_t i = 0; status == ISNAD_OK && i < c->count; i++) {
    align_passage *p = &c->passages[i];
    *p = (align_passage){p->a + a, p->a_end + a, p->b + b, p->b_end + b, p->matched, p->alike};
  }
  return status;
}

/* Passages come by place in a: the heaviest chain of them that is in the order of b as well. Beyond MOST_CHAINED each follows the one before. */
static isnad_status keep_order(edition_comparing *c) {
  uint32_t *weight = isnad_arena_array(c->arena, c->count + 1, sizeof *weight), *before = isnad_arena_array(c->arena, c->count + 1, sizeof *before);
  size_t best = 0;
  c->kept = isnad_arena_array(c->arena, c->count + 1, 1);
  if (weight == NULL || before == NULL || c->kept == NULL) return refused(c);
  for (size_t i = 0; i < c->count; i++) {
    size_t from = i > MOST_CHAINED ? i - MOST_CHAINED : 0;
    for (size_t k = from; k < i; k++) {
      if (c->passages[k].b_end > c->passages[i].b || weight[k + 1] <= weight[i + 1]) continue;
      weight[i + 1] = weight[k + 1];
      before[i + 1] = (uint32_t)k + 1;
    }
    weight[i + 1] += c->passages[i].matched;
    if (weight[i + 1] > weight[best]) best = i + 1;
  }
  for (; best > 0; best = before[best]) c->kept[best - 1] = 1;
  return ISNAD_OK;
}

static isnad_status pair_bodies(edition_comparing *c) {
  isnad_status status = ISNAD_OK;
  for (size_t i = 0; status == ISNAD_OK && i < c->count; i++) {
    const align_passage *p = &c->passages[i];
    if (!c->kept[i] && p->matched < LEAST_MOVED) continue;
    status = pair_passage(c, p);
    for (uint32_t w = p->a; !c->kept[i] && w < p->a_end; w++) c->a.moved[w] = (uint32_t)i + 1;
    for (uint32_t w = p->b; !c->kept[i] && w < p->b_end; w++) c->b.moved[w] = (uint32_t)i + 1;
  }
  uint32_t a = c->a.text->headline, b = c->b.text->headline;
  for (size_t i = 0; status == ISNAD_OK && i < c->count; i++) {
    if (!c->kept[i]) continue;
    status = pair_gap(c, a, c->passages[i].a, b, c->passages[i].b);
    a = c->passages[i].a_end;
    b = c->passages[i].b_end;
  }
  return status == ISNAD_OK ? pair_gap(c, a, c->a.text->count, b, c->b.text->count) : status;
}

static bool make_room(edition_comparing *c) {
  c->out->to_b = isnad_arena_array(c->arena, (size_t)c->a.text->count + 1, sizeof *c->out->to_b);
  c->out->to_a = isnad_arena_array(c->arena, (size_t)c->b.text->count + 1, sizeof *c->out->to_a);
  c->a.moved = isnad_arena_array(c->arena, (size_t)c->a.text->count + 1, sizeof *c->a.moved);
  c->b.moved = isnad_arena_array(c->arena, (size_t)c->b.text->count + 1, sizeof *c->b.moved);
  return c->out->to_b != NULL && c->out->to_a != NULL && c->a.moved != NULL && c->b.moved != NULL;
}

isnad_status edition_words_compare(edition_words *out, isnad_arena *arena, const reuse_text *a, isnad_slice a_page, const reuse_text *b,
                                   isnad_slice b_page, isnad_err *err) {
  edition_comparing c = {.out = out, .arena = arena, .a = {a, a_page, NULL}, .b = {b, b_page, NULL}, .err = err};
  *out = (edition_words){.count = 0};
  if (!make_room(&c)) return refused(&c);
  isnad_status status = pair_headlines(&c);
  if (status == ISNAD_OK) status = align_bodies(&c);
  if (status == ISNAD_OK) status = keep_order(&c);
  if (status == ISNAD_OK) status = pair_bodies(&c);
  return status == ISNAD_OK ? edition_list_runs(&c) : status;
}
