/* How much of a sentence a place on a page tells: its words, by weight, and its names. */
#include "claim/check.h"
#include "claim/told_clash.h"
#include "tables.h"

#include <string.h>

enum { HITS = 8, RARE_WEIGHT = 17, LONG_FORM = 10, PROCLITICS = 6, MOST_SHOWN = 12, CONTENT_WEIGHT = 9, OPENING = 2 };

/* What a word counts that stands in a sentence beside, or where the report opens. */
static const double beside_weight = 0.7;

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

bool check_word_in(const check_word *w, const check_page *page, size_t first, size_t last) {
  for (size_t t = first; t < last && t < page->tokens.count; t++) {
    if (page->stems[t] == 0) continue;
    if (page->stems[t] == w->stem || (w->root != 0 && page->roots[t] == w->root)) return true;
    if (w->root != 0 && page->roots[t] != 0 && is_slip(w->form, isnad_token_form(&page->tokens, t))) return true;
  }
  return false;
}

/* By its stem or root in the tokens, or by its key among their wordings. */
static bool tells_word(const check_word *w, const check_page *page, const claim_content *content, size_t first, size_t last) {
  for (size_t i = 0; i < w->term_count; i++)
    if (has_term(content, w->terms[i])) return true;
  return check_word_in(w, page, first, last);
}

/* 2: in the scene; 1: in a sentence beside it or in the opening; 0: in neither. */
static int stands(const check_word *w, const check_scene *scene) {
  const check_page *page = scene->page;
  if (scene->statement && tells_word(w, page, &scene->content, scene->first, scene->last)) return 2;
  for (size_t i = scene->from; !scene->statement && i < scene->to; i++)
    if (tells_word(w, page, &page->sentences[i].content, scene->first, scene->last)) return 2;
  for (size_t i = 0; i < page->sentence_count; i++) {
    const check_sentence *s = &page->sentences[i];
    bool beside = i + 1 >= scene->from && i <= scene->to;
    if ((beside || i < OPENING) && tells_word(w, page, &s->content, s->first, s->last)) return 1;
  }
  return 0;
}

double check_share(const check_ask *ask, check_range asked, const check_scene *scene, double beside) {
  double all = 0, has = 0;
  for (size_t i = 0; i < ask->word_count; i++) {
    const check_word *w = &ask->words[i];
    if (w->first < asked.first || w->last > asked.last) continue;
    int where = stands(w, scene);
    all += w->weight;
    has += where == 2 ? w->weight : where == 1 ? beside * w->weight : 0;
  }
  return all > 0 ? has / all : 1;
}

isnad_slice check_words_missing(check_looking *l, check_range asked, const check_scene *scene) {
  const isnad_tokens *tokens = l->ask.tokens;
  isnad_slice out = {NULL, 0};
  size_t shown = 0, until = 0;
  for (size_t i = 0; i < l->ask.word_count && shown < MOST_SHOWN; i++) {
    const check_word *w = &l->ask.words[i];
    if (w->first < asked.first || w->last > asked.last || w->weight < CONTENT_WEIGHT || stands(w, scene) != 0) continue;
    isnad_slice word = isnad_slice_at(l->ask.page.text, (isnad_span){tokens->items[w->first].span.begin, tokens->items[w->last - 1].span.end});
    const char *joint = shown++ == 0 ? "" : until == w->first ? " " : " \xE2\x80\xA6 ";
    out = isnad_arena_printf(l->arena, "%.*s%s%.*s", (int)out.length, out.bytes != NULL ? out.bytes : "", joint, (int)word.length, word.bytes);
    until = w->last;
  }
  return out;
}

/* --- names --- */

