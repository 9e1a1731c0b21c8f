/* Which names of a sentence a place on a page has. */
#include "claim/check/check.h"
#include "claim/told_clash.h"

#include <string.h>

enum { HITS = 8, LONG_NAME = 12, OPENING = 2 };

/* "To the court" and "the court": the article loses its alef behind lam. */
static bool is_led(isnad_slice led, isnad_slice plain) {
  static const char article[] = "\xD8\xA7\xD9\x84", lam[] = "\xD9\x84\xD9\x84";
  if (led.length != plain.length || led.length <= 4 || !isnad_slice_starts(led, isnad_slice_of(lam)) ||
      !isnad_slice_starts(plain, isnad_slice_of(article)))
    return false;
  return memcmp(led.bytes + 4, plain.bytes + 4, led.length - 4) == 0;
}

/* The last word of one name and of the other, but for a proclitic or a spelling. */
static bool ends_alike(isnad_slice form, isnad_slice last) {
  if (isnad_slice_equal(form, last) || check_joined(form, last) || is_led(form, last) || is_led(last, form)) return true;
  return form.length >= LONG_NAME && last.length >= LONG_NAME && told_word_distance(form, last, 1) <= 1;
}

/* The country whose name or adjective begins at a token; NULL. */
static const char *country_at(const isnad_tokens *tokens, size_t at) {
  isnad_phrase hits[HITS];
  size_t count = isnad_phrases_at(hits, HITS, tokens, at, 1u << ISNAD_TABLE_PLACES, ISNAD_PHRASE_CUT);
  for (size_t i = 0; i < count; i++)
    if (hits[i].cell == ISNAD_PLACES_CELL_ADJECTIVES || isnad_places_rows[hits[i].row].kind == ISNAD_PLACES_KIND_COUNTRY)
      return isnad_places_rows[hits[i].row].country;
  return NULL;
}

/* An id that is known outside the article. */
static bool is_known(isnad_slice id) { return id.length > 0 && id.bytes[0] != '@'; }

/* "Abdullah" and "Abdullah the Second": a name of two words or more that begins the other. */
static bool begins(const check_ask *ask, const check_name *n, const check_page *page, const store_mention *m) {
  size_t at = isnad_tokens_seek(&page->tokens, m->span.begin), count = n->last - n->first;
  if (at > 0 && page->tokens.items[at - 1].span.end > m->span.begin) at--;
  if (n->type != ISNAD_NAME_PERSON || m->type != ISNAD_NAME_PERSON || count < 2 || at + count > page->tokens.count) return false;
  for (size_t i = 0; i < count; i++)
    if (!ends_alike(isnad_token_form(&page->tokens, at + i), isnad_token_form(ask->tokens, n->first + i))) return false;
  return true;
}

/* Two of one surname with other given names. A surname alone is whose the report calls it in full. */
bool check_namesake(const check_ask *ask, const check_name *n, const check_page *page, const store_mention *m) {
  if (n->last == n->first + 1) return false;
  size_t last = isnad_tokens_seek(&page->tokens, m->span.end), first = isnad_tokens_seek(&page->tokens, m->span.begin);
  if (last > first && last - first == 1)
    for (size_t i = 0; i < page->name_count; i++) {
      const store_mention *full = &page->names[i];
      size_t begin = isnad_tokens_seek(&page->tokens, full->span.begin), end = isnad_tokens_seek(&page->tokens, full->span.end);
      if (full->form != ISNAD_FORM_NAME || end - begin < 2 || !isnad_slice_equal(full->canonical, m->canonical)) continue;
      first = begin;
      last = end;
      break;
    }
  if (last - first < 2) return false;
  for (size_t t = first; t < last; t++)
    for (size_t k = n->first; k + 1 < n->last; k++)
      if (ends_alike(isnad_token_form(&page->tokens, t), isnad_token_form(ask->tokens, k))) return false;
  return true;
}

/* A name that no table knows stands in another, from its first word, with a word or two between: "the company X", "the American company X". */
static bool is_within(const check_ask *ask, const check_name *n, const check_page *page, const store_mention *m) {
  enum { ROOM = 2 };
  size_t t = isnad_tokens_seek(&page->tokens, m->span.begin), last = isnad_tokens_seek(&page->tokens, m->span.end), k = n->first, skipped = 0;
  if (n->last < n->first + 2) return false;
  if (t > 0 && page->tokens.items[t - 1].span.end > m->span.begin) t--;
  for (; t < last && k < n->last; t++) {
    if (ends_alike(isnad_token_form(&page->tokens, t), isnad_token_form(ask->tokens, k)))
      k++;
    else if (k == n->first || ++skipped > ROOM)
      return false;
  }
  return k == n->last;
}

