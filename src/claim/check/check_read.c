/* Which words and names of a sentence a place on a page has. */
#include "arabic/letters.h"
#include "claim/check/check.h"
#include "claim/told_clash.h"

#include <string.h>

enum { HITS = 8, LONG_FORM = 10, LONG_NAME = 12, PROCLITICS = 6, SHORTEST = 6, CLOSE = 18, MOST_SHOWN = 12, CONTENT_WEIGHT = 9, OPENING = 2 };

/* --- words --- */

static bool has_term(const claim_content *c, uint32_t term) {
  for (size_t i = 0; i < c->count; i++)
    if ((c->items[i] ^ term) <= TERM_WEIGHT) return true;
  return false;
}

/* A long word of which one letter behind the second is another, or one more: "his" for "my", a slip of the keys. */
static bool is_slip(isnad_slice a, isnad_slice b) {
  size_t apart = a.length > b.length ? a.length - b.length : b.length - a.length;
  if (a.length < LONG_FORM || b.length < LONG_FORM || apart > 2 || memcmp(a.bytes, b.bytes, 4) != 0) return false;
  return told_word_distance(a, b, 1) <= 1;
}

/* "His ankle" and "the ankle": a pronoun, or a mark of number, behind a long word. */
static bool is_suffixed(isnad_slice a, isnad_slice b) {
  static const unsigned endings[] = {LETTER_HEH, LETTER_YEH, LETTER_ALEF, LETTER_NOON, LETTER_MEEM, LETTER_WAW, LETTER_TEH};
  static const char article[] = "\xD8\xA7\xD9\x84";
  if (isnad_slice_starts(a, isnad_slice_of(article))) a = (isnad_slice){a.bytes + 4, a.length - 4};
  if (isnad_slice_starts(b, isnad_slice_of(article))) b = (isnad_slice){b.bytes + 4, b.length - 4};
  isnad_slice whole = a.length > b.length ? a : b, rest = a.length > b.length ? b : a;
  if (rest.length < LONG_FORM - 2 || whole.length <= rest.length || whole.length > rest.length + 4) return false;
  if (memcmp(whole.bytes, rest.bytes, rest.length) != 0) return false;
  for (size_t at = rest.length; at + 1 < whole.length; at += 2) {
    unsigned letter = ((unsigned char)whole.bytes[at] & 0x1Fu) << 6 | ((unsigned char)whole.bytes[at + 1] & 0x3Fu);
    bool ending = false;
    for (size_t i = 0; i < sizeof endings / sizeof endings[0]; i++) ending = ending || letter == endings[i];
    if (!ending) return false;
  }
  return true;
}

/* "To Flydubai" and "Flydubai": one with a proclitic of one letter, or the article, that no table of frequencies knows for one. */
static bool is_joined(isnad_slice a, isnad_slice b) {
  isnad_slice whole = a.length > b.length ? a : b, rest = a.length > b.length ? b : a;
  size_t cut = whole.length - rest.length;
  if (rest.length < SHORTEST || cut == 0 || cut > PROCLITICS || memcmp(whole.bytes + cut, rest.bytes, rest.length) != 0) return false;
  for (size_t i = 0; i + 1 < cut; i += 2) {
    unsigned letter = ((unsigned char)whole.bytes[i] & 0x1Fu) << 6 | ((unsigned char)whole.bytes[i + 1] & 0x3Fu);
    bool proclitic = letter == LETTER_WAW || letter == LETTER_FEH || letter == LETTER_BEH || letter == LETTER_LAM || letter == LETTER_KAF;
    if (!proclitic && letter != LETTER_ALEF) return false;
  }
  return true;
}

static bool is_word(const check_word *w, const check_page *page, size_t t) {
  if (page->stems[t] == w->stem || (w->root != 0 && page->roots[t] == w->root)) return true;
  if (w->same != 0 && page->same[t] != 0 && check_rows_meet(w->same, page->same[t])) return true;
  if (w->root == 0 || page->roots[t] == 0) return false;
  isnad_slice form = isnad_token_form(&page->tokens, t);
  return is_slip(w->form, form) || is_joined(w->form, form) || is_suffixed(w->form, form);
}

void check_mark_words(const check_ask *ask, check_page *page) {
  for (size_t t = 0; t < page->tokens.count; t++) {
    page->asked[t] = 0;
    for (size_t i = 0; i < ask->word_count && page->stems[t] != 0; i++)
      if (is_word(&ask->words[i], page, t)) page->asked[t] |= UINT64_C(1) << i;
  }
}

