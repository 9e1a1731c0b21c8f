/* The page a fact-checker would print: one story, what is claimed in it, and what supports each claim. */
#include "view/report/report_doc.h"

static isnad_status hand_out(sheet *s, const buf *page) {
  isnad_slice rest = buf_slice(page);
  while (rest.length > 0 && rest.bytes[rest.length - 1] == '\n') rest.length--;
  s->lines++;
  return s->view->line(s->view->context, rest) ? ISNAD_OK : ISNAD_CANCELLED;
}

static isnad_status show(report *r) {
  if (r->s->view->json) return report_json(r);
  isnad_status status = report_write(r);
  if (status != ISNAD_OK || !r->s->view->html) return status == ISNAD_OK ? report_lines(r) : status;
  buf page = buf_new(r->s->arena, 64 * 1024);
  status = report_html(&page, r);
  return status == ISNAD_OK ? hand_out(r->s, &page) : status;
}

isnad_status isnad_view_report(isnad_store *store, isnad_slice story, const isnad_view *view, isnad_err *err) {
  sheet s;
  report r;
  isnad_status status = sheet_open(&s, view, err);
  if (status == ISNAD_OK) status = report_collect(&r, &s, store, story);
  if (status == ISNAD_OK) status = show(&r);
  return sheet_close(&s, status, "the story has no reports");
}
