#include "page/cut.h"

#include "tables.h"

enum {
  LIST_LINES = 5,   /* so many headlines after a text are a list without a heading */
  HEADED_LINES = 3, /* with a short line over them fewer do */
  HEADLINE_WORDS = 4,
  HEADING_WORDS = 4,
  CROSSHEAD_WORDS = 12,
  LISTED_WORDS = 3, /* shorter lines of an announced list are labels */
  LONGEST_LISTED = 35,
  ARTICLE_WORDS = 12, /* of a lone paragraph that makes an article */
  NAME_WORDS = 4,
  KEYWORD_WORDS = 5,
  LABELLED_WORDS = 6, /* «label: value» */
  MARKED_WORDS = 5,
  CONTACT_WORDS = 6 /* «telephone: 123 456» */
};

typedef enum state {
  IN_TEXT, /* paragraphs of the article */
  IN_TAIL, /* after its source line or keywords */
  IN_LIST, /* headlines of other articles */
  IN_COMMENTS,
  IN_FOOT /* after the first line of the foot */
} state;

typedef struct walker {
  cut *c;
  state now;
  bool embedded;    /* the article is one under another */
  bool tail;        /* the article's end was marked */
  bool text_seen;   /* the article has a paragraph */
  bool listed_text; /* the list before had paragraphs under its headlines */
} walker;

static const cut_block *block_at(const walker *w, size_t at) { return &w->c->blocks[at]; }

static isnad_part_kind text_kind(const walker *w) { return w->embedded ? ISNAD_PART_EMBEDDED_BODY : ISNAD_PART_BODY; }

static void decide(walker *w, size_t at, isnad_part_kind kind) { cut_decide(w->c, at, kind); }

static void text(walker *w, size_t at) {
  decide(w, at, text_kind(w));
  w->text_seen = true;
  w->now = IN_TEXT;
  w->tail = false;
}

/* --- what follows --- */

static size_t prose_run(const walker *w, size_t at, size_t most) {
  size_t count = 0;
  while (at + count < w->c->count && count < most && block_at(w, at + count)->text) count++;
  return count;
}

/* Is there more of the article's text after `at`, nothing between but lines and furniture that interrupts? */
static bool text_follows(const walker *w, size_t at) { return w->c->text_after[at < w->c->count ? at : w->c->count] < w->c->count; }

/* Does the paragraph go on from one before it? The first paragraph of an article never does. */
static bool goes_on(const walker *w, size_t at) { return block_at(w, at)->l.continues; }

/* May the line `at` be the headline of the paragraph after it? */
static bool heads(const walker *w, size_t at, size_t paragraph) {
  uint32_t shared = cut_shared_words(w->c, at, paragraph);
  return !goes_on(w, paragraph) && (shared >= 3 || (shared == 2 && block_at(w, at)->l.words <= 8));
}

/* --- an article under another --- */

/* Lines from `from` on, then paragraphs: the first paragraph, or count when the lines lead to none. Date lines, by-lines and the like may stand
 * between. */
