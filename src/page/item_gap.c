/* What the lines between two paragraphs of a text page say of whether another article begins there. No words are known here but the tables'. */
#include "page/dateline.h"
#include "page/item_role.h"

#include "page/chars.h"

enum {
  ITEM_LINES = 32, /* of a gap that are looked at */
  NAME_WORDS = 4,
  SHARED_MOST = 4,
  COMMENTED_SHARES = 2,
  MORE_MOST = 3
};

enum { STAMP_UNDER = 1, WRITER_UNDER = 2, NAME_UNDER = 4, STAMP_OVER = 8, FILED = 16 };

#define AT(feature) x[ISNAD_ITEM_WEIGHTS_FEATURE_##feature]

/* --- the head of the article --- */

static bool is_filed(const cut *c, size_t paragraph, bool *placed) {
  const isnad_tokens *t = &c->page->tokens;
  const isnad_block *b = c->blocks[paragraph].block;
  size_t ignored = 0, end = page_place_at(t, b->first_token, b->last_token);
  uint32_t mark = end > b->first_token && end < b->last_token ? char_at(t->text, t->items[end].span.begin, &ignored) : 0;
  dateline line;
  *placed = mark == ':' || mark == '(' || mark == '/' || char_is_dash(mark);
  return page_dateline(&line, t, b->first_token, b->last_token, false) && line.credits[0].kind == DATELINE_AGENCY;
}

/* What stands between the headline and the paragraph: who wrote and when. */
static void read_under(item_gap *g, const cut *c) {
  for (size_t i = g->title + 1; i < g->to; i++) {
    const cut_block *b = &c->blocks[i];
    switch (page_item_role(c, i)) {
    case ROLE_STAMP:
      g->AT(STAMP) = 1;
      break;
    case ROLE_AGO:
      g->AT(AGO) = 1;
      break;
    case ROLE_WRITER:
    case ROLE_CREDIT:
      g->AT(WRITER) = 1;
      break;
    case ROLE_LINE:
      if (b->l.words >= 2 && b->l.words <= NAME_WORDS && b->l.numbers == 0 && g->AT(NAME) == 0)
        g->AT(NAME) = 1;
      else
        g->AT(MORE)++;
      break;
    default:
      break;
    }
  }
}

static void read_paragraph(item_gap *g, const cut *c) {
  const cut_block *b = &c->blocks[g->to];
  bool placed = false;
  g->AT(FILED) = is_filed(c, g->to, &placed);
  g->AT(PLACED) = placed && g->AT(FILED) == 0;
  g->AT(GOES_ON) = b->l.continues;
  g->AT(TEASER) = b->l.end == END_DOTS && (g->to + 1 >= c->count || !c->blocks[g->to + 1].text);
}

static uint32_t pattern_of(const item_gap *g) {
  return (g->AT(STAMP) > 0 ? STAMP_UNDER : 0) | (g->AT(WRITER) > 0 ? WRITER_UNDER : 0) | (g->AT(NAME) > 0 ? NAME_UNDER : 0) |
         (g->AT(STAMP_OVER) > 0 ? STAMP_OVER : 0) | (g->AT(FILED) > 0 ? FILED : 0);
}

/* A messenger's head, a paper and its day over the headline. A bare stamp there is the foot of the report before, unless the page heads its first so.
 */
static void read_over(item_gap *g, const cut *c, uint32_t pattern) {
  if (g->title == g->from || g->title >= g->to) return;
  role over = page_item_role(c, g->title - 1);
  bool named = c->blocks[g->title - 1].l.bare_words > 0;
  if (over != ROLE_STAMP || (!named && (pattern & STAMP_OVER) == 0)) return;
  g->AT(STAMP_OVER) = 1;
  g->head = g->title - 1;
}

/* --- the page --- */

