/* The pages and the articles on each. */
#include "isnad/view.h"
#include "view/title.h"

#include <string.h>

enum { NAME_WIDTH = 17, OUTLET_WIDTH = 18, LONGEST_URI = 1024 };

typedef struct paging {
  sheet sheet;
  char uri[LONGEST_URI]; /* of the page at hand */
  size_t uri_length;
  size_t headlines; /* bare headlines of it, told as a count */
  isnad_status status;
  bool json;
} paging;

static void end_page(paging *p) {
  if (p->headlines == 0) return;
  sheet_printf(&p->sheet, "  %zu bare headlines in lists and promos", p->headlines);
  p->headlines = 0;
  p->status = sheet_end(&p->sheet);
}

static void begin_page(paging *p, const store_article *a) {
  end_page(p);
  p->uri_length = a->uri.length < LONGEST_URI ? a->uri.length : LONGEST_URI;
  if (p->uri_length > 0) memcpy(p->uri, a->uri.bytes, p->uri_length);
  sheet_words(&p->sheet, a->uri);
  if (p->status == ISNAD_OK) p->status = sheet_end(&p->sheet);
}

static void article_line(paging *p, const store_article *a) {
  sheet *s = &p->sheet;
  sheet_printf(s, "  ");
  sheet_cell(s, a->role, 8);
  sheet_when(s, a->published);
  sheet_style_on(s, SHEET_DIM);
  sheet_cell(s, a->name, NAME_WIDTH);
  sheet_style_off(s);
  sheet_cell(s, article_outlet(a), OUTLET_WIDTH);
  sheet_style_on(s, SHEET_BOLD);
  article_title(s, a);
  sheet_style_off(s);
  if (a->origin_name.length > 0) {
    sheet_printf(s, "  <- ");
    sheet_words(s, a->origin_name);
  }
  if (p->status == ISNAD_OK) p->status = sheet_end(s);
}

static void article_object(paging *p, const store_article *a) {
  json_writer *w = &p->sheet.json;
  json_open_object(w);
  json_key_string(w, "page", a->uri);
  json_key_string(w, "article", a->label);
  json_key_string(w, "id", a->name);
  json_key_string(w, "role", a->role);
  sheet_json_when(&p->sheet, "published", a->published, a->basis);
  json_key_string(w, "outlet", article_outlet(a));
  json_key_string(w, "origin", a->origin_name);
  json_key_string(w, "headline", a->headline);
  json_key_string(w, "story", a->story);
  json_close_object(w);
  p->status = sheet_end(&p->sheet);
}

static bool show(void *context, const store_article *a) {
  paging *p = context;
  bool new_page = !isnad_slice_equal(a->uri, (isnad_slice){p->uri, p->uri_length});
  if (p->json) {
    article_object(p, a);
  } else {
    if (new_page) begin_page(p, a);
    if (isnad_slice_is(a->role, "headline"))
      p->headlines++;
    else
      article_line(p, a);
  }
  return p->status == ISNAD_OK;
}

isnad_status isnad_view_pages(isnad_store *store, const isnad_view *view, isnad_err *err) {
  paging p = {.json = view->json};
  isnad_status status = sheet_open(&p.sheet, view, err);
  if (status == ISNAD_OK) status = store_articles_by_page(store, show, &p, err);
  if (status == ISNAD_OK) end_page(&p);
  return sheet_close(&p.sheet, p.status != ISNAD_OK ? p.status : status, "the store holds no pages yet");
}
