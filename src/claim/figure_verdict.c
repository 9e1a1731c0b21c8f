/* How the versions of a figure claim stand to one another (docs/CLAIMS.md). */
#include "claim/figure_verdict.h"

#include "claim/figure_words.h"
#include "claim/values.h"

enum { HOURS_LATER = 2, HOURS_GROWN = 6, HOURS_OF_A_DAY = 12, SECONDS_OF_HOUR = 3600, MOST_CLAUSES = 12, MOST_VERSIONS = 32 };

/* Two clauses so alike that one is the other's copy. */
static const double one_clause = 0.8;

/* A share that falls by more than a sixth was not counted on. */
static const double share_falls = 1.2;

static bool dated(const isnad_claim_mention *m) { return m->published.from < m->published.to; }

static bool is(isnad_slice word, const char *text) { return isnad_slice_equal(word, isnad_slice_of(text)); }

/* The later version was first seen some hours behind the last report of the earlier one. */
static bool follows(const isnad_claim_version *earlier, const isnad_claim_version *later, int64_t hours) {
  const isnad_claim_mention *first = &later->mentions[0];
  if (!dated(first)) return false;
  for (size_t i = 0; i < earlier->count; i++)
    if (!dated(&earlier->mentions[i]) || first->published.from < earlier->mentions[i].published.from + hours * SECONDS_OF_HOUR) return false;
  return true;
}

/* One outlet that tells both brought its own text up to date. */
static bool same_outlet(const isnad_claim_version *old, const isnad_claim_version *new) {
  return old->mentions[0].outlet.length > 0 && isnad_slice_equal(old->mentions[0].outlet, new->mentions[0].outlet);
}

/* "At least six dead" leaves room for more, unless it was written after the larger number. */
static bool more_comes(const isnad_claim_version *old, const isnad_claim_version *new, const claim_figure *f_old, const claim_figure *f_new) {
  bool open = is(f_old->qualifier, "at_least") || is(f_old->qualifier, "more_than");
  return f_new->toll && open && new->min > old->min && !follows(new, old, 0);
}

/* First seen some hours behind the other, which may be told again. */
static bool told_behind(const isnad_claim_version *old, const isnad_claim_version *new, int64_t hours) {
  const isnad_claim_mention *a = &old->mentions[0], *b = &new->mentions[0];
  return dated(a) && dated(b) && b->published.from >= a->published.from + hours * SECONDS_OF_HOUR;
}

/* Shares of a vote change as the count goes on, whoever tells them. */
static bool counts_on(const claim_figure *f) {
  return is(f->measure, "percent") && (is(f->state, "voted") || is(f->state, "counted") || is(f->state, "turnout"));
}

/* What is once and for all: nobody brings the storeys of a house or the years of a sentence up to date. */
static bool is_fixed(const claim_figure *f) { return is(f->thing, "floor") || is(f->state, "prison") || is(f->state, "age") || is(f->state, "area"); }

/* One version replaces the other: the text says so, or the same claimant tells it later, or the toll grew from one day to the next. */
static bool replaces(const isnad_claim_version *old, const isnad_claim_version *new, const claim_figure *f_old, const claim_figure *f_new,
                     bool copied) {
  bool own = same_outlet(old, new), toll = f_old->toll && f_new->toll;
  bool falls = new->min < old->min && (is(f_new->state, "turnout") || new->min *share_falls < old->min);
  if (counts_on(f_old) && counts_on(f_new) && !falls) return told_behind(old, new, 1);
  if (copied && !own && (old->altered || new->altered || !(toll || f_new->rises))) return false; /* another's words with another number */
  bool larger = new->min > old->min, before = follows(new, old, HOURS_LATER);
  if ((f_new->rises || f_old->rises) && larger && !before) return true;
  if (more_comes(old, new, f_old, f_new)) return true;
  if (is_fixed(f_old) && !f_new->rises) return false;
  bool same = claim_claimants(&f_old->mention, &f_old->speaker, &f_new->mention, &f_new->speaker) == MEET_SAME;
  if (toll && same && larger && told_behind(old, new, 0) && !told_behind(new, old, 0)) return true; /* one body counts on */
  bool counted = is(f_new->measure, "count"), grows = counted && f_new->toll && new->min >= old->min;
  if (grows && (own || told_behind(old, new, HOURS_GROWN))) return true;
  if (!follows(old, new, counted ? HOURS_LATER : HOURS_OF_A_DAY)) return false;
  if (figure_is_sport(f_new->thing) && larger) return true; /* one more goal, one more final */
  bool varies = is(f_new->state, "missing") || is(f_new->state, "treated");
  if (varies) return true;
  return same || grows;
}

