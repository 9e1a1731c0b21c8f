/* Who states what a figure says. */
#include "claim/figure_read.h"

enum { VERB_REACH = 0, SOURCE_REACH = 4, OPENS = 2 };

static isnad_slice key(const char *text) { return isnad_slice_of(text); }

static void take_speaker(isnad_prepared_figure *out, isnad_slice entity, isnad_slice canonical, bool anonymous) {
  bool local = entity.length > 0 && entity.bytes[0] == '@';
  out->claimant = local ? (isnad_slice){NULL, 0} : entity;
  out->name = canonical;
  out->anonymous = anonymous;
}

/* "Setif: 13 dead" in a headline tells where, not who says it. */
static bool is_dateline(const claim_scan *s, isnad_slice entity) {
  for (size_t i = 0; s->at->headline && i < s->article->name_count; i++)
    if (s->article->names[i].type == ISNAD_NAME_PLACE && isnad_slice_equal(s->article->names[i].entity, entity)) return true;
  return false;
}

static bool quoted(isnad_prepared_figure *out, const claim_scan *s, const isnad_figure_note *f) {
  for (size_t i = 0; i < s->article->quote_count; i++) {
    const isnad_quote_note *q = &s->article->quotes[i];
    if (q->span.begin > f->number.begin || q->span.end < f->number.end) continue;
    if ((q->canonical.length == 0 && !q->anonymous) || is_dateline(s, q->entity)) continue;
    take_speaker(out, q->entity, q->canonical, q->anonymous);
    return true;
  }
  return false;
}

/* "The quake hit at dawn, according to the observatory, and killed 12": what is named between marks vouches for what stands before it. */
static bool is_aside(const claim_scan *s, const figure_place *p, size_t first, size_t last) {
  return first > s->at->first + OPENS && last <= p->first && figure_words_break(s, last, p->first);
}

/* A body that issued the document ("the results that the ministry published"): the document's id is that of a body. */
static bool is_issued(const isnad_source_note *c) { return c->kind == ISNAD_SOURCE_DOCUMENT && isnad_slice_starts(c->named.id, key("org.")); }

/* "According to the ministry": bodies, persons and the unnamed. A medium or a bare statement carries and does not claim. */
static void cited(isnad_prepared_figure *out, const claim_scan *s, const figure_place *p) {
  for (size_t i = 0; i < s->article->source_count; i++) {
    const isnad_source_note *c = &s->article->sources[i];
    bool claims = c->kind == ISNAD_SOURCE_OFFICIAL || c->kind == ISNAD_SOURCE_ANONYMOUS || is_issued(c);
    if (!claims || c->span.begin < s->at->span.begin || c->span.end > s->at->span.end) continue;
    if (is_aside(s, p, claim_token_at(s, c->span.begin), isnad_tokens_seek(s->tokens, c->span.end))) continue;
    take_speaker(out, c->named.id, c->named.name, c->kind == ISNAD_SOURCE_ANONYMOUS);
    return;
  }
}

static bool says(const claim_word *w, const char *word) {
  return w->row->role == ISNAD_CLAIM_WORDS_ROLE_COUNTS && isnad_slice_equal(key(w->row->key), key(word));
}

/* "According to the last report of the ministry": the body not far behind a word that leads to a source. */
static void told_by(isnad_prepared_figure *out, const claim_scan *s, const figure_place *p) {
  for (size_t w = 0; w < s->word_count; w++)
    for (size_t i = 0; says(&s->words[w], "source") && i < s->article->name_count; i++) {
      const isnad_name_note *n = &s->article->names[i];
      size_t first = claim_token_at(s, n->span.begin);
      bool near = first >= s->words[w].last && first <= s->words[w].last + SOURCE_REACH && n->span.end <= s->at->span.end;
      if (n->type != ISNAD_NAME_ORGANIZATION || !near || figure_words_break(s, s->words[w].last, first)) continue;
      if (is_aside(s, p, s->words[w].first, isnad_tokens_seek(s->tokens, n->span.end))) continue;
      take_speaker(out, n->entity, n->canonical, false);
      return;
    }
}

/* "The police raised its estimate": the body right before the word. */
static void told_before(isnad_prepared_figure *out, const claim_scan *s, const figure_place *p) {
  for (size_t w = 0; w < s->word_count && s->words[w].last <= p->first; w++)
    for (size_t i = 0; says(&s->words[w], "theirs") && i < s->article->name_count; i++) {
      const isnad_name_note *n = &s->article->names[i];
      if (n->type != ISNAD_NAME_ORGANIZATION || n->span.begin < s->at->span.begin) continue;
      if (isnad_tokens_seek(s->tokens, n->span.end) == s->words[w].first) take_speaker(out, n->entity, n->canonical, false);
    }
}

