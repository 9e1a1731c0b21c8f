/* What a report says of the claims: agreed ones, those told differently, what was told once. */
#include "arabic/forms.h"
#include "view/claim_words.h"
#include "view/contrasts.h"
#include "view/counts.h"
#include "view/labels.h"
#include "view/report/report_blocks.h"
#include "view/title.h"

enum { MOST_BESIDE = 3, MOST_ONCE = 12, MOST_AGREED = 20, LEAST_AGREED = 4 };

/* --- one claim with its versions --- */

/* The same report, or one text that an outlet published twice at one time. */
static bool is_told_again(const isnad_claim_mention *a, const isnad_claim_mention *b) {
  bool one_time = a->published.from == b->published.from && a->published.to == b->published.to && a->published.from < a->published.to;
  return a->article == b->article || (one_time && isnad_slice_equal(a->outlet, b->outlet) && isnad_slice_equal(a->around, b->around));
}

static bool write_version(report *r, const isnad_claim *c, const isnad_claim_version *v) {
  isnad_slice support = c->count > 1 && !(v->single && v->reports <= 1) ? claim_support(r->s, v->reports, &v->origins) : report_nothing;
  if (!block_add(r, BLOCK_VERSION, version_words(r->s, c, v), support, version_marks(r->s, v))) return false;
  if (v->dropped.length > 0 && !block_add(r, BLOCK_CHANGE, report_word(r, "report.dropped"), v->dropped, report_nothing)) return false;
  if (v->added.length > 0 && !block_add(r, BLOCK_CHANGE, report_word(r, "report.added"), v->added, report_nothing)) return false;
  for (size_t i = 0; i < v->count; i++) {
    const isnad_claim_mention *m = &v->mentions[i];
    if (i > 0 && is_told_again(&v->mentions[i - 1], m)) continue; /* one place of each report is shown; the JSON has all */
    isnad_slice outlet = m->outlet.length > 0 ? m->outlet : label_short(m->label);
    isnad_slice reference = isnad_arena_printf(r->s->arena, "%.*s [%u,%u)", (int)m->name.length, m->name.bytes, m->span.begin, m->span.end);
    if (!block_add_dated(r, BLOCK_MENTION, 0, m->published, outlet, c->kind == ISNAD_CLAIM_FIGURE ? m->around : report_nothing, reference))
      return false;
  }
  return true;
}

/* Who says that the number is false, in the words of the report that tells it. */
static bool write_denials(report *r, const isnad_claim_version *v) {
  for (size_t i = 0; i < v->denial_count; i++) {
    const isnad_claim_mention *m = &v->denials[i];
    isnad_slice outlet = m->outlet.length > 0 ? m->outlet : label_short(m->label), comma = report_word(r, "report.comma");
    isnad_slice by = words_joined(r->s, words_joined(r->s, claim_denial_words(r->s, m->claimant), "", comma), " ", outlet);
    if (!block_add(r, BLOCK_BESIDE, m->around, by, report_nothing)) return false;
  }
  return true;
}

static bool write_parts(report *r, const isnad_claim *c) {
  for (size_t i = 0; i < c->part_count; i++) {
    const isnad_claim_version *part = &r->claims.items[c->parts[i]].versions[0];
    isnad_slice words =
        part->times > 1 ? isnad_arena_printf(r->s->arena, "%.*s x %u", (int)part->words.length, part->words.bytes, part->times) : part->words;
    if (!block_add(r, BLOCK_BESIDE, words, report_word(r, "report.parts"), report_nothing)) return false;
  }
  return true;
}

static bool write_neighbours(report *r, const isnad_claim *c) {
  if (!write_parts(r, c)) return false;
  for (size_t i = 0, shown = 0; i < c->beside_count && shown < MOST_BESIDE; i++) {
    if (!claim_beside_tells(&r->claims, c, &c->beside[i])) continue;
    const isnad_claim *other = &r->claims.items[c->beside[i].claim];
    isnad_slice why = label_of(r->s->view, "beside.", isnad_slice_of(isnad_claim_beside_name(c->beside[i].why)));
    if (c->beside[i].why == ISNAD_CLAIM_BESIDE_CLAIMANT) why = words_joined(r->s, why, ": ", other->claimant);
    shown++;
    if (!block_add(r, BLOCK_BESIDE, version_words(r->s, other, &other->versions[0]), why, report_nothing)) return false;
  }
  if (c->denied_by == SIZE_MAX) return true;
  const isnad_claim *denial = &r->claims.items[c->denied_by];
  return block_add(r, BLOCK_BESIDE, denial->versions[0].words, claim_denial_words(r->s, denial->claimant), report_nothing);
}

