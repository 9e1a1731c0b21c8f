#include "reuse/kind.h"

static const double all = 0.98, most = 0.75, whole = 0.8, spoken = 0.75;

enum { OPENING = 12 };

static bool in_headline(const reuse_text *text, uint32_t end) { return end <= text->headline; }

static bool only_headline(const reuse_verdict *v, const reuse_text *a, const reuse_text *b) {
  bool of_a = true, of_b = true;
  for (size_t i = 0; i < v->count; i++) {
    of_a = of_a && in_headline(a, v->passages[i].a_end);
    of_b = of_b && in_headline(b, v->passages[i].b_end);
  }
  return of_a || of_b;
}

static bool opens(uint32_t begin, const reuse_text *text) { return begin < text->headline + OPENING; }

/* Of two texts of which one lies in the other: the longer begins with it. */
static bool begins_alike(const reuse_verdict *v, const reuse_text *a, const reuse_text *b) {
  bool a_longer = a->count > b->count;
  for (size_t i = 0; i < v->count; i++) {
    const align_passage *p = &v->passages[i];
    bool heads = a_longer ? in_headline(a, p->a_end) : in_headline(b, p->b_end);
    if (!heads && (a_longer ? opens(p->a, a) : opens(p->b, b))) return true;
  }
  return false;
}

static uint32_t said_words(const reuse_text *text, uint32_t first, uint32_t last) {
  const uint8_t *said = text->said != NULL ? text->said : text->quoted;
  uint32_t count = 0;
  for (uint32_t i = first; i < last; i++) count += said[i];
  return count;
}

static bool only_said(const reuse_verdict *v, const reuse_text *a, const reuse_text *b) {
  uint32_t a_said = 0, b_said = 0, a_all = 0, b_all = 0;
  for (size_t i = 0; i < v->count; i++) {
    const align_passage *p = &v->passages[i];
    a_said += said_words(a, p->a, p->a_end);
    b_said += said_words(b, p->b, p->b_end);
    a_all += p->a_end - p->a;
    b_all += p->b_end - p->b;
  }
  return a_said >= spoken * a_all || b_said >= spoken * b_all;
}

const char *reuse_kind(const reuse_verdict *v, const reuse_text *a, const reuse_text *b, bool one_page) {
  if (only_headline(v, a, b)) return "headline";
  if (one_page) return "edition";
  if (v->a_in_b >= all && v->b_in_a >= all) return "exact";
  if (v->a_in_b >= most && v->b_in_a >= most) return "near";
  if (v->a_in_b >= whole || v->b_in_a >= whole) return begins_alike(v, a, b) ? "shortened" : "embedded";
  return only_said(v, a, b) ? "quote" : "part";
}