/* "The ministry of health recorded 1,180 infections": the body right behind the nearest verb of counting before the number. */
static void counted_by(isnad_prepared_figure *out, const claim_scan *s, const figure_place *p, const char *how) {
  const claim_word *verb = NULL;
  for (size_t i = 0; i < s->word_count && s->words[i].last <= p->first; i++)
    if (says(&s->words[i], how)) verb = &s->words[i];
  for (size_t i = 0; verb != NULL && i < s->article->name_count; i++) {
    const isnad_name_note *n = &s->article->names[i];
    size_t first = claim_token_at(s, n->span.begin);
    if (n->type != ISNAD_NAME_ORGANIZATION || first < verb->last || first > verb->last + VERB_REACH || n->span.end > s->at->span.end) continue;
    if (isnad_tokens_seek(s->tokens, n->span.end) > p->first) return;
    take_speaker(out, n->entity, n->canonical, false);
    return;
  }
}

/* "The National Council" of the names is "the National Council of Civil Defence" where the same sentence quotes or cites it. */
static void name_whole(isnad_prepared_figure *out, const claim_scan *s) {
  isnad_slice longest = out->name;
  for (size_t i = 0; i < s->article->quote_count; i++) {
    const isnad_quote_note *q = &s->article->quotes[i];
    bool here = q->speaker.begin >= s->at->span.begin && q->speaker.end <= s->at->span.end;
    if (here && q->canonical.length > longest.length && isnad_slice_starts(q->canonical, out->name)) longest = q->canonical;
  }
  for (size_t i = 0; i < s->article->source_count; i++) {
    const isnad_source_note *c = &s->article->sources[i];
    bool here = c->span.begin >= s->at->span.begin && c->span.end <= s->at->span.end;
    if (here && c->named.name.length > longest.length && isnad_slice_starts(c->named.name, out->name)) longest = c->named.name;
  }
  if (longest.length > out->name.length) out->claimant = (isnad_slice){NULL, 0};
  out->name = longest;
}

static void find_claimant(isnad_prepared_figure *out, const claim_scan *s, const isnad_figure_note *f, const figure_place *p) {
  const isnad_name_note *n = f->claimant >= 0 ? &s->article->names[f->claimant] : NULL;
  if (n != NULL && n->type == ISNAD_NAME_PLACE && s->at->headline) return;
  if (n != NULL && n->type != ISNAD_NAME_OUTLET) {
    take_speaker(out, n->entity, n->canonical, false);
    if (out->claimant.length == 0) name_whole(out, s);
    return;
  }
  if (n == NULL && !quoted(out, s, f)) cited(out, s, p);
  if (out->name.length == 0 && !out->anonymous) told_by(out, s, p);
  bool counted = figure_is_toll(out->state) || f->kind == ISNAD_FIGURE_MEASURE; /* a goal is "recorded" as well */
  if (out->name.length == 0 && !out->anonymous && counted) counted_by(out, s, p, "counts");
  if (out->name.length == 0 && !out->anonymous) counted_by(out, s, p, "estimates");
  if (out->name.length == 0 && !out->anonymous) counted_by(out, s, p, "decides");
  if (out->name.length == 0 && !out->anonymous) told_before(out, s, p);
}

static bool is_key(const isnad_claim_words_row *row, const char *word) { return isnad_slice_equal(key(row->key), key(word)); }

/* "The latest statistics", "reports": what is only called so states nothing. */
static bool is_nobody(const claim_scan *s, isnad_slice name) {
  isnad_tokens tokens;
  isnad_phrase hits[CLAIM_HITS];
  if (name.length == 0 || isnad_arabic_tokens(&tokens, s->arena, name, NULL) != ISNAD_OK || tokens.count == 0) return false;
  size_t count = isnad_phrases_at(hits, CLAIM_HITS, &tokens, 0, 1u << ISNAD_TABLE_CLAIM_WORDS, 0);
  for (size_t i = 0; i < count; i++)
    if (is_key(&isnad_claim_words_rows[hits[i].row], "no_claimant") && hits[i].count == tokens.count) return true;
  return false;
}

/* Who claims an attack does not state how many it killed. */
static bool claims_attack(const isnad_prepared_figure *out, const claim_scan *s, const figure_place *p) {
  for (size_t i = 0; figure_is_toll(out->state) && i < s->word_count; i++)
    if (is_key(s->words[i].row, "claims_attack") && s->words[i].last <= p->first) return true;
  return false;
}

static void drop_no_claimant(isnad_prepared_figure *out, const claim_scan *s, const figure_place *p) {
  if (claims_attack(out, s, p) || is_nobody(s, out->name)) out->claimant = out->name = (isnad_slice){NULL, 0};
}

void figure_read_claimant(isnad_prepared_figure *out, const claim_scan *s, const isnad_figure_note *f, const figure_place *p) {
  find_claimant(out, s, f, p);
  drop_no_claimant(out, s, p);
}
