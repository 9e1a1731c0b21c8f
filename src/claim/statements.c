/* Statements that are one utterance, and denials with what they deny (docs/CLAIMS.md). */
#include "base/hash.h"
#include "claim/groups.h"
#include "claim/values.h"
#include "tables.h"

enum { FEW_TERMS = 3, SHARED_LEAST = 2, SHARED_LONG = 3, SHARED_TEXT = 4, MOST_COMPARED = 1200, DENIAL_SHARED = 4 };

/* How much of the content two statements of one speaker share (Dice; of the shorter), and of speakers of whom one is not known. Chosen on written
 * cases and by reading. */
static const double one_speaker = 0.42, unknown_speaker = 0.6, long_inside = 0.7, shorter_inside = 0.66, fragment_inside = 0.75, part_inside = 0.6,
                    in_one_report = 0.7, told_apart = 0.3, one_text = 0.75, denied_inside = 0.6, denied_alike = 0.34, one_translation = 0.26,
                    far_more = 1.6;

typedef struct matching {
  const claim_story *story;
  const claim_statements *all;
  claim_statement_groups *out;
  claim_pairs pairs;
  size_t *first; /* statements that are no copy of an earlier one */
  size_t first_count;
} matching;

static const claim_statement *at(const matching *m, size_t i) { return &m->all->items[i]; }

/* How much speaks for one utterance; 0: nothing. */
static double likeness(const claim_statement *a, const claim_statement *b, terms_overlap o) {
  claim_meeting speakers = claim_claimants(&a->mention, &a->speaker, &b->mention, &b->speaker);
  double dice = terms_dice(o), inside = terms_contained(o);
  size_t fewest = a->terms.count < b->terms.count ? a->terms.count : b->terms.count;
  if (a->denies != b->denies || fewest == 0) return 0;
  if (speakers == MEET_APART) {
    bool nominal = a->mention.claimant_id.length == 0 || b->mention.claimant_id.length == 0; /* "the envoy" may be he who is named elsewhere */
    return nominal && a->report != b->report && dice >= one_text && o.shared >= SHARED_TEXT ? dice * 0.8 : 0;
  }
  if (a->report == b->report) return dice >= in_one_report ? dice : 0;
  if (speakers == MEET_UNKNOWN && inside >= long_inside && o.shared > SHARED_TEXT) return inside * 0.8;
  if (speakers == MEET_UNKNOWN) return dice >= unknown_speaker && o.shared >= SHARED_LEAST ? dice : 0;
  if (fewest <= FEW_TERMS) return inside >= fragment_inside && (o.shared >= SHARED_LEAST || fewest == 1) ? inside * 0.9 : 0;
  if (dice >= one_speaker && o.shared >= SHARED_LEAST) return dice;
  return inside >= shorter_inside && o.shared >= SHARED_LONG ? inside * 0.9 : 0;
}

/* How much of the first the second says. */
static double inside_of(const claim_statement *part, const claim_statement *whole) {
  terms_overlap o = terms_compare(&part->terms, &whole->terms);
  return o.a > 0 ? (double)o.common / o.a : 0;
}

/* Whether a statement of their groups says both: one report tells in one breath what another tells in two. */
static bool told_in_one(const matching *m, size_t a, size_t b) {
  size_t heads[2] = {a, b};
  for (size_t h = 0; h < 2; h++) {
    size_t i = heads[h];
    do {
      const claim_statement *whole = at(m, i);
      if (whole->report == at(m, a)->report) continue;
      if (inside_of(at(m, a), whole) >= part_inside && inside_of(at(m, b), whole) >= part_inside) return true;
    } while ((i = m->out->groups.next[i]) != heads[h]);
  }
  return false;
}

/* One report that tells two statements of the groups as different ones. */
static bool told_as_two(matching *m, size_t a, size_t b) {
  size_t i = a;
  do {
    size_t k = b;
    do {
      const claim_statement *x = at(m, i), *y = at(m, k);
      if (x->report != y->report || x->piece_of != i || y->piece_of != k || x->mention.headline || y->mention.headline) continue;
      if (terms_dice(terms_compare(&x->terms, &y->terms)) < told_apart && !told_in_one(m, i, k)) return true;
    } while ((k = m->out->groups.next[k]) != b);
  } while ((i = m->out->groups.next[i]) != a);
  return false;
}

