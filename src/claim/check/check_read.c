/* Which words of a sentence a place on a page has. */
#include "arabic/letters.h"
#include "claim/check/check.h"
#include "claim/told_clash.h"

#include <string.h>

enum { LONG_FORM = 10, PROCLITICS = 6, SHORTEST = 6, CLOSE = 18, MOST_SHOWN = 12, CONTENT_WEIGHT = 9, OPENING = 2 };

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
bool check_joined(isnad_slice a, isnad_slice b) {
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
  return is_slip(w->form, form) || check_joined(w->form, form) || is_suffixed(w->form, form);
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
