#include "reuse/kind.h"

enum { QUOTE_WORDS = 60 };

static const double all = 0.98, most = 0.75, whole = 0.9;

const char *reuse_kind_name(const reuse_overlap *p) {
  if (p->a_bare || p->b_bare) return "headline";
  if (p->one_page) return "edition";
  if (p->a_in_b >= all && p->b_in_a >= all) return "exact";
  if (p->a_in_b >= most && p->b_in_a >= most) return "near";
  if (p->a_in_b >= whole) return "whole";
  if (p->b_in_a >= whole) return "holds";
  return p->matched >= QUOTE_WORDS ? "part" : "quote";
}
