/* Statement claims: one utterance in its wordings. */
#include "claim/build.h"
#include "claim/figure_words.h"
#include "claim/wording.h"

typedef struct building {
  claim_builder *b;
  const claim_statements *all;
  claim_statement_groups *groups;
  size_t *claim_of;
} building;

/* Nearly the same words; so alike that a change inside is no other translation. */
static const double same_wording = 0.92, same_words = 0.75, one_text = 0.7, copied_words = 0.75;

static const claim_statement *at(const building *g, size_t i) { return &g->all->items[i]; }

/* --- wordings --- */

static isnad_slice only_in(building *g, isnad_slice text, const claim_statement *other, size_t *missing, size_t *numbers) {
  return wording_only_in(g->b->arena, g->b->origins.scratch, text, (wording_other){&other->terms, other->mention.words}, missing, numbers);
}

/* Whether the one is the other's opposite. */
static bool are_opposite(building *g, isnad_slice a, isnad_slice b) {
  isnad_arena *scratch = g->b->origins.scratch;
  return wording_negates(scratch, a, b) || wording_negates(scratch, b, a) || wording_drops_no(scratch, a, b) || wording_drops_no(scratch, b, a);
}

/* Nearly the same words, no number for another, and neither denies a word that the other says. */
static bool is_wording(building *g, size_t a, size_t b) {
  size_t missing = 0;
  size_t lost = 0, gained = 0;
  if (terms_dice(terms_compare(&at(g, a)->terms, &at(g, b)->terms)) < same_wording) return false;
  only_in(g, at(g, a)->mention.words, at(g, b), &missing, &lost);
  only_in(g, at(g, b)->mention.words, at(g, a), &missing, &gained);
  bool same = wording_shared(g->b->origins.scratch, at(g, a)->mention.words, at(g, b)->mention.words) >= same_words;
  return same && (lost == 0 || gained == 0) && !are_opposite(g, at(g, a)->mention.words, at(g, b)->mention.words);
}

/* The version of each member: a number from 0 in the order of first appearance. */
static size_t *number_versions(building *g, const size_t *members, size_t count, size_t *versions) {
  size_t *numbers = isnad_arena_array(g->b->arena, count, sizeof *numbers), *heads = isnad_arena_array(g->b->arena, count, sizeof *heads);
  *versions = 0;
  if (numbers == NULL || heads == NULL) return NULL;
  for (size_t i = 0; i < count; i++) {
    size_t v = 0;
    if (at(g, members[i])->piece_of != members[i]) {
      numbers[i] = SIZE_MAX; /* told with the statement that it lies in */
      continue;
    }
    while (v < *versions && !is_wording(g, heads[v], members[i])) v++;
    if (v == *versions) heads[(*versions)++] = members[i];
    numbers[i] = v;
  }
  return numbers;
}

static isnad_claim_version *make_versions(building *g, isnad_claim *c, const size_t *members, size_t count) {
  size_t *numbers = number_versions(g, members, count, &c->count), used = 0;
  isnad_claim_mention *mentions = isnad_arena_array(g->b->arena, count, sizeof *mentions);
  isnad_claim_version *versions = isnad_arena_array(g->b->arena, count, sizeof *versions);
  if (numbers == NULL || mentions == NULL || versions == NULL) return NULL;
  for (size_t v = 0; v < c->count; v++) {
    versions[v].mentions = mentions + used;
    for (size_t i = 0; i < count; i++) {
      if (numbers[i] != v) continue;
      if (versions[v].count++ == 0) {
        versions[v].words = at(g, members[i])->mention.words;
        versions[v].qualifier = at(g, members[i])->mode;
      }
      mentions[used++] = at(g, members[i])->mention;
    }
  }
  return versions;
}

/* --- what was dropped, added or altered --- */

enum { FEW_CHANGED = 4, MOST_WORDINGS = 24, HOURS_LATER = 2, HOUR_SECONDS = 3600 };

/* The fullest wording: what the others are compared with. */
static size_t fullest(const isnad_claim *c, const isnad_claim_version *versions) {
  size_t best = 0;
  for (size_t v = 1; v < c->count; v++)
    if (versions[v].words.length > versions[best].words.length) best = v;
  return best;
}

static const claim_statement *statement_of(const building *g, const size_t *members, size_t count, const isnad_claim_mention *m) {
  for (size_t i = 0; i < count; i++)
    if (at(g, members[i])->mention.article == m->article && at(g, members[i])->mention.span.begin == m->span.begin) return at(g, members[i]);
  return NULL;
}

