/* The names that are asked for, held against those of a scene: a word of the sentence with the name that stands beside it is looked for on the page;
 * where the same word has another name beside it, and nowhere the one that is asked for, the page tells of another. */
#include "claim/check/check_pairs.h"

#include "tables.h"

#include <string.h>

enum { HITS = 8, NATION_REACH = 3, NUMBER_REACH = 2, ACT_REACH = 9, OFFICE_REACH = 6 };

/* --- whose --- */

static const char *adjective_at(const isnad_tokens *tokens, size_t at) {
  isnad_phrase hits[HITS];
  size_t count = at < tokens->count ? isnad_phrases_at(hits, HITS, tokens, at, 1u << ISNAD_TABLE_PLACES, ISNAD_PHRASE_CUT) : 0;
  for (size_t i = 0; i < count; i++)
    if (hits[i].cell == ISNAD_PLACES_CELL_ADJECTIVES) return isnad_places_rows[hits[i].row].country;
  return NULL;
}

static bool is_asked_country(const check_looking *l, const char *country) {
  for (size_t i = 0; i < l->ask.name_count; i++)
    if (l->ask.names[i].country != NULL && strcmp(l->ask.names[i].country, country) == 0) return true;
  return false;
}

/* Behind the noun that the adjective that is asked for stands behind, the scene has another country's; `asked_too`: one that is asked for elsewhere,
 * so that the two changed places. */
static isnad_slice nation_behind(const check_looking *l, const check_name *n, const check_scene *scene, bool asked_too) {
  const check_page *page = scene->page;
  const check_word *w = n->first > 0 ? pair_word_at(&l->ask, n->first - 1) : NULL;
  isnad_slice other = {NULL, 0};
  for (size_t t = scene->first; w != NULL && t < scene->last; t++) {
    if (!pair_is_word(scene, w, t)) continue;
    for (size_t k = t + 1; k <= t + NATION_REACH && k < scene->last; k++) {
      const char *country = adjective_at(&page->tokens, k);
      if (country == NULL) continue;
      if (strcmp(country, n->country) == 0) return (isnad_slice){NULL, 0};
      if (other.length == 0 && (!asked_too || is_asked_country(l, country))) other = isnad_slice_at(page->text, page->tokens.items[k].span);
      break;
    }
  }
  return other;
}

/* The country of an adjective or a name that stands there; NULL. */
static const char *country_at(const check_page *page, size_t at) {
  const store_mention *m = check_mention_at(page, at);
  const char *country = adjective_at(&page->tokens, at);
  if (country != NULL || m == NULL || m->type != ISNAD_NAME_PLACE) return country;
  for (size_t i = 0; i < isnad_places_count; i++)
    if (isnad_places_rows[i].kind == ISNAD_PLACES_KIND_COUNTRY && isnad_slice_equal(isnad_slice_of(isnad_places_rows[i].id), m->entity))
      return isnad_places_rows[i].country;
  return NULL;
}

/* Whether a person who is asked for is named around an office. */
static bool holds_it(const check_looking *l, const check_page *page, size_t at) {
  size_t first = at > OFFICE_REACH ? at - OFFICE_REACH : 0, last = at + OFFICE_REACH < page->tokens.count ? at + OFFICE_REACH : page->tokens.count;
  for (size_t i = 0; i < l->ask.name_count; i++)
    if (l->ask.names[i].type == ISNAD_NAME_PERSON && check_named_between(&l->ask, &l->ask.names[i], page, first, last)) return true;
  return false;
}

isnad_slice pair_other_state(const check_looking *l, const check_name *n, const check_page *page) {
  uint64_t noun = n->first > 0 ? check_stem(l->ask.tokens, n->first - 1) : 0;
  isnad_slice other = {NULL, 0};
  for (size_t t = 0; noun != 0 && t + 1 < page->tokens.count; t++) {
    const char *country = page->stems[t] == noun ? country_at(page, t + 1) : NULL;
    if (country == NULL || !holds_it(l, page, t)) continue;
    if (strcmp(country, n->country) == 0) return (isnad_slice){NULL, 0};
    if (other.length == 0) other = isnad_slice_at(page->text, page->tokens.items[t + 1].span);
  }
  return other;
}

