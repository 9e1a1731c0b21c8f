/* Statements that are one utterance (docs/CLAIMS.md). */
#include "base/hash.h"
#include "claim/statement_matching.h"

enum { MOST_CROSSED = 64 };

/* How alike two statements of one report must be (Dice) not to be told apart; how alike those across two groups must be to hang together. */
static const double told_apart = 0.3, told_twice = 0.5, loosely = 0.2;

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
      terms_overlap o = terms_compare(&x->terms, &y->terms);
      bool apart = terms_dice(o) < told_apart || (terms_dice(o) < told_twice && terms_contained(o) < part_inside);
      if (apart && !told_in_one(m, i, k)) return true;
    } while ((k = m->out->groups.next[k]) != b);
  } while ((i = m->out->groups.next[i]) != a);
  return false;
}

/* Half of the pairs across two groups must be somewhat alike: a chain of wordings, each like the next, is no utterance. */
static bool hangs_together(const matching *m, size_t a, size_t b) {
  size_t pairs = 0, alike = 0, i = a;
  do {
    size_t k = b;
    if (at(m, i)->piece_of != i) continue;
    do {
      if (at(m, k)->piece_of != k) continue;
      terms_overlap o = terms_compare(&at(m, i)->terms, &at(m, k)->terms);
      alike += terms_dice(o) >= loosely || terms_contained(o) >= shorter_inside;
      if (++pairs == MOST_CROSSED) return 2 * alike >= pairs;
    } while ((k = m->out->groups.next[k]) != b);
  } while ((i = m->out->groups.next[i]) != a);
  return 2 * alike >= pairs;
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
    if (*known == 0) *known = told_as_two(m, a, b) || !hangs_together(m, a, b) ? 2 : 1;
    if (*known == 1) groups_join(&m->out->groups, a, b);
  }
  return true;
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
  if (!statement_pairs_find(&m) || !join_all(&m)) return isnad_arena_fail(err, story->arena, "claim");
  claim_pair_denials(out, story->arena, statements);
  return ISNAD_OK;
}
