#include "view/report/report_notes.h"

#include "view/html_words.h"
#include "view/labels.h"
#include "view/report/report_blocks.h"

#include <string.h>

isnad_status report_notes_new(report_notes *out, const report *r) {
  size_t room = 1;
  for (size_t i = 0; i < r->count; i++) room += r->blocks[i].kind == BLOCK_MENTION;
  *out = (report_notes){isnad_arena_array(r->s->arena, room, sizeof *out->items), 0};
  return out->items != NULL ? ISNAD_OK : isnad_arena_fail(r->s->err, r->s->arena, "view");
}

void report_note_mark(buf *out, report_notes *notes, isnad_slice place) {
  size_t number = 0;
  if (place.length == 0) return;
  while (number < notes->count && !isnad_slice_equal(notes->items[number], place)) number++;
  if (number == notes->count) notes->items[notes->count++] = place;
  buf_printf(out, "<sup><a href=\"#n%zu\">%zu</a></sup>", number + 1, number + 1);
}

/* The article whose id the place begins with. */
static const store_article *article_of(const report *r, isnad_slice place) {
  for (size_t i = 0; i < r->g.count; i++) {
    const store_article *a = &r->g.nodes[i].article;
    if (a->name.length < place.length && memcmp(a->name.bytes, place.bytes, a->name.length) == 0 && place.bytes[a->name.length] == ' ') return a;
  }
  return NULL;
}

/* Only addresses of the web become links. */
static bool is_web(isnad_slice uri) {
  return (uri.length > 8 && memcmp(uri.bytes, "https://", 8) == 0) || (uri.length > 7 && memcmp(uri.bytes, "http://", 7) == 0);
}

static void write_page(buf *out, report *r, const store_article *a) {
  html_isolated(out, "span", "outlet", report_outlet_of(a));
  if (is_web(a->uri)) {
    buf_add_text(out, "<a href=\"");
    html_escape(out, a->uri);
    buf_add_text(out, "\">");
  }
  html_isolate(out, report_title_of(r, a));
  buf_add_text(out, is_web(a->uri) ? "</a> " : " ");
}

void report_notes_write(buf *out, report *r, const report_notes *notes) {
  if (notes->count == 0) return;
  buf_add_text(out, "<section><h2>");
  html_escape(out, label_word(r->s->view, "report.notes"));
  buf_add_text(out, "</h2>\n<ol class=\"notes\">\n");
  for (size_t i = 0; i < notes->count; i++) {
    const store_article *a = article_of(r, notes->items[i]);
    buf_printf(out, "<li id=\"n%zu\">", i + 1);
    if (a != NULL) write_page(out, r, a);
    buf_add_text(out, "<code>");
    html_isolate(out, notes->items[i]);
    buf_add_text(out, "</code></li>\n");
  }
  buf_add_text(out, "</ol></section>\n");
}