/* The first country of the scene that nobody asks for, where the one that is asked for is not in it. */
static isnad_slice nation_left_over(const check_looking *l, const check_name *n, const check_scene *scene) {
  const check_page *page = scene->page;
  isnad_slice other = {NULL, 0};
  for (size_t t = scene->first; t < scene->last; t++) {
    const char *country = country_at(page, t);
    if (country == NULL) continue;
    if (strcmp(country, n->country) == 0) return (isnad_slice){NULL, 0};
    if (!is_asked_country(l, country) && other.length == 0) other = isnad_slice_at(page->text, page->tokens.items[t].span);
  }
  return other;
}

/* "The Ukrainian army": a body by its noun and its country, in the place of which the page has the same noun with another. */
static isnad_slice other_body(const check_looking *l, const check_name *n, const check_scene *scene) {
  const check_page *page = scene->page;
  const char *own = n->last > n->first + 1 ? adjective_at(l->ask.tokens, n->last - 1) : NULL;
  uint64_t noun = check_stem(l->ask.tokens, n->first);
  isnad_slice out = {NULL, 0};
  for (size_t t = scene->first; own != NULL && t + 1 < scene->last; t++) {
    const char *other = page->stems[t] == noun ? adjective_at(&page->tokens, t + 1) : NULL;
    if (other != NULL && strcmp(other, own) == 0) return (isnad_slice){NULL, 0};
    if (other != NULL && out.length == 0)
      out = isnad_slice_at(page->text, (isnad_span){page->tokens.items[t].span.begin, page->tokens.items[t + 1].span.end});
  }
  return out;
}

isnad_slice pair_other_nation(const check_looking *l, const check_name *n, const check_scene *scene) {
  if (n->type == ISNAD_NAME_ORGANIZATION) return other_body(l, n, scene);
  if (!n->adjective || n->country == NULL) return (isnad_slice){NULL, 0};
  bool here = check_named_in(&l->ask, n, scene->page, scene->sentence);
  isnad_slice out = nation_behind(l, n, scene, here);
  return out.length > 0 || here ? out : nation_left_over(l, n, scene);
}

/* --- who is left --- */

static bool is_country(isnad_slice id) { return memchr(id.bytes, '.', id.length) == NULL; }

/* Persons for persons, bodies for bodies, towns for towns. */
static bool of_one_kind(const check_name *n, const store_mention *m) {
  if (m->form != ISNAD_FORM_NAME || m->type != n->type) return false;
  if (n->type != ISNAD_NAME_PLACE || n->id_count == 0) return true;
  return m->entity.length > 0 && is_country(m->entity) == is_country(n->ids[0]);
}

static bool same_mention(const store_mention *a, const store_mention *b) {
  if (a->entity.length > 0 && b->entity.length > 0) return isnad_slice_equal(a->entity, b->entity);
  return isnad_slice_equal(a->canonical, b->canonical);
}

/* The last words are one. */
static bool ends_as(const check_looking *l, const check_name *n, const check_page *page, const store_mention *m) {
  size_t at = isnad_tokens_seek(&page->tokens, m->span.end);
  if (n->type == ISNAD_NAME_PERSON && check_namesake(&l->ask, n, page, m)) return false;
  return at > 0 && page->tokens.items[at - 1].hash == l->ask.tokens->items[n->last - 1].hash;
}

/* How far a mention stands from the word beside which the name is asked for; SIZE_MAX: the scene has not the word. */
static size_t far_from_act(const check_looking *l, const check_name *n, const check_scene *scene, const store_mention *m) {
  const check_word *w = pair_act(l, n);
  size_t at = isnad_tokens_seek(&scene->page->tokens, m->span.begin), nearest = SIZE_MAX;
  for (size_t t = scene->first; w != NULL && t < scene->last; t++) {
    size_t apart = at > t ? at - t : t - at;
    if (pair_is_word(scene, w, t) && apart < nearest) nearest = apart;
  }
  return nearest;
}

