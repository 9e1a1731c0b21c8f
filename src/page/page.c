#include "isnad/page.h"

#include "page/blocks.h"
#include "page/charset.h"
#include "page/cut.h"
#include "page/html.h"

/* Mainly of Arabic script: more than half of the bytes of its words. */
static isnad_slice language_of(const isnad_tokens *t) {
  uint64_t arabic = 0, all = 0;
  for (size_t i = 0; i < t->count; i++) {
    if (t->items[i].kind != ISNAD_TOKEN_WORD) continue;
    all += t->items[i].length;
    arabic += (t->items[i].flags & ISNAD_TOKEN_ARABIC) != 0 ? t->items[i].length : 0;
  }
  return arabic * 2 > all ? isnad_slice_of("ar") : (isnad_slice){NULL, 0};
}

void page_take_decoded(isnad_page *out, const page_decoded *decoded) {
  out->text = decoded->text;
  out->charset = decoded->charset;
  out->charset_basis = decoded->basis;
  out->repairs = decoded->repairs;
}

isnad_status isnad_page_read(isnad_page *out, isnad_arena *arena, const isnad_capture *capture, isnad_err *err) {
  *out = (isnad_page){.media = capture->media, .url = capture->url, .charset = isnad_slice_of("utf-8"), .titled = capture->title.length > 0};
  if (capture->media == ISNAD_MEDIA_HTML) return page_html_read(out, arena, capture, err);
  page_decoded decoded;
  isnad_status status = page_decode(&decoded, arena, capture->bytes, capture->content_type, false, err);
  if (status != ISNAD_OK) return status;
  page_take_decoded(out, &decoded);
  out->text_is_capture = out->text.bytes == capture->bytes.bytes && out->text.length == capture->bytes.length;
  status = isnad_arabic_tokens(&out->tokens, arena, out->text, err);
  if (status != ISNAD_OK) return status;
  out->language = language_of(&out->tokens);
  status = page_blocks(out, arena, err);
  if (status == ISNAD_OK && !out->titled) status = page_unwrap(out, arena, err);
  if (status == ISNAD_OK && !out->titled) status = page_part_promos(out, arena, err);
  if (status != ISNAD_OK) return status;
  return page_cut(out, arena, err);
}

const char *isnad_meta_source_name(isnad_meta_source source) {
  static const char *const names[] = {"json-ld", "open-graph", "json-ld-page", "meta", "microdata", "time", "element"};
  return (size_t)source < sizeof names / sizeof names[0] ? names[source] : "element";
}

const char *isnad_part_kind_name(isnad_part_kind kind) {
  static const char *const names[] = {
      "breadcrumb",      "outlet",       "headline",         "dateline",          "byline",        "body",           "promo",
      "source_line",     "keywords",     "read_also_marker", "embedded_headline", "embedded_body", "similar_marker", "similar_headline",
      "related_heading", "comment_form", "ad_label",         "caption",           "social",        "footer",         "other"};
  return (size_t)kind < sizeof names / sizeof names[0] ? names[kind] : "other";
}
