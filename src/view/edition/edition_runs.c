#include "view/edition/edition_inside.h"

#include "isnad/arabic.h"

enum { LEAST_MOVED = 8, LEAST_REPEATED = 2, LEAST_SENTENCE = 5, MOST_MOVES = 64, MOST_STEMS = 32, THREE_LETTERS = 6 };

static isnad_status refused(const edition_comparing *c) { return isnad_arena_fail(c->err, c->arena, "view"); }

/* --- sentences --- */

static bool ends_sentence(isnad_slice between) {
  for (size_t i = 0; i < between.length; i++) {
    unsigned char x = (unsigned char)between.bytes[i];
    if (x == '\n' || x == '.' || x == '!' || x == '?') return true;
    if (x == 0xD8 && i + 1 < between.length && (unsigned char)between.bytes[i + 1] == 0x9F) return true; /* U+061F */
  }
  return false;
}

/* Whether a sentence begins at word `at`, or the text has ended. */
static bool at_border(const edition_half *s, uint32_t at) {
  const reuse_text *t = s->text;
  if (at == 0 || at == t->headline || at >= t->count || t->part[at - 1] != t->part[at]) return true;
  uint32_t begin = t->spans[at - 1].end, end = t->spans[at].begin;
  return end > begin && ends_sentence(isnad_slice_at(s->page, (isnad_span){begin, end}));
}

bool edition_is_whole(const edition_half *s, uint32_t first, uint32_t last) { return first == last || (at_border(s, first) && at_border(s, last)); }

/* --- runs --- */

static isnad_status add_run(edition_comparing *c, edition_run run) {
  edition_words *w = c->out;
  if (run.a == run.a_end && run.b == run.b_end) return ISNAD_OK;
  if (w->count == w->room) {
    size_t room = w->room * 2 + 16;
    edition_run *more = isnad_arena_grow(c->arena, w->runs, w->room, room, sizeof *more);
    if (more == NULL) return refused(c);
    w->runs = more;
    w->room = room;
  }
  if (run.act != EDITION_MOVED) run.act = run.a == run.a_end ? EDITION_ADDED : run.b == run.b_end ? EDITION_REMOVED : EDITION_CHANGED;
  run.headline = run.a == run.a_end ? run.b < c->b.text->headline : run.a < c->a.text->headline;
  run.whole = edition_is_whole(&c->a, run.a, run.a_end) && edition_is_whole(&c->b, run.b, run.b_end);
  w->runs[w->count++] = run;
  return ISNAD_OK;
}

/* "[X said. ]X said" and "X said[. X said]" add the same words: the way that begins with a sentence is what was done. */
static uint32_t slide(const edition_half *s, const uint32_t *pair, uint32_t least, uint32_t first, uint32_t last) {
  const uint32_t *words = s->text->words;
  uint32_t back = 0;
  for (; !at_border(s, first - back); back++)
    if (first - back <= least || pair[first - back - 1] == 0 || words[first - back - 1] != words[last - back - 1]) return 0;
  return back;
}

static isnad_status stems_of(uint64_t *stems, size_t *count, isnad_arena *arena, const edition_half *s, uint32_t first, uint32_t last) {
  isnad_tokens tokens;
  char room[ISNAD_STEM_ROOM];
  isnad_span span = {s->text->spans[first].begin, s->text->spans[last - 1].end};
  isnad_status status = isnad_arabic_tokens(&tokens, arena, isnad_slice_at(s->page, span), NULL);
  for (size_t i = 0; status == ISNAD_OK && i < tokens.count && *count < MOST_STEMS; i++) {
    const isnad_token *t = &tokens.items[i];
    if (t->kind != ISNAD_TOKEN_WORD || t->length < THREE_LETTERS) continue;
    uint64_t stem = isnad_token_hash(isnad_arabic_stem(room, isnad_token_form(&tokens, i)));
    if (stem != 0) stems[(*count)++] = stem;
  }
  return status;
}

/* Two sentences with a third of the words of the shorter one, in whatever form, are one that was changed. */
static bool speak_of_one(edition_comparing *c, uint32_t a, uint32_t a_end, uint32_t b, uint32_t b_end) {
  enum { THIRD = 3 };
  uint64_t x[MOST_STEMS], y[MOST_STEMS];
  size_t x_count = 0, y_count = 0, both = 0;
  if (a_end - a > MOST_STEMS || b_end - b > MOST_STEMS) return false;
  if (stems_of(x, &x_count, c->arena, &c->a, a, a_end) != ISNAD_OK) return false;
  if (stems_of(y, &y_count, c->arena, &c->b, b, b_end) != ISNAD_OK) return false;
  for (size_t i = 0; i < x_count; i++)
    for (size_t k = 0; k < y_count; k++) {
      if (x[i] != y[k]) continue;
      y[k] = 0;
      both++;
      break;
    }
  return both > 0 && both * THIRD >= (x_count < y_count ? x_count : y_count);
}

