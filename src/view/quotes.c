/* Who said what: the quotes of a store, asked by speaker and by word. */
#include "isnad/view.h"

#include "isnad/arabic.h"
#include "store/quotes.h"
#include "view/said.h"

#include <string.h>

enum { SPEAKER_WIDTH = 24, LONGEST_WORDS = 400 };

typedef struct quoting {
  sheet sheet;
  isnad_slice by, about; /* as asked for; by folded too */
  isnad_slice by_folded, about_folded;
  isnad_arena *scratch;
  size_t shown;
  isnad_status status;
} quoting;

static bool holds(isnad_slice text, isnad_slice part) {
  if (part.length == 0 || part.length > text.length) return part.length == 0;
  for (size_t i = 0; i + part.length <= text.length; i++)
    if (memcmp(text.bytes + i, part.bytes, part.length) == 0) return true;
  return false;
}

/* Whether the folded text holds what was asked for. */
static bool matches(quoting *q, isnad_slice text, isnad_slice asked) {
  isnad_slice folded;
  if (asked.length == 0) return true;
  q->status = isnad_arabic_fold(&folded, NULL, q->scratch, text, ISNAD_FOLD_MATCH, q->sheet.err);
  return q->status == ISNAD_OK && holds(folded, asked);
}

static bool is_asked(quoting *q, const store_quote *quote) {
  bool by = q->by.length == 0 || isnad_slice_equal(quote->entity, q->by) || matches(q, quote->speaker, q->by_folded);
  return by && matches(q, quote->words, q->about_folded);
}

static void quote_object(sheet *s, const store_quote *quote) {
  json_writer *w = &s->json;
  json_open_object(w);
  json_key_string(w, "article", quote->label);
  json_key_string(w, "id", quote->article);
  json_key_string(w, "outlet", quote->outlet);
  sheet_json_when(s, "published", quote->published, quote->basis);
  json_key_span(w, "span", quote->span);
  json_key_string(w, "mode", quote->mode);
  json_key_string(w, "entity", quote->entity);
  json_key_string(w, "speaker", quote->speaker);
  if (quote->implicit) json_key_bool(w, "implicit", true);
  if (quote->anonymous) json_key_bool(w, "anonymous", true);
  json_key_string(w, "via", quote->via);
  json_key_string(w, "rule", quote->rule);
  json_key_string(w, "verb", quote->verb);
  json_key_string(w, "words", quote->words);
  json_close_object(w);
}

static void quote_line(sheet *s, const store_quote *quote) {
  sheet_when(s, quote->published);
  sheet_cell(s, quote->mode, 8);
  sheet_style_on(s, SHEET_DIM);
  sheet_cell(s, quote->article, 17);
  sheet_style_off(s);
  sheet_style_on(s, SHEET_BOLD);
  sheet_cell(s, quote->speaker.length > 0 ? quote->speaker : (isnad_slice){"-", 1}, SPEAKER_WIDTH);
  sheet_style_off(s);
  sheet_excerpt(s, said_words(s, quote->verb, quote->rule, quote->words), LONGEST_WORDS);
  if (quote->via.length == 0) return;
  sheet_printf(s, "  <- ");
  sheet_words(s, quote->via);
}

static bool show(void *context, const store_quote *quote) {
  quoting *q = context;
  isnad_arena_reset(q->scratch);
  if (q->sheet.view->limit > 0 && q->shown >= q->sheet.view->limit) return false;
  if (!is_asked(q, quote)) return q->status == ISNAD_OK;
  if (q->sheet.view->json)
    quote_object(&q->sheet, quote);
  else
    quote_line(&q->sheet, quote);
  q->shown++;
  q->status = sheet_end(&q->sheet);
  return q->status == ISNAD_OK;
}

static isnad_status prepare(quoting *q, isnad_err *err) {
  q->scratch = q->sheet.scratch;
  isnad_status status = isnad_arabic_fold(&q->by_folded, NULL, q->sheet.arena, q->by, ISNAD_FOLD_MATCH, err);
  return status == ISNAD_OK ? isnad_arabic_fold(&q->about_folded, NULL, q->sheet.arena, q->about, ISNAD_FOLD_MATCH, err) : status;
}

isnad_status isnad_view_quotes(isnad_store *store, isnad_slice by, isnad_slice about, const isnad_view *view, isnad_err *err) {
  quoting q = {.by = by, .about = about, .status = ISNAD_OK};
  isnad_status status = sheet_open(&q.sheet, view, err);
  if (status == ISNAD_OK) status = prepare(&q, err);
  if (status == ISNAD_OK) status = store_quotes_each(store, show, &q, err);
  if (status == ISNAD_CANCELLED && q.status == ISNAD_OK) status = ISNAD_OK; /* the limit was reached */
  if (q.status != ISNAD_OK) status = q.status;
  return sheet_close(&q.sheet, status, "nobody is quoted so");
}
