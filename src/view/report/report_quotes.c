/* Who said what: each speaker under one head, whatever the reports call him. */
#include "chain/speakers.h"
#include "view/claim_words.h"
#include "view/counts.h"
#include "view/labels.h"
#include "view/report/report_blocks.h"
#include "view/title.h"

enum { MOST_SPEAKERS = 15, MOST_OF_ONE = 6, MOST_COMPARED = 48 };

/* By claim: the first claim of its speaker; SIZE_MAX for what is no statement. */
typedef struct speakers {
  report *r;
  size_t *head;
  size_t *heads; /* the first claims, in their order */
  size_t count;
} speakers;

static const isnad_claim *claim_at(const speakers *s, size_t at) { return &s->r->claims.items[at]; }

static const isnad_claim_mention *told_by(const isnad_claim *c) { return &c->versions[c->first].mentions[0]; }

static bool is_unnamed(const isnad_claim *c) { return c->claimant.length == 0 || told_by(c)->anonymous; }

/* One name, or two of one body or person: "the Taliban", "the Taliban movement". Sources that are not named are one only by the same words. */
static bool is_one_speaker(const speakers *s, const isnad_claim *a, const isnad_claim *b) {
  if (isnad_slice_equal(a->claimant, b->claimant)) return true;
  if (is_unnamed(a) || is_unnamed(b)) return false;
  return chain_one_speaker(s->r->s->arena, told_by(a)->claimant_id, a->claimant, told_by(b)->claimant_id, b->claimant);
}

/* A short name that two heads have in theirs ("the ministry of defence") is neither's. */
static size_t head_of(const speakers *s, const isnad_claim *c) {
  size_t found = SIZE_MAX;
  for (size_t i = 0; i < s->count; i++)
    if (isnad_slice_equal(claim_at(s, s->heads[i])->claimant, c->claimant)) return s->heads[i];
  for (size_t i = 0; i < s->count && i < MOST_COMPARED; i++) {
    if (!is_one_speaker(s, claim_at(s, s->heads[i]), c)) continue;
    if (found != SIZE_MAX) return SIZE_MAX;
    found = s->heads[i];
  }
  return found;
}

static bool find_speakers(speakers *s) {
  size_t count = s->r->claims.count;
  s->head = isnad_arena_array(s->r->s->arena, count + 1, sizeof *s->head);
  s->heads = isnad_arena_array(s->r->s->arena, count + 1, sizeof *s->heads);
  if (s->head == NULL || s->heads == NULL) return false;
  for (size_t i = 0; i < count; i++) {
    const isnad_claim *c = claim_at(s, i);
    s->head[i] = c->kind == ISNAD_CLAIM_STATEMENT ? head_of(s, c) : SIZE_MAX;
    if (c->kind != ISNAD_CLAIM_STATEMENT || s->head[i] != SIZE_MAX) continue;
    s->head[i] = i;
    s->heads[s->count++] = i;
  }
  return true;
}

/* "BBC", or "BBC and 2 more reports". */
static isnad_slice carriers_of(report *r, const isnad_claim *c) {
  const isnad_claim_mention *m = told_by(c);
  isnad_slice outlet = m->outlet.length > 0 ? m->outlet : label_short(m->label);
  return c->reports > 1 ? words_joined(r->s, outlet, ": ", claim_support(r->s, c->reports, &c->origins)) : outlet;
}

static bool write_statements(speakers *s, size_t head) {
  report *r = s->r;
  size_t count = 0, shown = 0;
  for (size_t i = head; i < r->claims.count; i++) count += s->head[i] == head;
  bool folds = count > MOST_OF_ONE + 1;
  isnad_slice speaker = claim_at(s, head)->claimant;
  isnad_slice name = speaker.length > 0 ? speaker : report_word(r, "report.unnamed_speaker");
  if (!block_add(r, BLOCK_SPEAKER, name, report_nothing, report_nothing)) return false;
  for (size_t i = head; i < r->claims.count; i++) {
    const isnad_claim *c = claim_at(s, i);
    if (s->head[i] != head) continue;
    if (folds && shown == MOST_OF_ONE && !block_fold(r, counted(r->s, "more_statement", count - shown))) return false;
    const isnad_claim_version *v = &c->versions[c->first];
    if (!block_add_dated(r, BLOCK_SAID, 0, v->mentions[0].published, report_nothing, version_words(r->s, c, v), carriers_of(r, c))) return false;
    shown++;
  }
  return !folds || block_unfold(r);
}

bool report_write_quotes(report *r) {
  speakers s = {.r = r};
  if (!find_speakers(&s)) return false;
  if (s.count == 0) return true;
  if (!block_heading(r, "report.quotes")) return false;
  bool folds = s.count > MOST_SPEAKERS + 1;
  for (size_t i = 0; i < s.count; i++) {
    if (folds && i == MOST_SPEAKERS && !block_fold(r, counted(r->s, "more_speaker", s.count - i))) return false;
    if (!write_statements(&s, s.heads[i])) return false;
  }
  return !folds || block_unfold(r);
}