/* Copies of one statement of one speaker are joined unseen; the first stands for them. */
static bool find_first(matching *m) {
  map seen;
  m->first = isnad_arena_array(m->story->arena, m->all->count + 1, sizeof *m->first);
  if (m->first == NULL || !map_new(&seen, m->story->arena, m->all->count)) return false;
  for (size_t i = 0; i < m->all->count; i++) {
    const claim_statement *s = at(m, i);
    if (s->terms.count < SHARED_LEAST) {
      m->first[m->first_count++] = i;
      continue;
    }
    uint64_t key = hash64_seeded((isnad_slice){(const char *)s->terms.items, s->terms.count * sizeof *s->terms.items}, s->denies);
    uint64_t *place = map_put(&seen, hash64_seeded(s->mention.claimant, hash64_seeded(s->mention.claimant_id, key)));
    if (place == NULL) return false;
    if (*place != 0)
      groups_join(&m->out->groups, (size_t)*place - 1, i);
    else
      m->first[m->first_count++] = i;
    if (*place == 0) *place = i + 1;
  }
  return true;
}

/* Of what a speaker says in two reports, a pair of which each is far more like the other than all else that the two reports tell of him is one
 * utterance in other words, though little of it is the same. */
typedef struct closest {
  size_t other; /* of m->first; SIZE_MAX: none */
  double first, second;
} closest;

static void note_closest(closest *c, size_t other, double score) {
  if (score > c->first) {
    c->second = c->first;
    *c = (closest){other, score, c->second};
  } else if (score > c->second) {
    c->second = score;
  }
}

static bool may_translate(const claim_statement *a, const claim_statement *b) {
  bool told = a->report != b->report && a->denies == b->denies && !a->mention.headline && !b->mention.headline;
  return told && claim_claimants(&a->mention, &a->speaker, &b->mention, &b->speaker) == MEET_SAME;
}

/* The closest of each statement of [first, last), one report's, among those of [from, to), another's. */
static void find_closest(matching *m, closest *out, size_t first, size_t last, size_t from, size_t to) {
  for (size_t i = first; i < last; i++) out[i] = (closest){SIZE_MAX, 0, 0};
  for (size_t i = from; i < to; i++) out[i] = (closest){SIZE_MAX, 0, 0};
  for (size_t i = first; i < last; i++)
    for (size_t k = from; k < to; k++) {
      const claim_statement *a = at(m, m->first[i]), *b = at(m, m->first[k]);
      if (!may_translate(a, b)) continue;
      terms_overlap o = terms_compare(&a->terms, &b->terms);
      double score = o.shared >= SHARED_LONG ? terms_dice(o) : 0;
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
        if (c->first < one_translation || out[c->other].other != i) continue;
        if (c->second * far_more > c->first || out[c->other].second * far_more > c->first) continue;
        pairs_add(&m->pairs, m->first[i], m->first[c->other], c->first);
      }
    }
  }
}

static bool compare_all(matching *m) {
  size_t most = m->first_count < MOST_COMPARED ? m->first_count : MOST_COMPARED;
  closest *out = isnad_arena_array(m->story->arena, most + 1, sizeof *out);
  if (out == NULL) return false;
  for (size_t i = 0; i < most; i++)
    for (size_t k = i + 1; k < most; k++) {
      const claim_statement *a = at(m, m->first[i]), *b = at(m, m->first[k]);
      double score = likeness(a, b, terms_compare(&a->terms, &b->terms));
      if (score > 0) pairs_add(&m->pairs, m->first[i], m->first[k], score);
    }
  pair_translations(m, out, most);
  return !m->pairs.failed;
}

static bool join_all(matching *m) {
  map refused;
  if (!map_new(&refused, m->story->arena, 64)) return false;
  pairs_sort(&m->pairs);
  for (size_t i = 0; i < m->pairs.count; i++) {
    size_t a = groups_root(&m->out->groups, m->pairs.items[i].a), b = groups_root(&m->out->groups, m->pairs.items[i].b);
    if (a == b) continue;
    uint64_t *known = map_put(&refused, (uint64_t)(a < b ? a : b) * m->all->count + (a < b ? b : a));
    if (known == NULL) return false;
    if (*known == 0) *known = told_as_two(m, a, b) ? 2 : 1;
    if (*known == 1) groups_join(&m->out->groups, a, b);
  }
  return true;
}

