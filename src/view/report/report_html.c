/* A report as one HTML file that needs nothing else: no script, no font, no picture from elsewhere. Everything from a page is escaped and isolated.
 */
#include "view/html_words.h"
#include "view/labels.h"
#include "view/report/report_doc.h"
#include "view/report/report_notes.h"

static const char style[] =
    ":root{--accent:#0b5c5c;--ink:#1c1c1c;--dim:#666;--line:#ddd}"
    "*{box-sizing:border-box}"
    "body{margin:0 auto;max-width:52rem;padding:2rem 1.25rem 4rem;color:var(--ink);background:#fff;"
    "font:16px/1.75 'IBM Plex Sans Arabic','Noto Naskh Arabic','Noto Sans Arabic','Geeza Pro','Segoe UI',Tahoma,sans-serif}"
    "h1{font-size:1.7rem;line-height:1.4;margin:0 0 .5rem}"
    "h2{font-size:1.1rem;color:var(--accent);margin:2.25rem 0 .75rem;padding-bottom:.25rem;border-bottom:1px solid var(--line)}"
    "h3{font-size:1rem;margin:0}p{margin:.4rem 0}"
    "dl{display:grid;grid-template-columns:max-content 1fr;gap:.15rem 1rem;margin:0}dt{color:var(--dim)}dd{margin:0}"
    ".claim{margin:0 0 1.1rem;padding:.6rem .9rem;border:1px solid var(--line);border-inline-start:3px solid var(--line);break-inside:avoid}"
    ".agree,.bounds,.sum{border-inline-start-color:var(--accent)}"
    ".differ,.denied,.revised{border-inline-start-style:double;border-inline-start-width:6px;border-inline-start-color:var(--ink)}"
    ".verdict{display:inline-block;margin-inline-end:.6rem;color:var(--accent);font-size:.85rem}"
    ".support,.note,.from{color:var(--dim);font-size:.85rem}"
    ".version{margin:.5rem 0 .1rem;font-weight:600}.change{font-size:.85rem;margin:0;padding-inline-start:1rem}"
    ".mention{font-size:.85rem;margin:0;padding-inline-start:1rem}sup a{color:var(--accent);text-decoration:none}"
    ".notes{font-size:.75rem;color:var(--dim);padding-inline-start:2.2rem}.notes a{color:inherit}.notes code{font:inherit}"
    "time,bdi[dir=ltr]{white-space:nowrap}.notes bdi[dir=ltr]{white-space:normal;overflow-wrap:anywhere}"
    ".beside{font-size:.85rem;margin:.1rem 0 0;padding-inline-start:1rem;color:var(--dim)}.beside:before{content:'\\2194\\00a0'}"
    ".event,.node{margin:.25rem 0;display:grid;grid-template-columns:9.5rem 8rem 1fr;gap:0 .75rem}"
    ".node{display:block;border-inline-start:1px solid var(--line);padding-inline-start:.75rem}"
    ".node time,.event time,.mention time{color:var(--dim);font-size:.85rem}"
    ".speaker{margin:.7rem 0 .1rem}.said{margin:.1rem 0;padding-inline-start:1rem}summary{color:var(--accent);cursor:pointer;margin:.4rem 0}"
    "svg{max-width:100%;height:auto;display:block;margin:.75rem 0}"
    "footer{margin-top:3rem;color:var(--dim);font-size:.8rem}"
    "@page{size:A4;margin:18mm;@bottom-center{content:counter(page)}}@media "
    "print{body{max-width:none;padding:0;font-size:10.5pt}h2,h3,summary{break-after:avoid}"
    "details::details-content{content-visibility:visible;display:block}}"
    "@media(max-width:40rem){.event{grid-template-columns:1fr}}";

static void time_tag(buf *out, report *r, const block *b) {
  if (!b->has_when) return;
  buf_add_text(out, "<time>");
  html_isolate(out, report_when(r, b->when));
  buf_add_text(out, "</time>");
}