isnad_slice pair_left_over(const check_looking *l, const check_name *n, const check_scene *scene, bool near) {
  const check_page *page = scene->page;
  const store_mention *left = NULL;
  for (size_t i = 0; i < page->name_count; i++) {
    const store_mention *m = &page->names[i];
    if (m->span.begin < page->tokens.items[scene->first].span.begin || m->span.begin >= page->tokens.items[scene->last - 1].span.end) continue;
    if (!of_one_kind(n, m) || check_is_asked(&l->ask, page, m) || pair_speaks(l, page, m) || (left != NULL && same_mention(left, m))) continue;
    if (left != NULL) return (isnad_slice){NULL, 0};
    left = m;
  }
  bool part = left != NULL &&
              (ends_as(l, n, page, left) || (near && far_from_act(l, n, scene, left) > ACT_REACH)); /* "Sara Netanyahu" and "Netanyahu" may be one */
  return left != NULL && !part ? pair_words_of(page, left) : (isnad_slice){NULL, 0};
}

/* "The office of the lawyer X": the head of a name that no table knows, with another behind it. */
static isnad_slice other_bearer(const check_looking *l, const check_name *n, const check_scene *scene) {
  enum { LEAST_HEAD = 2 };
  const check_page *page = scene->page;
  if (n->type != ISNAD_NAME_ORGANIZATION || n->id_count > 0 || n->last < n->first + LEAST_HEAD + 1) return (isnad_slice){NULL, 0};
  for (size_t t = scene->first; t < scene->last; t++) {
    size_t k = 0;
    while (n->first + k < n->last && t + k < scene->last && page->tokens.items[t + k].hash == l->ask.tokens->items[n->first + k].hash) k++;
    const store_mention *m = k >= LEAST_HEAD && t + k < scene->last ? check_mention_at(page, t + k) : NULL;
    if (m != NULL && m->form == ISNAD_FORM_NAME && n->first + k < n->last) return pair_words_of(page, m);
  }
  return (isnad_slice){NULL, 0};
}

/* --- numbers that are no figures --- */

/* Whether the number stands right behind the word anywhere in the report. */
static bool numbered_so(const check_page *page, const check_word *w, const check_word *number) {
  for (size_t t = 0; t < page->tokens.count; t++)
    if (check_word_in(w, page, t, t + 1) && check_word_in(number, page, t + 1, t + 1 + NUMBER_REACH)) return true;
  return false;
}

/* "The 88th minute": a number that is read as no figure names one of a row. */
static void read_loose_numbers(check_reading *r, const check_looking *l, const check_scene *scene) {
  const check_ask *ask = &l->ask;
  const check_page *page = scene->page;
  for (size_t i = 0; i < ask->word_count; i++) {
    const check_word *number = &ask->words[i], *w = number->first > 0 ? pair_word_at(ask, number->first - 1) : NULL;
    isnad_slice other = {NULL, 0};
    if (ask->tokens->items[number->first].kind != ISNAD_TOKEN_NUMBER) continue;
    if (check_word_in(number, page, scene->first, scene->last) || (w != NULL && numbered_so(page, w, number))) continue;
    for (size_t k = scene->first; w != NULL && k < scene->last && other.length == 0; k++)
      for (size_t at = k + 1; pair_is_word(scene, w, k) && at <= k + NUMBER_REACH && at < scene->last && other.length == 0; at++)
        if (page->tokens.items[at].kind == ISNAD_TOKEN_NUMBER) other = isnad_slice_at(page->text, page->tokens.items[at].span);
    if (other.length > 0)
      check_tells_another(r, ISNAD_POINT_NUMBER, isnad_slice_at(ask->page.text, ask->tokens->items[number->first].span), other);
    else
      check_tells_nothing(r, isnad_slice_at(ask->page.text, ask->tokens->items[number->first].span));
  }
}

/* --- the whole --- */

static isnad_claim_point point_of(const check_looking *l, const check_name *n) {
  if (n->adjective) return ISNAD_POINT_NATION;
  int lead = pair_lead(&l->table, l->ask.tokens, n->first, pair_begin(&l->ask, n));
  const check_word *noun = n->first > 0 ? pair_word_at(&l->ask, n->first - 1) : NULL;
  if (n->type == ISNAD_NAME_PLACE && n->country == NULL && noun != NULL && !check_is_act(&l->table, noun->stem))
    return ISNAD_POINT_PLACE; /* "the tournament of Rome" */
  return n->type == ISNAD_NAME_PLACE && lead != CHECK_NO_LEAD && lead != ISNAD_CHECK_WORDS_ROLE_OVER ? ISNAD_POINT_PLACE : ISNAD_POINT_DOER;
}

