/* Which medium brings the article: what the capture says, what the page says, and what it shows only by the way. */
#include "article/namesake.h"
#include "article/words.h"
#include "page/meta.h"

#include <string.h>

enum { SITE_BYTES = 80 };

static void outlet_of_row(isnad_named *out, uint32_t row, const char *rule) {
  const isnad_outlets_row *o = &isnad_outlets_rows[row];
  *out = (isnad_named){isnad_slice_of(o->id), isnad_slice_of(o->name), {0, 0}, {.name = rule, .table = ISNAD_TABLE_OUTLETS, .row = row}};
}

/* Is the slice one of the names between the bars of a cell? Most rows differ in their first byte. */
static bool is_name(const char *cell, isnad_slice slice) {
  for (const char *name = cell; name != NULL; name = strchr(name, '|') != NULL ? strchr(name, '|') + 1 : NULL)
    if (name[0] == slice.bytes[0] && strncmp(name, slice.bytes, slice.length) == 0 && (name[slice.length] == '|' || name[slice.length] == '\0'))
      return true;
  return false;
}

enum { MOST_LABELS = 6 };

/* The host and every shorter run of its last labels that has a dot, as a domain has: "www.example.net", "example.net". */
static size_t suffixes_of(isnad_slice host, isnad_slice out[MOST_LABELS]) {
  size_t count = 0;
  for (size_t at = 0; at < host.length && count < MOST_LABELS; at++) {
    bool begins = (at == 0 || host.bytes[at - 1] == '.') && host.bytes[at] != '.';
    if (begins && memchr(host.bytes + at, '.', host.length - at) != NULL) out[count++] = (isnad_slice){host.bytes + at, host.length - at};
  }
  return count;
}

static isnad_slice host_of(isnad_slice url) {
  for (size_t i = 0; i + 2 < url.length; i++) {
    if (url.bytes[i] != ':' || url.bytes[i + 1] != '/' || url.bytes[i + 2] != '/') continue;
    size_t begin = i + 3, end = begin;
    while (end < url.length && url.bytes[end] != '/' && url.bytes[end] != ':' && url.bytes[end] != '?' && url.bytes[end] != '#') end++;
    return (isnad_slice){url.bytes + begin, end - begin};
  }
  return (isnad_slice){NULL, 0};
}

static bool outlet_by(isnad_named *out, isnad_slice id_or_host, bool host, const char *rule) {
  isnad_slice suffixes[MOST_LABELS];
  size_t count = suffixes_of(id_or_host, suffixes);
  for (uint32_t row = 0; id_or_host.length > 0 && row < isnad_outlets_count; row++) {
    const isnad_outlets_row *o = &isnad_outlets_rows[row];
    bool same = !host && o->id[0] == id_or_host.bytes[0] && isnad_slice_equal(isnad_slice_of(o->id), id_or_host);
    for (size_t i = 0; !same && i < count; i++) same = is_name(o->domains, suffixes[i]);
    if (!same) continue;
    outlet_of_row(out, row, rule);
    return true;
  }
  return false;
}

bool article_outlet_of_host(isnad_named *out, isnad_slice host, const char *rule) { return outlet_by(out, host, true, rule); }

/* What the capture itself says: an id, a domain, or a name to be looked up; an unknown one stays as it is. */
static bool captured_outlet(const article_reader *r, isnad_named *out) {
  isnad_slice said = r->capture->outlet;
  isnad_page name = {0};
  if (said.length == 0) return false;
  if (outlet_by(out, said, false, "capture")) return true;
  bool read = isnad_arabic_tokens(&name.tokens, r->arena, said, NULL) == ISNAD_OK && name.tokens.count > 0;
  if (read && ((article_named(out, &name, 0, name.tokens.count, "capture") && out->id.length > 0) || article_bracketed_outlet(out, &name.tokens))) {
    isnad_named hosted;
    if (outlet_by(&hosted, host_of(r->page->url), true, "url") && article_is_namesake(&hosted, &name.tokens))
      *out = hosted;
    else
      article_tell_namesakes(out, &name.tokens, 0, name.tokens.count, r->page, NULL);
    out->span = (isnad_span){0, 0};
    return true;
  }
  if (outlet_by(out, host_of(r->page->url), true, "url")) return true;
  *out = (isnad_named){{NULL, 0}, said, {0, 0}, {.name = "capture"}};
  return true;
}

