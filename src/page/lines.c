/* Lines among and after the paragraphs: sub-headings, tables, signatures, or a list of headlines that nothing announces. */
#include "page/walk.h"

enum {
  LIST_LINES = 5, /* so many headlines after a text are a list without a heading */
  HEADLINE_WORDS = 4,
  HEADING_WORDS = 4,
  CROSSHEAD_WORDS = 12,
  NAME_WORDS = 4,
  LABELLED_WORDS = 6 /* «label: value» */
};

/* --- lines in the text --- */

/* «label: value» lines, results and counts are a table of the article, not headlines. */
static size_t tabled(const walker *w, size_t from, size_t to) {
  size_t count = 0;
  for (size_t i = from; i < to; i++) {
    const look *l = &block_at(w, i)->l;
    count += l->words <= 2 || l->numbers * 2 >= l->words || (l->colons > 0 && l->words <= LABELLED_WORDS);
  }
  return count;
}

static size_t headlines(const walker *w, size_t from, size_t to) {
  size_t count = 0;
  for (size_t i = from; i < to; i++) count += block_at(w, i)->l.words >= HEADLINE_WORDS;
  return count;
}

static void table(walker *w, size_t from, size_t to) {
  for (size_t i = from; i < to; i++) decide(w, i, text_kind(w));
}

static bool may_be_crosshead(const walker *w, size_t at) {
  const cut_block *b = block_at(w, at);
  return b->l.words > 0 && b->l.words <= CROSSHEAD_WORDS && !b->block->bullet && b->l.commas == 0;
}

static void crosshead(walker *w, size_t at) {
  decide(w, at, text_kind(w));
  w->c->blocks[at].crosshead = 1;
}

/* Lines between paragraphs: one is a sub-heading, more are a table or list under one. */
static size_t lines_within(walker *w, size_t from, size_t to) {
  bool headed =
      to - from == 1 || (block_at(w, from)->l.numbers == 0 && block_at(w, from)->l.colons == 0 && block_at(w, from)->l.words <= HEADING_WORDS + 2);
  bool announced = from > 0 && w->c->blocks[from - 1].l.end == END_COLON;
  table(w, from, to);
  if (headed && !announced && may_be_crosshead(w, from)) crosshead(w, from);
  if (to - from == 2 && !announced && may_be_crosshead(w, to - 1) && !block_at(w, from)->block->bullet && block_at(w, to - 1)->l.numbers == 0)
    crosshead(w, to - 1);
  return to;
}

/* A short last line: the writer, or a desk. */
static bool is_signature(const walker *w, size_t at, size_t to) {
  const cut_block *b = block_at(w, at);
  return to - at == 1 && b->l.words >= 2 && b->l.words <= NAME_WORDS && b->l.numbers == 0 && b->l.colons == 0 && !b->block->bullet &&
         b->l.end == END_OPEN && b->l.commas == 0;
}

/* Headlines that alternate with dates are a list, wherever they stand. */
static size_t dated_list_end(const walker *w, size_t at) {
  size_t end = at, pairs = 0;
  while (end + 1 < w->c->count && cut_is_line(w->c, end) && block_at(w, end + 1)->s.kind == SIGN_STAMP) {
    end += 2;
    pairs++;
  }
  return pairs >= 2 ? end : at;
}

/* The end of a text before a dated list: its last line is the list's first headline, a short one before it the list's heading. */
static void lines_before_dated(walker *w, size_t from, size_t to) {
  for (size_t i = from; i < to; i++) {
    bool heading = i + 2 == to && block_at(w, i)->l.words <= HEADING_WORDS;
    decide(w, i, i + 1 == to ? ISNAD_PART_SIMILAR_HEADLINE : heading ? ISNAD_PART_RELATED_HEADING : ISNAD_PART_OTHER);
  }
  w->now = IN_LIST;
}

/* Lines after the last paragraph: a list of headlines when there are enough of them, else the end of the text. */
static size_t lines_after(walker *w, size_t from, size_t to) {
  size_t count = to - from;
  if (!w->c->page->titled && dated_list_end(w, to - 1) > to - 1) {
    lines_before_dated(w, from, to);
    return to;
  }
  bool announced = from > 0 && w->c->blocks[from - 1].l.end == END_COLON,
       headed = block_at(w, from)->l.words <= HEADING_WORDS && count > WALK_HEADED_LINES;
  size_t first = headed ? from + 1 : from;
  bool like_headlines = headlines(w, first, to) * 5 >= (to - first) * 4 && tabled(w, first, to) * 2 < to - first;
  if (!announced && !w->c->page->titled && like_headlines && to - first >= (size_t)(headed ? WALK_HEADED_LINES : LIST_LINES)) {
    if (headed) decide(w, from, ISNAD_PART_RELATED_HEADING);
    for (size_t i = first; i < to; i++) decide(w, i, ISNAD_PART_SIMILAR_HEADLINE);
    w->now = IN_LIST;
    return to;
  }
  table(w, from, to);
  if (!announced && is_signature(w, from, to)) decide(w, from, ISNAD_PART_BYLINE);
  return to;
}

static size_t dated_list(walker *w, size_t from, size_t to) {
  for (size_t i = from; i < to; i++) decide(w, i, block_at(w, i)->s.kind == SIGN_STAMP ? ISNAD_PART_DATELINE : ISNAD_PART_SIMILAR_HEADLINE);
  if (!text_follows(w, to)) w->now = IN_LIST;
  return to;
}

size_t walk_lines_in_text(walker *w, size_t at) {
  size_t to = w->c->run_end[at], dated = dated_list_end(w, at);
  if (walk_opens_item(w, to)) return walk_embed(w, at, to);
  if (dated > at && !w->c->page->titled) return dated_list(w, at, dated);
  return text_follows(w, to) ? lines_within(w, at, to) : lines_after(w, at, to);
}

/* --- after the end of the article --- */

size_t walk_lines_in_tail(walker *w, size_t at) {
  size_t to = w->c->run_end[at], paragraph = walk_paragraph_after(w, at);
  if (walk_opens_article(w, at, paragraph, false)) return walk_embed(w, at, paragraph);
  if (text_follows(w, to) && goes_on(w, w->c->text_after[to])) return lines_within(w, at, to);
  bool list = to - at >= WALK_HEADED_LINES && headlines(w, at, to) * 2 >= to - at;
  for (size_t i = at; i < to; i++)
    decide(w, i, list && block_at(w, i)->l.words >= WALK_LISTED_WORDS ? ISNAD_PART_SIMILAR_HEADLINE : ISNAD_PART_OTHER);
  if (list) w->now = IN_LIST;
  return to;
}