/* Two wordings of one text of which one is negated and the other is not, or direct ones with different numbers. Another word for a word may be
 * another translation. What clashes is one text (versions_clash). */
static bool alters(building *g, const claim_statement *full, const claim_statement *other, size_t changed, bool number) {
  bool direct = isnad_slice_equal(full->mode, isnad_slice_of("direct")) && isnad_slice_equal(other->mode, isnad_slice_of("direct"));
  if (are_opposite(g, full->mention.words, other->mention.words))
    return changed <= FEW_CHANGED && wording_shared(g->b->origins.scratch, full->mention.words, other->mention.words) >= copied_words;
  return number && direct;
}

/* The version of the figure of which a mention lies in the statement; SIZE_MAX: none. */
static size_t version_in(const isnad_claim *figure, const claim_statement *s) {
  for (size_t v = 0; v < figure->count; v++)
    for (size_t i = 0; i < figure->versions[v].count; i++) {
      const isnad_claim_mention *m = &figure->versions[v].mentions[i];
      if (m->article == s->mention.article && m->span.begin >= s->mention.span.begin && m->span.end <= s->mention.span.end) return v;
    }
  return SIZE_MAX;
}

static bool holds_figure(const isnad_claim *figure, const claim_statement *s) { return version_in(figure, s) != SIZE_MAX; }

/* Whether the statement tells how many were killed, hurt or saved. */
static bool tells_toll(const building *g, const claim_statement *s) {
  for (size_t c = 0; c < g->b->count; c++)
    if (g->b->items[c].kind == ISNAD_CLAIM_FIGURE && figure_is_toll(g->b->items[c].state) && holds_figure(&g->b->items[c], s)) return true;
  return false;
}

/* A toll that one statement tells anew: the figures that lie in both were found to be revised, or both tell of what befell people, the larger number
 * some hours later. */
static bool is_brought_up(const building *g, const claim_statement *a, const claim_statement *b) {
  for (size_t c = 0; c < g->b->count; c++) {
    const isnad_claim *claim = &g->b->items[c];
    bool told = claim->kind == ISNAD_CLAIM_FIGURE && (claim->verdict == ISNAD_VERDICT_REVISED || claim->verdict == ISNAD_VERDICT_DIFFER);
    if (told && holds_figure(claim, a) && holds_figure(claim, b)) return claim->verdict == ISNAD_VERDICT_REVISED;
  }
  const isnad_interval *x = &a->mention.published, *y = &b->mention.published;
  int64_t apart = x->from > y->from ? x->from - y->from : y->from - x->from;
  bool dated = x->from < x->to && y->from < y->to;
  return dated && apart >= HOURS_LATER * (int64_t)HOUR_SECONDS && tells_toll(g, a) && tells_toll(g, b);
}

/* Where one number is told otherwise in two statements of one text: the verdict of its claim; ISNAD_VERDICT_SINGLE: nowhere. */
static isnad_verdict figures_clash(const building *g, const claim_statement *a, const claim_statement *b) {
  for (size_t c = 0; c < g->b->count; c++) {
    const isnad_claim *claim = &g->b->items[c];
    bool told = claim->kind == ISNAD_CLAIM_FIGURE && (claim->verdict == ISNAD_VERDICT_REVISED || claim->verdict == ISNAD_VERDICT_DIFFER);
    size_t x = told ? version_in(claim, a) : SIZE_MAX, y = told ? version_in(claim, b) : SIZE_MAX;
    if (x != SIZE_MAX && y != SIZE_MAX && x != y) return claim->verdict;
  }
  return ISNAD_VERDICT_SINGLE;
}

typedef enum clashing { SAME_SENSE, BROUGHT_UP, CLASHING } clashing;

static clashing versions_clash(building *g, const isnad_claim_version *v, const isnad_claim_version *w, const size_t *members, size_t count) {
  const claim_statement *a = statement_of(g, members, count, &v->mentions[0]), *b = statement_of(g, members, count, &w->mentions[0]);
  size_t dropped = 0, added = 0;
  size_t lost = 0, gained = 0;
  if (a == NULL || b == NULL || a->report == b->report || a->denies || b->denies || terms_dice(terms_compare(&a->terms, &b->terms)) < one_text)
    return SAME_SENSE;
  only_in(g, a->mention.words, b, &dropped, &lost);
  only_in(g, b->mention.words, a, &added, &gained);
  bool direct = isnad_slice_equal(a->mode, isnad_slice_of("direct")) && isnad_slice_equal(b->mode, isnad_slice_of("direct"));
  isnad_verdict numbers = direct ? figures_clash(g, a, b) : ISNAD_VERDICT_SINGLE;
  if (numbers != ISNAD_VERDICT_SINGLE) return numbers == ISNAD_VERDICT_REVISED ? BROUGHT_UP : CLASHING;
  bool number = lost > 0 && lost == gained;
  if (number && !direct) return is_brought_up(g, a, b) ? BROUGHT_UP : SAME_SENSE; /* the figure's own claim tells that it differs */
  if (!alters(g, a, b, dropped + added, number)) return SAME_SENSE;
  return lost > 0 && is_brought_up(g, a, b) ? BROUGHT_UP : CLASHING;
}