static void read_labels(item_page *p, const cut *c, size_t at) {
  isnad_phrase hit;
  const cut_block *b = &c->blocks[at];
  if (b->s.kind != SIGN_SECTION && at != p->headline) return;
  for (uint32_t i = b->block->first_token; i < b->block->last_token; i++) {
    if (!isnad_token_is_word(&c->page->tokens, i)) continue;
    if (isnad_phrases_at(&hit, 1, &c->page->tokens, i, 1u << ISNAD_TABLE_MARKERS, 0) == 0) continue;
    const isnad_markers_row *row = &isnad_markers_rows[hit.row];
    bool whole = hit.first == b->l.first_word && hit.first + hit.count == b->block->last_token;
    if (row->kind != ISNAD_MARKERS_KIND_SECTION) continue;
    p->live |= row->takes == ISNAD_MARKERS_TAKES_ARTICLE;
    p->briefs |= row->takes == ISNAD_MARKERS_TAKES_LIST && whole;
  }
}

item_page page_item_page(const cut *c, size_t first) {
  item_page p = {.first = first, .headline = first};
  for (size_t i = first; i-- > 0 && p.headline == first;)
    if (c->blocks[i].kind == ISNAD_PART_HEADLINE) p.headline = i;
  for (size_t i = first > ITEM_LINES ? first - ITEM_LINES : 0; i < first; i++) read_labels(&p, c, i);
  item_gap g = {.from = 0, .to = first, .title = p.headline, .head = p.headline};
  if (first >= c->count || p.headline == first || first - p.headline > ITEM_LINES) return p;
  read_under(&g, c);
  read_paragraph(&g, c);
  read_over(&g, c, STAMP_OVER);
  p.pattern = pattern_of(&g);
  return p;
}

/* --- the gap --- */

/* Where the lines begin that may head an article: behind the last of those that close one. Notes what closes. */
static size_t behind_closing(item_gap *g, const cut *c, size_t first) {
  size_t last = g->to, begin = g->from;
  while (last > g->from && (page_item_role(c, last - 1) != ROLE_LINE || !page_item_may_head(&c->blocks[last - 1]))) last--;
  for (size_t i = g->from; i + 1 < last; i++) {
    role r = page_item_role(c, i);
    bool again = r == ROLE_LINE && page_item_closes(c, first, i);
    g->AT(RULE) = g->AT(RULE) > 0 || r == ROLE_RULE;
    g->AT(CREDIT) = g->AT(CREDIT) > 0 || r == ROLE_CREDIT;
    g->AT(END) = g->AT(END) > 0 || r == ROLE_END;
    g->AT(BUTTON) = g->AT(BUTTON) > 0 || r == ROLE_BUTTON || r == ROLE_COUNTER;
    g->AT(ANNOUNCED) = g->AT(ANNOUNCED) > 0 || r == ROLE_ANNOUNCES;
    g->AT(REPEATS) = g->AT(REPEATS) > 0 || again || (r == ROLE_ANNOUNCES && page_item_closes(c, first, i));
    if (again || r == ROLE_RULE || r == ROLE_CREDIT || r == ROLE_END || r == ROLE_BUTTON || r == ROLE_ANNOUNCES || r == ROLE_COUNTER) begin = i + 1;
  }
  return begin;
}

/* Of the lines that may be the headline the one that says most of the paragraph; the first of equals. */
static void read_title(item_gap *g, const cut *c, const item_page *page, size_t begin) {
  uint32_t most = 0;
  for (size_t i = begin; i < g->to; i++) {
    if (page_item_role(c, i) != ROLE_LINE || !page_item_may_head(&c->blocks[i])) continue;
    uint32_t shared = cut_shared_words(c, i, g->to);
    if (g->title < g->to && shared <= most) continue;
    most = shared;
    g->title = g->head = i;
  }
  if (g->title == g->to) return;
  const look *l = &c->blocks[g->title].l;
  uint32_t of_lead = page->headline < page->first ? cut_shared_words(c, g->title, page->headline) : 0;
  g->AT(TITLE) = 1;
  g->AT(SHORT) = l->words <= ITEM_TITLE_WORDS;
  g->AT(ASKS) = l->end == END_QUESTION;
  g->AT(SHARES) = most < SHARED_MOST ? most : SHARED_MOST;
  g->AT(STRANGE) = most == 0;
  g->AT(OF_LEAD) = of_lead < 3 ? of_lead : 3;
  g->AT(LISTED) = page_item_comes_back(c, page->first, g->title, false);
  for (size_t i = begin; i < g->title; i++) g->AT(MORE) += page_item_role(c, i) == ROLE_LINE;
}

