/* Statement claims: one utterance in its wordings. */
#include "claim/build.h"

#include "arabic/letters.h"

#include "tables.h"

typedef struct building {
  claim_builder *b;
  const claim_statements *all;
  claim_statement_groups *groups;
  size_t *claim_of;
} building;

/* Nearly the same words; so alike that a change inside is no other translation. */
static const double same_wording = 0.92, one_text = 0.7, one_wording = 0.85;

static const claim_statement *at(const building *g, size_t i) { return &g->all->items[i]; }

/* --- wordings --- */

static isnad_slice only_in(building *g, isnad_slice text, const claim_content *other, size_t *missing, bool *number);

static bool negates(building *g, isnad_slice a, isnad_slice b);

/* Nearly the same words, no number for another, and neither denies a word that the other says. */
static bool is_wording(building *g, size_t a, size_t b) {
  size_t missing = 0;
  bool lost = false, gained = false;
  if (terms_dice(terms_compare(&at(g, a)->terms, &at(g, b)->terms)) < same_wording) return false;
  only_in(g, at(g, a)->mention.words, &at(g, b)->terms, &missing, &lost);
  only_in(g, at(g, b)->mention.words, &at(g, a)->terms, &missing, &gained);
  bool opposite = negates(g, at(g, a)->mention.words, at(g, b)->mention.words) || negates(g, at(g, b)->mention.words, at(g, a)->mention.words);
  return (!lost || !gained) && !opposite;
}

/* The version of each member: a number from 0 in the order of first appearance. */
static size_t *number_versions(building *g, const size_t *members, size_t count, size_t *versions) {
  size_t *numbers = isnad_arena_array(g->b->arena, count, sizeof *numbers), *heads = isnad_arena_array(g->b->arena, count, sizeof *heads);
  *versions = 0;
  if (numbers == NULL || heads == NULL) return NULL;
  for (size_t i = 0; i < count; i++) {
    size_t v = 0;
    if (at(g, members[i])->piece_of != members[i]) {
      numbers[i] = SIZE_MAX; /* told with the statement that it lies in */
      continue;
    }
    while (v < *versions && !is_wording(g, heads[v], members[i])) v++;
    if (v == *versions) heads[(*versions)++] = members[i];
    numbers[i] = v;
  }
  return numbers;
}

static isnad_claim_version *make_versions(building *g, isnad_claim *c, const size_t *members, size_t count) {
  size_t *numbers = number_versions(g, members, count, &c->count), used = 0;
  isnad_claim_mention *mentions = isnad_arena_array(g->b->arena, count, sizeof *mentions);
  isnad_claim_version *versions = isnad_arena_array(g->b->arena, count, sizeof *versions);
  if (numbers == NULL || mentions == NULL || versions == NULL) return NULL;
  for (size_t v = 0; v < c->count; v++) {
    versions[v].mentions = mentions + used;
    for (size_t i = 0; i < count; i++) {
      if (numbers[i] != v) continue;
      if (versions[v].count++ == 0) versions[v].words = at(g, members[i])->mention.words;
      mentions[used++] = at(g, members[i])->mention;
    }
    versions[v].qualifier = at(g, members[0])->mode;
  }
  return versions;
}

/* --- what was dropped, added or altered --- */

/* The words of `text` whose terms the other statement does not have, joined by blanks; at most so many. */
enum { MOST_SHOWN = 12, FEW_CHANGED = 4, MOST_WORDINGS = 24, NEGATION_REACH = 4 };

static bool holds_term(const claim_content *terms, uint32_t term) {
  for (size_t i = 0; i < terms->count; i++)
    if ((terms->items[i] ^ term) <= TERM_WEIGHT) return true;
  return false;
}

/* Fractions, clocks and years are written in too many ways. */
enum { FIRST_YEAR = 1900, LAST_YEAR = 2100 };

static bool is_whole_number(const isnad_tokens *tokens, size_t at) {
  isnad_slice form = isnad_token_form(tokens, at);
  bool joined = at + 1 < tokens->count && (tokens->items[at + 1].flags & ISNAD_TOKEN_GLUED) != 0 && tokens->items[at + 1].kind == ISNAD_TOKEN_PUNCT;
  if (tokens->items[at].kind != ISNAD_TOKEN_NUMBER || joined || (tokens->items[at].flags & ISNAD_TOKEN_GLUED) != 0) return false;
  unsigned value = 0;
  for (size_t i = 0; i < form.length; i++) {
    if (form.bytes[i] < '0' || form.bytes[i] > '9') return false;
    value = value < LAST_YEAR ? value * 10 + (unsigned)(form.bytes[i] - '0') : LAST_YEAR;
  }
  return value < FIRST_YEAR || value >= LAST_YEAR;
}