bool check_is_name(const check_ask *ask, const check_name *n, const check_page *page, const store_mention *m) {
  if (n->id_count == 0 && (begins(ask, n, page, m) || (n->type != ISNAD_NAME_PERSON && is_within(ask, n, page, m)))) return true;
  for (size_t i = 0; i < n->id_count; i++) {
    bool place = n->type == ISNAD_NAME_PLACE && m->type == ISNAD_NAME_PLACE;
    if (isnad_slice_equal(n->ids[i], m->entity) || (place && isnad_slice_starts(m->entity, n->ids[i]))) return true; /* a town names its country */
  }
  size_t at = isnad_tokens_seek(&page->tokens, m->span.end), count = n->last - n->first;
  bool whole = count > 1 && n->type != ISNAD_NAME_PERSON; /* "French Guiana" is not whatever is French */
  if (whole && (at < count || !ends_alike(isnad_token_form(&page->tokens, at - count), isnad_token_form(ask->tokens, n->first)))) return false;
  if (n->office || (n->type == ISNAD_NAME_PERSON && m->type == ISNAD_NAME_PERSON && check_namesake(ask, n, page, m))) return false;
  if (at == 0 || n->last == 0 || (n->id_count > 0 && is_known(m->entity) && n->type == m->type)) return false; /* a town and its club are one */
  return ends_alike(isnad_token_form(&page->tokens, at - 1), isnad_token_form(ask->tokens, n->last - 1));
}

bool check_is_asked(const check_ask *ask, const check_page *page, const store_mention *m) {
  for (size_t i = 0; i < ask->name_count; i++)
    if (check_is_name(ask, &ask->names[i], page, m)) return true;
  return false;
}

const store_mention *check_mention_at(const check_page *page, size_t token) {
  size_t low = 0, high = page->name_count;
  uint32_t begin = page->tokens.items[token].span.begin, end = page->tokens.items[token].span.end;
  while (low < high) {
    size_t middle = low + (high - low) / 2;
    if (page->names[middle].span.begin < begin)
      low = middle + 1;
    else
      high = middle;
  }
  return low < page->name_count && page->names[low].span.begin < end ? &page->names[low] : NULL;
}

/* All words of an office end at a token. */
static bool spelled_whole(const check_ask *ask, const check_name *n, const check_page *page, size_t last) {
  size_t count = n->last - n->first;
  for (size_t i = 0; i < count; i++)
    if (last < i || !ends_alike(isnad_token_form(&page->tokens, last - i), isnad_token_form(ask->tokens, n->last - 1 - i))) return false;
  return true;
}

/* Whether the words of the name stand there: the last one, of a body also the first, not far before it. */
static bool spelled_in(const check_ask *ask, const check_name *n, const check_page *page, size_t from, size_t to) {
  enum { ROOM = 2 };
  const store_mention *inside = NULL;
  isnad_slice last = isnad_token_form(ask->tokens, n->last - 1), first = isnad_token_form(ask->tokens, n->first);
  bool both = n->last > n->first + 1 && n->type != ISNAD_NAME_PERSON;
  size_t begun = SIZE_MAX, reach = n->last - n->first + ROOM;
  for (size_t t = from > reach ? from - reach : 0; both && t < from; t++)
    if (ends_alike(isnad_token_form(&page->tokens, t), first)) begun = t;
  for (size_t t = from; t < to; t++) {
    isnad_slice form = isnad_token_form(&page->tokens, t);
    const store_mention *m = check_mention_at(page, t);
    if (page->tokens.items[t].kind == ISNAD_TOKEN_PUNCT) continue;
    if (m != NULL && m->form == ISNAD_FORM_NAME) inside = m;
    bool other = inside != NULL && inside->span.end > page->tokens.items[t].span.begin && !check_is_name(ask, n, page, inside);
    if (both && ends_alike(form, first)) begun = t;
    if (n->office && !spelled_whole(ask, n, page, t)) continue;
    bool near = !both || (begun != SIZE_MAX && t - begun < reach);
    if (near && !other && ends_alike(form, last)) return true; /* not another's name that is spelled nearly so */
    if (n->country == NULL) continue;
    const char *country = country_at(&page->tokens, t);
    if (country != NULL && strcmp(country, n->country) == 0) return true;
  }
  return false;
}

bool check_named_between(const check_ask *ask, const check_name *n, const check_page *page, size_t first, size_t last) {
  for (size_t t = first; t < last; t++) {
    const store_mention *m = check_mention_at(page, t);
    if (m != NULL && check_is_name(ask, n, page, m)) return true;
  }
  return spelled_in(ask, n, page, first, last);
}

bool check_named_in(const check_ask *ask, const check_name *n, const check_page *page, size_t sentence) {
  return check_named_between(ask, n, page, page->sentences[sentence].first, page->sentences[sentence].last);
}

bool check_names(const check_ask *ask, const check_name *n, const check_scene *scene) {
  const check_page *page = scene->page;
  for (size_t i = 0; i < page->sentence_count; i++) {
    bool beside = i + 2 >= scene->sentence && i <= scene->sentence + 1;
    if ((beside || i < OPENING) && check_named_in(ask, n, page, i)) return true;
  }
  return false;
}
