/* Whether two speakers answer one question with two numbers (docs/CLAIMS.md, Contrasts). Their claims stay two, for nobody changed his number, but a
 * reader must see both as a disagreement. Where in doubt nothing is said. */
#include "claim/figure_compare.h"

#include "base/clock.h"
#include "claim/figure_words.h"
#include "claim/told_clash.h"
#include "claim/values.h"

enum { NONE_DAYS = 2, TOLL_DAYS = 2, FEW_SHARED = 2 };

/* From what likelihood the numbers of two speakers are two answers to one question: of a toll, and of anything else. Chosen by reading 80 and 36
 * pairs of the ANT corpus. How alike the words must be (Dice) where one says that nobody was killed. */
static const double likely_toll = 0.7, likely_other = 0.6, likely_battle = 0.9, unlikely = 0.3, none_alike = 0.2, none_anywhere = 0.28;

static bool is(isnad_slice word, const char *text) { return isnad_slice_equal(word, isnad_slice_of(text)); }

/* What is another number at another hour, or of another thing of the kind, though the words are alike. */
static bool is_passing(const claim_figure *f) {
  static const char *const states[] = {"prison", "term", "counted", "ago", "within", "distance", "output", "worth_each"};
  for (size_t i = 0; i < sizeof states / sizeof states[0]; i++)
    if (is(f->state, states[i])) return true;
  return figure_is_sport(f->thing) || figure_moves(f) || is(f->measure, "length") || figure_is_rank(f);
}

/* Listed, so that both certainly count one thing, or said to be in one state. */
static bool is_told(const claim_figure *a, const claim_figure *b) {
  bool state = a->state.length > 0 && isnad_slice_equal(a->state, b->state);
  bool thing = a->thing.length > 0 && !figure_is_unlisted(a->thing) && isnad_slice_equal(a->thing, b->thing);
  return state || (thing && !(is(a->thing, "person") && a->state.length == 0));
}

static bool is_combatant(const claim_figure *f) { return is(f->thing, "fighter") || is(f->thing, "soldier") || is(f->thing, "police"); }

/* Nothing but the speakers keeps them apart; of what is no toll, one may say nothing of its state. */
static bool only_speakers_part(const claim_figure *a, const claim_figure *b) {
  claim_figure x = *a;
  isnad_claim_beside why;
  x.mention.claimant = (isnad_slice){NULL, 0};
  if (!figure_kept_apart(&x, b, &why)) return true;
  bool half = a->state.length == 0 || b->state.length == 0;
  return why == ISNAD_CLAIM_BESIDE_STATE && half && !a->toll && !b->toll && isnad_slice_equal(a->thing, b->thing);
}

double figure_contention(const claim_figure *a, const claim_figure *b, const figure_beside *beside) {
  claim_figure x = *a;
  if (claim_claimants(&a->mention, &a->speaker, &b->mention, &b->speaker) != MEET_APART) return 0;
  if (a->report == b->report || !isnad_slice_equal(a->measure, b->measure) || claim_values_agree(a, b) || !only_speakers_part(a, b)) return 0;
  if (a->past || b->past || !beside->alone || a->toll != b->toll || figure_is_late(a, b)) return 0;
  if (a->toll && (a->scope.length > 0 || b->scope.length > 0 || claim_gap(&a->mention, &b->mention) >= TOLL_DAYS * (int64_t)DAY_SECONDS)) return 0;
  if (!a->toll && (!beside->sole || !is_told(a, b) || is_passing(a) || is_passing(b))) return 0;
  x.mention.claimant = (isnad_slice){NULL, 0};
  double rule = figure_difference(&x, b, beside->alone, beside->sole, beside->words), chance = figure_likelihood(&x, b, beside);
  if (chance < 0) return 0;
  bool battle = a->toll && is_combatant(a) && is_combatant(b); /* of two sides, or of another day of the front */
  if (battle && chance < likely_battle) return 0;
  if (rule > 0) return chance < unlikely ? 0 : rule;
  return chance >= (a->toll ? likely_toll : likely_other) ? chance : 0;
}

/* --- nobody, and some --- */

/* All whom it befell, in one event of now. */
static bool is_whole_toll(const claim_figure *f) {
  return f->toll && !f->vague && f->scope.length == 0 && !f->past && !f->mention.bare && f->times <= 1 && !figure_is_piece(f) &&
         !figure_is_object(f->thing);
}

double figure_none_against(const claim_figure *a, const claim_figure *b, terms_overlap words) {
  const claim_figure *none = a->none ? a : b, *some = none == a ? b : a;
  if (a->none == b->none || a->report == b->report || !isnad_slice_equal(a->state, b->state) || !is_whole_toll(some)) return 0;
  if (some->low <= 0 || claim_gap(&a->mention, &b->mention) >= NONE_DAYS * (int64_t)DAY_SECONDS) return 0;
  if (claim_times(a, b) == MEET_APART || claim_places(a, b) == MEET_APART || told_towns_clash(a->place, b->place)) return 0;
  double least = claim_places(a, b) == MEET_SAME ? none_alike : none_anywhere;
  return words.shared >= FEW_SHARED && terms_dice(words) >= least ? terms_dice(words) : 0;
}