typedef struct drawing {
  buf *out;
  report *r;
  bool in_section, in_claim, in_list;
  report_notes notes; /* the places on pages, by number */
} drawing;

static void close_inner(drawing *d) {
  if (d->in_claim) buf_add_text(d->out, "</article>\n");
  if (d->in_list) buf_add_text(d->out, "</dl>\n");
  d->in_claim = d->in_list = false;
}

static void heading(drawing *d, const block *b) {
  isnad_slice words = b->cells[0];
  close_inner(d);
  if (d->in_section) buf_add_text(d->out, "</section>\n");
  d->in_section = true;
  buf_add_text(d->out, "<section><h2>");
  html_escape(d->out, words);
  buf_add_text(d->out, "</h2>\n");
  if (isnad_slice_equal(words, label_word(d->r->s->view, "report.timeline"))) report_svg_timeline(d->out, d->r);
  if (report_has_edges(d->r) && isnad_slice_equal(words, label_word(d->r->s->view, "report.chain"))) report_svg_chain(d->out, d->r);
}

static void fact(drawing *d, const block *b) {
  if (!d->in_list) {
    close_inner(d);
    buf_add_text(d->out, "<dl>\n");
  }
  d->in_list = true;
  buf_add_text(d->out, "<dt>");
  html_escape(d->out, b->cells[0]);
  buf_add_text(d->out, "</dt><dd>");
  html_isolate(d->out, b->cells[1]);
  if (b->cells[2].length > 0) buf_add_text(d->out, ": ");
  html_isolated(d->out, "span", "note", b->cells[2]);
  buf_add_text(d->out, "</dd>\n");
}

static void claim(drawing *d, const block *b) {
  close_inner(d);
  d->in_claim = true;
  buf_printf(d->out, "<article class=\"claim %s\"><h3><span class=\"verdict\">", b->key);
  html_escape(d->out, b->cells[0]);
  buf_add_text(d->out, "</span>");
  html_isolate(d->out, b->cells[1]);
  buf_add_text(d->out, "</h3>\n");
  html_isolated(d->out, "p", "support", b->cells[2]);
}

static void event(drawing *d, const block *b, const char *class) {
  close_inner(d);
  if (b->depth > 0)
    buf_printf(d->out, "<div class=\"%s\" style=\"margin-inline-start:%urem\">", class, b->depth < 12 ? b->depth * 2 : 24u);
  else
    buf_printf(d->out, "<div class=\"%s\">", class);
  time_tag(d->out, d->r, b);
  buf_add_char(d->out, ' ');
  html_isolated(d->out, "strong", "outlet", b->cells[0]);
  buf_add_text(d->out, "<span>");
  html_isolated(d->out, "span", "words", b->cells[1]);
  html_remark(d->out, "note", b->cells[2]);
  buf_add_text(d->out, "</span></div>\n");
}

static void said(drawing *d, const block *b) {
  buf_add_text(d->out, "<p class=\"said\">");
  html_isolated(d->out, "span", "words", b->cells[1]);
  buf_add_text(d->out, "<span class=\"note\">(");
  html_isolate(d->out, b->cells[2]);
  buf_add_text(d->out, " ");
  time_tag(d->out, d->r, b);
  buf_add_text(d->out, ")</span></p>\n");
}

/* Closed on a screen, and open on paper. */
static void fold(drawing *d, const block *b) {
  close_inner(d);
  if (d->r->s->view->all) return;
  buf_add_text(d->out, "<details><summary>");
  html_escape(d->out, label_word(d->r->s->view, "report.and"));
  if (d->r->s->view->english) buf_add_char(d->out, ' ');
  html_escape(d->out, b->cells[0]);
  buf_add_text(d->out, "</summary>\n");
}