/* The last word of one name and of the other, but for a spelling. */
static bool ends_alike(isnad_slice form, isnad_slice last) {
  if (form.length >= last.length && form.length - last.length <= PROCLITICS &&
      memcmp(form.bytes + form.length - last.length, last.bytes, last.length) == 0)
    return true;
  return form.length >= LONG_FORM && last.length >= LONG_FORM && told_word_distance(form, last, 1) <= 1;
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

bool check_is_name(const check_ask *ask, const check_name *n, const check_page *page, const store_mention *m) {
  for (size_t i = 0; i < n->id_count; i++) {
    bool place = n->type == ISNAD_NAME_PLACE && m->type == ISNAD_NAME_PLACE;
    if (isnad_slice_equal(n->ids[i], m->entity) || (place && isnad_slice_starts(m->entity, n->ids[i]))) return true; /* a town names its country */
  }
  size_t at = isnad_tokens_seek(&page->tokens, m->span.end);
  if (at == 0 || n->last == 0 || (n->id_count > 0 && is_known(m->entity) && n->type == m->type)) return false; /* a town and its club are one */
  return ends_alike(isnad_token_form(&page->tokens, at - 1), isnad_token_form(ask->tokens, n->last - 1));
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

/* Whether the words of the name stand there: the last one, of a body also the first. */
static bool spelled_in(const check_ask *ask, const check_name *n, const check_page *page, size_t from, size_t to) {
  const store_mention *inside = NULL;
  isnad_slice last = isnad_token_form(ask->tokens, n->last - 1), first = isnad_token_form(ask->tokens, n->first);
  bool both = n->last > n->first + 1 && n->type != ISNAD_NAME_PERSON, found = false, begun = !both;
  for (size_t t = from; t < to; t++) {
    isnad_slice form = isnad_token_form(&page->tokens, t);
    const store_mention *m = check_mention_at(page, t);
    if (page->tokens.items[t].kind == ISNAD_TOKEN_PUNCT) continue;
    if (m != NULL && m->form == ISNAD_FORM_NAME) inside = m;
    bool other = inside != NULL && inside->span.end > page->tokens.items[t].span.begin && !check_is_name(ask, n, page, inside);
    found = found || (!other && ends_alike(form, last)); /* another's name that is spelled nearly so */
    begun = begun || ends_alike(form, first);
    if (n->country == NULL) continue;
    const char *country = country_at(&page->tokens, t);
    if (country != NULL && strcmp(country, n->country) == 0) return true;
  }
  return found && begun;
}

static bool named_between(const check_ask *ask, const check_name *n, const check_page *page, size_t first, size_t last) {
  for (size_t t = first; t < last; t++) {
    const store_mention *m = check_mention_at(page, t);
    if (m != NULL && check_is_name(ask, n, page, m)) return true;
  }
  return spelled_in(ask, n, page, first, last);
}

bool check_named_in(const check_ask *ask, const check_name *n, const check_page *page, size_t sentence) {
  return named_between(ask, n, page, page->sentences[sentence].first, page->sentences[sentence].last);
}

/* Of little that is asked of a statement its own words must name it. */
bool check_names(const check_ask *ask, const check_name *n, const check_scene *scene) {
  const check_page *page = scene->page;
  if (scene->brief) return named_between(ask, n, page, scene->first, scene->last);
  for (size_t i = 0; i < page->sentence_count; i++) {
    bool beside = scene->statement ? i + 1 >= scene->from && i < scene->to : i + 2 >= scene->from && i <= scene->to;
    if ((beside || (i < OPENING && !scene->statement)) && check_named_in(ask, n, page, i)) return true;
  }
  return false;
}

/* --- days and the whole --- */

static bool tells_day(const check_day *day, const check_scene *scene) {
  const check_page *page = scene->page;
  for (size_t t = 0; t < page->tokens.count; t++) {
    unsigned number = 0, month = 0;
    if (check_day_at(&number, &month, &page->tokens, t) > 0 && number == day->day && month == day->month) return true;
  }
  return false;
}

static isnad_slice words_between(const check_ask *ask, size_t first, size_t last) {
  return isnad_slice_at(ask->page.text, (isnad_span){ask->tokens->items[first].span.begin, ask->tokens->items[last - 1].span.end});
}

/* A word that is hardly ever written and stands nowhere in the report: as good as a name. */
static isnad_slice rare_missing(const check_ask *ask, check_range asked, const check_scene *scene) {
  const check_page *page = scene->page;
  for (size_t i = 0; i < ask->word_count; i++) {
    const check_word *w = &ask->words[i];
    if (w->first < asked.first || w->last > asked.last || w->weight < RARE_WEIGHT || stands(w, scene) != 0) continue;
    if (!check_word_in(w, page, 0, page->tokens.count)) return words_between(ask, w->first, w->last);
  }
  return (isnad_slice){NULL, 0};
}

void check_read(check_reading *out, check_looking *l, check_range asked, const check_scene *scene) {
  const check_ask *ask = &l->ask;
  *out = (check_reading){.matter = check_share(ask, asked, scene, beside_weight), .inside = check_share(ask, asked, scene, 0)};
  for (size_t i = 0; i < ask->name_count; i++) {
    const check_name *n = &ask->names[i];
    if (n->first < asked.first || n->last > asked.last) continue;
    bool named = check_names(ask, n, scene);
    out->names++;
    out->met += named;
    for (size_t k = scene->from; k < scene->to; k++)
      if (check_named_in(ask, n, scene->page, k)) {
        out->own++;
        break;
      }
    if (!named && out->missing.length == 0) out->missing = n->words;
  }
  for (size_t i = 0; i < ask->day_count; i++) {
    const check_day *d = &ask->days[i];
    if (d->first < asked.first || d->last > asked.last || tells_day(d, scene)) continue;
    if (out->missing.length == 0) out->missing = words_between(ask, d->first, d->last);
  }
  if (out->missing.length == 0) out->missing = rare_missing(ask, asked, scene);
  const check_name *contested = NULL;
  out->point = check_instead(&out->instead, &contested, l, asked, scene);
  out->others_met = true;
  for (size_t i = 0; i < ask->name_count; i++) {
    const check_name *n = &ask->names[i];
    if (n != contested && n->first >= asked.first && n->last <= asked.last && !check_names(ask, n, scene)) out->others_met = false;
  }
  check_polarity polarity = check_opposes(l, asked, scene);
  out->opposite = polarity == CHECK_OPPOSITE;
  if (polarity == CHECK_UNCLEAR && out->missing.length == 0)
    out->missing = ask->name_count > 0 ? ask->names[0].words : ask->page.text; /* his denial */
  out->doubtful = check_is_doubtful(&out->doubt, l, asked, scene);
  double words = (out->matter + out->inside) / 2, names = out->names > 0 ? (double)out->met / (double)out->names : words;
  out->fit = (names + words) / 2;
}