/* The name of the site as the page states it (og:site_name, publisher). */
static bool stated_site(const article_reader *r, isnad_named *out) {
  isnad_page name = {0};
  const isnad_meta *site = page_meta_first(r->page, ISNAD_META_SITE);
  if (site == NULL || site->value.length > SITE_BYTES) return false;
  if (isnad_arabic_tokens(&name.tokens, r->arena, site->value, NULL) != ISNAD_OK) return false;
  if (!article_named(out, &name, 0, name.tokens.count, "site-name")) return false;
  if (out->id.length == 0) *out = (isnad_named){{NULL, 0}, site->value, {0, 0}, {.name = "site-name"}};
  out->span = (isnad_span){0, 0};
  return true;
}

/* An HTML page states whose it is: by its address, which the table knows, else by name. */
static bool stated_outlet(const article_reader *r, isnad_named *out) {
  if (r->page->media != ISNAD_MEDIA_HTML) return false;
  return outlet_by(out, host_of(r->page->url), true, "url") || stated_site(r, out);
}

/* The page's title: the headline and the site's name, in any order, with a mark between. */
static bool stated_in_title(const article_reader *r, isnad_named *out) {
  enum { TITLE_TOKENS = 48 };
  isnad_page title = {0};
  const isnad_tokens *t = &title.tokens;
  if (r->page->media != ISNAD_MEDIA_HTML) return false;
  for (size_t i = 0; i < r->page->meta_count; i++) {
    const isnad_meta *m = &r->page->meta[i];
    filed line;
    if (m->kind != ISNAD_META_TITLE || isnad_arabic_tokens(&title.tokens, r->arena, m->value, NULL) != ISNAD_OK || t->count > TITLE_TOKENS) continue;
    if (!page_filed(&line, t, 0, t->count, true) || line.count < 2) continue;
    const filed_piece *ends[] = {&line.pieces[0], &line.pieces[line.count - 1]};
    for (size_t k = 0; k < 2; k++) {
      bool common = ends[k]->row != UINT32_MAX && isnad_outlets_rows[ends[k]->row].common == ISNAD_OUTLETS_COMMON_YES && !ends[k]->headed;
      if (ends[k]->kind != FILED_MEDIUM || ends[k]->place || common || !article_named(out, &title, ends[k]->first, ends[k]->last, "title")) continue;
      out->span = (isnad_span){0, 0};
      if (out->id.length > 0) return true;
    }
  }
  *out = (isnad_named){0};
  return false;
}

/* Items of agencies in a row: the page is theirs, and each item is the agency's that its date line names. */
static bool is_item(const article_reader *r, const isnad_named *agency) {
  const isnad_article *lead = r->lead;
  if (lead == NULL || lead->outlet.id.length == 0 || lead->body_count == 0) return false;
  bool in_text = lead->outlet.span.end > 0 && lead->outlet.span.begin >= lead->body[0].begin;
  return in_text || isnad_slice_equal(lead->outlet.id, agency->id);
}

void article_read_outlet(article_reader *r) {
  isnad_named *out = &r->article->outlet;
  bool lead = r->article->role == ISNAD_ROLE_LEAD;
  if (lead && (captured_outlet(r, out) || stated_outlet(r, out))) return;
  if (article_lined_outlet(r, out)) return;
  if (lead && (outlet_by(out, host_of(r->page->url), true, "url") || stated_in_title(r, out))) return;
  if (article_page_outlet(r, out)) return;
  if (article_dateline(r, true, out) && !lead && !is_item(r, out)) *out = (isnad_named){0};
}