static void mention(drawing *d, const block *b) {
  buf_add_text(d->out, "<p class=\"mention\">");
  time_tag(d->out, d->r, b);
  buf_add_char(d->out, ' ');
  html_isolated(d->out, "strong", "outlet", b->cells[0]);
  html_isolated(d->out, "span", "words", b->cells[1]);
  report_note_mark(d->out, &d->notes, b->cells[2]);
  buf_add_text(d->out, "</p>\n");
}

static void paragraph(drawing *d, const block *b, const char *class, const char *noted) {
  buf_printf(d->out, "<p class=\"%s\">", class);
  html_isolate(d->out, b->cells[0]);
  buf_add_text(d->out, " ");
  html_remark(d->out, noted, b->cells[1]);
  html_remark(d->out, "note", b->cells[2]);
  buf_add_text(d->out, "</p>\n");
}

static void change(drawing *d, const block *b) {
  buf_add_text(d->out, "<p class=\"change\">");
  html_escape(d->out, b->cells[0]);
  buf_add_text(d->out, ": ");
  html_isolated(d->out, "span", "note", b->cells[1]);
  buf_add_text(d->out, "</p>\n");
}

static void draw(drawing *d, const block *b) {
  switch (b->kind) {
  case BLOCK_HEADING:
    heading(d, b);
    break;
  case BLOCK_FACT:
    fact(d, b);
    break;
  case BLOCK_TEXT:
    close_inner(d);
    paragraph(d, b, "text", "from");
    break;
  case BLOCK_SPEAKER:
    close_inner(d);
    html_isolated(d->out, "h3", "speaker", b->cells[0]);
    break;
  case BLOCK_SAID:
    said(d, b);
    break;
  case BLOCK_FOLD:
    fold(d, b);
    break;
  case BLOCK_UNFOLD:
    close_inner(d);
    if (!d->r->s->view->all) buf_add_text(d->out, "</details>\n");
    break;
  case BLOCK_EVENT:
    event(d, b, "event");
    break;
  case BLOCK_NODE:
    event(d, b, "node");
    break;
  case BLOCK_CLAIM:
    claim(d, b);
    break;
  case BLOCK_VERSION:
    paragraph(d, b, "version", "support");
    break;
  case BLOCK_CHANGE:
    change(d, b);
    break;
  case BLOCK_MENTION:
    mention(d, b);
    break;
  case BLOCK_BESIDE:
    paragraph(d, b, "beside", "note");
    break;
  case BLOCK_NOTE:
    close_inner(d);
    paragraph(d, b, "text", "note");
    break;
  }
}

isnad_status report_html(buf *out, report *r) {
  drawing d = {.out = out, .r = r};
  const isnad_view *view = r->s->view;
  isnad_status status = report_notes_new(&d.notes, r);
  if (status != ISNAD_OK) return status;
  buf_printf(out, "<!DOCTYPE html>\n<html lang=\"%s\" dir=\"%s\">\n<head>\n<meta charset=\"utf-8\">\n", view->english ? "en" : "ar",
             view->english ? "ltr" : "rtl");
  buf_add_text(out, "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>");
  html_escape(out, r->story.title);
  buf_add_text(out, "</title>\n<style>");
  buf_add_text(out, style);
  buf_add_text(out, "</style>\n</head>\n<body>\n<header>");
  html_isolated(out, "p", "support", label_word(view, "report.title"));
  buf_add_text(out, "<h1><bdi>");
  html_escape(out, r->story.title);
  buf_add_text(out, "</bdi></h1></header>\n");
  for (size_t i = 0; i < r->count; i++) draw(&d, &r->blocks[i]);
  close_inner(&d);
  if (d.in_section) buf_add_text(out, "</section>\n");
  report_notes_write(out, r, &d.notes);
  buf_add_text(out, "<footer><bdi dir=\"ltr\">isnad ");
  html_escape(out, r->story.id);
  buf_add_text(out, "</bdi></footer>\n</body>\n</html>\n");
  return buf_status(out, "view", r->s->err);
}
