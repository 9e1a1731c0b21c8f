/* The lines of origin of an article (page/filed.h): those over and under its headline, its first words, and what its writer is called there. */
#include "article/words.h"

enum { LINES_OVER = 8, LINE_TOKENS = 30, TEXT_TOKENS = 16, TOLD_PARAGRAPHS = 3, NAME_WORDS = 8 };

static bool is_text(const isnad_part *p) { return p->kind == ISNAD_PART_BODY || p->kind == ISNAD_PART_EMBEDDED_BODY; }

static bool is_headline(const isnad_part *p) { return p->kind == ISNAD_PART_HEADLINE || p->kind == ISNAD_PART_EMBEDDED_HEADLINE; }

static bool may_be_line(const isnad_part *p) {
  return p->kind == ISNAD_PART_BYLINE || p->kind == ISNAD_PART_OUTLET || p->kind == ISNAD_PART_DATELINE || p->kind == ISNAD_PART_OTHER ||
         p->kind == ISNAD_PART_CAPTION || p->kind == ISNAD_PART_BREADCRUMB || is_text(p);
}

/* A paragraph that is none: a line of origin that the page set among its text. */
static bool is_line_in_text(const filed *line) {
  const filed_piece *name = page_filed_piece(line, FILED_NAME);
  return line->known && name != NULL && (name->trust == PERSON_SURE || line->count > 1);
}

static uint32_t find_headline(const article_reader *r) {
  for (uint32_t i = r->first; i < r->last; i++) {
    const isnad_part *p = &r->page->parts[i];
    if (p->article == (int32_t)r->article->place && (is_headline(p) || is_text(p))) return is_headline(p) ? i : r->last;
  }
  return r->last;
}

void article_read_lines(article_reader *r) {
  origin_lines *lines = r->lines;
  const isnad_part *text = article_first_paragraph(r);
  lines->count = 0;
  lines->headline = find_headline(r);
  bool far = lines->headline < r->last && lines->headline > r->first + LINES_OVER;
  size_t texts = 0;
  for (uint32_t i = far ? lines->headline - LINES_OVER : r->first; i < r->last && lines->count < ORIGIN_LINES; i++) {
    const isnad_part *p = &r->page->parts[i];
    origin_line *line = &lines->items[lines->count];
    if (p->article != (int32_t)r->article->place || !may_be_line(p)) continue;
    size_t most = is_text(p) ? TEXT_TOKENS : LINE_TOKENS;
    bool read = p->last_token - p->first_token <= most && page_filed(&line->filed, &r->page->tokens, p->first_token, p->last_token, true);
    bool paragraph = is_text(p) && !(read && is_line_in_text(&line->filed));
    if (paragraph && ++texts == 2) break;
    if (paragraph || !read) continue;
    line->part = p;
    line->over = lines->headline < r->last && i < lines->headline;
    line->inside = texts > 0;
    lines->count++;
  }
  bool opened = text != NULL && page_filed(&lines->opening, &r->page->tokens, text->first_token, text->last_token, false);
  if (!opened || lines->opening.end >= text->last_token) lines->opening.count = 0;
}

/* --- the writer --- */

static bool names_origin(const filed *line) {
  return page_filed_piece(line, FILED_PLACE) != NULL || page_filed_piece(line, FILED_MEDIUM) != NULL ||
         page_filed_piece(line, FILED_CREDIT) != NULL || page_filed_piece(line, FILED_DOMAIN) != NULL;
}

static bool holds(const isnad_tokens *t, size_t first, size_t last, uint64_t hash) {
  for (size_t at = first; at < last; at++)
    if (t->items[at].hash == hash) return true;
  return false;
}

/* The last word of the name stands in the headline or the first words of the text: the line tells who is in the picture. A headline that opens with
 * the name is its writer's. */
static bool is_told_of(const article_reader *r, const filed_piece *name) {
  const origin_lines *lines = r->lines;
  const isnad_tokens *t = &r->page->tokens;
  uint64_t hash = t->items[name->last - 1].hash;
  if (lines->headline < r->last) {
    const isnad_part *p = &r->page->parts[lines->headline];
    if (t->items[next_word(t, p->first_token, p->last_token)].hash == t->items[name->first].hash) return false;
    if (holds(t, p->first_token, p->last_token, hash)) return true;
  }
  for (size_t i = 0; i < r->article->body_count && i < TOLD_PARAGRAPHS; i++) {
    size_t first = isnad_tokens_seek(t, r->article->body[i].begin), last = first;
    while (last < t->count && t->items[last].span.begin < r->article->body[i].end) last++;
    if ((name->first < first || name->first >= last) && holds(t, first, last, hash)) return true;
  }
  return false;
}

/* «Port Sudan - X: So-and-so»: between a place and a name stands a medium that no table knows. */
static const filed_piece *unknown_medium(const isnad_tokens *t, const filed *f) {
  enum { MEDIUM_WORDS = 2 };
  const filed_piece *p = f->pieces;
  bool shape = f->count == 3 && p[0].kind == FILED_PLACE && p[1].kind == FILED_UNKNOWN && p[2].kind == FILED_NAME && p[2].trust == PERSON_SURE;
  return shape && words_in(t, p[1].first, p[1].last) <= MEDIUM_WORDS ? &p[1] : NULL;
}

static bool is_short_text(const isnad_part *p) {
  enum { SHORT_TOKENS = 6 };
  return is_text(p) && p->last_token - p->first_token <= SHORT_TOKENS;
}

