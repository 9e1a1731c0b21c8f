#include "page/html.h"

#include "page/charset.h"
#include "page/meta.h"

/* --- tokens and blocks --- */

/* Lines that are read on, as spans with their line feeds. */
static isnad_status read_tokens(isnad_page *page, isnad_arena *arena, const html_page *html, isnad_err *err) {
  isnad_span *spans = isnad_arena_array(arena, html->line_count + 1, sizeof *spans);
  size_t count = 0;
  if (spans == NULL) return isnad_arena_fail(err, arena, "page");
  for (size_t i = 0; i < html->line_count; i++) {
    const html_line *line = &html->lines[i];
    uint32_t end = line->span.end < page->text.length ? line->span.end + 1 : line->span.end;
    if ((line->flags & LINE_KEPT) == 0) continue;
    if (count > 0 && spans[count - 1].end == line->span.begin)
      spans[count - 1].end = end;
    else
      spans[count++] = (isnad_span){line->span.begin, end};
  }
  return isnad_arabic_tokens_in(&page->tokens, arena, page->text, spans, count, err);
}

static uint8_t heading_of(const html_box *b) {
  return b->tag >= HTML_H1 && b->tag <= HTML_H6 ? (uint8_t)(b->tag - HTML_H1 + 1) : (b->within & AROUND_HEADING) != 0 ? 6 : 0;
}

static uint8_t share_of(uint32_t part, uint32_t whole) {
  uint32_t share = part > 0 ? 255 : 0;
  if (part < whole) share = (uint32_t)((uint64_t)part * 255 / whole);
  return (uint8_t)share;
}

/* One block a line; furniture has no tokens. */
static isnad_status list_blocks(isnad_page *page, isnad_arena *arena, const html_page *html, isnad_err *err) {
  isnad_block *blocks = isnad_arena_array(arena, html->line_count + 1, sizeof *blocks);
  const isnad_tokens *t = &page->tokens;
  if (blocks == NULL) return isnad_arena_fail(err, arena, "page");
  for (size_t i = 0, at = 0; i < html->line_count; i++) {
    const html_line *line = &html->lines[i];
    const html_box *box = &html->boxes[line->box];
    while (at < t->count && t->items[at].span.begin < line->span.begin) at++;
    blocks[i] = (isnad_block){.span = line->span,
                              .first_token = (uint32_t)at,
                              .bullet = (box->within & AROUND_ITEM) != 0,
                              .heading = heading_of(box),
                              .link_share = share_of(line->link_letters, line->letters),
                              .hint = (uint8_t)(line->kind + 1)};
    while (at < t->count && t->items[at].span.begin < line->span.end && t->items[at].kind != ISNAD_TOKEN_LINE) at++;
    blocks[i].last_token = (uint32_t)at;
  }
  page->blocks = blocks;
  page->block_count = html->line_count;
  return ISNAD_OK;
}

static isnad_status list_parts(isnad_page *page, isnad_arena *arena, const html_page *html, isnad_err *err) {
  page->parts = isnad_arena_array(arena, html->line_count + 1, sizeof *page->parts);
  if (page->parts == NULL) return isnad_arena_fail(err, arena, "page");
  page->part_count = html->line_count;
  for (size_t i = 0; i < html->line_count; i++) {
    const isnad_block *b = &page->blocks[i];
    const html_line *line = &html->lines[i];
    page->parts[i] = (isnad_part){.kind = (isnad_part_kind)line->kind,
                                  .span = b->span,
                                  .article = -1,
                                  .first_token = b->first_token,
                                  .last_token = b->last_token,
                                  .crosshead = line->kind == ISNAD_PART_BODY && b->heading > 0,
                                  .row = UINT32_MAX};
  }
  return ISNAD_OK;
}

/* Elements that name the author or hold the date tell what the line is that they stand on. */
static void name_parts(isnad_page *page, const html_page *html) {
  enum { NAME_LETTERS = 60 };
  for (size_t i = 0; i < page->meta_count; i++) {
    const isnad_meta *m = &page->meta[i];
    if (m->line >= page->part_count || m->kind > ISNAD_META_AUTHOR) continue;
    isnad_part *p = &page->parts[m->line];
    const html_line *line = &html->lines[m->line];
    bool holds = m->raw.end <= html->tree->nodes[line->last_node].finish && line->letters <= NAME_LETTERS;
    if (p->kind != ISNAD_PART_OTHER || (line->flags & LINE_KEPT) == 0 || !holds) continue;
    if (m->kind == ISNAD_META_AUTHOR) p->kind = ISNAD_PART_BYLINE;
    if ((m->kind == ISNAD_META_PUBLISHED || m->kind == ISNAD_META_UPDATED) && line->digits > 0) p->kind = ISNAD_PART_DATELINE;
  }
}