static bool is_repeated(const isnad_tokens *tokens, size_t at) {
  for (size_t t = 0; t < at; t++)
    if (tokens->items[t].hash == tokens->items[at].hash) return true;
  return false;
}

static isnad_slice only_in(building *g, isnad_slice text, const claim_content *other, size_t *missing, bool *number) {
  isnad_tokens tokens;
  isnad_slice out = {NULL, 0};
  *missing = 0;
  isnad_arena_reset(g->b->origins.scratch);
  if (isnad_arabic_tokens(&tokens, g->b->origins.scratch, text, NULL) != ISNAD_OK) return out;
  claim_listing listing = claim_listing_of(&tokens);
  for (size_t t = 0; t < tokens.count; t++) {
    claim_terms one = {.count = 0};
    terms_add(&one, &listing, t, t + 1, true);
    if (one.count == 0 || holds_term(other, one.items[0])) continue;
    *number = *number || is_whole_number(&tokens, t);
    isnad_slice word = isnad_slice_at(text, tokens.items[t].span);
    if (++*missing > MOST_SHOWN || is_repeated(&tokens, t)) continue;
    out = isnad_arena_printf(g->b->arena, "%.*s%s%.*s", (int)out.length, out.bytes != NULL ? out.bytes : "", out.length > 0 ? " " : "",
                             (int)word.length, word.bytes);
  }
  return out;
}

static bool is_negation(const isnad_tokens *tokens, size_t at) {
  isnad_phrase hits[8];
  size_t found = isnad_phrases_at(hits, 8, tokens, at, 1u << ISNAD_TABLE_CLAIM_WORDS, ISNAD_PHRASE_CUT);
  for (size_t i = 0; i < found; i++)
    if (isnad_slice_equal(isnad_slice_of(isnad_claim_words_rows[hits[i].row].key), isnad_slice_of("not"))) return true;
  return false;
}

/* Whether a word is of the stem, also behind the sign of the future, which the frequency rule may keep. */
static bool is_form(isnad_slice form, uint64_t stem) {
  if (claim_stem(form) == stem) return true;
  const unsigned char *at = (const unsigned char *)form.bytes;
  bool future = form.length > 8 && at[0] == (0xC0 | LETTER_SEEN >> 6) && at[1] == (0x80 | (LETTER_SEEN & 0x3F));
  return future && claim_stem((isnad_slice){form.bytes + 2, form.length - 2}) == stem;
}

/* Whether one of the words is a form of the stem: 1 as it stands, 2 with a negation before it; 0: none is. */
static int stands(const isnad_tokens *tokens, uint64_t stem) {
  int found = 0;
  for (size_t t = 0; t < tokens->count; t++) {
    if (tokens->items[t].kind != ISNAD_TOKEN_WORD || !is_form(isnad_token_form(tokens, t), stem)) continue;
    bool negated = false;
    for (size_t back = 1; back <= NEGATION_REACH && back <= t; back++) negated = negated || is_negation(tokens, t - back);
    if (!negated) return 1;
    found = 2;
  }
  return found;
}

/* A word that the one negates and the other does not: a statement and its opposite share all else. */
static bool negates(building *g, isnad_slice a, isnad_slice b) {
  isnad_tokens x, y;
  isnad_arena *scratch = g->b->origins.scratch;
  isnad_arena_reset(scratch);
  if (isnad_arabic_tokens(&x, scratch, a, NULL) != ISNAD_OK || isnad_arabic_tokens(&y, scratch, b, NULL) != ISNAD_OK) return false;
  for (size_t t = 0; t + 1 < x.count; t++) {
    if (!is_negation(&x, t) || x.items[t + 1].kind != ISNAD_TOKEN_WORD) continue;
    uint64_t stem = claim_stem(isnad_token_form(&x, t + 1));
    if (stands(&y, stem) == 1 && stands(&x, stem) == 2) return true;
  }
  return false;
}

/* The fullest wording: what the others are compared with. */
static size_t fullest(const isnad_claim *c, const isnad_claim_version *versions) {
  size_t best = 0;
  for (size_t v = 1; v < c->count; v++)
    if (versions[v].words.length > versions[best].words.length) best = v;
  return best;
}

static const claim_statement *statement_of(const building *g, const size_t *members, size_t count, const isnad_claim_mention *m) {
  for (size_t i = 0; i < count; i++)
    if (at(g, members[i])->mention.article == m->article && at(g, members[i])->mention.span.begin == m->span.begin) return at(g, members[i]);
  return NULL;
}

/* Two wordings of one text of which one is negated and the other is not, or direct ones with different numbers. Another word for a word may be
 * another translation. What clashes is one text (versions_clash). */