/* Names line under line are a list. */
static bool is_listed(const article_reader *r, const isnad_part *p) {
  const isnad_part *parts = r->page->parts;
  return (p > parts && is_short_text(p - 1)) || (p + 1 < parts + r->page->part_count && is_short_text(p + 1));
}

writer_rank article_writer_in(const article_reader *r, const origin_line *line, token_range *out) {
  const filed *f = &line->filed;
  const filed_piece *name = page_filed_piece(f, FILED_NAME), *label = page_filed_piece(f, FILED_LABEL);
  if (name == NULL && label != NULL && label + 1 < f->pieces + f->count && label[1].kind == FILED_UNKNOWN) name = label + 1;
  if (name == NULL || words_in(&r->page->tokens, name->first, name->last) > NAME_WORDS) return WRITER_NONE;
  *out = (token_range){name->first, name->last};
  if (label != NULL && label->first < name->first) return WRITER_LABELLED;
  if (line->over || (!f->known && unknown_medium(&r->page->tokens, f) == NULL)) return WRITER_NONE;
  if (is_text(line->part) && line->inside && page_filed_piece(f, FILED_CREDIT) == NULL && page_filed_piece(f, FILED_MEDIUM) == NULL)
    return WRITER_NONE; /* a heading of the text */
  if (names_origin(f)) return line->part->kind != ISNAD_PART_CAPTION || !is_told_of(r, name) ? WRITER_FILED : WRITER_NONE;
  if (line->inside || is_told_of(r, name) || (is_text(line->part) && is_listed(r, line->part))) return WRITER_NONE;
  if (name->trust == PERSON_SURE) return WRITER_BARE;
  return line->part->kind == ISNAD_PART_BYLINE ? WRITER_DOUBTFUL : WRITER_NONE;
}

/* «Place - name - text», «X - name - text» at the head of the text. */
bool article_opening_writer(const article_reader *r, token_range *out) {
  const filed_piece *name = page_filed_piece(&r->lines->opening, FILED_NAME);
  if (name == NULL) return false;
  *out = (token_range){name->first, name->last};
  return true;
}

/* --- the medium --- */

static bool named_by(isnad_named *out, const article_reader *r, const filed_piece *p, const char *rule) {
  const isnad_tokens *t = &r->page->tokens;
  if (!article_named(out, r->page, p->first, p->last, rule) || out->id.length > 0 || p->kind != FILED_MEDIUM || p->row == UINT32_MAX)
    return out->name.length > 0;
  const isnad_outlets_row *row = &isnad_outlets_rows[p->row];
  *out = (isnad_named){
      isnad_slice_of(row->id), isnad_slice_of(row->name), span_of(t, (token_range){p->first, p->last}), {NULL, ISNAD_TABLE_OUTLETS, p->row}};
  return true;
}

/* A name that is an ordinary word, too, needs more beside it than a day. */
static bool is_sure(const isnad_tokens *t, const filed *f, const filed_piece *medium) {
  isnad_phrase hit;
  if (medium->headed || medium->kind != FILED_MEDIUM || medium->row == UINT32_MAX ||
      isnad_outlets_rows[medium->row].common != ISNAD_OUTLETS_COMMON_YES)
    return true;
  bool section = isnad_phrases_at(&hit, 1, t, medium->first, 1u << ISNAD_TABLE_MARKERS, 0) > 0;
  for (size_t i = 0; i < f->count; i++)
    if (&f->pieces[i] != medium && f->pieces[i].kind != FILED_DAY && (!section || f->pieces[i].kind != FILED_CREDIT)) return true;
  return !section && !isnad_token_is_word(t, medium->last);
}

/* A trail of sections holds words that are names of papers, too; a name alone on its line is told by the page. */
static bool speaks_of_medium(const isnad_tokens *t, const origin_line *line, const filed_piece *medium) {
  const filed *f = &line->filed;
  if (!f->known || line->inside || f->count < 2 || !is_sure(t, f, medium)) return false;
  if (line->over && page_filed_piece(f, FILED_NAME) != NULL) return false;
  bool common = medium->kind == FILED_MEDIUM && medium->row != UINT32_MAX && isnad_outlets_rows[medium->row].common == ISNAD_OUTLETS_COMMON_YES &&
                !medium->headed;
  return line->part->kind != ISNAD_PART_BREADCRUMB || !common || page_filed_piece(f, FILED_SITE) != NULL;
}

bool article_filed_outlet(const article_reader *r, isnad_named *out) {
  const isnad_tokens *t = &r->page->tokens;
  for (size_t i = 0; i < r->lines->count; i++) {
    const origin_line *line = &r->lines->items[i];
    const filed_piece *masthead = line->over || r->article->role != ISNAD_ROLE_LEAD ? page_filed_masthead(&line->filed) : NULL;
    const filed_piece *medium = masthead != NULL ? masthead : page_filed_medium(&line->filed), *domain = page_filed_piece(&line->filed, FILED_DOMAIN);
    if (medium != NULL && speaks_of_medium(t, line, medium)) return named_by(out, r, medium, "origin-line");
    const filed_piece *unknown = unknown_medium(t, &line->filed);
    if (unknown != NULL && !line->over) return article_named(out, r->page, unknown->first, unknown->last, "origin-line");
    if (domain == NULL || !line->filed.known) continue;
    isnad_span span = span_of(t, (token_range){domain->first, domain->last});
    if (article_outlet_of_host(out, isnad_slice_at(r->page->text, span), "origin-line")) return true;
  }
  const filed_piece *medium = page_filed_medium(&r->lines->opening);
  return medium != NULL && named_by(out, r, medium, "slug");
}
