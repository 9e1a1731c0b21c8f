/* Where what is asked took place, and on which day, and where and when the page says it did. */
#include "claim/check/check_pairs.h"

#include "arabic/letters.h"
#include "tables.h"

#include <string.h>

static bool begins_with(isnad_slice word, unsigned letter) {
  return word.length > 2 && (unsigned char)word.bytes[0] == (0xC0 | letter >> 6) && (unsigned char)word.bytes[1] == (0x80 | (letter & 0x3F));
}

int pair_lead(const check_table *table, const isnad_tokens *tokens, size_t at, uint32_t begin) {
  static const isnad_check_words_role roles[] = {ISNAD_CHECK_WORDS_ROLE_IN, ISNAD_CHECK_WORDS_ROLE_TO, ISNAD_CHECK_WORDS_ROLE_FROM,
                                                 ISNAD_CHECK_WORDS_ROLE_OVER};
  if (at < tokens->count && tokens->items[at].span.begin < begin && begins_with(isnad_token_form(tokens, at), LETTER_BEH))
    return ISNAD_CHECK_WORDS_ROLE_IN;
  if (at == 0) return CHECK_NO_LEAD;
  uint64_t before = check_stem(tokens, at - 1);
  for (size_t i = 0; i < sizeof roles / sizeof roles[0]; i++)
    if (check_is(table, roles[i], before)) return (int)roles[i];
  if (!check_is(table, ISNAD_CHECK_WORDS_ROLE_TOWN, before)) return CHECK_NO_LEAD;
  int lead = pair_lead(table, tokens, at - 1, tokens->items[at - 1].span.end);
  return lead == CHECK_NO_LEAD ? (int)ISNAD_CHECK_WORDS_ROLE_IN : lead; /* "hit the town of Osaka" */
}

static bool is_country(isnad_slice id) { return memchr(id.bytes, '.', id.length) == NULL; }

/* A town for a town, a country for a country, behind the same particle. */
isnad_slice pair_other_place(const check_looking *l, const check_name *n, const check_scene *scene) {
  const check_page *page = scene->page;
  int asked = pair_lead(&l->table, l->ask.tokens, n->first, pair_begin(&l->ask, n));
  bool area = n->id_count > 0 && isnad_slice_starts(n->ids[0], isnad_slice_of("area."));
  if (asked == CHECK_NO_LEAD || area) return (isnad_slice){NULL, 0};
  bool beside = check_names(&l->ask, n, scene);
  size_t begin = beside ? scene->first : page->sentences[scene->sentence > 0 ? scene->sentence - 1 : 0].first;
  for (size_t i = 0; i < page->name_count; i++) {
    const store_mention *m = &page->names[i];
    if (m->type != ISNAD_NAME_PLACE || m->span.begin < page->tokens.items[begin].span.begin) continue;
    size_t at = isnad_tokens_seek(&page->tokens, m->span.begin);
    if (at > 0 && page->tokens.items[at - 1].span.end > m->span.begin) at--;
    if (at >= scene->last) break;
    bool known = m->entity.length > 0 && m->entity.bytes[0] != '@' && n->id_count > 0;
    if (!known || (is_country(m->entity) && !is_country(n->ids[0])) || check_is_asked(&l->ask, page, m)) continue;
    if (pair_lead(&l->table, &page->tokens, at, m->span.begin) == asked) return pair_words_of(page, m);
  }
  return (isnad_slice){NULL, 0};
}

/* --- days --- */

/* "The twenty-seventh of April": a rank with a month behind it. */
static bool told_in_words(const check_page *page, const check_day *day) {
  for (size_t i = 0; i < page->number_count; i++) {
    const check_number *n = &page->numbers[i];
    isnad_phrase hit;
    if (n->low != day->day || n->high != day->day) continue;
    for (size_t t = isnad_tokens_seek(&page->tokens, n->span.begin) + 1, k = 0; k < 5 && t + k < page->tokens.count; k++)
      if (isnad_phrases_at(&hit, 1, &page->tokens, t + k, 1u << ISNAD_TABLE_MONTHS, 0) > 0 &&
          isnad_months_rows[hit.row].calendar == ISNAD_MONTHS_CALENDAR_GREGORIAN && (unsigned)isnad_months_rows[hit.row].month == day->month)
        return true;
  }
  return false;
}

/* The day is told in the scene, the sentences beside it or where the report opens; another one in the scene. */
static bool told_near(const check_page *page, const check_day *day, size_t sentence) {
  enum { OPENING = 2 };
  for (size_t i = 0; i < page->sentence_count; i++) {
    bool beside = (i + 1 >= sentence && i <= sentence + 1) || i < OPENING;
    for (size_t t = page->sentences[i].first; beside && t < page->sentences[i].last; t++) {
      unsigned number = 0, month = 0;
      if (check_day_at(&number, &month, &page->tokens, t) > 0 && number == day->day && month == day->month) return true;
    }
  }
  return told_in_words(page, day);
}

static isnad_slice other_day(const check_page *page, const check_scene *scene) {
  for (size_t t = scene->first; t < scene->last; t++) {
    unsigned day = 0, month = 0;
    size_t taken = check_day_at(&day, &month, &page->tokens, t);
    if (taken > 0) return isnad_slice_at(page->text, (isnad_span){page->tokens.items[t].span.begin, page->tokens.items[t + taken - 1].span.end});
  }
  return (isnad_slice){NULL, 0};
}

void pair_days(check_reading *r, const check_looking *l, const check_scene *scene) {
  const isnad_tokens *tokens = l->ask.tokens;
  for (size_t i = 0; i < l->ask.day_count; i++) {
    const check_day *d = &l->ask.days[i];
    if (told_near(scene->page, d, scene->sentence)) continue;
    isnad_slice asked = isnad_slice_at(l->ask.page.text, (isnad_span){tokens->items[d->first].span.begin, tokens->items[d->last - 1].span.end});
    isnad_slice other = other_day(scene->page, scene);
    if (other.length > 0)
      check_tells_another(r, ISNAD_POINT_DAY, asked, other);
    else
      check_tells_nothing(r, asked);
  }
}
