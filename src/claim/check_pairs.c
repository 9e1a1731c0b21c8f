/* What a page tells in the place of something that is asked: who does it, whose it is, which number it bears, where, and on which day. A word of the
 * sentence with what stands right behind it is looked for on the page; where the same word has something else behind it, and nowhere what is asked,
 * the page tells of another. */
#include "claim/check_pairs.h"

#include "tables.h"

#include <string.h>

enum { HITS = 8, NATION_REACH = 3, NUMBER_REACH = 2 };

/* --- whose --- */

static const char *adjective_at(const isnad_tokens *tokens, size_t at) {
  isnad_phrase hits[HITS];
  size_t count = at < tokens->count ? isnad_phrases_at(hits, HITS, tokens, at, 1u << ISNAD_TABLE_PLACES, ISNAD_PHRASE_CUT) : 0;
  for (size_t i = 0; i < count; i++)
    if (hits[i].cell == ISNAD_PLACES_CELL_ADJECTIVES) return isnad_places_rows[hits[i].row].country;
  return NULL;
}

static void pair_nation(pairing *p, const check_name *n, const check_word *w) {
  const check_page *page = p->scene->page;
  for (size_t t = p->scene->first; t < p->scene->last && !p->met; t++) {
    if (!pair_is_word(p->scene, w, t)) continue;
    for (size_t k = t + 1; k <= t + NATION_REACH && k < p->scene->last; k++) {
      const char *country = adjective_at(&page->tokens, k);
      if (country == NULL) continue;
      if (strcmp(country, n->country) == 0)
        p->met = true;
      else if (p->other.length == 0)
        p->other = isnad_slice_at(page->text, page->tokens.items[k].span);
      break;
    }
  }
}

/* "The Ukrainian army": a body by its noun and its country, in the place of which the page has the same noun with another. */
static bool pair_body(pairing *p, const check_name *n) {
  const check_page *page = p->scene->page;
  const char *own = n->last > n->first + 1 ? adjective_at(p->ask->tokens, n->last - 1) : NULL;
  uint64_t noun = check_stem(p->ask->tokens, n->first);
  if (own == NULL || n->type != ISNAD_NAME_ORGANIZATION || check_names(p->ask, n, p->scene)) return false;
  for (size_t t = p->scene->first; t + 1 < p->scene->last; t++) {
    const char *other = page->stems[t] == noun ? adjective_at(&page->tokens, t + 1) : NULL;
    if (other != NULL && strcmp(other, own) == 0) return false;
    if (other != NULL && p->other.length == 0)
      p->other = isnad_slice_at(page->text, (isnad_span){page->tokens.items[t].span.begin, page->tokens.items[t + 1].span.end});
  }
  return p->other.length > 0;
}

static isnad_claim_point other_nation(isnad_slice *out, const check_name **contested, const check_looking *l, check_range asked,
                                      const check_scene *scene) {
  const check_ask *ask = &l->ask;
  for (size_t i = 0; i < ask->name_count; i++) {
    const check_name *n = &ask->names[i];
    pairing body = {&l->table, ask, scene, {NULL, 0}, false};
    if (n->first >= asked.first && n->last <= asked.last && pair_body(&body, n)) {
      *out = body.other;
      *contested = n;
      return ISNAD_POINT_DOER;
    }
    if (!n->adjective || n->country == NULL || n->first <= asked.first || n->last > asked.last) continue;
    const check_word *w = pair_word_at(ask, n->first - 1);
    pairing p = {&l->table, ask, scene, {NULL, 0}, false};
    if (w == NULL) continue;
    pair_nation(&p, n, w);
    *out = p.other;
    *contested = n;
    if (!p.met && p.other.length > 0) return ISNAD_POINT_NATION;
  }
  return ISNAD_POINT_NONE;
}

/* --- which number --- */

/* Whether the number stands right behind the word anywhere in the report. */
static bool numbered_so(const check_page *page, const check_word *w, const check_word *number) {
  for (size_t t = 0; t < page->tokens.count; t++)
    if (check_word_in(w, page, t, t + 1) && check_word_in(number, page, t + 1, t + 1 + NUMBER_REACH)) return true;
  return false;
}

/* "The 88th minute": a number that is read as no figure names one of a row. */
static isnad_claim_point other_number(isnad_slice *out, const check_name **contested, const check_looking *l, check_range asked,
                                      const check_scene *scene) {
  (void)contested;
  const check_ask *ask = &l->ask;
  const check_page *page = scene->page;
  for (size_t t = asked.first + 1; t < asked.last; t++) {
    const check_word *w = pair_word_at(ask, t - 1), *number = pair_word_at(ask, t);
    bool met = false;
    *out = (isnad_slice){NULL, 0};
    if (w == NULL || number == NULL || ask->tokens->items[t].kind != ISNAD_TOKEN_NUMBER) continue;
    for (size_t k = scene->first; k < scene->last && !met; k++) {
      if (!pair_is_word(scene, w, k)) continue;
      for (size_t at = k + 1; at <= k + NUMBER_REACH && at < scene->last; at++) {
        if (page->tokens.items[at].kind != ISNAD_TOKEN_NUMBER) continue;
        if (page->stems[at] == number->stem)
          met = true;
        else if (out->length == 0)
          *out = isnad_slice_at(page->text, page->tokens.items[at].span);
      }
    }
    if (!met && out->length > 0 && !numbered_so(page, w, number)) return ISNAD_POINT_NUMBER;
  }
  *out = (isnad_slice){NULL, 0};
  return ISNAD_POINT_NONE;
}

isnad_claim_point check_instead(isnad_slice *out, const check_name **contested, const check_looking *l, check_range asked, const check_scene *scene) {
  static pair_look *const looks[] = {check_other_doer, other_nation, other_number, check_other_place, check_other_day};
  for (size_t i = 0; i < sizeof looks / sizeof looks[0]; i++) {
    *contested = NULL;
    isnad_claim_point point = looks[i](out, contested, l, asked, scene);
    if (point != ISNAD_POINT_NONE) return point;
  }
  *contested = NULL;
  *out = (isnad_slice){NULL, 0};
  return ISNAD_POINT_NONE;
}
