/* What stands under "read also" and in lists of headlines: other articles, whole or in a line each. */
#include "page/walk.h"

#include "tables.h"

enum {
  LONGEST_LISTED = 35,
  ARTICLE_WORDS = 12, /* of a lone paragraph that makes an article */
  CONTACT_WORDS = 6   /* «telephone: 123 456» */
};

/* --- an article under another --- */

/* Lines from `from` on, then paragraphs: the first paragraph, or count when the lines lead to none. Date lines, by-lines and the like may stand
 * between. */
size_t walk_paragraph_after(const walker *w, size_t from) {
  size_t at = from;
  while (at < w->c->count && !block_at(w, at)->text) {
    uint8_t kind = block_at(w, at)->s.kind;
    bool between = kind == SIGN_NONE || kind == SIGN_STAMP || kind == SIGN_BYLINE || kind == SIGN_OUTLET || kind == SIGN_AD || kind == SIGN_SECTION ||
                   kind == SIGN_CAPTION || kind == SIGN_CREDIT || kind == SIGN_OTHER || kind == SIGN_SOCIAL || kind == SIGN_CRUMBS;
    if (!between) return w->c->count;
    at++;
  }
  return at;
}

static size_t last_line(const walker *w, size_t from, size_t to) {
  for (size_t i = to; i > from; i--)
    if (cut_is_line(w->c, i - 1)) return i - 1;
  return to;
}

/* The first line of it that is headline or text. */
static void mark_opening(walker *w, size_t from, size_t paragraph) {
  size_t at = from;
  while (at < paragraph && w->c->blocks[at].kind != ISNAD_PART_EMBEDDED_HEADLINE && w->c->blocks[at].kind != ISNAD_PART_EMBEDDED_BODY) at++;
  w->c->blocks[at].opens = 1;
}

size_t walk_embed(walker *w, size_t from, size_t paragraph) {
  cut_head(w->c, from, paragraph, true);
  mark_opening(w, from, paragraph);
  w->embedded = true;
  w->filed = walk_is_filed(w, paragraph);
  w->first = paragraph;
  w->tail = false;
  w->now = IN_TEXT;
  return paragraph;
}

/* After "read also": a second article, or headlines and then the text again. A second article stands after the end of the first, or its headline
 * shares its words with the paragraph below it, which does not begin like a sentence that goes on. */
bool walk_opens_article(const walker *w, size_t from, size_t paragraph, bool announced) {
  if (paragraph >= w->c->count) return false;
  size_t line = last_line(w, from, paragraph);
  bool long_enough = block_at(w, paragraph)->l.words >= ARTICLE_WORDS || prose_run(w, paragraph, 2) == 2;
  if (long_enough && announced && w->tail && line < paragraph) return true; /* nobody goes on after a source line and a marker */
  if (!long_enough || goes_on(w, paragraph)) return false;
  if (w->tail || w->now != IN_TEXT || !w->text_seen) return true;
  return line < paragraph && heads(w, line, paragraph);
}

static size_t promos(walker *w, size_t from, size_t to) {
  for (size_t i = from; i < to; i++) {
    isnad_part_kind kind = ISNAD_PART_PROMO;
    const cut_block *b = block_at(w, i);
    if (b->s.kind == SIGN_STAMP)
      kind = ISNAD_PART_DATELINE;
    else if (b->s.kind != SIGN_NONE && !cut_plain_kind(&b->s, &kind))
      kind = ISNAD_PART_OTHER;
    else if (b->s.kind == SIGN_NONE && b->l.words < 2)
      kind = ISNAD_PART_OTHER;
    decide(w, i, kind);
  }
  return to;
}