/* --- language --- */

/* Letters of Arabic script begin with D8-DB in UTF-8 (presentation forms aside). */
static bool is_arabic(const html_page *html) {
  uint64_t arabic = 0, all = 0;
  for (size_t i = 0; i < html->line_count; i++) {
    const html_line *line = &html->lines[i];
    if ((line->flags & (LINE_CONTENT | LINE_TITLE)) == 0) continue;
    all += line->letters;
    for (uint32_t at = line->span.begin; at < line->span.end; at++) arabic += ((uint8_t)html->text.bytes[at] & 0xFC) == 0xD8;
  }
  return arabic * 2 > all;
}

/* --- the page --- */

static isnad_status read_lines(isnad_page *page, isnad_arena *arena, html_page *html, html_view *view, isnad_err *err) {
  isnad_status status = page_meta(page, arena, html, err);
  if (status == ISNAD_OK) status = page_html_view(view, arena, html, page, err);
  if (status != ISNAD_OK) return status;
  page_html_weigh(view);
  page_html_kinds(view);
  if (!page_html_rows(view, arena)) return isnad_arena_fail(err, arena, "page");
  page_html_embed(view);
  return ISNAD_OK;
}

static isnad_status cut_lines(isnad_page *page, isnad_arena *arena, const html_view *view, isnad_err *err) {
  const html_page *html = view->page;
  isnad_status status = read_tokens(page, arena, html, err);
  if (status == ISNAD_OK) status = list_blocks(page, arena, html, err);
  if (status == ISNAD_OK) status = list_parts(page, arena, html, err);
  if (status == ISNAD_OK) name_parts(page, html);
  if (status != ISNAD_OK || !is_arabic(html)) return status;
  page->language = isnad_slice_of("ar");
  return page_html_signs(page, arena, view, err);
}

/* From places in the decoded text to the captured bytes. */
static void place_raw(isnad_page *page, html_page *html, const page_decoded *decoded) {
  for (size_t i = 0; i < html->run_count; i++) {
    isnad_span *raw = &html->runs[i].raw;
    *raw = (isnad_span){page_origin(&decoded->origins, raw->begin), page_origin(&decoded->origins, raw->end)};
  }
  for (size_t i = 0; i < page->meta_count; i++) {
    isnad_span *raw = &page->meta[i].raw;
    *raw = (isnad_span){page_origin(&decoded->origins, raw->begin), page_origin(&decoded->origins, raw->end)};
  }
}

/* The address and the language that the page states, where the capture did not tell. */
static void take_statements(isnad_page *page) {
  enum { LANGUAGE = 2 };
  const isnad_meta *url = page_meta_first(page, ISNAD_META_CANONICAL), *language = page_meta_first(page, ISNAD_META_LANGUAGE);
  if (page->url.length == 0 && url != NULL && isnad_slice_starts(url->value, isnad_slice_of("http"))) page->url = url->value;
  if (language != NULL && language->value.length >= LANGUAGE) page->language = (isnad_slice){language->value.bytes, LANGUAGE};
}

/* As a browser that runs scripts: what stands in noscript is not shown. */
static const html_limits as_browsers = {.scripting = true};

isnad_status page_html_read(isnad_page *page, isnad_arena *arena, const isnad_capture *capture, isnad_err *err) {
  html_tree tree;
  html_page html;
  html_view view;
  page_decoded decoded;
  isnad_status status = page_decode(&decoded, arena, capture->bytes, capture->content_type, true, err);
  if (status != ISNAD_OK) return status;
  page_take_decoded(page, &decoded);
  status = html_parse(&tree, arena, decoded.text, &as_browsers, err);
  if (status == ISNAD_OK) status = page_html_lines(&html, arena, &tree, err);
  if (status != ISNAD_OK) return status;
  page->text = html.text;
  page->raw = html.runs;
  page->raw_count = html.run_count;
  status = read_lines(page, arena, &html, &view, err);
  if (status != ISNAD_OK) return status;
  take_statements(page);
  status = cut_lines(page, arena, &view, err);
  place_raw(page, &html, &decoded);
  return status;
}