/* Far from the word beside which it is asked for the name does something else. */
static bool stands_far(const check_looking *l, const check_name *n, const check_scene *scene) {
  const check_page *page = scene->page;
  const check_word *w = pair_act(l, n);
  size_t nearest = SIZE_MAX;
  for (size_t i = 0; i < page->name_count; i++) { /* whom a sentence names first it is about */
    const store_mention *m = &page->names[i];
    if (m->span.begin < page->tokens.items[scene->first].span.begin || m->form != ISNAD_FORM_NAME || m->type != n->type) continue;
    if (check_is_name(&l->ask, n, page, m)) return false;
    break;
  }
  for (size_t t = scene->first; w != NULL && t < scene->last; t++) {
    if (!pair_is_word(scene, w, t)) continue;
    for (size_t k = scene->first; k < scene->last; k++) {
      size_t apart = k > t ? k - t : t - k;
      if (apart < nearest && check_named_between(&l->ask, n, page, k, k + 1)) nearest = apart;
    }
  }
  return nearest != SIZE_MAX && nearest > ACT_REACH;
}

static void read_name(check_reading *r, const check_looking *l, const check_name *n, const check_scene *scene) {
  bool here = check_named_in(&l->ask, n, scene->page, scene->sentence), beside = here || check_names(&l->ask, n, scene);
  isnad_slice other = {NULL, 0};
  r->names++;
  r->met += beside;
  r->acting += here && pair_acts_in(l, scene, n);
  r->own += here || (beside && n->country != NULL); /* whose country it is a report tells once */
  if (check_is_party(l, n) || r->sides == CHECK_SIDES_TURNED) {
    if (!beside && r->sides != CHECK_SIDES_TURNED) check_tells_nothing(r, n->words);
    return;
  }
  bool body = n->type == ISNAD_NAME_ORGANIZATION && !here;
  if ((n->adjective && (here || !beside)) || body) other = pair_other_nation(l, n, scene);
  if (!beside && other.length == 0) other = other_bearer(l, n, scene);
  if (other.length == 0 && !n->adjective && (!here || pair_is_act(l, n))) other = pair_other_doer(l, n, scene);
  if (other.length == 0 && !here && n->type == ISNAD_NAME_PLACE && !n->adjective) other = pair_other_place(l, n, scene);
  if (other.length == 0 && !n->adjective && !here) other = pair_left_over(l, n, scene, beside);
  r->of_place = r->of_place || (other.length > 0 && r->another == 0 && n->type == ISNAD_NAME_PLACE);
  if (other.length > 0)
    check_tells_another(r, point_of(l, n), n->words, other);
  else if (!beside)
    check_tells_nothing(r, n->words);
  else if (!here && n->type == ISNAD_NAME_PLACE && n->country == NULL && point_of(l, n) == ISNAD_POINT_PLACE)
    check_doubts(r, n->words); /* a town that another sentence names */
  else if (here && !n->adjective && n->type != ISNAD_NAME_PLACE && r->sides != CHECK_SIDES_KEPT && stands_far(l, n, scene))
    check_doubts(r, n->words);
}

void check_read_names(check_reading *r, check_looking *l, const check_scene *scene) {
  isnad_slice doubt = {NULL, 0};
  for (size_t i = 0; i < l->ask.name_count; i++)
    if (!check_is_speaker(&l->ask, &l->ask.names[i])) read_name(r, l, &l->ask.names[i], scene);
  for (size_t i = 0; i < l->ask.state_count; i++) {
    isnad_slice other = pair_other_state(l, &l->ask.states[i], scene->page);
    if (other.length > 0 && r->another == 0) check_tells_another(r, ISNAD_POINT_NATION, l->ask.states[i].words, other);
  }
  check_read_winner(r, l, scene);
  pair_days(r, l, scene);
  read_loose_numbers(r, l, scene);
  bool open = r->another == 0 && r->sides != CHECK_SIDES_TURNED, kept = r->sides == CHECK_SIDES_KEPT; /* of other two, it may be */
  if (open && ((!kept && pair_is_doubtful(&doubt, l, scene)) || pair_changed_places(&doubt, l, scene))) check_doubts(r, doubt);
}
