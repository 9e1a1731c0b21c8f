/* One quotation told of two persons: the words are the same, and neither name is the other's (docs/CLAIMS.md, Contrasts). */
#include "claim/contrasts.h"
#include "claim/told_clash.h"
#include "claim/values.h"
#include "tables.h"

#include <string.h>

enum { MOST_PAIRS = 3, LEAST_TERMS = 5, MOST_STATEMENTS = 600, DAYS = 2, DAY = 24 * 3600 };

/* The same words: two persons say alike what they agree on, but not so alike. */
static const double one_quotation = 0.85;

typedef struct speaking {
  const claim_story *story;
  const claim_statements *all;
  isnad_claims *out;
  isnad_arena *scratch;
} speaking;

/* A person by his id, or by a first name of the table: a body of two words is none. */
static bool is_person(isnad_arena *arena, const isnad_claim_mention *m) {
  isnad_tokens tokens;
  isnad_phrase hit;
  if (isnad_slice_starts(m->claimant_id, isnad_slice_of("per."))) return true;
  if (m->claimant.length == 0 || isnad_arabic_tokens(&tokens, arena, m->claimant, NULL) != ISNAD_OK || tokens.count < 2) return false;
  bool given = isnad_phrases_at(&hit, 1, &tokens, 0, 1u << ISNAD_TABLE_GIVEN_NAMES, 0) > 0;
  bool called = isnad_phrases_at(&hit, 1, &tokens, 0, 1u << ISNAD_TABLE_TITLES, 0) > 0; /* "the star of Liverpool" may be anybody */
  return given && !called && isnad_phrases_at(&hit, 1, &tokens, 1, 1u << ISNAD_TABLE_PLACES, ISNAD_PHRASE_CUT) == 0;
}

bool claim_two_persons(isnad_arena *arena, const isnad_claim_mention *a, const isnad_claim_mention *b) {
  return is_person(arena, a) && is_person(arena, b) && told_names_clash(arena, a->claimant, b->claimant);
}

static bool may_quote(const claim_statement *s, size_t at) {
  bool direct = isnad_slice_equal(s->mode, isnad_slice_of("direct"));
  return direct && s->named_beside && s->piece_of == at && !s->denies && !s->mention.anonymous && !s->mention.carrier &&
         s->terms.count >= LEAST_TERMS;
}

static bool said_by_two(speaking *k, const claim_statement *a, const claim_statement *b) {
  if (a->report == b->report || claim_gap(&a->mention, &b->mention) >= DAYS * (int64_t)DAY) return false;
  if (terms_dice(terms_compare(&a->terms, &b->terms)) < one_quotation) return false;
  if (claim_claimants(&a->mention, &a->speaker, &b->mention, &b->speaker) != MEET_APART) return false;
  isnad_arena_reset(k->scratch);
  return claim_two_persons(k->scratch, &a->mention, &b->mention);
}

/* Where a statement stands among the claims. */
static bool find_statement(isnad_contrast_side *out, const isnad_claims *claims, const claim_statement *s) {
  for (size_t c = 0; c < claims->count; c++)
    for (size_t v = 0; claims->items[c].kind == ISNAD_CLAIM_STATEMENT && v < claims->items[c].count; v++)
      for (size_t m = 0; m < claims->items[c].versions[v].count; m++) {
        const isnad_claim_mention *mention = &claims->items[c].versions[v].mentions[m];
        if (mention->article != s->mention.article || mention->span.begin != s->mention.span.begin) continue;
        *out = (isnad_contrast_side){c, v, m};
        return true;
      }
  return false;
}

/* The same two persons stand beside one another already. */
static bool is_known_pair(const speaking *k, const claim_statement *a, const claim_statement *b) {
  for (size_t i = 0; i < k->out->contrast_count; i++) {
    const isnad_contrast *c = &k->out->contrasts[i];
    if (k->out->items[c->sides[0].claim].kind != ISNAD_CLAIM_STATEMENT) continue;
    const isnad_slice x = k->out->items[c->sides[0].claim].claimant, y = k->out->items[c->sides[1].claim].claimant;
    if (isnad_slice_equal(x, a->mention.claimant) && isnad_slice_equal(y, b->mention.claimant)) return true;
  }
  return false;
}

static isnad_status add_pair(speaking *k, isnad_contrast *items, const claim_statement *a, const claim_statement *b, isnad_err *err) {
  isnad_contrast_side *sides = isnad_arena_array(k->story->arena, 2, sizeof *sides);
  if (sides == NULL) return isnad_arena_fail(err, k->story->arena, "claim");
  if (find_statement(&sides[0], k->out, a) && find_statement(&sides[1], k->out, b))
    items[k->out->contrast_count++] = (isnad_contrast){.sides = sides, .count = 2};
  return ISNAD_OK;
}

isnad_status build_speaker_contrasts(isnad_claims *out, const claim_story *story, const claim_statements *statements, isnad_err *err) {
  speaking k = {.story = story, .all = statements, .out = out};
  isnad_status status = ISNAD_OK;
  size_t count = statements->count < MOST_STATEMENTS ? statements->count : MOST_STATEMENTS, most = out->contrast_count + MOST_PAIRS;
  isnad_contrast *items = isnad_arena_array(story->arena, most, sizeof *items);
  if (items == NULL) return isnad_arena_fail(err, story->arena, "claim");
  if (isnad_arena_new(&k.scratch, 0) != ISNAD_OK) return isnad_err_set(err, ISNAD_NO_MEMORY, "claim", (isnad_span){0, 0}, "out of memory");
  if (out->contrast_count > 0) memcpy(items, out->contrasts, out->contrast_count * sizeof *items);
  out->contrasts = items;
  for (size_t i = 0; status == ISNAD_OK && i < count; i++)
    for (size_t j = i + 1; status == ISNAD_OK && j < count && out->contrast_count < most && may_quote(&statements->items[i], i); j++)
      if (may_quote(&statements->items[j], j) && said_by_two(&k, &statements->items[i], &statements->items[j]) &&
          !is_known_pair(&k, &statements->items[i], &statements->items[j]))
        status = add_pair(&k, items, &statements->items[i], &statements->items[j], err);
  isnad_arena_free(k.scratch);
  return status;
}
