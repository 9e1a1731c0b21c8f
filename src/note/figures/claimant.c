/* Figures inside a statement are claims of its speaker. */
#include "note/quotes/quote.h"

static int32_t name_of(const note_scan *s, const isnad_quote_note *quote) {
  size_t low = note_name_from(s, quote->speaker.begin);
  return low < s->name_count && s->names[low].span.begin == quote->speaker.begin ? (int32_t)low : -1;
}

/* Quotes and figures are both in page order; a quote's pieces lie inside it, so that the innermost says the same. */
void quote_claim_figures(note_scan *s) {
  size_t figure = 0;
  for (size_t i = 0; i < s->quote_count; i++) {
    const isnad_quote_note *quote = &s->quotes[i];
    int32_t name = quote->speaker.begin < quote->speaker.end ? name_of(s, quote) : -1;
    while (figure < s->figure_count && s->figures[figure].number.begin < quote->span.begin) figure++;
    for (size_t f = figure; name >= 0 && f < s->figure_count && s->figures[f].number.end <= quote->span.end; f++) s->figures[f].claimant = name;
  }
}
