/* Denials with what they deny (docs/CLAIMS.md). Where in doubt a denial stands alone. */
#include "claim/groups.h"
#include "claim/values.h"
#include "tables.h"

enum { DENIAL_SHARED = 4, WORDING = 3, DENIED_DAYS = 4, HEAD_WORDS = 3, MOST_HEADS = 2, DAY = 24 * 3600 };

/* How much of what is denied the statement says, and how alike both must be (Dice). */
static const double denied_inside = 0.6, denied_alike = 0.5, denied_whole = 0.5, whole = 0.9, denied_most = 0.56, denied_short = 0.66,
                    denied_nearly = 0.46;

typedef struct denying {
  isnad_arena *arena;
  const claim_statements *all;
  claim_statement_groups *out;
} denying;

static const claim_statement *at(const denying *m, size_t i) { return &m->all->items[i]; }

/* What a statement says besides what it tells. */
enum { SAYS_NOT = 1, SAYS_DENY = 2 };

/* A word that says no, or denies: what is said so is no statement that a denial of the same words denies. */
static unsigned says_no(denying *m, const claim_statement *s) {
  isnad_tokens tokens;
  unsigned says = 0;
  if (isnad_arabic_tokens(&tokens, m->arena, s->mention.words, NULL) != ISNAD_OK) return SAYS_DENY;
  for (size_t at = 0; at < tokens.count; at++) {
    isnad_phrase hits[8];
    size_t count = isnad_phrases_at(hits, 8, &tokens, at, 1u << ISNAD_TABLE_CLAIM_WORDS, ISNAD_PHRASE_CUT);
    for (size_t i = 0; i < count; i++) {
      const isnad_claim_words_row *row = &isnad_claim_words_rows[hits[i].row];
      if (row->role != ISNAD_CLAIM_WORDS_ROLE_DENY) continue;
      if (isnad_slice_equal(isnad_slice_of(row->key), isnad_slice_of("deny"))) says |= SAYS_DENY;
      if (isnad_slice_equal(isnad_slice_of(row->key), isnad_slice_of("not"))) says |= SAYS_NOT;
    }
  }
  return says;
}

/* Whether one of the terms stands in the first half of what is said: behind that stands what it is told of. */
static bool stands_early(denying *m, const claim_statement *s, const claim_terms *head) {
  isnad_tokens tokens;
  claim_content asked = claim_content_of(head);
  if (isnad_arabic_tokens(&tokens, m->arena, s->mention.words, NULL) != ISNAD_OK) return false;
  claim_listing listing = claim_listing_of(&tokens);
  for (size_t at = 0; at < (tokens.count + 1) / 2; at++) {
    claim_terms here = {.count = 0};
    terms_add(&here, &listing, at, tokens.count < at + WORDING ? tokens.count : at + WORDING, TERMS_ROOTS);
    terms_finish(&here);
    claim_content said = claim_content_of(&here);
    if (terms_compare(&asked, &said).shared > 0) return true;
  }
  return false;
}

/* Words for news and their truth, and for no. */
static bool is_passed_over(const isnad_claim_words_row *row) {
  static const char *const keys[] = {"deny", "but", "news", "not", "stop", "only"};
  for (size_t i = 0; row->role == ISNAD_CLAIM_WORDS_ROLE_DENY && i < sizeof keys / sizeof keys[0]; i++)
    if (isnad_slice_equal(isnad_slice_of(row->key), isnad_slice_of(keys[i]))) return true;
  return false;
}

/* The first word of a denial says what is denied: a relation to an attack is not the attack. Words for news and their truth are passed over. */
static bool says_head(denying *m, const claim_statement *denial, const claim_statement *s) {
  isnad_tokens tokens;
  size_t heads = 0;
  if (isnad_arabic_tokens(&tokens, m->arena, denial->mention.words, NULL) != ISNAD_OK) return false;
  for (size_t at = 0; at < tokens.count; at++) {
    isnad_phrase hits[8];
    size_t count = isnad_phrases_at(hits, 8, &tokens, at, 1u << ISNAD_TABLE_CLAIM_WORDS, ISNAD_PHRASE_CUT);
    bool passed = false;
    for (size_t i = 0; i < count; i++) passed = passed || is_passed_over(&isnad_claim_words_rows[hits[i].row]);
    claim_terms head = {.count = 0};
    claim_listing listing = claim_listing_of(&tokens);
    if (!passed) terms_add(&head, &listing, at, at + (count > 0 ? hits[0].count : 1), TERMS_ROOTS);
    if (head.count == 0) continue;
    terms_finish(&head);
    if (stands_early(m, s, &head)) return true;
    if (++heads == MOST_HEADS) return false; /* the first may be a form that the root does not show: "infants" */
  }
  return false;
}