static bool alters(building *g, const claim_statement *full, const claim_statement *other, size_t dropped, size_t added, bool number) {
  terms_overlap o = terms_compare(&full->terms, &other->terms);
  bool direct = isnad_slice_equal(full->mode, isnad_slice_of("direct")) && isnad_slice_equal(other->mode, isnad_slice_of("direct"));
  bool opposite = negates(g, full->mention.words, other->mention.words) || negates(g, other->mention.words, full->mention.words);
  if (opposite) return dropped + added <= FEW_CHANGED;
  return number && (direct || terms_dice(o) >= one_wording);
}

static bool versions_clash(building *g, const isnad_claim_version *v, const isnad_claim_version *w, const size_t *members, size_t count) {
  const claim_statement *a = statement_of(g, members, count, &v->mentions[0]), *b = statement_of(g, members, count, &w->mentions[0]);
  size_t dropped = 0, added = 0;
  bool lost = false, gained = false;
  if (a == NULL || b == NULL || a->report == b->report || a->denies || b->denies || terms_dice(terms_compare(&a->terms, &b->terms)) < one_text)
    return false;
  only_in(g, a->mention.words, &b->terms, &dropped, &lost);
  only_in(g, b->mention.words, &a->terms, &added, &gained);
  return alters(g, a, b, dropped, added, lost && gained);
}

static bool compare_versions(building *g, isnad_claim *c, isnad_claim_version *versions, const size_t *members, size_t count) {
  size_t full = fullest(c, versions);
  const claim_statement *whole = statement_of(g, members, count, &versions[full].mentions[0]);
  bool altered = false;
  for (size_t v = 0; v < c->count; v++) {
    const claim_statement *other = statement_of(g, members, count, &versions[v].mentions[0]);
    size_t dropped = 0, added = 0;
    bool number = false;
    if (v == full || whole == NULL || other == NULL) continue;
    versions[v].dropped = only_in(g, whole->mention.words, &other->terms, &dropped, &number);
    versions[v].added = only_in(g, other->mention.words, &whole->terms, &added, &number);
  }
  for (size_t v = 0; v < c->count && v < MOST_WORDINGS; v++)
    for (size_t w = 0; w < v && !altered; w++) altered = versions_clash(g, &versions[v], &versions[w], members, count);
  return altered;
}

static isnad_verdict verdict_of(const isnad_claim *c, bool altered) {
  if (altered) return ISNAD_VERDICT_DIFFER;
  if (c->count > 1) return ISNAD_VERDICT_BOUNDS;
  return c->reports > 1 ? ISNAD_VERDICT_AGREE : ISNAD_VERDICT_SINGLE;
}

static isnad_status build_one(building *g, size_t root) {
  size_t count = 0;
  size_t *members = build_members(g->b, &g->groups->groups, root, &count);
  isnad_claim *c = build_claim(g->b, ISNAD_CLAIM_STATEMENT);
  if (members == NULL || c == NULL) return isnad_arena_fail(g->b->err, g->b->arena, "claim");
  size_t at_claim = g->b->count - 1;
  for (size_t i = 0; i < count; i++) {
    g->claim_of[members[i]] = at_claim;
    if (c->claimant.length == 0) c->claimant = at(g, members[i])->mention.claimant;
  }
  isnad_claim_version *versions = make_versions(g, c, members, count);
  if (versions == NULL) return isnad_arena_fail(g->b->err, g->b->arena, "claim");
  bool altered = compare_versions(g, c, versions, members, count);
  c->what = versions[fullest(c, versions)].words;
  isnad_status status = build_finish(g->b, c, versions);
  if (status == ISNAD_OK) g->b->items[at_claim].verdict = verdict_of(&g->b->items[at_claim], altered);
  return status;
}

isnad_status build_statements(claim_builder *b, const claim_statements *statements, claim_statement_groups *groups) {
  building g = {.b = b, .all = statements, .groups = groups};
  isnad_status status = ISNAD_OK;
  g.claim_of = isnad_arena_array(b->arena, statements->count + 1, sizeof *g.claim_of);
  if (g.claim_of == NULL) return isnad_arena_fail(b->err, b->arena, "claim");
  for (size_t i = 0; status == ISNAD_OK && i < statements->count; i++)
    if (groups_root(&groups->groups, i) == i) status = build_one(&g, i);
  for (size_t i = 0; status == ISNAD_OK && i < statements->count; i++) {
    isnad_claim *c = &b->items[g.claim_of[i]];
    if (groups->denied_by[i] == SIZE_MAX || c->denied_by != SIZE_MAX) continue;
    c->denied_by = g.claim_of[groups->denied_by[i]];
    c->verdict = ISNAD_VERDICT_DENIED;
  }
  return status;
}
