/* The pairs of statements that may be one utterance, and how much speaks for each. */
#include "claim/statement_matching.h"
#include "claim/values.h"
#include "claim/wording.h"

enum {
  FEW_TERMS = 3,
  SHARED_LONG = 3,
  SHARED_TEXT = 4,
  MOST_COMPARED = 1200,
  TOPIC_LEAST = 4,
  TOPIC_SHARE = 12,
  SAID_DAYS = 2,
  DAY = 24 * 3600,
  TELLING_WEIGHT = 13
};

/* How much of the content two statements of one speaker share (Dice; of the shorter), and of speakers of whom one is not known. Chosen on written
 * cases and by reading. */
static const double one_speaker = 0.42, unknown_speaker = 0.6, long_inside = 0.7, short_inside = 0.7, fragment_inside = 0.75, in_one_report = 0.7,
                    one_text = 0.75, one_translation = 0.26, only_translation = 0.2, far_more = 1.6, said_again = 0.6, nearly_one = 0.7,
                    telling_alike = 0.3;

/* From what likelihood two statements of which no rule says so are one utterance (chosen in ten folds over stories), and how much that speaks for it
 * beside what the rules say. */
static const double likely_one = 0.65, less_sure = 0.5;

/* A piece of one word is the other's when it is the same form of it, and a telling one (the weight is that of the form), or a listed wording. */
static bool is_one_word(const claim_statement *a, const claim_statement *b) {
  const claim_content *few = a->terms.count <= b->terms.count ? &a->terms : &b->terms, *many = few == &a->terms ? &b->terms : &a->terms;
  for (size_t i = 0; few->count == 1 && i < many->count; i++)
    if (many->items[i] == few->items[0]) {
      uint32_t weight = few->items[0] & TERM_WEIGHT;
      return weight >= TELLING_WEIGHT || weight == TERM_LISTED;
    }
  return false;
}

/* Days later a speaker says something else of the same matter, unless it is told in nearly the same words. */
static bool days_apart(const claim_statement *a, const claim_statement *b) { return claim_gap(&a->mention, &b->mention) >= SAID_DAYS * (int64_t)DAY; }

/* How much speaks for one utterance; 0: nothing. */
static double likeness(isnad_arena *arena, const claim_statement *a, const claim_statement *b, terms_overlap o) {
  claim_meeting speakers = claim_claimants(&a->mention, &a->speaker, &b->mention, &b->speaker);
  double dice = terms_dice(o), inside = terms_contained(o);
  size_t fewest = a->terms.count < b->terms.count ? a->terms.count : b->terms.count;
  if (a->denies != b->denies || fewest == 0) return 0;
  if (speakers != MEET_SAME && claim_numbers_part(a, b)) return 0; /* each tells his own number */
  if (days_apart(a, b) && dice < said_again) return 0;
  if (speakers == MEET_APART) {
    bool nominal = a->mention.claimant_id.length == 0 || b->mention.claimant_id.length == 0; /* "the envoy" may be he who is named elsewhere */
    bool alike = nominal && a->report != b->report && dice >= one_text && o.shared >= SHARED_TEXT;
    return alike && !claim_two_persons(arena, &a->mention, &b->mention) ? dice * 0.8 : 0;
  }
  if (a->report == b->report) return dice >= in_one_report ? dice : 0;
  if (speakers == MEET_UNKNOWN && inside >= long_inside && o.shared > SHARED_TEXT) return inside * 0.8;
  if (speakers == MEET_UNKNOWN) return dice >= unknown_speaker && o.shared >= SHARED_LEAST ? dice : 0;
  if (fewest <= FEW_TERMS) return inside >= fragment_inside && (o.shared >= SHARED_LEAST || is_one_word(a, b)) ? inside * 0.9 : 0;
  if (dice >= one_speaker && o.shared >= SHARED_LEAST) return dice;
  return (inside >= shorter_inside && o.shared >= SHARED_LONG) || (inside >= short_inside && o.shared >= SHARED_LEAST) ? inside * 0.9 : 0;
}