/* What stands between two words that both keep, with nothing moved in it. */
static isnad_status add_gap(edition_comparing *c, uint32_t a, uint32_t a_end, uint32_t b, uint32_t b_end) {
  uint32_t back = 0;
  if (a == a_end && b < b_end) back = slide(&c->b, c->out->to_a, b < c->b.text->headline ? 0 : c->b.text->headline, b, b_end);
  if (b == b_end && a < a_end) back = slide(&c->a, c->out->to_b, a < c->a.text->headline ? 0 : c->a.text->headline, a, a_end);
  edition_run run = {.a = a - back, .a_end = a_end - back, .b = b - back, .b_end = b_end - back};
  bool both = run.a < run.a_end && run.b < run.b_end, rewritten = both && edition_is_whole(&c->a, a, a_end) && edition_is_whole(&c->b, b, b_end);
  if (!rewritten || a < c->a.text->headline || speak_of_one(c, a, a_end, b, b_end)) return add_run(c, run);
  /* sentences that have nothing to do with each other: some went, others came */
  isnad_status status = add_run(c, (edition_run){.a = a, .a_end = a_end, .b = b, .b_end = b});
  return status == ISNAD_OK ? add_run(c, (edition_run){.a = a_end, .a_end = a_end, .b = b, .b_end = b_end}) : status;
}

/* The next stretch of [*at, end) that went nowhere else. */
static bool next_still(uint32_t *first, uint32_t *last, const edition_half *s, uint32_t *at, uint32_t end) {
  while (*at < end && s->moved[*at] != 0) ++*at;
  *first = *at;
  while (*at < end && s->moved[*at] == 0) ++*at;
  *last = *at;
  return *first < *last;
}

bool edition_any_moved(const edition_half *s, uint32_t first, uint32_t last) {
  for (uint32_t i = first; i < last; i++)
    if (s->moved[i] != 0) return true;
  return false;
}

static isnad_status add_moved(edition_comparing *c, const align_passage *p);

/* A gap with moved passages in it: they are told where the earlier edition has them, and what is left stands for itself. */
static isnad_status add_torn(edition_comparing *c, uint32_t a, uint32_t a_end, uint32_t b, uint32_t b_end) {
  isnad_status status = ISNAD_OK;
  uint32_t first, last, at = a;
  while (status == ISNAD_OK && next_still(&first, &last, &c->a, &at, a_end)) status = add_gap(c, first, last, b, b);
  at = b;
  while (status == ISNAD_OK && next_still(&first, &last, &c->b, &at, b_end)) status = add_gap(c, a_end, a_end, first, last);
  for (at = a; status == ISNAD_OK && at < a_end; at++)
    if (c->a.moved[at] != 0 && (at == a || c->a.moved[at - 1] != c->a.moved[at])) status = add_moved(c, &c->passages[c->a.moved[at] - 1]);
  return status;
}

/* All that differs between [a, a_end) and [b, b_end), whose words are paired in one order. */
static isnad_status add_between(edition_comparing *c, uint32_t a, uint32_t a_end, uint32_t b, uint32_t b_end, uint32_t moved) {
  const uint32_t *to_b = c->out->to_b;
  isnad_status status = ISNAD_OK;
  while (status == ISNAD_OK && (a < a_end || b < b_end)) {
    uint32_t first_a = a, first_b = b;
    while (a < a_end && (to_b[a] == 0 || c->a.moved[a] != moved)) a++;
    b = a < a_end ? to_b[a] - 1 : b_end;
    bool torn = moved == 0 && (edition_any_moved(&c->a, first_a, a) || edition_any_moved(&c->b, first_b, b));
    status = torn ? add_torn(c, first_a, a, first_b, b) : add_gap(c, first_a, a, first_b, b);
    if (a < a_end) a++, b++;
  }
  return status;
}

static isnad_status add_moved(edition_comparing *c, const align_passage *p) {
  edition_run run = {.a = p->a, .a_end = p->a_end, .b = p->b, .b_end = p->b_end, .act = EDITION_MOVED};
  isnad_status status = add_run(c, run);
  return status == ISNAD_OK ? add_between(c, p->a, p->a_end, p->b, p->b_end, c->a.moved[p->a]) : status;
}

