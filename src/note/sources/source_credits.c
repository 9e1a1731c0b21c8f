/* Credits of the whole article on its head and foot: a date line with its agencies («Beirut - "agencies"»), a source line with several, an agency in
 * brackets behind the last word. The article stage tells one outlet and one origin; here all that stand there are told. */
#include "note/sources/citation.h"

#include "article/words.h"
#include "isnad/stamp.h"
#include "page/dateline.h"

enum { CLOSING = 10, HITS = 8, MOST_IN_LINE = 40, SHORT = 24 };

/* A stretch of tokens in which credits are looked for; `named`: an outlet's bare name is one too. */
typedef struct line {
  size_t first, last;
  bool named;
} line;

static bool is_mark(const note_scan *s, size_t at) {
  isnad_token_kind kind = cited_token(s, at)->kind;
  return kind != ISNAD_TOKEN_WORD && kind != ISNAD_TOKEN_NUMBER;
}

/* The credit at a token: the longest of the tables that marks or the line's ends enclose. Its end; `at` when there is none. */
static size_t credit_at(const note_scan *s, const line *in, size_t at, isnad_named *out) {
  isnad_phrase hits[HITS];
  if (cited_token(s, at)->kind != ISNAD_TOKEN_WORD || (at > in->first && !is_mark(s, at - 1))) return at;
  size_t count = isnad_phrases_at(hits, HITS, &s->page->tokens, at, 1u << ISNAD_TABLE_CREDITS | 1u << ISNAD_TABLE_OUTLETS, 0);
  for (size_t i = 0; i < count && i < HITS; i++) {
    size_t end = hits[i].first + hits[i].count;
    bool credit = hits[i].table == ISNAD_TABLE_CREDITS;
    if (end > in->last || (end < in->last && !is_mark(s, end)) || (!credit && !in->named)) continue;
    if (credit && isnad_credits_rows[hits[i].row].kind != ISNAD_CREDITS_KIND_AGENCY &&
        isnad_credits_rows[hits[i].row].kind != ISNAD_CREDITS_KIND_AGENCIES_UNNAMED)
      continue;
    if (!credit && isnad_outlets_rows[hits[i].row].kind == ISNAD_OUTLETS_KIND_PLATFORM) continue;
    if (!article_known_outlet(out, &s->page->tokens, (token_range){at, end}))
      *out = (isnad_named){{NULL, 0}, isnad_slice_at(s->page->text, hits[i].span), hits[i].span, {NULL, ISNAD_TABLE_CREDITS, hits[i].row}};
    return end;
  }
  return at;
}

/* What the article stage told of the same words: the same credit, or a line that holds several under one name. */
static isnad_source_note *told_before(const note_scan *s, isnad_span span) {
  for (size_t i = 0; i < s->source_count; i++)
    if (s->sources[i].span.begin < span.end && span.begin < s->sources[i].span.end) return &s->sources[i];
  return NULL;
}

static void tell(note_scan *s, const isnad_named *named) {
  isnad_source_note *before = told_before(s, named->span),
                    credit = {.span = named->span, .named = *named, .kind = ISNAD_SOURCE_CREDIT, .scope = ISNAD_SCOPE_ARTICLE};
  if (before == NULL)
    note_add_source(s, &credit);
  else if (before->named.id.length == 0)
    *before = credit;
}

static void read_line(note_scan *s, line in) {
  for (size_t at = in.first; at < in.last && at < in.first + MOST_IN_LINE && !s->failed;) {
    isnad_named named;
    size_t end = credit_at(s, &in, at, &named);
    if (end == at) {
      at++;
      continue;
    }
    tell(s, &named);
    at = end;
  }
}

/* The credits of a date line, by its own grammar. Who writes in a paper's name does not cite it: a by-line's papers count behind a place alone. */
static void read_dateline(note_scan *s, const dateline *credits, bool byline) {
  for (size_t i = 0; i < credits->count && !s->failed; i++) {
    const dateline_credit *credit = &credits->credits[i];
    isnad_named named;
    if (byline && credit->kind == DATELINE_MEDIUM && !credit->placed) continue;
    if (article_named(&named, s->page, credit->first, credit->last, "dateline")) tell(s, &named);
  }
}

/* "Capitals - «agencies»:", "Damascus (DPA)", "Dubai, the Emirates (CNN)": the words that open the text. */
static void read_opening(note_scan *s, const note_unit *u) {
  dateline credits;
  if (page_dateline(&credits, &s->page->tokens, u->first, u->last, false)) read_dateline(s, &credits, false);
}

/* A line above or below the text. */
static void read_part(note_scan *s, const isnad_part *p) {
  const isnad_tokens *t = &s->page->tokens;
  int64_t back = 0, grain = 0; /* "today, 09:27": a clock, no paper of that name */
  dateline credits;
  if (p->article != (int32_t)s->article->place) return;
  if (p->kind == ISNAD_PART_SOURCE_LINE) read_line(s, (line){p->first_token, p->last_token, true});
  if (p->kind != ISNAD_PART_DATELINE && p->kind != ISNAD_PART_BYLINE && p->kind != ISNAD_PART_OUTLET) return;
  if (p->kind == ISNAD_PART_DATELINE && isnad_stamp_relative(&back, &grain, t, p->first_token, p->last_token)) return;
  if (page_dateline(&credits, t, p->first_token, p->last_token, true)) read_dateline(s, &credits, p->kind == ISNAD_PART_BYLINE);
}

