/* Which candidates are parents: the greedy cover of what the child's text shares, and whoever tells the same. */
#include "chain/chain.h"

#include "store/packed.h"

/* Two shares of a text that differ by no more are one. */
static const double alike = 0.05;

/* Fewer words apart may be chance: what two texts happen to share beside what was taken over. */
enum { MOST_COPIED = 8, NEW_BYTES = 90, CHANCE = 3, MOST_SPANS = 64 };

/* What is left for a sibling when a third is credited, and when it is only likely. */
static const double sentence_strength = 15, same_again = 0.9, told_again = 0.5, cited_factor = 2.0, sibling = 0.25, likely_sibling = 2.0 / 3;

/* What is left of a credit that the text contradicts. */
static const double doubtful = 0.1;

typedef struct cover {
  isnad_span spans[MOST_SPANS];
  size_t count;
} cover;

/* The child's side of span `i` of a passage. */
static isnad_span child_span(const chain_candidate *c, size_t i) { return packed_side(c->passage->spans, i, c->passage->a == c->child); }

static size_t uncovered(const cover *done, isnad_span span) {
  size_t left = span.end - span.begin;
  for (size_t i = 0; i < done->count && left > 0; i++) {
    uint32_t begin = span.begin > done->spans[i].begin ? span.begin : done->spans[i].begin;
    uint32_t end = span.end < done->spans[i].end ? span.end : done->spans[i].end;
    size_t shared = begin < end ? end - begin : 0;
    left -= shared < left ? shared : left;
  }
  return left;
}

static size_t fresh_bytes(const cover *done, const chain_candidate *c) {
  size_t fresh = 0;
  for (size_t i = 0; i < c->passage->spans.length / 16; i++) fresh += uncovered(done, child_span(c, i));
  return fresh;
}

static void take(cover *done, const chain_candidate *c) {
  for (size_t i = 0; i < c->passage->spans.length / 16 && done->count < MOST_SPANS; i++) done->spans[done->count++] = child_span(c, i);
}

static bool is_copy(const chain_candidate *c) { return c->passage != NULL && c->directed; }

/* The child names it as its source, and not as the source of the one that it has its text from. */
static bool is_cited_copy(const chain_candidate *c) { return c->passage != NULL && c->citation != NULL && !c->citation->relayed; }

/* How much one is to be believed: a cited copy more, the later of equal ones more (a text is taken from the last who had it). */
static double belief(const chain_candidate *c) { return c->strength * (is_cited_copy(c) ? cited_factor : 1.0); }

static double latest_first(const chain_candidate *c, const chain_input *in) {
  return c->parent != CHAIN_NO_ARTICLE ? (double)in->articles[c->parent].when.from : 0;
}

/* How closely the child follows a parent: the words that it shares and, again, those that it spells alike. Between two texts of one origin this
 * tells whose changes, slips and spellings the child inherited. */
static double follows(const chain_candidate *c) {
  return ((double)c->passage->matched + c->passage->alike) * (is_cited_copy(c) ? cited_factor : 1.0);
}

static bool before(const chain_candidate *a, const chain_candidate *b, const chain_input *in) {
  double x = follows(a), y = follows(b), apart = x > y ? x - y : y - x;
  if (apart >= CHANCE) return x > y;
  double later_a = latest_first(a, in), later_b = latest_first(b, in);
  if (later_a < later_b || later_a > later_b) return later_a > later_b;
  return a->parent < b->parent;
}

/* Takes the copied parents one by one, the most believed first; `strength` becomes the unscaled weight. */
static void cover_copies(chain_candidate *items, size_t count, const chain_input *in) {
  cover done = {.count = 0};
  bool used[256] = {false};
  size_t looked = count < 256 ? count : 256;
  double strongest = 0;
  for (size_t taken = 0; taken < MOST_COPIED; taken++) {
    size_t best = looked;
    for (size_t i = 0; i < looked; i++)
      if (!used[i] && !items[i].dropped && is_copy(&items[i]) && (best == looked || before(&items[i], &items[best], in))) best = i;
    if (best == looked) break;
    used[best] = true;
    double believed = belief(&items[best]);
    bool adds = fresh_bytes(&done, &items[best]) >= NEW_BYTES || strongest <= 0, again = believed >= same_again * strongest;
    if (adds) take(&done, &items[best]);
    items[best].strength = adds ? believed : again ? believed * told_again : 0;
    if (believed > strongest) strongest = believed;
  }
  for (size_t i = 0; i < count; i++)
    if (is_copy(&items[i]) && (i >= looked || !used[i])) items[i].strength = 0;
}