static bool write_claim(report *r, const isnad_claim *c) {
  const char *verdict = isnad_verdict_name(c->verdict);
  if (!block_add(r, BLOCK_CLAIM, claim_verdict(r->s, c), claim_full_title(r->s, c), claim_support(r->s, c->reports, &c->origins))) return false;
  r->blocks[r->count - 1].key = verdict;
  for (size_t v = 0; v < c->count; v++)
    if (!write_version(r, c, &c->versions[v]) || !write_denials(r, &c->versions[v])) return false;
  return write_neighbours(r, c);
}

/* --- which claims --- */

static bool is_agreed(const isnad_claim *c) {
  return c->verdict == ISNAD_VERDICT_AGREE || c->verdict == ISNAD_VERDICT_BOUNDS || c->verdict == ISNAD_VERDICT_SUM;
}

static bool is_told(const isnad_claim *c) { return c->kind != ISNAD_CLAIM_FIGURE && c->kind != ISNAD_CLAIM_STATEMENT; }

static bool is_agreed_told(const isnad_claim *c) { return is_agreed(c) && is_told(c); }

static bool has_digit(isnad_slice words) {
  for (size_t i = 0; i < words.length; i++)
    if (words.bytes[i] >= '0' && words.bytes[i] <= '9') return true;
  return false;
}

/* Reported words of which another report changes a number: the figure's own claim tells it, and nobody agrees on the words. */
static bool changes_number(const isnad_claim *c) {
  for (size_t v = 0; v < c->count; v++)
    if (has_digit(c->versions[v].dropped) && has_digit(c->versions[v].added)) return true;
  return false;
}

/* A statement that all carry in the same words stands with its speaker's. */
static bool is_agreed_other(const isnad_claim *c) {
  if (!is_agreed(c) || is_told(c)) return false;
  return c->kind != ISNAD_CLAIM_STATEMENT || (c->verdict == ISNAD_VERDICT_BOUNDS && !changes_number(c));
}

/* What copies of one text tell alike nobody has confirmed. */
static bool is_agreed_by_many(const isnad_claim *c) { return is_agreed_other(c) && c->origins.possible > 1; }

static bool is_agreed_by_one(const isnad_claim *c) { return is_agreed_other(c) && c->origins.possible <= 1; }

/* "The seven states": who they are is known from elsewhere, and nobody counts them here. */
static bool is_definite(const isnad_claim *c) {
  isnad_slice words = c->count > 0 ? c->versions[0].words : c->what;
  return isnad_slice_is(c->measure, "count") && c->count == 1 && article_at(words, 0);
}

/* What befell people is asked first; then what is counted and paid; ages, durations, ranks and distances last. */
static int rank_of(const isnad_claim *c) {
  static const char *const states[] = {"dead",    "wounded",  "casualties", "missing",  "recovered_bodies",
                                       "rescued", "arrested", "kidnapped",  "displaced"};
  bool counted_people = isnad_slice_is(c->measure, "count");
  for (size_t i = 0; counted_people && i < sizeof states / sizeof states[0]; i++)
    if (isnad_slice_is(c->state, states[i])) return 0;
  bool currency = c->measure.length == 3 && c->measure.bytes[0] >= 'A' && c->measure.bytes[0] <= 'Z';
  bool nameless = counted_people && ((c->thing.length == 0 && c->state.length == 0) || is_definite(c));
  return c->kind != ISNAD_CLAIM_FIGURE || (counted_people && !nameless) || currency || isnad_slice_is(c->measure, "percent") ? 1 : 2;
}

/* Inside a rank what rests on two origins for certain comes first. */
static int place_of(const isnad_claim *c) { return 2 * rank_of(c) + (c->origins.certain < 2); }

enum { RANKS = 3, PLACES = 2 * RANKS };

/* How many of a section are shown before the fold: ages, durations and ranks only where little else is. */
static size_t most_shown(const report *r, bool (*wanted)(const isnad_claim *)) {
  size_t telling = 0;
  for (size_t i = 0; i < r->claims.count; i++) telling += wanted(&r->claims.items[i]) && rank_of(&r->claims.items[i]) < RANKS - 1;
  return telling > MOST_AGREED ? MOST_AGREED : telling > LEAST_AGREED ? telling : LEAST_AGREED;
}