/* "That the claims of its involvement are madness", "accusations of standing behind": told of the accusation, by the accused or by nobody's side. */
static bool calls_it_a_claim(denying *m, const claim_statement *s) {
  isnad_tokens tokens;
  if (isnad_arabic_tokens(&tokens, m->arena, s->mention.words, NULL) != ISNAD_OK) return true;
  for (size_t at = 0; at < tokens.count && at < HEAD_WORDS; at++) {
    isnad_phrase hits[8];
    size_t count = isnad_phrases_at(hits, 8, &tokens, at, 1u << ISNAD_TABLE_CLAIM_WORDS, ISNAD_PHRASE_CUT);
    for (size_t i = 0; i < count; i++)
      if (isnad_slice_equal(isnad_slice_of(isnad_claim_words_rows[hits[i].row].key), isnad_slice_of("accusation"))) return true;
  }
  return false;
}

/* "That the ministry opened the gates" and "the ministry denied that it opened them": what the statement weighs by the denier's own name. */
static unsigned named_himself(denying *m, const claim_statement *denial, const claim_statement *s, terms_overlap o) {
  isnad_tokens tokens;
  claim_terms name = {.count = 0};
  if (o.shared + 1 < DENIAL_SHARED || denial->mention.claimant.length == 0) return 0;
  if (isnad_arabic_tokens(&tokens, m->arena, denial->mention.claimant, NULL) != ISNAD_OK) return 0;
  claim_listing listing = claim_listing_of(&tokens);
  terms_add(&name, &listing, 0, tokens.count, TERMS_STATEMENT);
  terms_finish(&name);
  claim_content denier = claim_content_of(&name);
  terms_overlap named = terms_compare(&denier, &s->terms), denied = terms_compare(&denier, &denial->terms);
  return named.common > denied.common ? named.common - denied.common : 0;
}

/* "A source in the list": told without a name, though the note of the quotation may not say so. */
static bool is_unnamed(denying *m, const claim_statement *s) {
  isnad_tokens tokens;
  isnad_phrase hit;
  if (s->mention.anonymous || s->mention.claimant.length == 0) return s->mention.anonymous;
  if (isnad_arabic_tokens(&tokens, m->arena, s->mention.claimant, NULL) != ISNAD_OK || tokens.count == 0) return false;
  return isnad_phrases_at(&hit, 1, &tokens, 0, 1u << ISNAD_TABLE_HEADS, 0) > 0 && isnad_heads_rows[hit.row].kind == ISNAD_HEADS_KIND_ANONYMOUS;
}

/* How much of what is denied the statement says; 0: it is not what is denied. */
static double denied_by(denying *m, const claim_statement *denial, const claim_statement *s) {
  if (s->denies) return 0;
  bool himself = claim_claimants(&denial->mention, &denial->speaker, &s->mention, &s->speaker) == MEET_SAME;
  if (himself && (denial->mention.anonymous || !is_unnamed(m, s))) return 0; /* "a source in the ministry" is not the ministry that denies */
  if (claim_gap(&denial->mention, &s->mention) >= DENIED_DAYS * (int64_t)DAY) return 0;
  terms_overlap o = terms_compare(&denial->terms, &s->terms);
  o.b -= named_himself(m, denial, s, o);
  double inside = o.a > 0 ? (double)o.common / o.a : 0;
  double least = o.b > 0 && (double)o.common / o.b >= whole ? denied_whole : denied_inside; /* the denial says all of it, and where or when besides */
  bool enough = o.shared >= DENIAL_SHARED && inside >= least && terms_dice(o) >= denied_alike;
  bool longer = o.shared > DENIAL_SHARED && inside >= denied_most && terms_dice(o) >= denied_most; /* of many words half are enough */
  bool brief = o.shared == DENIAL_SHARED - 1 && inside >= denied_inside && terms_dice(o) >= denied_short;
  bool nearly = o.shared >= DENIAL_SHARED - 1 && inside >= denied_short && terms_dice(o) >= denied_nearly; /* who did it is named there alone */
  bool bare = o.shared == DENIAL_SHARED - 2 && inside >= whole && terms_dice(o) >= denied_inside; /* "the brakes failed", "that its brakes failed" */
  if (!enough && !longer && !brief && !nearly && !bare) return 0;
  unsigned no = says_no(m, s);
  bool opposed = no != 0 && (no != SAYS_NOT || says_no(m, denial) != SAYS_NOT); /* "denied that it did not pay" */
  return opposed || calls_it_a_claim(m, s) || !says_head(m, denial, s) ? 0 : inside + terms_dice(o);
}

/* The statement that a denial denies: the one that says most of it, not by the denier himself. */
void claim_pair_denials(claim_statement_groups *out, isnad_arena *arena, const claim_statements *statements) {
  denying given = {.arena = arena, .all = statements, .out = out}, *m = &given;
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