/* Who printed first did not write it: the belief goes to the third, and what is left for the sibling says that it cannot be ruled out. */
static void part_siblings(chain_candidate *items, size_t count, const chain_input *in) {
  for (size_t i = 0; i < count; i++) {
    chain_candidate *copy = &items[i];
    if (copy->passage == NULL || copy->third == CHAIN_THIRD_NONE || copy->strength <= 0) continue;
    for (size_t k = 0; k < count; k++) {
      if (items[k].dropped || !chain_stands_for(&items[k], copy, in)) continue;
      if (items[k].strength < copy->strength) items[k].strength = copy->strength;
      if (items[k].share < copy->share) items[k].share = copy->share;
      break;
    }
    copy->strength *= copy->third == CHAIN_THIRD_NEWSROOMS ? likely_sibling : sibling;
  }
}

/* An arrow would say more than is known. */
static void open_siblings(chain_candidate *items, size_t count) {
  for (size_t i = 0; i < count; i++)
    if (items[i].passage != NULL && items[i].third != CHAIN_THIRD_NONE) items[i].directed = false;
}

/* What a report has from nobody: the most of it, where its own people were told what another was told, too; a half, where it printed first under its
 * own name what a later one credits. Who is cited for a sentence or two accounts for these; where nothing else is told the rest is the report's own.
 */
static double own_part(const chain_candidate *items, size_t count) {
  double own = 0;
  bool only_cited = count > 0;
  for (size_t i = 0; i < count; i++) {
    const chain_candidate *c = &items[i];
    if (c->third == CHAIN_THIRD_TOLD && c->strength > 0) own += c->strength * (1 - sibling) / sibling;
    if (c->signed_own) own += c->strength;
    only_cited = only_cited && c->passage == NULL && !c->is_third && !c->citation->article_wide;
  }
  return only_cited ? sentence_strength : own;
}

/* The outlet's own earlier item goes before whoever printed the same since. */
static void keep_own_item(chain_candidate *items, size_t count, const chain_input *in) {
  const chain_candidate *own = NULL;
  for (size_t i = 0; i < count; i++) {
    bool same = is_copy(&items[i]) && chain_same_outlet(&in->articles[items[i].child], &in->articles[items[i].parent]);
    if (same && (own == NULL || items[i].share > own->share)) own = &items[i];
  }
  for (size_t i = 0; own != NULL && i < count; i++) {
    if (!is_copy(&items[i]) || &items[i] == own || items[i].share > own->share + alike) continue;
    items[i].dropped = in->articles[items[i].parent].when.from >= in->articles[own->parent].when.from;
  }
}

/* A third that was inferred stands for nobody where its own report is held and shares the words. */
static void drop_held_thirds(chain_candidate *items, size_t count, const chain_input *in) {
  for (size_t i = 0; i < count; i++) {
    if (!items[i].is_third || items[i].citation == NULL) continue;
    for (size_t k = 0; k < count && !items[i].dropped; k++)
      items[i].dropped = is_copy(&items[k]) && !items[k].dropped && chain_names_outlet(items[i].citation, &in->articles[items[k].parent]);
  }
}

static bool lies_in_copy(const chain_candidate *copy, isnad_span span) {
  for (size_t i = 0; i < packed_passages(copy->passage->spans); i++) {
    isnad_span own = child_span(copy, i);
    if (own.begin <= span.begin && span.end <= own.end) return true;
  }
  return false;
}

/* "Agency X said" inside words that were copied from a report which cites X: that report's source, and not the copy's. */
static void drop_inherited(chain_candidate *items, size_t count, const chain_input *in) {
  for (size_t i = 0; i < count; i++) {
    const chain_candidate *cited = &items[i];
    if (cited->passage != NULL || cited->is_third || cited->citation->article_wide) continue;
    for (size_t k = 0; k < count && !cited->dropped; k++) {
      const chain_candidate *copy = &items[k];
      if (!is_copy(copy) || copy->dropped || copy->third != CHAIN_THIRD_NONE || copy->passage->said) continue;
      items[i].dropped = lies_in_copy(copy, cited->citation->span) && chain_cites(in, copy->parent, cited->citation);
    }
  }
}

/* Whoever is left out has no belief. */
static void leave_out(chain_candidate *items, size_t count) {
  for (size_t i = 0; i < count; i++)
    if (items[i].dropped) items[i].strength = 0;
}

void chain_weigh(chain_candidate *items, size_t count, const chain_input *in) {
  keep_own_item(items, count, in);
  drop_held_thirds(items, count, in);
  drop_inherited(items, count, in);
  leave_out(items, count);
  cover_copies(items, count, in);
  part_siblings(items, count, in);
  double sum = own_part(items, count);
  for (size_t i = 0; i < count; i++)
    if (items[i].doubted) items[i].strength *= doubtful;
  for (size_t i = 0; i < count; i++)
    if (items[i].directed) sum += items[i].strength;
  for (size_t i = 0; i < count; i++) {
    if (!items[i].directed)
      items[i].strength = 0.01; /* told, not believed: nobody knows which way */
    else if (sum > 0)
      items[i].strength /= sum;
  }
  open_siblings(items, count);
}