/* Does the paragraph itself end in who it is from: behind its last sentence in brackets, or behind a label («Source: X»)? */
static bool ends_in_credit(const cut *c, const cut_block *b) {
  enum { CREDIT_TOKENS = 8 };
  const isnad_tokens *t = &c->page->tokens;
  size_t ignored = 0;
  if (b->l.credited) return true;
  for (uint32_t at = b->block->last_token, i = 0; at > b->block->first_token + 1 && i < CREDIT_TOKENS; at--, i++) {
    isnad_phrase hit;
    if (isnad_token_is_word(t, at - 1) || char_at(t->text, t->items[at - 1].span.begin, &ignored) != ':') continue;
    return isnad_phrases_at(&hit, 1, t, at - 2, 1u << ISNAD_TABLE_MARKERS, 0) > 0 && isnad_markers_rows[hit.row].kind == ISNAD_MARKERS_KIND_SOURCE;
  }
  return false;
}

/* The end of the gap: a paragraph. False when there is none, or something else comes first. */
static bool bound(item_gap *g, const cut *c) {
  g->to = g->from;
  while (g->to < c->count && !c->blocks[g->to].text) {
    if (g->to - g->from >= ITEM_LINES || page_item_role(c, g->to) == ROLE_BREAK) return false;
    g->to++;
  }
  return g->to < c->count && g->to > g->from && g->from > 0;
}

static bool counts_comments(const item_gap *g, const cut *c) {
  for (size_t i = g->from; i < g->to; i++)
    if (page_item_role(c, i) == ROLE_COUNTER) return true;
  return false;
}

bool page_item_gap(item_gap *out, const cut *c, const item_page *page, size_t from, size_t paragraphs) {
  *out = (item_gap){.from = from};
  item_gap *g = out;
  if (!bound(g, c)) return false;
  g->title = g->head = g->to;
  g->AT(BIAS) = 1;
  read_title(g, c, page, behind_closing(g, c, page->first));
  if (counts_comments(g, c) && g->AT(SHARES) < COMMENTED_SHARES) return false; /* a reader, a day and what he says look like an article */
  read_under(g, c);
  read_paragraph(g, c);
  read_over(g, c, page->pattern);
  if (g->title == g->to) g->AT(STAMP) = g->AT(AGO) = 0; /* a day alone is the sub-heading of a chronicle */
  g->AT(MORE) = g->AT(MORE) < MORE_MOST ? g->AT(MORE) : MORE_MOST;
  if (ends_in_credit(c, &c->blocks[from - 1])) g->AT(CREDIT) = 1;
  g->AT(COLON) = c->blocks[from - 1].l.end == END_COLON;
  g->AT(PATTERN) = page->pattern != 0 && pattern_of(g) == page->pattern;
  g->AT(BRIEFS) = page->briefs;
  g->AT(LIVE) = page->live;
  g->AT(ONE_PARAGRAPH) = paragraphs == 1;
  g->first_token = c->blocks[g->title].block->first_token;
  return true;
}

double page_item_score(const item_gap *gap) {
  double sum = 0;
  for (size_t i = 0; i < isnad_item_weights_count; i++) sum += isnad_item_weights_rows[i].weight * gap->x[isnad_item_weights_rows[i].feature];
  return sum;
}
