/* Walking up from a carrier: the steps that lead on, and those at whose end a root stands. */
#include "chain/counting.h"

/* A text of which this much was taken from others tells nothing of its own. */
static const double mostly = 0.5, nearly_all = 0.8;

static uint32_t distance(isnad_span a, isnad_span b) { return a.begin > b.begin ? a.begin - b.begin : b.begin - a.begin; }

/* A report that tells what is asked about is asked about the words with which it tells it: of several those nearest to where the copied words should
 * stand, which is but guessed. */
static isnad_span told_in(const counting *c, int64_t article, isnad_span words) {
  isnad_span found = words;
  bool told = words.end == 0;
  for (size_t i = 0, seen = 0; i < c->count; i++) {
    isnad_span own = c->carriers[i].words;
    if (c->carriers[i].article != article || own.begin >= own.end || (told && seen > 0)) continue;
    if (seen++ == 0 || distance(own, words) < distance(found, words)) found = own;
  }
  return found;
}

static bool reach(counting *c, map *seen, int64_t article, isnad_span words) {
  uint64_t *place = map_put(seen, (uint64_t)article);
  if (place == NULL) return false;
  if (*place != 0 || c->waiting == MOST_REACHED) return true;
  *place = 1;
  c->queue[c->waiting++] = (isnad_carrier){.article = article, .words = words};
  return true;
}

/* How much of what was asked about the steps account for: passages lie over each other, so that the longest tells, and not their sum. */
static double taken_by(const chain_report *r) {
  double taken = 0;
  for (size_t i = 0; i < r->count; i++) {
    const chain_step *s = &r->steps[i];
    double share = s->whole ? 1 : s->share;
    if (s->directed && share > taken) taken = share;
  }
  return taken;
}

/* A paragraph of background leads nowhere: copied words are followed when they are most of what was asked about. */
static bool walk_step(counting *c, size_t carrier, map *seen, const chain_report *r, const chain_step *s) {
  if (s->kind != CHAIN_STEP_COPY && s->kind != CHAIN_STEP_HELD) return counting_add_source(c, carrier, r->id, s);
  if (!counting_join(c, carrier, counting_report_key(s->parent))) return false;
  bool background = s->kind == CHAIN_STEP_COPY && !s->whole && s->share < mostly;
  return !s->directed || background || reach(c, seen, s->parent, told_in(c, s->parent, s->words));
}

/* Nearly all of the words were taken from a report held here. */
static bool is_copied(const chain_report *r) {
  for (size_t i = 0; i < r->count; i++)
    if (r->steps[i].kind == CHAIN_STEP_COPY && r->steps[i].directed && (r->steps[i].whole || r->steps[i].share >= nearly_all)) return true;
  return false;
}

static bool carries(const counting *c, int64_t article) {
  for (size_t i = 0; i < c->count; i++)
    if (c->carriers[i].article == article) return true;
  return false;
}

/* A copy that credits another report, which does not tell what was copied: the credit is no origin of it. */
static bool is_false_credit(const counting *c, const chain_step *s, bool copied) {
  return copied && s->kind == CHAIN_STEP_HELD && !carries(c, s->parent);
}

/* Somebody is named as the source of the words. */
static bool is_cited(const chain_report *r) {
  for (size_t i = 0; i < r->count; i++)
    if (r->steps[i].kind != CHAIN_STEP_COPY && r->steps[i].kind != CHAIN_STEP_HELD) return true;
  return false;
}

/* "The health office recorded 1,340 cases": the number is the office's, though nothing says that it spoke. */
static bool add_counting(counting *c, size_t carrier, const chain_report *r) {
  chain_step step = {.kind = CHAIN_STEP_SPEAKER, .id = c->carriers[carrier].counts_id, .name = c->carriers[carrier].counts};
  return counting_add_source(c, carrier, r->id, &step);
}

isnad_status counting_follow(counting *c, size_t carrier) {
  map seen;
  isnad_status status = ISNAD_OK;
  c->waiting = 0;
  if (!map_new(&seen, c->arena, 8) || !reach(c, &seen, c->carriers[carrier].article, c->carriers[carrier].words))
    return isnad_arena_fail(c->err, c->arena, "chain");
  for (size_t i = 0; i < c->waiting; i++) {
    chain_report report;
    status = chain_read_report(&report, c->arena, &c->how->held, &c->queue[i], c->err);
    if (status != ISNAD_OK) return status;
    bool taken = taken_by(&report) >= mostly;
    bool went = counting_join(c, carrier, counting_report_key(report.id));
    if (i == 0 && c->carriers[carrier].words.end == 0) went = went && counting_join(c, carrier, counting_owner_of(c, &report));
    bool copied = is_copied(&report);
    for (size_t s = 0; went && s < report.count; s++)
      if (!is_false_credit(c, &report.steps[s], copied)) went = walk_step(c, carrier, &seen, &report, &report.steps[s]);
    bool counted = i == 0 && !taken && c->carriers[carrier].counts.length > 0 && !is_cited(&report);
    if (counted) went = went && add_counting(c, carrier, &report);
    if (went && !taken && !counted) went = counting_add_report(c, carrier, &report);
    if (!went) return isnad_arena_fail(c->err, c->arena, "chain");
  }
  return status;
}