bool check_word_in(const check_word *w, const check_page *page, size_t first, size_t last) {
  for (size_t t = first; t < last && t < page->tokens.count; t++)
    if ((page->asked[t] >> w->place & 1) != 0) return true;
  return false;
}

/* By its stem, root or other wordings in the tokens, or by its key among theirs. */
static bool tells_word(const check_word *w, const check_page *page, const check_sentence *s) {
  for (size_t i = 0; i < w->term_count; i++)
    if (has_term(&s->content, w->terms[i])) return true;
  return check_word_in(w, page, s->first, s->last);
}

/* 2: in the scene; 1: in a sentence beside it or in the opening; 0: in neither. */
static int stands(const check_word *w, const check_scene *scene) {
  const check_page *page = scene->page;
  if (tells_word(w, page, &page->sentences[scene->sentence])) return 2;
  for (size_t i = 0; i < page->sentence_count; i++) {
    bool beside = i + 1 >= scene->sentence && i <= scene->sentence + 1;
    if ((beside || i < OPENING) && tells_word(w, page, &page->sentences[i])) return 1;
  }
  return 0;
}

bool check_word_stands(const check_word *w, const check_scene *scene) { return stands(w, scene) > 0; }

double check_share(const check_ask *ask, const check_scene *scene, double beside) {
  double all = 0, has = 0;
  for (size_t i = 0; i < ask->word_count; i++) {
    const check_word *w = &ask->words[i];
    int where = stands(w, scene);
    all += w->weight;
    has += where == 2 ? w->weight : where == 1 ? beside * w->weight : 0;
  }
  return all > 0 ? has / all : 1;
}

isnad_slice check_words_missing(const check_looking *l, const check_scene *scene) {
  const isnad_tokens *tokens = l->ask.tokens;
  isnad_slice out = {NULL, 0};
  size_t shown = 0, until = 0;
  for (size_t i = 0; i < l->ask.word_count && shown < MOST_SHOWN; i++) {
    const check_word *w = &l->ask.words[i];
    if (w->weight < CONTENT_WEIGHT || stands(w, scene) != 0) continue;
    isnad_slice word = isnad_slice_at(l->ask.page.text, (isnad_span){tokens->items[w->first].span.begin, tokens->items[w->last - 1].span.end});
    const char *joint = shown++ == 0 ? "" : until == w->first ? " " : " \xE2\x80\xA6 ";
    out = isnad_arena_printf(l->arena, "%.*s%s%.*s", (int)out.length, out.bytes != NULL ? out.bytes : "", joint, (int)word.length, word.bytes);
    until = w->last;
  }
  return out;
}

size_t check_words_outside(const check_looking *l, const check_scene *scene) {
  size_t out = 0;
  for (size_t i = 0; i < l->ask.word_count; i++) out += l->ask.words[i].weight >= CONTENT_WEIGHT && stands(&l->ask.words[i], scene) != 2;
  return out;
}

/* How near two words stand to one another; 0: one of them is not there. */
static size_t apart(const check_word *a, const check_word *b, const check_scene *scene) {
  size_t nearest = 0;
  for (size_t t = scene->first; t < scene->last; t++)
    for (size_t k = scene->first; check_word_in(a, scene->page, t, t + 1) && k < scene->last; k++) {
      size_t far = k > t ? k - t : t - k;
      if (k != t && (nearest == 0 || far < nearest) && check_word_in(b, scene->page, k, k + 1)) nearest = far;
    }
  return nearest;
}

bool check_words_close(const check_looking *l, const check_scene *scene) {
  for (size_t i = 1; i < l->ask.word_count; i++) {
    const check_word *a = &l->ask.words[i - 1], *b = &l->ask.words[i];
    bool content = a->weight >= CONTENT_WEIGHT && b->weight >= CONTENT_WEIGHT;
    if (content && b->first == a->last && apart(a, b, scene) > CLOSE) return false;
  }
  return true;
}

/* --- names --- */

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
  if (isnad_slice_equal(form, last) || is_joined(form, last) || is_led(form, last) || is_led(last, form)) return true;
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
static bool is_namesake(const check_ask *ask, const check_name *n, const check_page *page, const store_mention *m) {
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
  if (n->office || (n->type == ISNAD_NAME_PERSON && m->type == ISNAD_NAME_PERSON && is_namesake(ask, n, page, m))) return false;
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