/* --- what the story is about --- */

/* Each term of a statement stands in it once. */
static bool count_terms(matching *m) {
  if (!map_new(&m->told, m->story->arena, 256)) return false;
  for (size_t i = 0; i < m->first_count; i++) {
    const claim_content *terms = &at(m, m->first[i])->terms;
    for (size_t k = 0; k < terms->count; k++) {
      uint64_t *count = map_put(&m->told, terms->items[k] & ~(uint32_t)TERM_WEIGHT);
      if (count == NULL) return false;
      ++*count;
    }
  }
  return true;
}

/* What many statements of the story name is what the story is about: "the summit of the seven" says nothing of which statement it is. */
static bool is_topic(const matching *m, uint32_t term) {
  const uint64_t *count = map_get(&m->told, term & ~(uint32_t)TERM_WEIGHT);
  return count != NULL && *count >= TOPIC_LEAST && *count * TOPIC_SHARE >= m->first_count;
}

/* Of each statement the terms that are not what the story is about: sorted as they were. */
static bool find_telling(matching *m) {
  m->telling = isnad_arena_array(m->story->arena, m->all->count + 1, sizeof *m->telling);
  if (m->telling == NULL) return false;
  for (size_t i = 0; i < m->first_count; i++) {
    const claim_content *terms = &at(m, m->first[i])->terms;
    claim_terms kept = {.count = 0};
    for (size_t k = 0; k < terms->count; k++)
      if (!is_topic(m, terms->items[k])) kept.items[kept.count++] = terms->items[k];
    if (!claim_content_copy(&m->telling[m->first[i]], m->story->arena, &kept)) return false;
  }
  return true;
}

static terms_overlap compare_telling(const matching *m, const claim_statement *a, const claim_statement *b) {
  return terms_compare(&m->telling[a - m->all->items], &m->telling[b - m->all->items]);
}

/* Besides what the story is about they must share something: two sentences on chemical weapons in Syria are two. */
static bool shares_telling(const matching *m, const claim_statement *a, const claim_statement *b) {
  if (a->terms.count <= FEW_TERMS || b->terms.count <= FEW_TERMS) return true;
  terms_overlap o = compare_telling(m, a, b);
  return terms_dice(o) >= telling_alike || terms_contained(o) >= shorter_inside;
}

/* What the rules say, or where they say nothing the likelihood. */
static double likeness_in_story(const matching *m, const claim_statement *a, const claim_statement *b) {
  terms_overlap all = terms_compare(&a->terms, &b->terms);
  double score = likeness(m->story->arena, a, b, all);
  if (score > 0 && score < nearly_one && a->report != b->report && !shares_telling(m, a, b)) score = 0;
  bool parted = claim_claimants(&a->mention, &a->speaker, &b->mention, &b->speaker) != MEET_SAME && claim_numbers_part(a, b);
  if (score > 0 || all.shared < SHARED_LEAST || parted) return score;
  double chance = statement_likelihood(a, b, all, compare_telling(m, a, b));
  return chance >= likely_one ? chance * less_sure : 0;
}

/* --- translations --- */

/* Of what a speaker says in two reports, a pair of which each is far more like the other than all else that the two reports tell of him is one
 * utterance in other words, though little of it is the same. */
typedef struct closest {
  size_t other; /* of m->first; SIZE_MAX: none */
  size_t met;   /* how many whole statements of his the other report has */
  double first, second;
} closest;

static void note_closest(closest *c, size_t other, double score) {
  if (score > c->first) {
    c->second = c->first;
    c->other = other;
    c->first = score;
  } else if (score > c->second) {
    c->second = score;
  }
}

static bool may_translate(const claim_statement *a, const claim_statement *b) {
  bool told = a->report != b->report && a->denies == b->denies && !a->mention.headline && !b->mention.headline && !days_apart(a, b);
  return told && claim_claimants(&a->mention, &a->speaker, &b->mention, &b->speaker) == MEET_SAME;
}

