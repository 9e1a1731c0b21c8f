#include "view/summary.h"

#include "view/title.h"

enum { OUTLET_WIDTH = 18, NAME_WIDTH = 17 };

static void origins_and_reports(sheet *s, const summary_sentence *sentence) {
  sheet_printf(s, "%3u origin%-2s%3u report%-2s", sentence->origins, sentence->origins == 1 ? "" : "s", sentence->reports,
               sentence->reports == 1 ? "" : "s");
}

static isnad_status sentence_line(sheet *s, const report_list *list, const summary_sentence *sentence) {
  const store_article *a = &list->articles[sentence->report];
  sheet_style_on(s, SHEET_DIM);
  sheet_printf(s, "says  ");
  origins_and_reports(s, sentence);
  sheet_cell(s, a->name, NAME_WIDTH);
  sheet_printf(s, "[%u,%u)  ", sentence->span.begin, sentence->span.end);
  sheet_style_off(s);
  sheet_cell(s, article_outlet(a), OUTLET_WIDTH);
  sheet_words(s, isnad_slice_at(list->items[sentence->report].text, sentence->span));
  return sheet_end(s);
}

static isnad_status headline_line(sheet *s, const report_list *list, const summary *sum) {
  if (sum->headline < 0) return ISNAD_OK;
  const store_article *a = &list->articles[sum->headline];
  sheet_style_on(s, SHEET_DIM);
  sheet_printf(s, "head  ");
  sheet_cell(s, a->name, NAME_WIDTH);
  sheet_style_off(s);
  sheet_cell(s, article_outlet(a), OUTLET_WIDTH);
  sheet_style_on(s, SHEET_BOLD);
  sheet_words(s, a->headline);
  return sheet_end(s);
}

static void sentence_object(json_writer *w, const report_list *list, const summary_sentence *sentence) {
  const store_article *a = &list->articles[sentence->report];
  json_open_object(w);
  json_key_string(w, "words", isnad_slice_at(list->items[sentence->report].text, sentence->span));
  json_key_string(w, "article", a->label);
  json_key_string(w, "id", a->name);
  json_key_span(w, "span", sentence->span);
  json_key_u64(w, "origins", sentence->origins);
  json_key_u64(w, "reports", sentence->reports);
  json_close_object(w);
}

static isnad_status summary_object(sheet *s, const report_list *list, const summary *sum, isnad_slice story) {
  json_writer *w = &s->json;
  json_open_object(w);
  json_key_text(w, "is", "summary");
  json_key_string(w, "story", story);
  if (sum->headline >= 0) {
    json_key(w, "headline");
    json_open_object(w);
    json_key_string(w, "words", list->articles[sum->headline].headline);
    json_key_string(w, "article", list->articles[sum->headline].label);
    json_key_string(w, "id", list->articles[sum->headline].name);
    json_close_object(w);
  }
  json_key(w, "sentences");
  json_open_array(w);
  for (size_t i = 0; i < sum->count; i++) sentence_object(w, list, sum->items[i]);
  json_close_array(w);
  json_close_object(w);
  return sheet_end(s);
}

isnad_status summary_lines(sheet *s, story_read *story) {
  isnad_status status = story_read_summary(story, s->err);
  const summary *sum = &story->sum;
  if (status != ISNAD_OK || (sum->count == 0 && sum->headline < 0)) return status;
  if (s->view->json) return summary_object(s, &story->reports, sum, story->row.id);
  status = headline_line(s, &story->reports, sum);
  for (size_t i = 0; status == ISNAD_OK && i < sum->count; i++) status = sentence_line(s, &story->reports, sum->items[i]);
  return status;
}
