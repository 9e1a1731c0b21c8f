/* Where what is asked took place, and on which day, and where and when the page says it did. */
#include "claim/check_pairs.h"

#include "arabic/letters.h"

#include <string.h>

typedef enum lead { LEAD_NONE, LEAD_IN, LEAD_TO, LEAD_FROM } lead;

/* "In", or bi- joined to the word; "to"; "from". */
static lead lead_of(const isnad_tokens *tokens, size_t at, uint32_t begin) {
  static const char *const words[] = {[LEAD_IN] = "\xD9\x81\xD9\x8A", [LEAD_TO] = "\xD8\xA7\xD9\x84\xD9\x8A", [LEAD_FROM] = "\xD9\x85\xD9\x86"};
  isnad_slice form = isnad_token_form(tokens, at);
  if (tokens->items[at].span.begin < begin && pair_begins_with(form, LETTER_BEH)) return LEAD_IN;
  for (lead i = LEAD_IN; at > 0 && i <= LEAD_FROM; i++)
    if (isnad_slice_equal(isnad_token_form(tokens, at - 1), isnad_slice_of(words[i]))) return i;
  return LEAD_NONE;
}

static bool is_country(isnad_slice id) { return memchr(id.bytes, '.', id.length) == NULL; }

/* A town for a town, a country for a country. */
static isnad_slice place_told(const check_scene *scene, const check_name *n, lead asked) {
  const check_page *page = scene->page;
  size_t begin = page->sentences[scene->from > 0 ? scene->from - 1 : 0].first;
  size_t end = page->sentences[scene->to < page->sentence_count ? scene->to : page->sentence_count - 1].last;
  for (size_t i = 0; i < page->name_count; i++) {
    const store_mention *m = &page->names[i];
    if (m->type != ISNAD_NAME_PLACE || m->span.begin < page->tokens.items[begin].span.begin) continue;
    size_t at = isnad_tokens_seek(&page->tokens, m->span.begin);
    if (at > 0 && page->tokens.items[at - 1].span.end > m->span.begin) at--;
    if (at >= end) break;
    bool known = m->entity.length > 0 && m->entity.bytes[0] != '@' && n->id_count > 0;
    if (known && (is_country(n->ids[0]) || !is_country(m->entity)) && lead_of(&page->tokens, at, m->span.begin) == asked)
      return pair_words_of(page, m);
  }
  return (isnad_slice){NULL, 0};
}

isnad_claim_point check_other_place(isnad_slice *out, const check_name **contested, const check_looking *l, check_range asked,
                                    const check_scene *scene) {
  const check_ask *ask = &l->ask;
  for (size_t i = 0; i < ask->name_count; i++) {
    const check_name *n = &ask->names[i];
    if (n->adjective || n->type != ISNAD_NAME_PLACE || n->first < asked.first || n->last > asked.last) continue;
    uint32_t begin = (uint32_t)(n->words.bytes - ask->page.text.bytes);
    lead led = lead_of(ask->tokens, n->first, begin);
    bool area = n->id_count > 0 && isnad_slice_starts(n->ids[0], isnad_slice_of("area."));
    if (led == LEAD_NONE || area || check_names(ask, n, scene)) continue;
    *out = place_told(scene, n, led);
    *contested = n;
    if (out->length > 0) return ISNAD_POINT_PLACE;
  }
  return ISNAD_POINT_NONE;
}

isnad_claim_point check_other_day(isnad_slice *out, const check_name **contested, const check_looking *l, check_range asked,
                                  const check_scene *scene) {
  (void)contested;
  const check_ask *ask = &l->ask;
  const check_page *page = scene->page;
  *out = (isnad_slice){NULL, 0};
  for (size_t i = 0; i < ask->day_count; i++) {
    const check_day *d = &ask->days[i];
    if (d->first < asked.first || d->last > asked.last) continue;
    for (size_t t = scene->first; t < scene->last; t++) {
      unsigned day = 0, month = 0;
      size_t taken = check_day_at(&day, &month, &page->tokens, t);
      if (taken == 0) continue;
      if (day == d->day && month == d->month) return ISNAD_POINT_NONE;
      if (out->length == 0)
        *out = isnad_slice_at(page->text, (isnad_span){page->tokens.items[t].span.begin, page->tokens.items[t + taken - 1].span.end});
    }
    if (out->length > 0) return ISNAD_POINT_DAY;
  }
  return ISNAD_POINT_NONE;
}