/* What was dropped from a text can be told; of another translation, or another report of the same words, it would be a heap. */
static bool is_same_text(building *g, const claim_statement *whole, const claim_statement *other) {
  isnad_arena *scratch = g->b->origins.scratch;
  return wording_inside(scratch, other->mention.words, whole->mention.words) >= one_text ||
         wording_inside(scratch, whole->mention.words, other->mention.words) >= one_text;
}

static clashing compare_versions(building *g, isnad_claim *c, isnad_claim_version *versions, const size_t *members, size_t count) {
  size_t full = fullest(c, versions);
  const claim_statement *whole = statement_of(g, members, count, &versions[full].mentions[0]);
  clashing worst = SAME_SENSE;
  for (size_t v = 0; v < c->count; v++) {
    const claim_statement *other = statement_of(g, members, count, &versions[v].mentions[0]);
    size_t dropped = 0, added = 0;
    size_t numbers = 0;
    if (v == full || whole == NULL || other == NULL || !is_same_text(g, whole, other)) continue;
    versions[v].dropped = only_in(g, whole->mention.words, other, &dropped, &numbers);
    versions[v].added = only_in(g, other->mention.words, whole, &added, &numbers);
  }
  for (size_t v = 0; v < c->count && v < MOST_WORDINGS; v++)
    for (size_t w = 0; w < v && worst != CLASHING; w++) {
      clashing found = versions_clash(g, &versions[v], &versions[w], members, count);
      if (found > worst) worst = found;
    }
  return worst;
}

static isnad_verdict verdict_of(const isnad_claim *c, clashing worst) {
  if (worst != SAME_SENSE) return worst == CLASHING ? ISNAD_VERDICT_DIFFER : ISNAD_VERDICT_REVISED;
  if (c->reports <= 1) return ISNAD_VERDICT_SINGLE;
  return c->count > 1 ? ISNAD_VERDICT_BOUNDS : ISNAD_VERDICT_AGREE;
}

static isnad_status build_one(building *g, size_t root) {
  size_t count = 0;
  size_t *members = build_members(g->b, &g->groups->groups, root, &count);
  isnad_claim *c = build_claim(g->b, ISNAD_CLAIM_STATEMENT);
  if (members == NULL || c == NULL) return isnad_arena_fail(g->b->err, g->b->arena, "claim");
  size_t at_claim = g->b->count - 1;
  for (size_t i = 0; i < count; i++) {
    g->claim_of[members[i]] = at_claim;
    if (c->claimant.length == 0) c->claimant = at(g, members[i])->mention.claimant;
  }
  isnad_claim_version *versions = make_versions(g, c, members, count);
  if (versions == NULL) return isnad_arena_fail(g->b->err, g->b->arena, "claim");
  clashing worst = compare_versions(g, c, versions, members, count);
  c->what = versions[fullest(c, versions)].words;
  isnad_status status = build_finish(g->b, c, versions);
  if (status == ISNAD_OK) g->b->items[at_claim].verdict = verdict_of(&g->b->items[at_claim], worst);
  return status;
}

isnad_status build_statements(claim_builder *b, const claim_statements *statements, claim_statement_groups *groups) {
  building g = {.b = b, .all = statements, .groups = groups};
  isnad_status status = ISNAD_OK;
  g.claim_of = isnad_arena_array(b->arena, statements->count + 1, sizeof *g.claim_of);
  if (g.claim_of == NULL) return isnad_arena_fail(b->err, b->arena, "claim");
  for (size_t i = 0; status == ISNAD_OK && i < statements->count; i++)
    if (groups_root(&groups->groups, i) == i) status = build_one(&g, i);
  for (size_t i = 0; status == ISNAD_OK && i < statements->count; i++) {
    isnad_claim *c = &b->items[g.claim_of[i]];
    if (groups->denied_by[i] == SIZE_MAX || c->denied_by != SIZE_MAX) continue;
    c->denied_by = g.claim_of[groups->denied_by[i]];
    c->verdict = ISNAD_VERDICT_DENIED;
  }
  return status;
}