/* How alike two translations are: a topic that they share is not enough. */
static double translation(const matching *m, const claim_statement *a, const claim_statement *b) {
  terms_overlap o = terms_compare(&a->terms, &b->terms);
  if (o.shared < SHARED_LEAST || wording_numbers_part(a->mention.words, b->mention.words)) return 0;
  terms_overlap telling = compare_telling(m, a, b);
  double dice = terms_dice(telling);
  if (o.shared >= SHARED_LONG && telling.shared >= SHARED_LEAST) return dice;
  return dice >= one_translation && terms_contained(telling) >= part_inside ? dice : 0;
}

bool statement_is_himself(const isnad_claim_mention *a, const isnad_claim_mention *b) {
  bool ids = a->claimant_id.length > 0 && isnad_slice_equal(a->claimant_id, b->claimant_id);
  return ids || isnad_slice_equal(a->claimant, b->claimant);
}

/* The closest of each statement of [first, last), one report's, among those of [from, to), another's. */
static void find_closest(matching *m, closest *out, size_t first, size_t last, size_t from, size_t to) {
  for (size_t i = first; i < last; i++) out[i] = (closest){SIZE_MAX, 0, 0, 0};
  for (size_t i = from; i < to; i++) out[i] = (closest){SIZE_MAX, 0, 0, 0};
  for (size_t i = first; i < last; i++)
    for (size_t k = from; k < to; k++) {
      const claim_statement *a = at(m, m->first[i]), *b = at(m, m->first[k]);
      if (!may_translate(a, b)) continue;
      double score = translation(m, a, b);
      bool himself = statement_is_himself(&a->mention, &b->mention); /* not "security sources" and "medical sources" */
      out[i].met += himself ? b->piece_of == m->first[k] : FEW_TERMS;
      out[k].met += himself ? a->piece_of == m->first[i] : FEW_TERMS;
      note_closest(&out[i], k, score);
      note_closest(&out[k], i, score);
    }
}

static size_t end_of_report(const matching *m, size_t first, size_t most) {
  size_t last = first;
  while (last < most && at(m, m->first[last])->report == at(m, m->first[first])->report) last++;
  return last;
}

static void pair_translations(matching *m, closest *out, size_t most) {
  for (size_t first = 0, last = 0; first < most; first = last) {
    last = end_of_report(m, first, most);
    for (size_t from = last, to = last; from < most; from = to) {
      to = end_of_report(m, from, most);
      find_closest(m, out, first, last, from, to);
      for (size_t i = first; i < last; i++) {
        const closest *c = &out[i];
        bool only = c->other != SIZE_MAX && c->met == 1 && out[c->other].met == 1; /* both reports have one word of his */
        if (c->first < (only ? only_translation : one_translation) || out[c->other].other != i) continue;
        if (c->second * far_more > c->first || out[c->other].second * far_more > c->first) continue;
        pairs_add(&m->pairs, m->first[i], m->first[c->other], c->first);
      }
    }
  }
}

/* --- all of them --- */

bool statement_pairs_begin(matching *m) { return count_terms(m) && find_telling(m); }

bool statement_pairs_find(matching *m) {
  size_t most = m->first_count < MOST_COMPARED ? m->first_count : MOST_COMPARED;
  closest *out = isnad_arena_array(m->story->arena, most + 1, sizeof *out);
  if (out == NULL || !statement_pairs_begin(m)) return false;
  for (size_t i = 0; i < most; i++)
    for (size_t k = i + 1; k < most; k++) {
      const claim_statement *a = at(m, m->first[i]), *b = at(m, m->first[k]);
      double score = likeness_in_story(m, a, b);
      if (score > 0) pairs_add(&m->pairs, m->first[i], m->first[k], score);
    }
  pair_translations(m, out, most);
  return !m->pairs.failed;
}