/* The figure that a version's first mention is. */
static const claim_figure *figure_of(const claim_figures *all, const size_t *members, size_t count, const isnad_claim_mention *m, bool *rises) {
  const claim_figure *found = NULL;
  for (size_t i = 0; i < count; i++) {
    const claim_figure *f = &all->items[members[i]];
    if (f->mention.article == m->article && f->mention.span.begin == m->span.begin) found = f;
  }
  *rises = found != NULL && found->rises;
  return found;
}

/* The figure that tells most of a version: one of the text before one of a headline. */
static claim_figure figure_in(const claim_figures *all, const size_t *members, size_t count, const isnad_claim_version *v) {
  bool ignored = false;
  size_t best = 0;
  while (best < v->count && v->mentions[best].headline) best++;
  return *figure_of(all, members, count, &v->mentions[best < v->count ? best : 0], &ignored);
}

static bool version_rises(const claim_figures *all, const size_t *members, size_t count, const isnad_claim_version *v) {
  for (size_t i = 0; i < v->count; i++) {
    bool rises = false;
    figure_of(all, members, count, &v->mentions[i], &rises);
    if (rises) return true;
  }
  return false;
}

/* Whether one version is told in a clause that is nearly the other's. */
static bool clause_copied(const claim_figures *all, const size_t *members, size_t count, const isnad_claim_version *v, const isnad_claim_version *w) {
  for (size_t i = 0; i < v->count && i < MOST_CLAUSES; i++)
    for (size_t k = 0; k < w->count && k < MOST_CLAUSES; k++) {
      bool ignored = false;
      const claim_figure *a = figure_of(all, members, count, &v->mentions[i], &ignored),
                         *b = figure_of(all, members, count, &w->mentions[k], &ignored);
      if (a != NULL && b != NULL && terms_dice(terms_compare(&a->terms, &b->terms)) >= one_clause) return true;
    }
  return false;
}

/* "The number rose to 34" replaces "at least 30", though both may hold. */
static bool says_more(const claim_figure *old, const claim_figure *new) {
  bool open = is(old->qualifier, "at_least") || is(old->qualifier, "more_than");
  return old->toll && new->scope.length == 0 && open &&new->rises && !old->rises &&new->low > old->low && old->report != new->report;
}

isnad_verdict figure_verdict(const claim_figures *all, const isnad_claim *c, const isnad_claim_version *versions, const size_t *members,
                             size_t count) {
  bool clash = false, explained = true;
  size_t most = c->count < MOST_VERSIONS ? c->count : MOST_VERSIONS;
  for (size_t v = 0; v < most; v++)
    for (size_t w = v + 1; w < most; w++) {
      claim_figure x = figure_in(all, members, count, &versions[v]), y = figure_in(all, members, count, &versions[w]);
      if (x.vague || y.vague) continue;
      x.rises = version_rises(all, members, count, &versions[v]);
      y.rises = version_rises(all, members, count, &versions[w]);
      if (claim_values_agree(&x, &y) && !says_more(&x, &y) && !says_more(&y, &x)) continue;
      clash = true;
      bool copied = clause_copied(all, members, count, &versions[v], &versions[w]);
      explained = explained && (replaces(&versions[v], &versions[w], &x, &y, copied) || replaces(&versions[w], &versions[v], &y, &x, copied));
    }
  if (clash) return explained ? ISNAD_VERDICT_REVISED : ISNAD_VERDICT_DIFFER;
  if (c->sum == 1 && c->reports <= 1) return ISNAD_VERDICT_SUM; /* told by two it is agreed, and its parts are listed in any case */
  if (c->reports <= 1) return ISNAD_VERDICT_SINGLE;
  return c->count > 1 ? ISNAD_VERDICT_BOUNDS : ISNAD_VERDICT_AGREE;
}
