#include "reuse/judge.h"

enum { COPY = REUSE_COPY, LOOSE_COPY = 25, OWN_WORDS = 3, SHORT_COPY = REUSE_SHORT_COPY, LEAST_TITLE = 4, EDGE = 2 };

static const double copy_identity = .6, loose_identity = .4, short_identity = .8, title_identity = .9;

static uint32_t least(uint32_t x, uint32_t y) { return x < y ? x : y; }

static double identity_of(const align_passage *p) {
  uint32_t a = p->a_end - p->a, b = p->b_end - p->b;
  return (double)p->matched / (double)(a > b ? a : b);
}

static bool all_quoted(const reuse_text *text, uint32_t first, uint32_t last) {
  for (uint32_t i = first; i < last; i++)
    if (!text->quoted[i]) return false;
  return true;
}

static bool holds_headline(const reuse_text *text, uint32_t first, uint32_t last) {
  return text->headline > 0 && first == 0 && last >= text->headline;
}

static bool bare(const reuse_text *text) { return text->headline == text->count; }

/* A bare headline is short, but one that repeats another headline whole is a copy of it. */
static bool same_headline(const align_passage *p, const reuse_text *a, const reuse_text *b) {
  return (bare(a) || bare(b)) && a->headline >= LEAST_TITLE && a->headline == b->headline && p->a == 0 && p->b == 0 && p->matched >= a->headline;
}

static bool short_copy(const align_passage *p, const reuse_text *a, const reuse_text *b) {
  double identity = identity_of(p);
  if (p->matched >= SHORT_COPY && identity >= short_identity && (all_quoted(a, p->a, p->a_end) || all_quoted(b, p->b, p->b_end))) return true;
  if (p->matched >= SHORT_COPY && identity >= title_identity && (holds_headline(a, p->a, p->a_end) || holds_headline(b, p->b, p->b_end))) return true;
  return same_headline(p, a, b);
}

static bool stands_outside(const reuse_text *text, uint32_t word, uint32_t first, uint32_t last) {
  for (uint32_t i = 0; i < text->count; i++)
    if ((i < first || i >= last) && text->words[i] == word) return true;
  return false;
}

static bool stood_before(const reuse_text *text, uint32_t first, uint32_t at) {
  while (first < at && text->words[first] != text->words[at]) first++;
  return first < at;
}

/* A closing paragraph speaks of what the report does; a template of what every page of the outlet does. */
static bool belongs(const align_passage *p, const reuse_text *a, const reuse_text *b) {
  uint32_t own = 0;
  if (a->rare == NULL || b->rare == NULL) return false;
  for (uint32_t i = p->a; i < p->a_end && own < OWN_WORDS; i++) {
    if (!a->rare[i] || stood_before(a, p->a, i)) continue;
    own += stands_outside(a, a->words[i], p->a, p->a_end) && stands_outside(b, a->words[i], p->b, p->b_end);
  }
  return own == OWN_WORDS;
}

/* What two pages of one outlet share at the same edge of the body is the outlet's furniture, unless it is most of one of them. */
static bool furniture(const align_passage *p, const reuse_text *a, const reuse_text *b) {
  bool top = p->a <= a->headline + EDGE && p->b <= b->headline + EDGE;
  bool bottom = p->a_end + EDGE >= a->count && p->b_end + EDGE >= b->count && !belongs(p, a, b);
  return (top || bottom) && p->matched * 2 < least(a->count, b->count);
}

/* Where half of the words differ a few that agree may be chance, among texts that nothing else ties: then more of them are asked for. */
static bool counts(const align_passage *p, const reuse_text *a, const reuse_text *b) {
  double identity = identity_of(p);
  return (p->matched >= COPY && identity >= copy_identity) || (p->matched >= LOOSE_COPY && identity >= loose_identity) || short_copy(p, a, b);
}

static double share(uint32_t matched, uint32_t of) { return of == 0 ? 0 : (double)least(matched, of) / (double)of; }

isnad_status reuse_judge(reuse_verdict *out, isnad_arena *arena, const reuse_text *a, const reuse_text *b, bool same_outlet, isnad_err *err) {
  *out = (reuse_verdict){0};
  uint32_t floor = bare(a) || bare(b) ? LEAST_TITLE : SHORT_COPY;
  size_t found = 0;
  isnad_status status = align_texts(&out->passages, &found, arena, &(align_words){a->words, a->spelled, a->count},
                                    &(align_words){b->words, b->spelled, b->count}, floor, err);
  if (status != ISNAD_OK) return status;
  uint32_t span = 0;
  for (size_t i = 0; i < found; i++) {
    const align_passage p = out->passages[i];
    if (same_outlet && furniture(&p, a, b)) {
      out->furniture += a->rare == NULL || b->rare == NULL;
      continue;
    }
    if (!counts(&p, a, b)) continue;
    uint32_t a_span = p.a_end - p.a, b_span = p.b_end - p.b;
    out->matched += p.matched;
    out->alike += p.alike;
    span += a_span > b_span ? a_span : b_span;
    out->passages[out->count++] = p;
  }
  out->identity = share(out->matched, span);
  out->a_in_b = share(out->matched, a->count);
  out->b_in_a = share(out->matched, b->count);
  return ISNAD_OK;
}