/* --- what was taken out in one place and put in in another --- */

static bool equal_words(const edition_comparing *c, const edition_run *out, const edition_run *in) {
  uint32_t length = out->a_end - out->a;
  if (length != in->b_end - in->b || length < LEAST_REPEATED) return false;
  for (uint32_t n = 0; n < length; n++)
    if (c->a.text->words[out->a + n] != c->b.text->words[in->b + n]) return false;
  return true;
}

/* Three quarters of the longer are the same: moved and edited. */
static bool like_words(const edition_comparing *c, const edition_run *out, const edition_run *in) {
  uint32_t a = out->a_end - out->a, b = in->b_end - in->b, longer = a > b ? a : b, same = 0;
  diff_run *runs = NULL;
  size_t count = 0;
  if ((a > b ? b : a) < (out->whole && in->whole ? LEAST_SENTENCE : LEAST_MOVED) || (a > b ? b : a) * 4 < longer * 3) return false;
  align_passage p = {out->a, out->a_end, in->b, in->b_end, 0, 0};
  if (diff_passage(&runs, &count, c->arena, c->a.text->words, c->b.text->words, &p, NULL) != ISNAD_OK) return false;
  for (size_t i = 0; i < count; i++) same += runs[i].same ? runs[i].a_end - runs[i].a : 0;
  return same * 4 >= longer * 3;
}

static isnad_status move_run(edition_comparing *c, edition_run out, const edition_run *in) {
  align_passage p = {out.a, out.a_end, in->b, in->b_end, 0, 0};
  diff_run *runs = NULL;
  size_t count = 0;
  isnad_status status = diff_passage(&runs, &count, c->arena, c->a.text->words, c->b.text->words, &p, c->err);
  if (status != ISNAD_OK) return status;
  out.b = in->b;
  out.b_end = in->b_end;
  out.act = EDITION_MOVED;
  status = add_run(c, out);
  for (size_t i = 0; status == ISNAD_OK && i < count; i++) {
    for (uint32_t n = 0; runs[i].same && n < runs[i].a_end - runs[i].a; n++) edition_pair(c, runs[i].a + n, runs[i].b + n);
    if (!runs[i].same) status = add_run(c, (edition_run){.a = runs[i].a, .a_end = runs[i].a_end, .b = runs[i].b, .b_end = runs[i].b_end});
  }
  return status;
}

static bool may_move(const edition_run *r, edition_act act) { return r->act == act && !r->headline; }

/* For each run that was taken out the one that was put in for it, + 1. */
static uint32_t *find_partners(edition_comparing *c, const edition_run *runs, size_t count) {
  uint32_t *partner = isnad_arena_array(c->arena, count + 1, sizeof *partner);
  size_t most = count < MOST_MOVES ? count : MOST_MOVES;
  for (size_t i = 0; partner != NULL && i < most; i++) {
    if (!may_move(&runs[i], EDITION_REMOVED)) continue;
    for (size_t k = 0; k < most && partner[i] == 0; k++) {
      if (partner[k] != 0 || !may_move(&runs[k], EDITION_ADDED)) continue;
      if (!equal_words(c, &runs[i], &runs[k]) && !like_words(c, &runs[i], &runs[k])) continue;
      partner[i] = (uint32_t)k + 1;
      partner[k] = (uint32_t)i + 1;
    }
  }
  return partner;
}

/* Short moves hide inside passages that go on over them. */
static isnad_status find_moves(edition_comparing *c) {
  edition_run *runs = c->out->runs;
  size_t count = c->out->count;
  const uint32_t *partner = find_partners(c, runs, count);
  isnad_status status = partner != NULL ? ISNAD_OK : refused(c);
  c->out->runs = NULL;
  c->out->count = c->out->room = 0;
  for (size_t i = 0; status == ISNAD_OK && i < count; i++) {
    if (partner[i] == 0)
      status = add_run(c, runs[i]);
    else if (runs[i].act == EDITION_REMOVED)
      status = move_run(c, runs[i], &runs[partner[i] - 1]);
  }
  return status;
}

isnad_status edition_list_runs(edition_comparing *c) {
  const reuse_text *a = c->a.text, *b = c->b.text;
  isnad_status status = add_between(c, 0, a->headline, 0, b->headline, 0);
  if (status == ISNAD_OK) status = add_between(c, a->headline, a->count, b->headline, b->count, 0);
  return status == ISNAD_OK ? find_moves(c) : status;
}