static size_t paragraph_after(const walker *w, size_t from) {
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

static size_t embed(walker *w, size_t from, size_t paragraph) {
  cut_head(w->c, from, paragraph, true);
  w->embedded = true;
  w->tail = false;
  w->now = IN_TEXT;
  return paragraph;
}

/* After "read also": a second article, or headlines and then the text again. A second article stands after the end of the first, or its headline
 * shares its words with the paragraph below it, which does not begin like a sentence that goes on. */
static bool opens_article(const walker *w, size_t from, size_t paragraph, bool announced) {
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

static size_t read_also(walker *w, size_t at) {
  size_t from = at + 1, paragraph = paragraph_after(w, from), end = from;
  decide(w, at, ISNAD_PART_READ_ALSO_MARKER);
  if (opens_article(w, from, paragraph, true)) return embed(w, from, paragraph);
  while (end < w->c->count && (cut_is_line(w->c, end) || (end > from && block_at(w, end)->s.kind == SIGN_STAMP))) end++;
  if (end == from && block_at(w, at)->s.takes != ISNAD_MARKERS_TAKES_ARTICLE) decide(w, at, ISNAD_PART_OTHER);
  return promos(w, from, end);
}

/* --- lists of headlines --- */

static size_t list_heading(walker *w, size_t at) {
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

static size_t listed_line(walker *w, size_t at) {
  const cut_block *b = block_at(w, at);
  if ((w->tail || w->embedded) && ends_list(w, at)) return embed(w, at, at + 1);
  bool contact = b->l.address || (b->l.colons > 0 && b->l.numbers > 1 && b->l.words <= CONTACT_WORDS);
  decide(w, at, b->l.words >= LISTED_WORDS && !contact ? ISNAD_PART_SIMILAR_HEADLINE : ISNAD_PART_OTHER);
  return at + 1;
}

/* Paragraph and line by turns: teasers under their headlines. */
static bool alternates(const walker *w, size_t at) {
  return at + 2 < w->c->count && !goes_on(w, at) && cut_is_line(w->c, at + 1) && block_at(w, at + 2)->text && !goes_on(w, at + 2);
}

/* A paragraph in a list: a teaser under its headline, or the article's text that a list had interrupted. */
static size_t listed_text(walker *w, size_t at) {
  const cut_block *b = block_at(w, at);
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
       headed = block_at(w, from)->l.words <= HEADING_WORDS && count > HEADED_LINES;
  size_t first = headed ? from + 1 : from;
  bool like_headlines = headlines(w, first, to) * 5 >= (to - first) * 4 && tabled(w, first, to) * 2 < to - first;
  if (!announced && !w->c->page->titled && like_headlines && to - first >= (size_t)(headed ? HEADED_LINES : LIST_LINES)) {
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

static size_t lines_in_text(walker *w, size_t at) {
  size_t to = w->c->run_end[at], dated = dated_list_end(w, at);
  if (dated > at && !w->c->page->titled) return dated_list(w, at, dated);
  return text_follows(w, to) ? lines_within(w, at, to) : lines_after(w, at, to);
}

/* --- after the end of the article --- */

static size_t lines_in_tail(walker *w, size_t at) {
  size_t to = w->c->run_end[at], paragraph = paragraph_after(w, at);
  if (opens_article(w, at, paragraph, false)) return embed(w, at, paragraph);
  if (text_follows(w, to) && goes_on(w, w->c->text_after[to])) return lines_within(w, at, to);
  bool list = to - at >= HEADED_LINES && headlines(w, at, to) * 2 >= to - at;
  for (size_t i = at; i < to; i++) decide(w, i, list && block_at(w, i)->l.words >= LISTED_WORDS ? ISNAD_PART_SIMILAR_HEADLINE : ISNAD_PART_OTHER);
  if (list) w->now = IN_LIST;
  return to;
}

static size_t unsigned_block(walker *w, size_t at) {
  bool is_text = block_at(w, at)->text;
  switch (w->now) {
  case IN_COMMENTS:
    decide(w, at, ISNAD_PART_COMMENT_FORM);
    return at + 1;
  case IN_FOOT:
    decide(w, at, is_text ? ISNAD_PART_FOOTER : ISNAD_PART_OTHER);
    return at + 1;
  case IN_LIST:
    return is_text ? listed_text(w, at) : listed_line(w, at);
  case IN_TAIL:
    if (!is_text) return lines_in_tail(w, at);
    text(w, at);
    return at + 1;
  case IN_TEXT:
    break;
  }
  if (!is_text) return lines_in_text(w, at);
  text(w, at);
  return at + 1;
}

/* --- signs --- */

static void end_article(walker *w) {
  w->now = IN_TAIL;
  w->tail = true;
}

/* A label on a line of its own: its value stands on the next. */
static size_t take_next(walker *w, size_t at, isnad_part_kind kind, uint32_t words, size_t most) {
  size_t next = at + 1;
  while (next < w->c->count && next - at <= most && block_at(w, at)->s.value.end == 0 && cut_is_line(w->c, next) &&
         block_at(w, next)->l.words <= words) {
    w->c->blocks[next].s.value = block_at(w, next)->block->span;
    decide(w, next++, kind);
  }
  return next;
}

/* Dates on lines of their own between paragraphs are the sub-headings of a chronicle. */
static isnad_part_kind stamp_kind(walker *w, size_t at) {
  bool within =
      w->now == IN_TEXT && w->text_seen && at + 1 < w->c->count && block_at(w, at + 1)->text && at > 0 && w->c->blocks[at - 1].kind == text_kind(w);
  if (!within) return ISNAD_PART_DATELINE;
  w->c->blocks[at].crosshead = 1;
  return text_kind(w);
}

/* In comments only what opens another part of the page counts. */
static bool is_comment(const walker *w, size_t at) {
  uint8_t kind = block_at(w, at)->s.kind;
  return w->now == IN_COMMENTS && kind != SIGN_FOOTER && kind != SIGN_LIST && kind != SIGN_RELATED && kind != SIGN_AD && kind != SIGN_SOCIAL &&
         kind != SIGN_OTHER && kind != SIGN_CRUMBS && kind != SIGN_READ_ALSO;
}

static isnad_part_kind placed_kind(walker *w, size_t at) {
  const cut_block *b = block_at(w, at);
  switch (b->s.kind) {
  case SIGN_STAMP:
    return stamp_kind(w, at);
  case SIGN_CRUMBS:
    return w->now == IN_TEXT && text_follows(w, at) ? text_kind(w) : ISNAD_PART_FOOTER;
  case SIGN_SECTION:
    return w->now == IN_TEXT && text_follows(w, at) ? text_kind(w) : ISNAD_PART_OTHER;
  case SIGN_CREDIT:
    return ISNAD_PART_SOURCE_LINE;
  case SIGN_OUTLET:
    return w->now != IN_TEXT ? ISNAD_PART_OTHER : w->text_seen && !text_follows(w, at) ? ISNAD_PART_SOURCE_LINE : ISNAD_PART_OUTLET;
  default:
    return ISNAD_PART_OTHER;
  }
}

/* Words such as "in pictures:", "report:", "sources:" open headlines, too. */
static bool is_marked_headline(const walker *w, size_t at) {
  const cut_block *b = &w->c->blocks[at];
  bool may = b->s.kind == SIGN_CAPTION || b->s.kind == SIGN_BYLINE || b->s.kind == SIGN_SOURCE || b->s.kind == SIGN_PROMO;
  return w->now == IN_LIST && may && b->s.value.end > 0 && b->l.words > MARKED_WORDS;
}

static size_t signed_block(walker *w, size_t at) {
  isnad_part_kind kind = ISNAD_PART_OTHER;
  const sign *s = &block_at(w, at)->s;
  if (is_marked_headline(w, at)) {
    decide(w, at, ISNAD_PART_SIMILAR_HEADLINE);
    return at + 1;
  }
  if (is_comment(w, at)) {
    decide(w, at, ISNAD_PART_COMMENT_FORM);
    return at + 1;
  }
  switch (s->kind) {
  case SIGN_READ_ALSO:
    return read_also(w, at);
  case SIGN_LIST:
  case SIGN_RELATED:
    return list_heading(w, at);
  case SIGN_COMMENT:
    decide(w, at, ISNAD_PART_COMMENT_FORM);
    if (w->text_seen) w->now = IN_COMMENTS;
    return at + 1;
  case SIGN_SOURCE:
    decide(w, at, ISNAD_PART_SOURCE_LINE);
    end_article(w);
    return take_next(w, at, ISNAD_PART_SOURCE_LINE, KEYWORD_WORDS + 1, 1);
  case SIGN_KEYWORDS:
    decide(w, at, ISNAD_PART_KEYWORDS);
    end_article(w);
    return take_next(w, at, ISNAD_PART_KEYWORDS, KEYWORD_WORDS, 20);
  default:
    break;
  }
  decide(w, at, cut_plain_kind(s, &kind) ? kind : placed_kind(w, at));
  if (w->c->blocks[at].kind == ISNAD_PART_FOOTER && w->text_seen && !(w->now == IN_TEXT && text_follows(w, at + 1))) w->now = IN_FOOT;
  return at + 1;
}

void cut_body(cut *c, size_t from) {
  walker w = {.c = c};
  for (size_t at = from; at < c->count;) at = block_at(&w, at)->s.kind == SIGN_NONE ? unsigned_block(&w, at) : signed_block(&w, at);
}