/* A word that says no, or denies: what is said so is no statement that a denial of the same words denies. */
static bool says_no(matching *m, const claim_statement *s) {
  isnad_tokens tokens;
  if (isnad_arabic_tokens(&tokens, m->story->arena, s->mention.words, NULL) != ISNAD_OK) return true;
  for (size_t at = 0; at < tokens.count; at++) {
    isnad_phrase hits[8];
    size_t count = isnad_phrases_at(hits, 8, &tokens, at, 1u << ISNAD_TABLE_CLAIM_WORDS, ISNAD_PHRASE_CUT);
    for (size_t i = 0; i < count; i++) {
      const isnad_claim_words_row *row = &isnad_claim_words_rows[hits[i].row];
      bool no =
          isnad_slice_equal(isnad_slice_of(row->key), isnad_slice_of("deny")) || isnad_slice_equal(isnad_slice_of(row->key), isnad_slice_of("not"));
      if (row->role == ISNAD_CLAIM_WORDS_ROLE_DENY && no) return true;
    }
  }
  return false;
}

/* The first word of a denial says what is denied: a relation to an attack is not the attack. Words for news and their truth are passed over. */
static bool says_head(matching *m, const claim_statement *denial, const claim_statement *s) {
  isnad_tokens tokens;
  if (isnad_arabic_tokens(&tokens, m->story->arena, denial->mention.words, NULL) != ISNAD_OK) return false;
  for (size_t at = 0; at < tokens.count; at++) {
    isnad_phrase hits[8];
    size_t count = isnad_phrases_at(hits, 8, &tokens, at, 1u << ISNAD_TABLE_CLAIM_WORDS, ISNAD_PHRASE_CUT);
    bool passed = false;
    for (size_t i = 0; i < count; i++) passed = passed || isnad_claim_words_rows[hits[i].row].role == ISNAD_CLAIM_WORDS_ROLE_DENY;
    claim_terms head = {.count = 0};
    claim_listing listing = claim_listing_of(&tokens);
    if (!passed) terms_add(&head, &listing, at, at + (count > 0 ? hits[0].count : 1), TERMS_ROOTS);
    if (head.count == 0) continue;
    head.count = 1;
    claim_content first = claim_content_of(&head);
    return terms_compare(&first, &s->terms).shared > 0;
  }
  return false;
}

/* How much of what is denied the statement says; 0: it is not what is denied. */
static double denied_by(matching *m, const claim_statement *denial, const claim_statement *s) {
  if (s->denies || claim_claimants(&denial->mention, &denial->speaker, &s->mention, &s->speaker) == MEET_SAME) return 0;
  terms_overlap o = terms_compare(&denial->terms, &s->terms);
  double inside = o.a > 0 ? (double)o.common / o.a : 0;
  if (o.shared < DENIAL_SHARED || inside < denied_inside || terms_dice(o) < denied_alike) return 0;
  return says_no(m, s) || !says_head(m, denial, s) ? 0 : inside + terms_dice(o);
}

/* The statement that a denial denies: the one that says most of it, not by the denier himself. */
static void pair_denials(matching *m) {
  for (size_t d = 0; d < m->all->count; d++) {
    double most = 0;
    size_t best = SIZE_MAX;
    if (!at(m, d)->denies) continue;
    for (size_t i = 0; i < m->all->count; i++) {
      double inside = at(m, i)->piece_of == i ? denied_by(m, at(m, d), at(m, i)) : 0;
      if (inside <= most) continue;
      most = inside;
      best = i;
    }
    if (best != SIZE_MAX) m->out->denied_by[best] = d;
  }
}

isnad_status claim_group_statements(claim_statement_groups *out, const claim_story *story, const claim_statements *statements, isnad_err *err) {
  matching m = {.story = story, .all = statements, .out = out, .pairs = {.arena = story->arena}};
  out->denied_by = isnad_arena_array(story->arena, statements->count + 1, sizeof *out->denied_by);
  if (out->denied_by == NULL || !groups_new(&out->groups, story->arena, statements->count)) return isnad_arena_fail(err, story->arena, "claim");
  for (size_t i = 0; i < statements->count; i++) {
    out->denied_by[i] = SIZE_MAX;
    groups_join(&out->groups, i, statements->items[i].piece_of);
  }
  if (!find_first(&m)) return isnad_arena_fail(err, story->arena, "claim");
  if (!compare_all(&m) || !join_all(&m)) return isnad_arena_fail(err, story->arena, "claim");
  pair_denials(&m);
  return ISNAD_OK;
}