/* A section; without `none` it is left out when nothing belongs there. */
static bool write_section(report *r, const char *id, bool (*wanted)(const isnad_claim *), const char *none) {
  size_t count = 0, shown = 0;
  for (size_t i = 0; i < r->claims.count; i++) count += wanted(&r->claims.items[i]);
  size_t most = wanted == claim_told_differently ? count : most_shown(r, wanted);
  bool folds = count > most + 1;
  for (int place = 0; place < PLACES; place++)
    for (size_t i = 0; i < r->claims.count; i++) {
      const isnad_claim *c = &r->claims.items[i];
      if (!wanted(c) || place_of(c) != place) continue;
      if (shown == 0 && !block_heading(r, id)) return false;
      if (folds && shown == most && !block_fold(r, counted(r->s, "more_agreed", count - shown))) return false;
      if (!write_claim(r, c)) return false;
      shown++;
    }
  if (folds && !block_unfold(r)) return false;
  if (shown > 0 || none == NULL) return true;
  return block_heading(r, id) && block_add(r, BLOCK_NOTE, report_word(r, none), report_nothing, report_nothing);
}

/* --- told once --- */

static bool is_once(const isnad_claim *c) { return c->kind == ISNAD_CLAIM_FIGURE && c->verdict == ISNAD_VERDICT_SINGLE; }

/* What another body says instead: "beside it 12,000 of the intelligence service". */
static isnad_slice other_claimant(report *r, const isnad_claim *c) {
  for (size_t i = 0; i < c->beside_count; i++) {
    const isnad_claim *other = &r->claims.items[c->beside[i].claim];
    if (c->beside[i].why != ISNAD_CLAIM_BESIDE_CLAIMANT || !claim_beside_tells(&r->claims, c, &c->beside[i])) continue;
    isnad_slice words = words_joined(r->s, report_word(r, "report.against"), " ", version_words(r->s, other, &other->versions[0]));
    return words_joined(r->s, words, ": ", other->claimant);
  }
  return report_nothing;
}

/* A number of one report takes one line: what it counts, the number, and the words where it stands. */
static bool write_once_line(report *r, const isnad_claim *c) {
  const isnad_claim_version *v = &c->versions[c->first];
  const isnad_claim_mention *m = &v->mentions[0];
  isnad_slice words = words_joined(r->s, claim_full_title(r->s, c), ": ", version_words(r->s, c, v)), marks = report_nothing;
  if (v->headline_only) marks = report_word(r, "report.headline_only");
  if (v->anonymous) marks = words_joined(r->s, marks, " / ", report_word(r, "report.anonymous"));
  marks = words_joined(r->s, marks, " / ", other_claimant(r, c));
  words = words_joined(r->s, words, " | ", m->around);
  return block_add_dated(r, BLOCK_EVENT, 0, m->published, m->outlet.length > 0 ? m->outlet : label_short(m->label), words, marks);
}

static bool write_once(report *r) {
  size_t count = 0, shown = 0;
  for (size_t i = 0; i < r->claims.count; i++) count += is_once(&r->claims.items[i]);
  if (count == 0) return true;
  if (!block_heading(r, "report.once")) return false;
  bool folds = count > MOST_ONCE + 1;
  for (int rank = 0; rank < RANKS; rank++)
    for (size_t i = 0; i < r->claims.count; i++) {
      const isnad_claim *c = &r->claims.items[i];
      if (!is_once(c) || rank_of(c) != rank) continue;
      if (folds && shown == MOST_ONCE && !block_fold(r, counted(r->s, "more_figure", count - shown))) return false;
      if (!write_once_line(r, c)) return false;
      shown++;
    }
  return !folds || block_unfold(r);
}

/* Where reports open with tolls that cannot be one, nobody may read that none contradicts another. */
static bool write_differing(report *r) {
  bool contrasts = r->claims.contrast_count > 0, any = false;
  for (size_t i = 0; i < r->claims.count; i++) any = any || claim_told_differently(&r->claims.items[i]);
  if (!write_section(r, "report.differing", claim_told_differently, contrasts ? NULL : "report.no_differing")) return false;
  return !contrasts || ((any || block_heading(r, "report.differing")) && contrasts_write(r));
}

bool report_write_claims(report *r) {
  bool alike = false;
  for (size_t i = 0; i < r->claims.count; i++) alike = alike || is_agreed_by_one(&r->claims.items[i]);
  return write_section(r, "report.agreed", is_agreed_by_many, alike ? NULL : "report.no_agreed") && write_differing(r) &&
         write_section(r, "report.agreed_one", is_agreed_by_one, NULL) && write_section(r, "report.told", is_agreed_told, NULL) && write_once(r);
}