/* "The British broadcaster (BBC)": the bracket holds the name of the medium before it. */
static bool names_before(const note_scan *s, const note_unit *u, size_t bracket) {
  enum { NEAR = 5 };
  for (size_t back = 1; back <= NEAR && bracket >= u->first + back && !is_mark(s, bracket - back); back++)
    if (note_has_hit(u, bracket - back, ISNAD_TABLE_OUTLETS) || note_has_hit(u, bracket - back, ISNAD_TABLE_HEADS)) return true;
  return false;
}

/* "... (Reuters)", "... - agencies": the last words behind a mark and before nothing but marks. */
static void read_closing(note_scan *s, const note_unit *u) {
  size_t last = u->last, at = last;
  dateline signature;
  if (page_signature(&signature, &s->page->tokens, u->first, u->last)) read_dateline(s, &signature, false);
  while (last > u->first && is_mark(s, last - 1)) last--;
  for (at = last; at > u->first && last - at < CLOSING && !is_mark(s, at - 1); at--) continue;
  if (at == u->first || at == last || !is_mark(s, at - 1)) return;
  size_t open = last; /* "(DPA, Reuters)" */
  while (last < u->last && cited_is_mark(s, last, ")") && open > u->first && last - open < CLOSING && !cited_is_mark(s, open, "(")) open--;
  if (cited_is_mark(s, open, "(") && open + 1 < at) {
    read_line(s, (line){open + 1, last, false});
    return;
  }
  bool enclosed = last < u->last && (cited_is_mark(s, at - 1, "(") || cited_token(s, at - 1)->kind == ISNAD_TOKEN_QUOTE);
  bool dashed = cited_is_mark(s, at - 1, "-") || cited_is_mark(s, at - 1, "/");
  bool ended = at - 1 > u->first && is_mark(s, at - 2); /* "... today.» Reuters" is no part of the sentence */
  if (enclosed && cited_token(s, at - 1)->kind == ISNAD_TOKEN_QUOTE && !ended) return;
  if (enclosed && names_before(s, u, at - 1)) return;
  if (enclosed || dashed) read_line(s, (line){at, last, enclosed && !dashed && cited_is_mark(s, at - 1, "(")});
}

/* "From al-Ghad, | the Jordanian": the country of a paper is told beside its name, and is of the name only where a noun of any medium stands before
 * it ("the news agency, | the Saudi one"). */
static void leave_country(const note_scan *s, isnad_source_note *credit) {
  const isnad_tokens *tokens = &s->page->tokens;
  isnad_phrase hit;
  size_t first = isnad_tokens_seek(tokens, credit->named.span.begin), last = isnad_tokens_seek(tokens, credit->named.span.end);
  if (last < first + 2 || last > tokens->count || isnad_phrases_at(&hit, 1, tokens, last - 1, 1u << ISNAD_TABLE_PLACES, 0) == 0) return;
  isnad_slice form = isnad_token_form(tokens, last - 1);
  if (hit.cell != ISNAD_PLACES_CELL_ADJECTIVES || !word_begins(form, LETTER_ALEF, LETTER_LAM)) return;
  if (isnad_places_rows[hit.row].country == NULL) return; /* «al-Quds al-Arabi» */
  isnad_phrase heads[HITS];
  size_t count = isnad_phrases_at(heads, HITS, tokens, first, 1u << ISNAD_TABLE_HEADS, 0);
  for (size_t i = 0; i < count && i < HITS; i++)
    if (heads[i].first + heads[i].count >= last - 1) return;
  isnad_named shorter; /* "Jerusalem | Arabic" is another paper than "Jerusalem" */
  bool known = article_known_outlet(&shorter, tokens, (token_range){first, last - 1});
  if ((known && !isnad_slice_equal(shorter.id, credit->named.id)) ||
      isnad_slice_equal(isnad_slice_at(s->page->text, credit->named.span), credit->named.name))
    return;
  credit->named.span.end = tokens->items[last - 2].span.end;
}

/* "From the paper | «X»": a noun before marks is not of the name. */
static void leave_noun(const note_scan *s, isnad_source_note *credit) {
  const isnad_tokens *tokens = &s->page->tokens;
  size_t first = isnad_tokens_seek(tokens, credit->named.span.begin), last = isnad_tokens_seek(tokens, credit->named.span.end);
  isnad_phrase noun;
  if (last < first + 3 || cited_token(s, first + 1)->kind != ISNAD_TOKEN_QUOTE) return;
  if (isnad_phrases_at(&noun, 1, tokens, first, 1u << ISNAD_TABLE_HEADS, 0) > 0 && isnad_heads_rows[noun.row].kind <= ISNAD_HEADS_KIND_OUTLET)
    credit->named.span.begin = cited_token(s, first + 2)->span.begin;
}

void note_credits(note_scan *s) {
  const isnad_page *page = s->page;
  size_t parts = s->article->last_part > 0 ? s->article->last_part : page->part_count;
  for (size_t i = s->article->first_part; i < parts && !s->failed; i++) read_part(s, &page->parts[i]);
  const note_unit *last = NULL;
  bool opening = true;
  for (size_t i = 0; i < s->unit_count && !s->failed; i++) {
    if (s->units[i].headline) continue;
    if (opening) read_opening(s, &s->units[i]);
    opening = opening && last == NULL && s->units[i].last - s->units[i].first <= SHORT; /* "By So-and-so, analyst of the network" */
    last = &s->units[i];
  }
  if (last != NULL && !s->failed) read_closing(s, last);
  for (size_t i = 0; i < s->source_count && !s->failed; i++) {
    if (s->sources[i].kind != ISNAD_SOURCE_CREDIT) continue;
    leave_country(s, &s->sources[i]);
    leave_noun(s, &s->sources[i]);
  }
}
