/* What the story tells against a sentence that was found: who denies its number, and the numbers of other speakers. */
#include "view/check_against.h"

#include "view/claim_words.h"
#include "view/counts.h"
#include "view/labels.h"

enum { MOST_AGAINST = 4 };

/* Whether the mention lies in the sentence that answers. */
static bool lies_in(const isnad_claim_answer *a, const isnad_claim_mention *m) {
  const isnad_claim_passage *p = &a->passage;
  return isnad_slice_equal(m->name, p->article) && m->span.begin < p->span.end && p->span.begin < m->span.end;
}

static bool tells(const isnad_claim_answer *a, const isnad_claim *c) {
  for (size_t v = 0; v < c->count; v++)
    for (size_t m = 0; m < c->versions[v].count; m++)
      if (lies_in(a, &c->versions[v].mentions[m])) return true;
  return false;
}

static isnad_status against_head(sheet *s, size_t *shown) {
  if ((*shown)++ > 0) return ISNAD_OK;
  sheet_printf(s, "  ");
  sheet_words(s, label_word(s->view, "check.against"));
  return sheet_end(s);
}

static isnad_status against_line(sheet *s, const isnad_claim *c, const isnad_claim_mention *m, isnad_slice words, size_t *shown) {
  isnad_status status = against_head(s, shown);
  if (status != ISNAD_OK) return status;
  sheet_printf(s, "    ! ");
  sheet_words(s, words);
  status = sheet_end(s);
  return status == ISNAD_OK ? claim_mention_line(s, c, m) : status;
}

/* Who denies the number that the sentence tells. */
static isnad_status denial_lines(sheet *s, const isnad_claim *c, const isnad_claim_version *v, size_t *shown) {
  isnad_status status = ISNAD_OK;
  for (size_t d = 0; status == ISNAD_OK && d < v->denial_count && *shown < MOST_AGAINST; d++)
    status = against_line(s, c, &v->denials[d], claim_denial_words(s, v->denials[d].claimant), shown);
  return status;
}

static bool has_side(const isnad_claim_answer *a, const isnad_contrast *c) {
  for (size_t k = 0; k < c->count; k++)
    if (tells(a, &a->claims.items[c->sides[k].claim])) return true;
  return false;
}

/* The numbers that stand against one of the sentence, with who states them. */
static isnad_status contrast_lines(sheet *s, const isnad_claim_answer *a, const isnad_contrast *c, size_t *shown) {
  isnad_status status = ISNAD_OK;
  for (size_t k = 0; status == ISNAD_OK && k < c->count && *shown < MOST_AGAINST; k++) {
    const isnad_claim *claim = &a->claims.items[c->sides[k].claim];
    const isnad_claim_mention *m = &claim->versions[c->sides[k].version].mentions[c->sides[k].mention];
    if (claim->kind == ISNAD_CLAIM_STATEMENT || tells(a, claim)) continue;
    isnad_slice who = m->claimant.length > 0 ? m->claimant : label_word(s->view, "contrast.unnamed");
    status = against_line(s, claim, m, words_joined(s, m->words, ": ", who), shown);
  }
  return status;
}

/* What the story tells against what agrees: denials of its number, and other numbers of the same. */
isnad_status check_against(sheet *s, const isnad_claim_answer *a) {
  isnad_status status = ISNAD_OK;
  size_t shown = 0;
  if (a->passage.words.length == 0 || a->match == ISNAD_MATCH_DIFFERS) return ISNAD_OK;
  if (a->claim != SIZE_MAX) status = denial_lines(s, &a->claims.items[a->claim], &a->claims.items[a->claim].versions[a->version], &shown);
  for (size_t c = 0; status == ISNAD_OK && c < a->claims.count; c++)
    for (size_t v = 0; status == ISNAD_OK && v < a->claims.items[c].count; v++)
      for (size_t m = 0; m < a->claims.items[c].versions[v].count; m++) {
        if ((c == a->claim && v == a->version) || !lies_in(a, &a->claims.items[c].versions[v].mentions[m])) continue;
        status = denial_lines(s, &a->claims.items[c], &a->claims.items[c].versions[v], &shown);
        break;
      }
  for (size_t i = 0; status == ISNAD_OK && i < a->claims.contrast_count; i++)
    if (has_side(a, &a->claims.contrasts[i])) status = contrast_lines(s, a, &a->claims.contrasts[i], &shown);
  return status;
}

/* Whether somebody denies there what the answer tells. */
bool check_denies(const isnad_claim_answer *a, const isnad_claim_passage *p) {
  const isnad_claim_version *v = a->claim != SIZE_MAX ? &a->claims.items[a->claim].versions[a->version] : NULL;
  for (size_t d = 0; v != NULL && d < v->denial_count; d++)
    if (isnad_slice_equal(v->denials[d].name, p->article) && v->denials[d].span.begin >= p->span.begin && v->denials[d].span.end <= p->span.end)
      return true;
  return false;
}