size_t walk_read_also(walker *w, size_t at) {
  size_t from = at + 1, paragraph = walk_paragraph_after(w, from), end = from;
  decide(w, at, ISNAD_PART_READ_ALSO_MARKER);
  if (walk_opens_article(w, from, paragraph, true)) return walk_embed(w, from, paragraph);
  while (end < w->c->count && (cut_is_line(w->c, end) || (end > from && block_at(w, end)->s.kind == SIGN_STAMP))) end++;
  if (end == from && block_at(w, at)->s.takes != ISNAD_MARKERS_TAKES_ARTICLE) decide(w, at, ISNAD_PART_OTHER);
  return promos(w, from, end);
}

/* --- lists of headlines --- */

size_t walk_list_heading(walker *w, size_t at) {
  bool bulleted = at + 1 < w->c->count && block_at(w, at + 1)->block->bullet != 0;
  bool similar = block_at(w, at)->s.kind == SIGN_LIST && (w->embedded || bulleted);
  decide(w, at, similar ? ISNAD_PART_SIMILAR_MARKER : ISNAD_PART_RELATED_HEADING);
  w->now = IN_LIST;
  w->listed_text = false;
  return at + 1;
}

/* A line of a list that is no line of the list any more: paragraphs follow under it. */
static bool ends_list(const walker *w, size_t at) {
  size_t run = prose_run(w, at + 1, 3);
  if (run == 0 || block_at(w, at)->block->bullet) return false;
  return !goes_on(w, at + 1) && (run >= 3 || (run == 2 && heads(w, at, at + 1)));
}

/* The begin of a text, cut off in dots under its headline. */
static bool is_teaser(const walker *w, size_t at) {
  const cut_block *b = block_at(w, at);
  if (b->l.end != END_DOTS || at == 0 || w->c->blocks[at - 1].kind != ISNAD_PART_SIMILAR_HEADLINE) return false;
  return b->l.words > block_at(w, at - 1)->l.words && cut_shared_words(w->c, at - 1, at) > 0;
}

size_t walk_listed_line(walker *w, size_t at) {
  const cut_block *b = block_at(w, at);
  if (is_teaser(w, at)) {
    decide(w, at, ISNAD_PART_OTHER);
    return at + 1;
  }
  if ((w->tail || w->embedded) && ends_list(w, at)) return walk_embed(w, at, at + 1);
  bool contact = b->l.address || (b->l.colons > 0 && b->l.numbers > 1 && b->l.words <= CONTACT_WORDS);
  decide(w, at, b->l.words >= WALK_LISTED_WORDS && !contact ? ISNAD_PART_SIMILAR_HEADLINE : ISNAD_PART_OTHER);
  return at + 1;
}

/* Paragraph and line by turns: teasers under their headlines. */
static bool alternates(const walker *w, size_t at) {
  return at + 2 < w->c->count && !goes_on(w, at) && cut_is_line(w->c, at + 1) && block_at(w, at + 2)->text && !goes_on(w, at + 2);
}

/* A paragraph in a list: a teaser under its headline, or the article's text that a list had interrupted. */
size_t walk_listed_text(walker *w, size_t at) {
  const cut_block *b = block_at(w, at);
  if (is_teaser(w, at)) {
    decide(w, at, ISNAD_PART_OTHER);
    return at + 1;
  }
  bool under_headline = at > 0 && w->c->blocks[at - 1].kind == ISNAD_PART_SIMILAR_HEADLINE;
  if (b->block->bullet && b->l.words <= LONGEST_LISTED) {
    decide(w, at, ISNAD_PART_SIMILAR_HEADLINE);
    return at + 1;
  }
  bool interrupted = !w->tail && !w->embedded && !w->listed_text && (goes_on(w, at) || prose_run(w, at, 2) == 2);
  bool teaser = under_headline && !goes_on(w, at) && (alternates(w, at) || ((w->listed_text || prose_run(w, at, 2) == 1) && heads(w, at - 1, at)));
  if (interrupted || (!w->tail && !w->embedded && !teaser && !w->listed_text)) {
    text(w, at);
    return at + 1;
  }
  w->listed_text = true;
  decide(w, at, ISNAD_PART_OTHER);
  return at + 1;
}
